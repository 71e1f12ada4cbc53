package larmor.validation;

import java.util.ArrayList;
import java.util.List;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import larmor.ode.Rk4;
import larmor.ode.Sampling;
import larmor.ode.Solver;
import larmor.validation.exact.LinearStability;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.complex.Complex;

/**
 * Small deviations from m = ẑ, read off runs and held against the exact eigenvalues of the
 * linearised equation: FMR frequency, growth rates around the threshold, critical voltage.
 */
public final class StabilityChecks {

    /** The deviation leaves the linear range by its square, 1e-12. */
    private static final double TILT = 1e-6;

    /** A step of RK4 at which its phase error is |λ|(|λ|h)⁴/120 = 2e-11. */
    private static final double STEP = 0.01;

    /** About a quarter of a period: the samples are far from parallel. */
    private static final double INTERVAL = 2;

    private static final String SOURCE = "linearised GLD Eq. (8), exact in α";

    private static final Check.Limit EIGENVALUE_LIMIT =
            new Check.Limit(
                    1e-9,
                    "truncation 2e-11, nonlinearity and rounding of a tilt of 1e-6, with a margin");

    /** dRe λ/dv = s_c = 0.0085 turns 1e-9 in the growth rate into this. */
    private static final Check.Limit VOLTAGE_LIMIT =
            new Check.Limit(1.2e-7, "1e-9 in the growth rate over its slope s_c = 0.0085");

    private static final double VOLTAGE_ACCURACY = 1e-11;
    private static final int MOST_EVALUATIONS = 50;
    private static final int BRENT_ORDER = 5;

    private static final Oscillator PAPER = Oscillator.of(Device.PAPER);

    private StabilityChecks() {}

    /** All of them, for the paper's device. */
    public static List<Check> all() {
        List<Check> checks = new ArrayList<>();
        for (EquationForm form : EquationForm.values()) {
            checks.add(fmrFrequency(form));
            for (double v : new double[] {0.7, 1, 1.3}) {
                checks.add(growthRate(v, form));
            }
        }
        checks.add(criticalVoltage(true));
        checks.add(criticalVoltage(false));
        return List.copyOf(checks);
    }

    private static Check fmrFrequency(EquationForm form) {
        Complex exact = LinearStability.eigenvalue(PAPER, 1, form);
        return Check.absolute(
                new Check.Claim(
                        "fmr-frequency-" + form.id(),
                        "frequency of a small deviation at the threshold, " + form.id() + " form",
                        form == EquationForm.EXACT
                                ? "ω = √((s_c²+ab)/(1+α²))"
                                : "ω = √(ab−α²(a−b)²/4)",
                        SOURCE),
                observed(1, form, true).getImaginary(),
                exact.getImaginary(),
                EIGENVALUE_LIMIT);
    }

    private static Check growthRate(double v, EquationForm form) {
        return Check.absolute(
                new Check.Claim(
                        "growth-rate-" + form.id() + "-" + v,
                        "growth rate of a small deviation at v = " + v + ", " + form.id() + " form",
                        form == EquationForm.EXACT
                                ? "Re λ = (s−α(a+b)/2)/(1+α²)"
                                : "Re λ = s−α(a+b)/2",
                        SOURCE),
                observed(v, form, true).getReal(),
                LinearStability.eigenvalue(PAPER, v, form).getReal(),
                EIGENVALUE_LIMIT);
    }

    private static Check criticalVoltage(boolean selfTorque) {
        double voltage =
                new BracketingNthOrderBrentSolver(VOLTAGE_ACCURACY, VOLTAGE_ACCURACY, BRENT_ORDER)
                        .solve(
                                MOST_EVALUATIONS,
                                v -> observed(v, EquationForm.EXACT, selfTorque).getReal(),
                                0.8,
                                1.2);
        return Check.absolute(
                new Check.Claim(
                        "critical-voltage-" + (selfTorque ? "with" : "without"),
                        "voltage at which a small deviation neither grows nor decays, "
                                + (selfTorque ? "with" : "without")
                                + " self-induced torque",
                        "v = 1: V_c = γα(0)(H₀+2πM)/σ₀",
                        "GLD Sec. IV, with the factor g_r that σ₀ needs"),
                voltage,
                1,
                VOLTAGE_LIMIT);
    }

    private static Complex observed(double v, EquationForm form, boolean selfTorque) {
        Solver solver = new Rk4(STEP);
        List<Magnetization> samples = new ArrayList<>();
        solver.integrate(
                PAPER.coefficients(v, form, selfTorque),
                Magnetization.normalized("tilt", TILT, 0, 1),
                2 * INTERVAL,
                Sampling.dividing(2 * INTERVAL, 2),
                (_, _, x, y, z) -> samples.add(new Magnetization(x, y, z)));
        return LinearStability.observedEigenvalue(
                samples.get(0), samples.get(1), samples.get(2), INTERVAL);
    }
}
