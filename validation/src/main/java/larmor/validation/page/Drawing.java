package larmor.validation.page;

import java.util.List;

/** A block that is drawn, with its numbers and its meaning in words below it. */
public sealed interface Drawing extends Block permits Figure, HeatMap {

    /** For links to it and for the names of files saved from it. */
    String id();

    /** What it shows, in a line. */
    String title();

    /** How to read it. */
    String caption();

    /** What a careful reader should know. */
    List<String> notes();

    /** The drawing in words, for readers who do not see it. */
    String summary();

    /** The numbers of interest, as they are printed. */
    Table numbers();

    /** All numbers in full precision. */
    String csv();
}
