package larmor.validation.physics;

import java.util.ArrayList;
import java.util.List;
import larmor.model.DerivedNumbers;
import larmor.model.EquationForm;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import larmor.model.Units;
import larmor.ode.Solution;
import larmor.validation.Check;
import larmor.validation.exact.LinearStability;
import larmor.validation.ladder.CheckFamily;
import larmor.validation.ladder.Effort;
import larmor.validation.ladder.Findings;
import larmor.validation.ladder.Laboratory;
import larmor.validation.page.Numeral;
import larmor.validation.page.Table;
import larmor.validation.physics.SiEquation.Demagnetization;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.complex.Complex;
import org.hipparchus.exception.MathRuntimeException;

/**
 * A device in volts, tesla, siemens and seconds: the paper's equations evaluated literally in SI
 * units against the dimensionless equation that the solvers integrate.
 */
final class SiUnits implements CheckFamily {

    /** t' of the runs. */
    private static final double TIME = 30;

    private static final double TOLERANCE = 1e-13;

    private static final Magnetization START = Magnetization.normalized("start", 0.6, 0.2, 0.7);

    private static final Check.Limit STATE_LIMIT =
            new Check.Limit(
                    1e-11,
                    "a local error of up to 1e-13 in each of some hundred steps, or of rounding in"
                            + " three linear equations at each");

    private static final Check.Limit EIGENVALUE_LIMIT =
            new Check.Limit(
                    2.5e-10,
                    "linear to tilt² = 1e-10; a local error of 1e-15 is 1e-10 of the tilt");

    private static final Check.Limit VOLTAGE_LIMIT =
            new Check.Limit(3e-8, "2.5e-10 in the growth rate over its slope in v, s_c = 0.0085");

    private static final double TILT = 1e-5;
    private static final double INTERVAL = 1;
    private static final double VOLTAGE_ACCURACY = 1e-12;
    private static final int BRENT_ORDER = 5;
    private static final int MOST_ROOT_STEPS = 50;

    private static final String SOURCE = "GLD Eqs. (1), (2), (4)–(7), (11) in SI units";

    /** A device and voltages to run it at, in V_c. */
    private record Sample(String name, String id, Oscillator oscillator, List<Double> voltages) {}

    private static final List<Sample> SAMPLES =
            List.of(
                    new Sample(
                            Devices.NANOPILLAR_NAME,
                            "nanopillar",
                            Devices.NANOPILLAR,
                            List.of(0.0, 1.1, 1.5)),
                    new Sample(
                            "the paper's device",
                            "paper",
                            Devices.PAPER_IN_SI,
                            List.of(0.0, 1.2, 2.0)));

    @Override
    public String name() {
        return "si-units";
    }

    @Override
    public String title() {
        return "A device in SI units";
    }

    @Override
    public List<String> introduction() {
        return List.of(
                "The solvers integrate a dimensionless equation, in the voltage V/V_c and solved for"
                        + " ṁ by hand. Here the paper's equations are evaluated as printed, in volts,"
                        + " tesla, siemens and seconds, and ṁ is found from three linear equations as"
                        + " numbers: a mistake in units, in V_c or in the algebra would show. One device"
                        + " is a nanopillar of everyday size, in which the self-induced torque is"
                        + " three ten-thousandths of the damping; the other is the paper's own, whose"
                        + " ħγ/M𝒱 = 1 is that of a magnet a third of a nanometre across.");
    }

    @Override
    public Findings examine(Laboratory laboratory, Effort effort) {
        List<Check> checks = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (Sample sample : SAMPLES) {
            Oscillator oscillator = sample.oscillator();
            Units.Si si = (Units.Si) oscillator.device().units();
            DerivedNumbers derived = DerivedNumbers.of(oscillator);
            double criticalVolts = derived.criticalVolts().orElseThrow();
            double threshold = threshold(oscillator, si, criticalVolts);
            Complex eigenvalue = eigenvalue(oscillator, si, 0, Demagnetization.PROPORTIONAL);
            checks.add(states(laboratory, sample, si, criticalVolts));
            checks.add(
                    new Cases(
                                    laboratory,
                                    new Check.Claim(
                                            "si-units-voltage-" + sample.id(),
                                            "critical voltage in volts by root search, "
                                                    + sample.name(),
                                            "V_c = γα(0)(H_0+2πM)/σ_0, σ_0 = (γ/M𝒱)(ħ/4e) g_l^s"
                                                    + " g_r/(g_l(0)+g_r)",
                                            SOURCE))
                            .relative("", threshold, criticalVolts, VOLTAGE_LIMIT)
                            .worst());
            checks.add(
                    new Cases(
                                    laboratory,
                                    new Check.Claim(
                                            "si-units-frequency-" + sample.id(),
                                            "FMR frequency in γμ₀M_s, " + sample.name(),
                                            "ω = √[ab − ¼α²(a−b)²]/(1+α²)",
                                            SOURCE))
                            .absolute(
                                    "",
                                    eigenvalue.getImaginary(),
                                    LinearStability.eigenvalue(oscillator, 0, EquationForm.EXACT)
                                            .getImaginary(),
                                    EIGENVALUE_LIMIT)
                            .worst());
            rows.add(
                    List.of(
                            sample.name(),
                            Numeral.of(
                                    eigenvalue.getImaginary() * si.rate() / (2 * Math.PI * 1e9), 8),
                            Numeral.of(derived.fmrHertz().orElseThrow() / 1e9, 8),
                            Numeral.of(-2 * eigenvalue.getReal() * si.rate() / (2e6 * Math.PI), 6),
                            Numeral.of(
                                    2e3
                                            * oscillator.dampingParallel()
                                            * derived.fmrFrequency()
                                            * si.rate()
                                            / si.gyromagneticRatio(),
                                    6),
                            Numeral.of(1e3 * threshold, 8),
                            Numeral.of(1e3 * criticalVolts, 8),
                            Numeral.of(derived.selfTorqueStrength(), 3)));
        }
        return new Findings(
                "V_c in volts to "
                        + Numeral.of(Findings.largestError(checks, "si-units-voltage"), 2)
                        + ", frequency to "
                        + Numeral.of(Findings.largestError(checks, "si-units-frequency"), 2),
                checks,
                List.of(
                        new Table(
                                "In experimenters' units. The simulated frequency contains the shift"
                                        + " by the damping, of order α²; the formula does not.",
                                List.of(
                                        "device",
                                        "ω/2π in GHz, simulated",
                                        "formula",
                                        "Δω/2π in MHz, simulated",
                                        "μ₀ΔH = 2αω_0/γ in mT",
                                        "V_c in mV, simulated",
                                        "formula",
                                        "β(0)/α(0)"),
                                rows)));
    }

    private static Check states(
            Laboratory laboratory, Sample sample, Units.Si si, double criticalVolts) {
        Cases cases =
                new Cases(
                        laboratory,
                        new Check.Claim(
                                "si-units-state-" + sample.id(),
                                "distance of m at t' = 30 by dop853 from the literal equations, "
                                        + sample.name(),
                                "t = t'/(γμ₀M_s), V = v V_c",
                                SOURCE));
        for (double v : sample.voltages()) {
            Magnetization literal =
                    SiEquation.of(
                                    sample.oscillator(),
                                    v * criticalVolts,
                                    Demagnetization.PROPORTIONAL)
                            .end(START, TIME / si.rate());
            Solution solution =
                    laboratory
                            .subject("dop853")
                            .singleWithTolerance(TOLERANCE)
                            .integrate(
                                    laboratory.coefficients(
                                            sample.oscillator(), v, EquationForm.EXACT, true),
                                    START,
                                    TIME);
            cases.absolute(
                    "V = " + v + " V_c",
                    EndState.distance(EndState.of(solution), literal),
                    0,
                    STATE_LIMIT);
        }
        return cases.worst();
    }

    /** The voltage in volts at which the literal equations neither grow nor decay. */
    static double threshold(Oscillator oscillator, Units.Si si, double near) {
        try {
            return near
                    * new BracketingNthOrderBrentSolver(
                                    VOLTAGE_ACCURACY, VOLTAGE_ACCURACY, BRENT_ORDER)
                            .solve(
                                    MOST_ROOT_STEPS,
                                    v ->
                                            eigenvalue(
                                                            oscillator,
                                                            si,
                                                            v * near,
                                                            Demagnetization.PROPORTIONAL)
                                                    .getReal(),
                                    0.5,
                                    1.7);
        } catch (MathRuntimeException noRoot) {
            return Double.NaN;
        }
    }

    /** λ of the literal equations around m = ẑ, in γμ₀M_s. */
    static Complex eigenvalue(
            Oscillator oscillator, Units.Si si, double volts, Demagnetization demagnetization) {
        SiEquation equation = SiEquation.of(oscillator, volts, demagnetization);
        Magnetization start = Magnetization.normalized("tilt", TILT, 0, 1);
        return LinearStability.observedEigenvalue(
                start,
                equation.end(start, INTERVAL / si.rate()),
                equation.end(start, 2 * INTERVAL / si.rate()),
                INTERVAL);
    }
}
