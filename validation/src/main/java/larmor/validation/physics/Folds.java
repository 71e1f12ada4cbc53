package larmor.validation.physics;

import java.util.ArrayList;
import java.util.List;
import larmor.validation.Check;
import larmor.validation.exact.OrbitAveragedTheory;
import larmor.validation.exact.OrbitAveragedTheory.Branch;
import larmor.validation.ladder.Laboratory;
import larmor.validation.page.Axis;
import larmor.validation.page.Figure;
import larmor.validation.page.Hue;
import larmor.validation.page.Numeral;
import larmor.validation.page.Series;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.exception.MathRuntimeException;

/**
 * The folds that the onset gets where a dependence on the angle is left out: there v(ϑ) is
 * stationary, and the cycles on one side are unstable.
 */
final class Folds {

    private static final double DIFFERENCE = 1e-4;
    private static final double ACCURACY = 1e-9;
    private static final double REACH = 0.15;
    private static final int BRENT_ORDER = 5;
    private static final int MOST_ROOT_STEPS = 60;

    private static final Check.Limit LIMIT =
            new Check.Limit(
                    1e-10,
                    "v is stationary at a fold, so that an error of 1e-6 of its angle counts squared;"
                            + " the extrapolation in ε² leaves out α⁶ = 1e-11");

    private Folds() {}

    /** Adds a check and, for each fold, a row of the table. */
    static void examine(
            Laboratory laboratory, Variant variant, List<Check> checks, List<List<String>> rows) {
        OrbitAveragedTheory theory =
                OrbitAveragedTheory.of(variant.oscillator(), variant.selfTorque());
        Cases cases =
                new Cases(
                        laboratory,
                        new Check.Claim(
                                "onset-fold-" + variant.id(),
                                "voltage of a fold extrapolated to ε → 0: " + variant.name(),
                                "dv(E)/dE = 0",
                                "orbit-averaged theory of GLD Eq. (8)"));
        for (OrbitAveragedTheory.Point fold : theory.folds()) {
            DampingSeries series =
                    DampingSeries.of(
                            Onset.SCALES, epsilon -> fold(variant.map(laboratory, epsilon), fold));
            cases.absolute(
                    "⟨p⟩ = " + Numeral.of(fold.power(), 2), series.limit(), fold.voltage(), LIMIT);
            rows.add(
                    List.of(
                            variant.name(),
                            Numeral.of(series.values().getFirst(), 6),
                            Numeral.of(series.limit(), 9),
                            Numeral.of(fold.voltage(), 9)));
        }
        checks.add(cases.worst());
    }

    /** The voltage at which v(ϑ) is stationary, near the fold of the theory. */
    private static double fold(SectionMap map, OrbitAveragedTheory.Point near) {
        double middle = angle(map, near.power());
        try {
            double angle =
                    new BracketingNthOrderBrentSolver(ACCURACY, BRENT_ORDER)
                            .solve(
                                    MOST_ROOT_STEPS,
                                    x ->
                                            Onset.voltage(map, x + DIFFERENCE)
                                                    - Onset.voltage(map, x - DIFFERENCE),
                                    middle - REACH,
                                    middle + REACH);
            return Onset.voltage(map, angle);
        } catch (MathRuntimeException noFold) {
            return Double.NaN;
        }
    }

    /** The angle of the in-plane cycle with a given power. */
    private static double angle(SectionMap map, double power) {
        try {
            return new BracketingNthOrderBrentSolver(DIFFERENCE, BRENT_ORDER)
                    .solve(
                            MOST_ROOT_STEPS,
                            angle ->
                                    map.through(angle, Onset.LOWEST, Onset.HIGHEST)
                                                    .map(SectionMap.Cycle::power)
                                                    .orElse(Double.NaN)
                                            - power,
                            0.1,
                            3);
        } catch (MathRuntimeException noCycle) {
            return Double.NaN;
        }
    }

    /** The branches on which the folds are. */
    static Figure figure(Laboratory laboratory) {
        List<Series> series = new ArrayList<>();
        List<Hue> hues = List.of(Hue.BLUE, Hue.VERMILLION, Hue.GREEN);
        List<Series.Mark> marks =
                List.of(Series.Mark.CIRCLE, Series.Mark.SQUARE, Series.Mark.DIAMOND);
        for (Variant variant : Variant.ALL) {
            Hue hue = hues.get(series.size() / 2);
            Series.Mark mark = marks.get(series.size() / 2);
            List<Series.Point> theory =
                    OrbitAveragedTheory.of(variant.oscillator(), variant.selfTorque())
                            .curve(Branch.IN_PLANE)
                            .stream()
                            .map(point -> Series.Point.of(point.voltage(), point.power()))
                            .toList();
            series.add(Series.solid(variant.name(), hue, theory));
            SectionMap map = variant.map(laboratory, 1);
            List<Series.Point> cycles = new ArrayList<>();
            for (double angle = 0.3; angle < 3.05; angle += 0.3) {
                map.through(angle, Onset.LOWEST, Onset.HIGHEST)
                        .ifPresent(cycle ->
                                cycles.add(Series.Point.of(cycle.voltage(), cycle.power())));
            }
            series.add(Series.points(variant.name(), hue, mark, cycles));
        }
        return new Figure(
                "onset-folds",
                "Power of the variants",
                "Lines: theory. Points: limit cycles of the exact form at the paper's damping, the"
                        + " unstable ones included, where the power rises as the voltage falls.",
                Axis.linear("Voltage", "V/V_c"),
                Axis.linear("Power", "⟨p⟩"),
                series,
                List.of(),
                List.of());
    }
}
