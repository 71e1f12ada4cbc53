package larmor.validation.charge;

import larmor.model.Coefficients;
import larmor.model.EquationForm;
import larmor.model.InvalidInput;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import larmor.ode.LlgsEquation;
import larmor.ode.NumericalFailure;
import org.hipparchus.exception.LocalizedCoreFormats;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.hipparchus.ode.sampling.ODEStateInterpolator;
import org.hipparchus.ode.sampling.ODEStepHandler;

/**
 * Magnetisation and charge of the nanomagnet together, GLD Eqs. (1)–(6), with the capacitance C of
 * the island: charge conservation, Eq. (3), is an equation of motion here, and nothing is assumed
 * about the self-induced torque of Eq. (10).
 *
 * <p>With u = V_l/V_c, d(c) = g_l(c)+g_r, B = (κ/16π)(g_l^s)², η = s_c d(1)/g_r and the RC time at
 * θ = 0 in t', τ = γμ₀M_s C/(G₀ d(1)):
 *
 * <pre>
 *   ṁ = (f + α m×f)/(1+α²),   f = −m×h − ηu p,   p = m×(ẑ×m),   q = ẑ×m
 *   u̇ = −{d(c) u − g_r v + (B/η) q·ṁ}/(τ d(1))
 *   u(0) = [g_r v − (B/η) q·ṁ]/d(c), with ṁ from GLD Eq. (8)
 * </pre>
 *
 * <p>As τ → 0 this tends to Eq. (8) in its exact form, with a distance proportional to τ. A run
 * takes steps of a few τ at most.
 */
public final class ChargeDynamics {

    /**
     * The state of island and magnet.
     *
     * @param time t'
     * @param m the magnetisation
     * @param leftVoltage u = V_l/V_c, the voltage across the magnetic junction
     * @param pumpingCurrent I_c^p/(G₀V_c) = (B/η) q·ṁ, GLD Eq. (6)
     * @param chemicalPotential (μ_m−μ_r)/(eV_c) = v − u, GLD Eq. (A1)
     */
    public record State(
            double time,
            Magnetization m,
            double leftVoltage,
            double pumpingCurrent,
            double chemicalPotential) {}

    /** The outcome of a run. */
    public sealed interface Outcome {

        /**
         * The run reached its end.
         *
         * @param end the state there
         */
        record Completed(State end) implements Outcome {}

        /**
         * The run had to stop early.
         *
         * @param failure why and where
         */
        record Failed(NumericalFailure failure) implements Outcome {}
    }

    /** Local error of m and u, the smallest at which rounding does not yet steer the step. */
    private static final double TOLERANCE = 1e-13;

    /** In τ: the method is unstable from 6 on, where a first step could overflow. */
    private static final double LARGEST_STEP = 6;

    /** In τ: shorter steps would mean that error control fights rounding. */
    private static final double SMALLEST_STEP = 1e-9;

    /** In τ: a longer run takes more than about a minute, at two evaluations for each τ. */
    private static final double LONGEST_RUN = 1e8;

    private static final int MOST_EVALUATIONS = 500_000_000;

    private final Oscillator oscillator;
    private final double v;
    private final double relaxationTime;
    private final Coefficients eliminated;
    private final double eta;
    private final double pumping;

    private ChargeDynamics(Oscillator oscillator, double v, double relaxationTime) {
        this.oscillator = oscillator;
        this.v = v;
        this.relaxationTime = relaxationTime;
        eliminated = oscillator.coefficients(v, EquationForm.EXACT, true);
        eta = oscillator.criticalTorque() * oscillator.seriesConductance(1) / oscillator.gRight();
        pumping = eliminated.b() / eta;
    }

    /**
     * The coupled system.
     *
     * @param oscillator the device
     * @param v V/V_c
     * @param relaxationTime τ in t', greater than 0
     * @throws InvalidInput if the voltage or the time cannot be used
     */
    public static ChargeDynamics of(Oscillator oscillator, double v, double relaxationTime) {
        if (!(relaxationTime > 0 && relaxationTime < Double.POSITIVE_INFINITY)) {
            throw new InvalidInput(
                    "--charge-relaxation-time",
                    "must be a finite number greater than 0, not " + relaxationTime);
        }
        return new ChargeDynamics(oscillator, v, relaxationTime);
    }

    /**
     * Integrates from t' = 0 with the Dormand–Prince method of order 8(5,3) of Hipparchus.
     *
     * @param start m(0), a unit vector
     * @param endTime t' at which to stop, at least 0
     * @throws InvalidInput if the end time is not a finite number of at least 0 or beyond 1e8 τ
     */
    public Outcome integrate(Magnetization start, double endTime) {
        if (!(endTime >= 0 && endTime < Double.POSITIVE_INFINITY)) {
            throw new InvalidInput(
                    "--time", "must be a finite number of at least 0, not " + endTime);
        }
        if (endTime > LONGEST_RUN * relaxationTime) {
            throw new InvalidInput(
                    "--charge-relaxation-time",
                    "must be at least 1e-8 of --time to be followed, not " + relaxationTime);
        }
        double[] initial = {start.x(), start.y(), start.z(), relaxedVoltage(start)};
        if (endTime == 0) {
            return new Outcome.Completed(state(0, initial));
        }
        double longest = Math.min(endTime, LARGEST_STEP * relaxationTime);
        DormandPrince853Integrator integrator =
                new DormandPrince853Integrator(
                        Math.min(longest, SMALLEST_STEP * relaxationTime),
                        longest,
                        TOLERANCE,
                        TOLERANCE);
        integrator.setMaxEvaluations(MOST_EVALUATIONS);
        LastStep lastStep = new LastStep(start);
        integrator.addStepHandler(lastStep);
        try {
            ODEStateAndDerivative end =
                    integrator.integrate(new Coupled(), new ODEState(0, initial), endTime);
            return new Outcome.Completed(state(end.getTime(), end.getPrimaryState()));
        } catch (MathIllegalStateException e) {
            return new Outcome.Failed(
                    lastStep.failure(
                            e.getSpecifier() == LocalizedCoreFormats.MAX_COUNT_EXCEEDED
                                    ? NumericalFailure.Kind.STEP_LIMIT
                                    : NumericalFailure.Kind.NON_FINITE));
        } catch (MathIllegalArgumentException _) {
            return new Outcome.Failed(lastStep.failure(NumericalFailure.Kind.STEP_UNDERFLOW));
        }
    }

    /** u with the charge relaxed at the rate ṁ of GLD Eq. (8). */
    private double relaxedVoltage(Magnetization m) {
        double[] rate = new double[3];
        new LlgsEquation(eliminated).rate(new double[] {m.x(), m.y(), m.z()}, rate);
        double current = pumping * (m.x() * rate[1] - m.y() * rate[0]);
        return (oscillator.gRight() * v - current) / oscillator.seriesConductance(m.z());
    }

    private State state(double time, double[] y) {
        double[] rate = new Coupled().computeDerivatives(time, y);
        return new State(
                time,
                new Magnetization(y[0], y[1], y[2]),
                y[3],
                pumping * (y[0] * rate[1] - y[1] * rate[0]),
                v - y[3]);
    }

    /** (m_x, m_y, m_z, u). */
    private final class Coupled implements OrdinaryDifferentialEquation {

        @Override
        public int getDimension() {
            return 4;
        }

        @Override
        public double[] computeDerivatives(double time, double[] y) {
            double x = y[0];
            double my = y[1];
            double z = y[2];
            double hx = -eliminated.nxy() * x;
            double hz = eliminated.h0() + eliminated.nyz() * z;
            double torque = eta * y[3];
            double fx = -my * hz + torque * z * x;
            double fy = x * hz - z * hx + torque * z * my;
            double fz = my * hx - torque * (x * x + my * my);
            double alpha = oscillator.damping(z);
            double scale = 1 / (1 + alpha * alpha);
            double rateX = scale * (fx + alpha * (my * fz - z * fy));
            double rateY = scale * (fy + alpha * (z * fx - x * fz));
            double rateZ = scale * (fz + alpha * (x * fy - my * fx));
            double current = pumping * (x * rateY - my * rateX);
            double charging =
                    oscillator.seriesConductance(z) * y[3] - oscillator.gRight() * v + current;
            return new double[] {
                rateX, rateY, rateZ, -charging / (relaxationTime * oscillator.seriesConductance(1))
            };
        }
    }

    /** Remembers the last accepted step, for the report of a failure. */
    private static final class LastStep implements ODEStepHandler {

        private double time;
        private Magnetization m;

        LastStep(Magnetization start) {
            m = start;
        }

        @Override
        public void handleStep(ODEStateInterpolator interpolator) {
            ODEStateAndDerivative state = interpolator.getCurrentState();
            double[] y = state.getPrimaryState();
            time = state.getTime();
            m = new Magnetization(y[0], y[1], y[2]);
        }

        NumericalFailure failure(NumericalFailure.Kind kind) {
            return new NumericalFailure(kind, time, m);
        }
    }
}
