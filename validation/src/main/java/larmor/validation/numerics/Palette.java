package larmor.validation.numerics;

import java.util.List;
import larmor.validation.Subject;
import larmor.validation.page.Series;
import larmor.validation.page.Series.Fill;
import larmor.validation.page.Series.Line;
import larmor.validation.page.SolverStyle;

/** The curves of solvers. Hipparchus' are dashed, so that one of ours shows below them. */
final class Palette {

    private Palette() {}

    /** The curve of a solver, its points joined. */
    static Series curve(Subject subject, String name, List<Series.Point> points) {
        return curve(
                subject,
                name,
                subject.kind() == Subject.Kind.HIPPARCHUS ? Line.DASHED : Line.SOLID,
                points);
    }

    /** That of a solver at fixed step, in a figure that holds it with error control too. */
    static Series secondCurve(Subject subject, String name, List<Series.Point> points) {
        return curve(subject, name, Line.DOTTED, points);
    }

    private static Series curve(
            Subject subject, String name, Line line, List<Series.Point> points) {
        SolverStyle style = SolverStyle.of(subject.solver());
        return new Series(name, style.hue(), line, style.mark(), Fill.FILLED, points);
    }
}
