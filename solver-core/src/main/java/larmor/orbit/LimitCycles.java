package larmor.orbit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hipparchus.analysis.UnivariateFunction;

/**
 * Finds all limit cycles at a voltage, stable and unstable, without waiting for a transient.
 *
 * <p>In the plane of the directions of m a section is a line, and its map P a function of one
 * variable, the amplitude s. The growth of s over a turn is tabulated along the section, from its
 * centre to where m no longer comes back, and every change of its sign is taken to rounding by
 * Newton's method.
 */
public final class LimitCycles {

    /** Cycles nearer to each other than this part of the section are not told apart. */
    private static final int SCAN_INTERVALS = 64;

    /**
     * Cycles nearer than this, in radians, to either end of the section are taken for the static
     * state there.
     */
    private static final double LEAST_AMPLITUDE = 1e-3;

    /** The end of the interval in which m comes back is found to this. */
    private static final double EDGE_ACCURACY = 1e-11;

    /** Newton's method starts from here, and takes a step or two. */
    private static final double ROOT_ACCURACY = 1e-12;

    private final DrivenOscillator driven;
    private final long mostSteps;

    /**
     * What was found at a voltage.
     *
     * @param cycles the in-plane ones in the order of amplitude, then the out-of-plane ones
     * @param unfinished the kinds of cycles of which not all may be there; usually none
     */
    public record Found(List<LimitCycle> cycles, List<UnfinishedSearch> unfinished) {

        /** Copies the lists. */
        public Found {
            cycles = List.copyOf(cycles);
            unfinished = List.copyOf(unfinished);
        }
    }

    /** For one oscillator at any voltage. */
    public LimitCycles(DrivenOscillator driven) {
        this(driven, BranchDiagram.MOST_STEPS);
    }

    /** The same with another limit of steps. */
    LimitCycles(DrivenOscillator driven, long mostSteps) {
        this.driven = driven;
        this.mostSteps = mostSteps;
    }

    /**
     * The cycles at a voltage. Each out-of-plane cycle stands for its image under the turn by π
     * about ẑ as well. A kind of cycles that takes more than {@link BranchDiagram#MOST_STEPS} steps
     * of integration is given up; what was found of it is kept.
     *
     * <p>Two cycles are not told apart where their amplitudes differ by less than a 64th of the
     * section, and none is sought within 10⁻³ rad of the ends of the section: m = ẑ, and m = −ẑ for
     * in-plane cycles; the static state near the hard axis, and m = ẑ for out-of-plane ones.
     *
     * <p>Period, frequency, power and multiplier have an error of 1e-10 at most, next to the end of
     * a branch, where the period diverges, divided by the distance to it in v.
     *
     * @param voltage v = V/V_c, above 0
     * @throws larmor.model.InvalidInput as {@link DrivenOscillator#coefficients}
     */
    public Found at(double voltage) {
        List<LimitCycle> cycles = new ArrayList<>();
        List<UnfinishedSearch> unfinished = new ArrayList<>();
        for (Family family : Family.values()) {
            StepBudget budget = new StepBudget(mostSteps);
            // There are no ends of a range to keep anything for.
            budget.openReserve();
            cycles.addAll(at(new BranchCurve(new ReturnMap(driven, family, budget)), voltage));
            if (budget.spent()) {
                unfinished.add(new UnfinishedSearch(family.regime(), voltage, mostSteps));
            }
        }
        return new Found(cycles, unfinished);
    }

    static List<LimitCycle> at(BranchCurve curve, double voltage) {
        ReturnMap map = curve.map();
        Optional<Meridian> section = map.section(voltage);
        List<LimitCycle> cycles = new ArrayList<>();
        if (section.isEmpty()) {
            return cycles;
        }
        UnivariateFunction growth =
                s ->
                        map.at(s, voltage)
                                .map(once -> BranchCurve.growth(s, once.amplitude()))
                                .orElse(Double.NaN);
        double scanned = map.family().largestAmplitude(section.get()) - 2 * LEAST_AMPLITUDE;
        if (scanned <= 0) {
            return cycles;
        }
        double left = LEAST_AMPLITUDE;
        double before = growth.value(left);
        for (int i = 1; i <= SCAN_INTERVALS; i++) {
            double right = LEAST_AMPLITUDE + scanned * i / SCAN_INTERVALS;
            double after = growth.value(right);
            if (Double.isNaN(before) != Double.isNaN(after)) {
                double edge = edge(growth, left, right);
                double there = growth.value(edge);
                if (Double.isNaN(before)) {
                    addRoot(cycles, curve, voltage, growth, edge, there, right, after);
                } else {
                    addRoot(cycles, curve, voltage, growth, left, before, edge, there);
                }
            } else {
                addRoot(cycles, curve, voltage, growth, left, before, right, after);
            }
            left = right;
            before = after;
        }
        return cycles;
    }

    /** The last place at which the function has a value, of an interval with one such end. */
    private static double edge(UnivariateFunction function, double left, double right) {
        boolean atLeft = !Double.isNaN(function.value(left));
        double inside = atLeft ? left : right;
        double outside = atLeft ? right : left;
        while (Math.abs(outside - inside) > EDGE_ACCURACY) {
            double middle = 0.5 * (inside + outside);
            if (Double.isNaN(function.value(middle))) {
                outside = middle;
            } else {
                inside = middle;
            }
        }
        return inside;
    }

    private static void addRoot(
            List<LimitCycle> cycles,
            BranchCurve curve,
            double voltage,
            UnivariateFunction growth,
            double left,
            double before,
            double right,
            double after) {
        if (!BracketedRoot.between(before, after)) {
            return;
        }
        OptionalDouble found = BracketedRoot.of(growth, left, right, ROOT_ACCURACY);
        if (found.isPresent()) {
            double root = found.getAsDouble();
            curve.near(new BranchCurve.Guess(root, voltage), BranchCurve.Direction.VOLTAGE)
                    .map(BranchCurve.Point::cycle)
                    // Next to a homoclinic orbit a step may lead beyond it.
                    .or(() -> curve.cycleAt(root, voltage))
                    .ifPresent(cycles::add);
        }
    }
}
