package larmor.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import larmor.model.Damping;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.model.Magnet;
import larmor.model.Oscillator;
import larmor.model.Units;
import larmor.orbit.BranchDiagram;
import larmor.orbit.DrivenOscillator;
import larmor.validation.exact.OrbitAveragedTheory;

/**
 * The range of auto-oscillation of the paper's device, with and without the self-induced torque:
 * where branches of limit cycles begin and end, against the orbit-averaged theory.
 *
 * <p>The theory is the limit of small damping, the branches have the damping of the device. Both
 * are compared by scaling damping and spin ratio, hence α, σ and β, by ε = 1, ½, ¼. The equation
 * does not change under t → −t, m_y → −m_y, ε → −ε (exact form; to this order in the other), so
 * that an end of a branch is v(ε) = v(0) + c₂ε² + c₄ε⁴ + …, and
 *
 * <pre>
 *   [4v(ε/2) − v(ε)]/3 = v(0) − c₄ε⁴/4 + …,     [v(ε) − v(0)]/[v(ε/2) − v(0)] = 4 + 3(c₄/c₂)ε² + …
 * </pre>
 *
 * <p>The limits are the next terms of these series, read off the pair ε = 1, ½ for the pair ε = ½,
 * ¼, and a constant at most.
 */
public final class RangeChecks {

    private static final String SOURCE =
            "orbit-averaged (Melnikov) theory of GLD Eq. (8), which GLD mentions as a change of the"
                    + " range of auto-oscillation";

    /** Beyond all branches of the paper's device. */
    private static final double LOWEST_VOLTAGE = 0.5;

    private static final double HIGHEST_VOLTAGE = 6;

    /** What the next term of a series leaves out, its own next term, is less than itself. */
    private static final double NEXT_TERM = 2;

    /** The estimate of a remainder below this is rounding error. */
    private static final double ROUNDING = 1e-11;

    /** What is promised of the ends: a limit may not grow with the error that it should find. */
    private static final double MOST_REMAINDER = 1e-5;

    /**
     * The remainder c₄/64 at its most, 1e-5, as it shows in the power, (3/16)(c₄/c₂)/ln 2, of the
     * end that moves most, where c₂ = 0.04: 4.3e-3.
     */
    private static final double MOST_ORDER = 5e-3;

    private static final Check.Limit ONSET_LIMIT =
            new Check.Limit(1e-12, "a root of the linear motion, found to rounding");

    private RangeChecks() {}

    /** All of them, in one form of the equation. */
    public static List<Check> of(EquationForm form) {
        List<Check> checks = new ArrayList<>();
        for (boolean selfTorque : new boolean[] {true, false}) {
            List<OscillationRange> ranges = new ArrayList<>();
            for (double scale : new double[] {1, 0.5, 0.25}) {
                ranges.add(
                        OscillationRange.of(
                                BranchDiagram.of(
                                        new DrivenOscillator(scaled(scale), form, selfTorque),
                                        LOWEST_VOLTAGE,
                                        HIGHEST_VOLTAGE)));
            }
            OscillationRange theory =
                    OscillationRange.of(
                            OrbitAveragedTheory.of(Oscillator.of(Device.PAPER), selfTorque));
            String torque = selfTorque ? "with" : "without";
            checks.add(onset(torque, ranges.getFirst()));
            checks.addAll(
                    end(
                            "in-plane-end-" + torque,
                            "end of the in-plane orbit " + torque + " self-induced torque",
                            "v = ∫[α|w|²+β(h·p)²]/(1+z) ds / ∫[(σ/v) h·p]/(1+z) ds",
                            ranges,
                            theory,
                            OscillationRange::inPlaneEnd));
            checks.addAll(
                    end(
                            "out-of-plane-end-" + torque,
                            "end of the out-of-plane orbit " + torque + " self-induced torque",
                            "v = [α(1−½h²)+½βe²] / [hσ/v+½e d(σ/v)/dc], e = 1−h², c = −h",
                            ranges,
                            theory,
                            OscillationRange::outOfPlaneEnd));
        }
        return List.copyOf(checks);
    }

    /** The paper's oscillator with α, σ and β scaled. */
    private static Oscillator scaled(double scale) {
        Device paper = Device.PAPER;
        Oscillator oscillator = Oscillator.of(paper);
        return Oscillator.of(
                new Device(
                        paper.junction(),
                        new Magnet(
                                new Damping.Total(scale * oscillator.dampingParallel()),
                                paper.magnet().field(),
                                paper.magnet().anisotropy()),
                        new Units.Dimensionless(scale * oscillator.spinRatio())));
    }

    private static Check onset(String torque, OscillationRange range) {
        return Check.absolute(
                new Check.Claim(
                        "range-onset-" + torque,
                        "voltage at which the branch of in-plane orbits begins, "
                                + torque
                                + " self-induced torque",
                        "v = 1",
                        "GLD Sec. IV"),
                range.onset().orElse(Double.NaN),
                1,
                ONSET_LIMIT);
    }

    private static List<Check> end(
            String name,
            String what,
            String formula,
            List<OscillationRange> ranges,
            OscillationRange theory,
            Function<OscillationRange, OptionalDouble> end) {
        return end(
                name,
                what,
                formula,
                new Ends(
                        end.apply(ranges.get(0)).orElse(Double.NaN),
                        end.apply(ranges.get(1)).orElse(Double.NaN),
                        end.apply(ranges.get(2)).orElse(Double.NaN)),
                end.apply(theory).orElse(Double.NaN));
    }

    /**
     * Where a branch ends.
     *
     * @param whole at ε = 1
     * @param half at ε = ½
     * @param quarter at ε = ¼
     */
    record Ends(double whole, double half, double quarter) {}

    /** The two checks of one end. */
    static List<Check> end(String name, String what, String formula, Ends ends, double reference) {
        double whole = ends.whole();
        double half = ends.half();
        double quarter = ends.quarter();
        double coarse = (4 * half - whole) / 3;
        double fine = (4 * quarter - half) / 3;
        double remainder = Math.max(Math.abs(coarse - fine) / 15, ROUNDING);
        double coarseOrder = order(whole - reference, half - reference);
        double fineOrder = order(half - reference, quarter - reference);
        return List.of(
                Check.absolute(
                        new Check.Claim(
                                "range-" + name,
                                what + ", extrapolated to small damping",
                                formula,
                                SOURCE),
                        fine,
                        reference,
                        limit(
                                Math.min(NEXT_TERM * remainder, MOST_REMAINDER),
                                "the remainder goes as ε⁴: a fifteenth of the change by the last"
                                        + " halving of ε, times 2; at most the 1e-5 that is promised")),
                Check.absolute(
                        new Check.Claim(
                                "range-" + name + "-order",
                                what + ": power of ε with which it leaves the theory",
                                "v(ε) − v(0) ∝ ε²",
                                "symmetry of GLD Eq. (8) under reversal of time"),
                        fineOrder,
                        2,
                        limit(
                                Math.min(NEXT_TERM * Math.abs(coarseOrder - 2) / 4, MOST_ORDER),
                                "the power tends to 2 as ε²: a quarter of its distance at twice the"
                                        + " ε, times 2; at most 5e-3, what a remainder of 1e-5 makes"
                                        + " of it")));
    }

    /** A limit that fails where it cannot be computed. */
    private static Check.Limit limit(double value, String reason) {
        return new Check.Limit(Double.isFinite(value) ? value : 0, reason);
    }

    private static double order(double whole, double half) {
        return StrictMath.log(whole / half) / StrictMath.log(2);
    }
}
