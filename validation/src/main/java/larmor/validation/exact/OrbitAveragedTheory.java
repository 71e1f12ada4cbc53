package larmor.validation.exact;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import larmor.model.InvalidInput;
import larmor.model.Oscillator;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;

/**
 * The auto-oscillations of an easy-plane film to leading order in the damping: voltage, frequency
 * and power of every limit cycle, as functions of its energy (Melnikov's method).
 *
 * <p>Damping and torques are small against precession, so a limit cycle is a conservative orbit of
 * energy E = ½m_x² − h m_z ({@link ConservativeOrbit}) on which they do no work over one period.
 * With w = −m×h, p = m×(ẑ×m), q = ẑ×m the balance reads
 *
 * <pre>
 *   v(E) = ⟨α(z)|w|² + β(z)(q·w)(h·p)⟩ / ⟨[σ(z)/v] h·p⟩,
 *   |w|² = h²y² + (z+h)²x² + x²y²,     q·w = h·p = h y² + (z+h)x²     (|m| = 1)
 * </pre>
 *
 * <p>and v(E), ω(E) = 2π/T and ⟨p⟩(E) = (1−⟨z⟩)/2 are the two panels of GLD Fig. 2, up to O(α²).
 * The two families, about ẑ for E &lt; h and about ±x̂ for E &gt; h, meet at E = h in the
 * separatrix through m = −ẑ, where the period diverges as the logarithm of |E−h|.
 *
 * <p>Valid for N_y = N_z &lt; N_x, and h = h₀/(N_x−N_y) above; frequencies and voltages, given in
 * ω₀ and V_c, do not depend on the unit of the field.
 */
public final class OrbitAveragedTheory {

    /** The two families of orbits. */
    public enum Branch {
        /** Precession about ẑ, from the threshold to the separatrix. */
        IN_PLANE,
        /** Precession about ±x̂, from the separatrix to the static state at m_z = −h. */
        OUT_OF_PLANE
    }

    /**
     * One limit cycle.
     *
     * @param voltage v = V/V_c
     * @param frequency ω/ω₀
     * @param power ⟨p⟩ = (1−⟨m_z⟩)/2
     * @param branch the family
     */
    public record Point(double voltage, double frequency, double power, Branch branch) {}

    /**
     * The orbits of a branch are numbered by the logit ℓ of their energy between its two ends. ℓ
     * runs linearly to this distance from the middle, then geometrically.
     */
    private static final double LINEAR_LOGIT = 12;

    private static final double LOGIT_STEP = 0.1;
    private static final double LOGIT_GROWTH = 1.02;

    /** exp(−600) of the branch is left out next to the separatrix, where ω falls like 1/ℓ. */
    private static final double SEPARATRIX_LOGIT = 600;

    /** exp(−36) is left out at the other end, where all is linear in the energy. */
    private static final double QUIET_LOGIT = 36;

    /** Roots in ℓ are found to this; v and ω/ω₀ change by less than 1 per unit of ℓ. */
    private static final double ROOT_ACCURACY = 1e-13;

    private static final int BRENT_ORDER = 5;
    private static final int MOST_ROOT_STEPS = 200;

    /**
     * v has a curvature of order 1 in ℓ at a fold, so it is placed to 1e-8 and v there to rounding.
     */
    private static final double FOLD_DIFFERENCE = 1e-4;

    private final WorkBalance balance;
    private final double h;
    private final double inPlaneEnd;
    private final Map<Branch, List<AveragedOrbit>> orbits;

    private OrbitAveragedTheory(WorkBalance balance) {
        this.balance = balance;
        h = balance.field();
        inPlaneEnd = h < 1 ? balance.separatrixVoltage() : balance.antiparallelVoltage();
        orbits = new EnumMap<>(Branch.class);
        for (Branch branch : Branch.values()) {
            boolean exists = branch == Branch.IN_PLANE || h < 1;
            orbits.put(branch, exists ? orbits(branch) : List.of());
        }
    }

    /**
     * The theory of an oscillator.
     *
     * @param oscillator with N_y = N_z &lt; N_x and a magnetic left junction
     * @param selfTorque whether the self-induced torque acts
     * @throws InvalidInput if the oscillator is not of this kind
     */
    public static OrbitAveragedTheory of(Oscillator oscillator, boolean selfTorque) {
        double anisotropy = ConservativeOrbit.anisotropy(oscillator);
        if (oscillator.spinConductance() == 0) {
            throw new InvalidInput(
                    "junction.g_parallel",
                    "must differ from junction.g_antiparallel for the orbit-averaged theory: there is"
                            + " no spin-transfer torque and no critical voltage");
        }
        return new OrbitAveragedTheory(new WorkBalance(oscillator, selfTorque, anisotropy));
    }

    /** The same; empty for an oscillator that is not of this kind. */
    public static Optional<OrbitAveragedTheory> ifCovered(
            Oscillator oscillator, boolean selfTorque) {
        try {
            return Optional.of(of(oscillator, selfTorque));
        } catch (InvalidInput notCovered) {
            return Optional.empty();
        }
    }

    /**
     * The whole of Fig. 2: the in-plane branch from its threshold, then the out-of-plane branch.
     */
    public List<Point> curve() {
        List<Point> points = new ArrayList<>(curve(Branch.IN_PLANE));
        points.addAll(curve(Branch.OUT_OF_PLANE));
        return List.copyOf(points);
    }

    /**
     * One branch in the order of energy, both ends included, dense where the period diverges. Empty
     * for the out-of-plane branch of a field h ≥ 1, which does not exist. A point that no finite
     * voltage drives is left out.
     */
    public List<Point> curve(Branch branch) {
        List<AveragedOrbit> family = orbits.get(branch);
        if (family == null || family.isEmpty()) {
            return List.of();
        }
        List<Point> points = new ArrayList<>();
        points.add(firstPoint(branch));
        for (AveragedOrbit orbit : family) {
            points.add(orbit.point());
        }
        points.add(lastPoint(branch));
        points.removeIf(point -> !isDriven(point.voltage()));
        return List.copyOf(points);
    }

    /**
     * The voltage at which the in-plane auto-oscillation ends. For h &lt; 1 it is that of the
     * separatrix, where with z = 1−2h−s², 0 ≤ s ≤ √(2−2h), and x² = 2h(1+z)
     *
     * <pre>
     *   v = ∫[α|w|² + β(h·p)²]/(1+z) ds / ∫[(σ/v) h·p]/(1+z) ds;
     * </pre>
     *
     * <p>for h ≥ 1 the precession opens until m = −ẑ becomes stable, at v = α(−1)(h−½)/[σ(−1)/v].
     */
    public double inPlaneEnd() {
        return inPlaneEnd;
    }

    /**
     * The voltage at which the out-of-plane orbit has shrunk to a point, which is then static, at
     * m_z = −h: with e = 1−h² and all functions at c = −h
     *
     * <pre>
     *   v = [α(1 − ½h²) + ½β e²] / [hσ/v + ½e d(σ/v)/dc].
     * </pre>
     *
     * <p>Empty for h ≥ 1 and where the denominator is not positive: there no voltage reaches the
     * point.
     */
    public OptionalDouble outOfPlaneEnd() {
        if (h >= 1) {
            return OptionalDouble.empty();
        }
        double e = 1 - h * h;
        double torqueSlope = balance.drive(-h) * (1 - balance.drive(-h) / balance.drive(1 - h));
        double voltage =
                (balance.oscillator().damping(-h) * (1 - 0.5 * h * h)
                                + 0.5 * balance.selfInducedTorque(-h) * e * e)
                        / (h * balance.drive(-h) + 0.5 * e * torqueSlope);
        return isDriven(voltage) ? OptionalDouble.of(voltage) : OptionalDouble.empty();
    }

    /**
     * dv/d⟨p⟩ at threshold; negative where the onset is subcritical. With r = 4h(1+h)/(1+2h)² and
     * all functions at c = 1
     *
     * <pre>
     *   dv/d⟨p⟩ = (1−4h)/(1+2h)² − (1+r) α'/α − 2 d'/d + 4rβ/α,     d = g_l + g_r.
     * </pre>
     */
    public double voltagePerPower() {
        double twice = 1 + 2 * h;
        double r = 4 * h * (1 + h) / (twice * twice);
        double alpha = balance.oscillator().damping(1);
        double alphaSlope = alpha - balance.oscillator().damping(0);
        double conductanceSlope = 1 - balance.drive(1) / balance.drive(0);
        return (1 - 4 * h) / (twice * twice)
                - (1 + r) * alphaSlope / alpha
                - 2 * conductanceSlope
                + 4 * r * balance.selfInducedTorque(1) / alpha;
    }

    /** d(ω/ω₀)/d⟨p⟩ = −(h+¼)/[(1+h)(h+½)] at threshold, the frequency pull of the amplitude. */
    public double frequencyPerPower() {
        return -(h + 0.25) / ((1 + h) * (h + 0.5));
    }

    /**
     * The limit cycles at which v(E) turns, in the order of energy: between two of them v falls
     * with the energy and the cycle is unstable. At a subcritical onset the first fold is a
     * minimum, where the oscillation dies when the voltage is lowered.
     */
    public List<Point> folds() {
        List<Point> folds = new ArrayList<>();
        for (Branch branch : Branch.values()) {
            turningPoints(branch).map(AveragedOrbit::point).forEach(folds::add);
        }
        return List.copyOf(folds);
    }

    /** ω/ω₀ of the stable limit cycle of a branch at the voltage v; empty where there is none. */
    public OptionalDouble frequencyAt(Branch branch, double v) {
        return stableOrbits(branch, v).mapToDouble(AveragedOrbit::frequency).findFirst();
    }

    /** ⟨p⟩ of the stable limit cycle of a branch at the voltage v; empty where there is none. */
    public OptionalDouble powerAt(Branch branch, double v) {
        return stableOrbits(branch, v).mapToDouble(AveragedOrbit::power).findFirst();
    }

    /**
     * The voltage of the limit cycle of a branch with the frequency ω/ω₀; empty where there is
     * none. Near the separatrix ω(v) is singular, v(ω) is flat: there deviations are measured in v.
     */
    public OptionalDouble voltageAt(Branch branch, double frequency) {
        return crossings(branch, orbit -> orbit.frequency() - frequency)
                .map(crossing -> new AveragedOrbit(balance, branch, crossing.logit()))
                .mapToDouble(AveragedOrbit::voltage)
                .filter(OrbitAveragedTheory::isDriven)
                .findFirst();
    }

    private static boolean isDriven(double voltage) {
        return voltage > 0 && voltage < Double.POSITIVE_INFINITY;
    }

    private Point firstPoint(Branch branch) {
        return branch == Branch.IN_PLANE
                ? new Point(1, 1, 0, branch)
                : new Point(inPlaneEnd, 0, 1, branch);
    }

    private Point lastPoint(Branch branch) {
        if (branch == Branch.IN_PLANE) {
            double frequency = h < 1 ? 0 : Math.sqrt((h - 1) / (h + 1));
            return new Point(inPlaneEnd, frequency, 1, branch);
        }
        double voltage = outOfPlaneEnd().orElse(Double.POSITIVE_INFINITY);
        return new Point(voltage, Math.sqrt((1 - h * h) / (h * (1 + h))), 0.5 * (1 + h), branch);
    }

    private List<AveragedOrbit> orbits(Branch branch) {
        double lower = branch == Branch.IN_PLANE ? QUIET_LOGIT : SEPARATRIX_LOGIT;
        double upper = branch == Branch.IN_PLANE ? SEPARATRIX_LOGIT : QUIET_LOGIT;
        List<Double> logits = new ArrayList<>();
        for (double logit = lower; logit > LINEAR_LOGIT; logit /= LOGIT_GROWTH) {
            logits.add(-logit);
        }
        for (double logit = -LINEAR_LOGIT; logit < LINEAR_LOGIT; logit += LOGIT_STEP) {
            logits.add(logit);
        }
        for (double logit = LINEAR_LOGIT; logit < upper; logit *= LOGIT_GROWTH) {
            logits.add(logit);
        }
        return logits.stream().map(logit -> new AveragedOrbit(balance, branch, logit)).toList();
    }

    /** Where along a branch a function of the orbit vanishes. */
    private record Crossing(double logit, boolean rising) {}

    private Stream<Crossing> crossings(Branch branch, ToDoubleFunction<AveragedOrbit> function) {
        List<AveragedOrbit> family = orbits.getOrDefault(branch, List.of());
        List<Crossing> crossings = new ArrayList<>();
        for (int i = 1; i < family.size(); i++) {
            AveragedOrbit left = family.get(i - 1);
            AveragedOrbit right = family.get(i);
            double before = function.applyAsDouble(left);
            double after = function.applyAsDouble(right);
            boolean changesSign = before < 0 ? after >= 0 : before >= 0 && after < 0;
            if (changesSign && isDriven(left.voltage()) && isDriven(right.voltage())) {
                double logit =
                        new BracketingNthOrderBrentSolver(ROOT_ACCURACY, BRENT_ORDER)
                                .solve(
                                        MOST_ROOT_STEPS,
                                        l ->
                                                function.applyAsDouble(
                                                        new AveragedOrbit(balance, branch, l)),
                                        left.logit(),
                                        right.logit());
                crossings.add(new Crossing(logit, before < after));
            }
        }
        return crossings.stream();
    }

    /** A limit cycle is stable where v rises with the energy. */
    private Stream<AveragedOrbit> stableOrbits(Branch branch, double v) {
        return crossings(branch, orbit -> orbit.voltage() - v)
                .filter(Crossing::rising)
                .map(crossing -> new AveragedOrbit(balance, branch, crossing.logit()));
    }

    private Stream<AveragedOrbit> turningPoints(Branch branch) {
        return crossings(
                        branch,
                        orbit ->
                                Math.abs(orbit.logit()) > LINEAR_LOGIT
                                        ? Double.NaN
                                        : new AveragedOrbit(
                                                                balance,
                                                                branch,
                                                                orbit.logit() + FOLD_DIFFERENCE)
                                                        .voltage()
                                                - new AveragedOrbit(
                                                                balance,
                                                                branch,
                                                                orbit.logit() - FOLD_DIFFERENCE)
                                                        .voltage())
                .map(crossing -> new AveragedOrbit(balance, branch, crossing.logit()));
    }
}
