package larmor.validation.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import larmor.model.Anisotropy;
import larmor.model.EquationForm;
import larmor.model.InvalidInput;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import org.hipparchus.analysis.integration.IterativeLegendreGaussIntegrator;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.util.FastMath;

/**
 * A magnet with N = diag(N_⊥, N_⊥, N_z), whose nonlinear motion is solved exactly at any damping,
 * with α(c), σ(c) and the self-induced torque β(c) acting.
 *
 * <p>The field is h(c) ẑ up to a multiple of m, h(c) = h₀ + (N_⊥−N_z)c, so the polar angle, c = cos
 * θ, moves independently of the azimuth φ:
 *
 * <pre>
 *   exact:          ċ = (1−c²) R(c)/D(c),   φ̇ = (h+ασ)/D,   D = 1 + α² + αβ(1−c²)
 *   leading order:  ċ = (1−c²) R(c),        φ̇ = h
 *   with            R(c) = αh + βh(1−c²) − σ.
 * </pre>
 */
public final class AxisymmetricMagnet {

    /**
     * A precession at constant angle: R(c) = 0, that is σ = h[α + β(1−c²)].
     *
     * @param cosine c = m_z
     * @param rate φ̇ = h(c), in units of γμ₀M_s; the same in both forms
     * @param stable whether neighbours approach it: R' &lt; 0
     */
    public record LimitCycle(double cosine, double rate, boolean stable) {}

    /** Zeros of R nearer to each other than 1/1000 are not told apart. */
    private static final int SCAN_INTERVALS = 2000;

    private static final double ROOT_ACCURACY = 1e-15;
    private static final int BRENT_ORDER = 5;
    private static final int MOST_ROOT_STEPS = 200;

    /** Gauss–Legendre panels are added until their sum is settled to this share. */
    private static final double QUADRATURE_ACCURACY = 1e-13;

    private static final int PANEL_NODES = 32;
    private static final int MOST_QUADRATURE_POINTS = 10_000_000;

    private final Oscillator oscillator;
    private final double v;
    private final EquationForm form;
    private final boolean selfTorque;
    private final double fieldSlope;

    private AxisymmetricMagnet(
            Oscillator oscillator,
            double v,
            EquationForm form,
            boolean selfTorque,
            double fieldSlope) {
        this.oscillator = oscillator;
        this.v = v;
        this.form = form;
        this.selfTorque = selfTorque;
        this.fieldSlope = fieldSlope;
    }

    /**
     * The magnet at one voltage.
     *
     * @param oscillator with N_x = N_y
     * @param v V/V_c
     * @param form which of the two equations
     * @param selfTorque whether the self-induced torque acts
     * @throws InvalidInput if the anisotropy is not axial or the voltage cannot be used
     */
    public static AxisymmetricMagnet of(
            Oscillator oscillator, double v, EquationForm form, boolean selfTorque) {
        Anisotropy n = oscillator.device().magnet().anisotropy();
        if (n.nx() != n.ny()) {
            throw new InvalidInput(
                    "magnet.anisotropy",
                    "must have N_x = N_y for an axisymmetric magnet, not " + n.nx() + "," + n.ny());
        }
        oscillator.coefficients(v, form, selfTorque);
        return new AxisymmetricMagnet(oscillator, v, form, selfTorque, n.nx() - n.nz());
    }

    /** h(c) = h₀ + (N_⊥−N_z)c. */
    public double field(double c) {
        return oscillator.field() + fieldSlope * c;
    }

    /** ċ = dm_z/dt'. */
    public double polarRate(double c) {
        return (1 - c * c) * drift(c) / denominator(c);
    }

    /** φ̇, the rate of precession about ẑ. */
    public double precessionRate(double c) {
        return form == EquationForm.EXACT
                ? (field(c) + oscillator.damping(c) * torque(c)) / denominator(c)
                : field(c);
    }

    /** The precessions at constant angle, in the order of c. */
    public List<LimitCycle> limitCycles() {
        List<LimitCycle> cycles = new ArrayList<>();
        for (int i = 0; i < SCAN_INTERVALS; i++) {
            double lower = -1 + 2.0 * i / SCAN_INTERVALS;
            double upper = -1 + 2.0 * (i + 1) / SCAN_INTERVALS;
            double before = drift(lower);
            double after = drift(upper);
            boolean falling = before > 0 && after <= 0;
            boolean rising = before < 0 && after >= 0;
            if (falling || rising) {
                double c =
                        new BracketingNthOrderBrentSolver(ROOT_ACCURACY, BRENT_ORDER)
                                .solve(MOST_ROOT_STEPS, this::drift, lower, upper);
                cycles.add(new LimitCycle(c, field(c), falling));
            }
        }
        return List.copyOf(cycles);
    }

    /**
     * The time in which m_z goes from one value to another, ∫dc/ċ. With c = tanh u it is ∫ D/R du.
     *
     * @param from m_z at the start, strictly between −1 and 1
     * @param to m_z at the end, strictly between −1 and 1
     * @return t', or empty if the motion goes the other way or never arrives
     * @throws InvalidInput if a value is not strictly between −1 and 1
     */
    public OptionalDouble timeBetween(double from, double to) {
        double start = hyperbolicAngle("from", from);
        double end = hyperbolicAngle("to", to);
        if (start == end) {
            return OptionalDouble.of(0);
        }
        boolean blocked =
                limitCycles().stream()
                        .anyMatch(cycle -> (cycle.cosine() - from) * (cycle.cosine() - to) <= 0);
        if (blocked || drift(from) > 0 != to > from) {
            return OptionalDouble.empty();
        }
        double signed =
                new IterativeLegendreGaussIntegrator(
                                PANEL_NODES, QUADRATURE_ACCURACY, Double.MIN_NORMAL)
                        .integrate(
                                MOST_QUADRATURE_POINTS,
                                u -> timePerAngle(FastMath.tanh(u)),
                                Math.min(start, end),
                                Math.max(start, end));
        return OptionalDouble.of(Math.abs(signed));
    }

    /**
     * The relaxation of an isotropic magnet of constant damping in a field along ẑ, without voltage
     * and self-induced torque, from m = x̂:
     *
     * <pre>
     *   m_z = tanh(αht'/D),   m_x + i m_y = exp(i ht'/D)/cosh(αht'/D),   D = 1+α² (exact) or 1.
     * </pre>
     *
     * @param damping α
     * @param field h
     * @param form which of the two equations
     * @param time t'
     */
    public static Magnetization freeRelaxation(
            double damping, double field, EquationForm form, double time) {
        double denominator = form == EquationForm.EXACT ? 1 + damping * damping : 1;
        double phase = field * time / denominator;
        double transverse = 1 / FastMath.cosh(damping * phase);
        return new Magnetization(
                transverse * FastMath.cos(phase),
                transverse * FastMath.sin(phase),
                FastMath.tanh(damping * phase));
    }

    private static double hyperbolicAngle(String name, double c) {
        if (!(c > -1 && c < 1)) {
            throw new InvalidInput(name, "must be strictly between -1 and 1, not " + c);
        }
        return FastMath.atanh(c);
    }

    private double timePerAngle(double c) {
        return denominator(c) / drift(c);
    }

    /** R(c). */
    private double drift(double c) {
        return field(c) * (oscillator.damping(c) + selfInducedTorque(c) * (1 - c * c)) - torque(c);
    }

    /** D(c). */
    private double denominator(double c) {
        double alpha = oscillator.damping(c);
        return form == EquationForm.EXACT
                ? 1 + alpha * (alpha + selfInducedTorque(c) * (1 - c * c))
                : 1;
    }

    private double torque(double c) {
        return oscillator.spinTransferTorque(v, c);
    }

    private double selfInducedTorque(double c) {
        return selfTorque ? oscillator.selfInducedTorque(c) : 0;
    }
}
