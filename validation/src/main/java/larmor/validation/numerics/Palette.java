package larmor.validation.numerics;

import java.util.List;
import larmor.validation.Subject;
import larmor.validation.page.Hue;
import larmor.validation.page.Series;
import larmor.validation.page.Series.Fill;
import larmor.validation.page.Series.Line;
import larmor.validation.page.Series.Mark;

/**
 * Gives the curves of a figure colours and marks that differ. Hipparchus' are dashed, so that one
 * of ours shows below them.
 */
final class Palette {

    private static final List<Hue> HUES =
            List.of(Hue.BLUE, Hue.VERMILLION, Hue.GREEN, Hue.PURPLE, Hue.OCHRE, Hue.GREY);

    private static final List<Mark> MARKS =
            List.of(Mark.CIRCLE, Mark.SQUARE, Mark.DIAMOND, Mark.TRIANGLE);

    private Palette() {}

    /** The curve of a solver at a place of the legend, its points joined. */
    static Series curve(int place, Subject subject, String name, List<Series.Point> points) {
        return new Series(
                name,
                HUES.get(place % HUES.size()),
                subject.kind() == Subject.Kind.HIPPARCHUS ? Line.DASHED : Line.SOLID,
                MARKS.get((place + place / HUES.size()) % MARKS.size()),
                Fill.FILLED,
                points);
    }
}
