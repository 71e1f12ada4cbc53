package larmor.model;

import java.util.regex.Pattern;

/**
 * Text that others have written, such as the name of a file or of a benchmark, for a place that
 * takes one line: a message, a note, a cell of a table.
 */
public final class OneLine {

    /**
     * Characters that end a line, that a terminal obeys instead of showing them, or that turn the
     * direction of what follows, so that a reader would see another text than is there. Marks of
     * direction (U+061C, U+200E, U+200F) are invisible.
     */
    private static final Pattern UNPRINTABLE =
            Pattern.compile(
                    "[\\p{Cc}\\p{Zl}\\p{Zp}\\x{061C}\\x{200E}\\x{200F}"
                            + "\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");

    private OneLine() {}

    /** The text with a space for each character that has no place in a line. */
    public static String of(String text) {
        return UNPRINTABLE.matcher(text).replaceAll(" ");
    }

    /** Whether the text has no such character. */
    public static boolean is(String text) {
        return !UNPRINTABLE.matcher(text).find();
    }
}
