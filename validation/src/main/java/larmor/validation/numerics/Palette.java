package larmor.validation.numerics;

import java.util.List;
import larmor.validation.page.Hue;
import larmor.validation.page.Series;
import larmor.validation.page.Series.Mark;

/** Gives the curves of a figure colours and marks that differ, mark by mark within a colour. */
final class Palette {

    private static final List<Hue> HUES =
            List.of(Hue.BLUE, Hue.VERMILLION, Hue.GREEN, Hue.PURPLE, Hue.OCHRE, Hue.GREY);

    private static final List<Mark> MARKS =
            List.of(Mark.CIRCLE, Mark.SQUARE, Mark.DIAMOND, Mark.TRIANGLE);

    private Palette() {}

    /** The curve at a place of the legend, its points joined. */
    static Series joined(int place, String name, List<Series.Point> points) {
        return Series.joined(
                name,
                HUES.get(place % HUES.size()),
                MARKS.get((place + place / HUES.size()) % MARKS.size()),
                points);
    }
}
