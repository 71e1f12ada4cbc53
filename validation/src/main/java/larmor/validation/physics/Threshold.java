package larmor.validation.physics;

import java.util.ArrayList;
import java.util.List;
import larmor.model.EquationForm;
import larmor.model.Oscillator;
import larmor.validation.Check;
import larmor.validation.Subject;
import larmor.validation.ladder.CheckFamily;
import larmor.validation.ladder.Effort;
import larmor.validation.ladder.Findings;
import larmor.validation.ladder.Laboratory;
import larmor.validation.ladder.SolverRows;
import larmor.validation.page.Numeral;
import larmor.validation.page.Table;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.exception.MathRuntimeException;

/**
 * The critical voltage, found as the root of the growth rate that runs of each solver show, and
 * that the self-induced torque does not move it.
 */
final class Threshold implements CheckFamily {

    /** dRe λ/dv = s_c = 0.0085 turns the accuracy of a growth rate into this. */
    private static final Check.Limit VOLTAGE_LIMIT =
            new Check.Limit(
                    3e-8,
                    "2.5e-10 in the growth rate (tilt² and the error of the solver) over its slope"
                            + " s_c = 0.0085");

    /** The root is sought to this. */
    private static final double VOLTAGE_ACCURACY = 1e-12;

    private static final Check.Limit DIFFERENCE_LIMIT =
            new Check.Limit(
                    1e-10,
                    "at a finite deviation the torque shifts the balance by [4rβ/α]⟨p⟩, r ="
                            + " 4ab/(a+b)²: 4e-11 at a tilt of 1e-5; the root is sought to 1e-12");

    private static final double LOW = 0.8;
    private static final double HIGH = 1.2;
    private static final int BRENT_ORDER = 5;
    private static final int MOST_ROOT_STEPS = 50;

    @Override
    public String name() {
        return "threshold";
    }

    @Override
    public String title() {
        return "Critical voltage";
    }

    @Override
    public List<String> introduction() {
        return List.of(
                "The voltage at which a small deviation from m = ẑ neither grows nor decays, sought"
                        + " as the root of the growth rate in runs of each solver. The self-induced"
                        + " torque is of third order in the deviation, because both ẑ·(m×ṁ) and p"
                        + " vanish at m = ẑ: it must not move the threshold, and the difference of the"
                        + " two roots is a check of its own.",
                "What is left is not the solvers' error, which is why most of them leave the same: the"
                        + " deviation is small but not zero, a tilt of 10^{−5}, and its square shifts"
                        + " the root, whoever integrates. Half the tilt leaves a quarter of that.");
    }

    @Override
    public Findings examine(Laboratory laboratory, Effort effort) {
        List<Check> checks = new ArrayList<>();
        SolverRows rows = new SolverRows();
        for (Subject subject : laboratory.subjects()) {
            Cases voltage =
                    new Cases(
                            laboratory,
                            new Check.Claim(
                                    "threshold-voltage-" + subject.id(),
                                    "critical voltage by " + subject.id(),
                                    "V_c = γα(0)(H_0+2πM)/σ_0, that is v = 1",
                                    "GLD Sec. IV, with the factor g_r that σ_0 needs"));
            Cases difference =
                    new Cases(
                            laboratory,
                            new Check.Claim(
                                    "threshold-difference-" + subject.id(),
                                    "critical voltage with less that without self-induced torque by "
                                            + subject.id(),
                                    "β(q·ṁ)p = O(|m−ẑ|³)",
                                    "GLD Sec. IV: the torque leaves V_c alone"));
            for (EquationForm form : EquationForm.values()) {
                double with = criticalVoltage(laboratory, subject, form, true);
                double without = criticalVoltage(laboratory, subject, form, false);
                voltage.absolute(Words.of(form, true), with, 1, VOLTAGE_LIMIT);
                voltage.absolute(Words.of(form, false), without, 1, VOLTAGE_LIMIT);
                difference.absolute(form.id() + " form", with - without, 0, DIFFERENCE_LIMIT);
                rows.add(
                        subject,
                        List.of(
                                form.id(),
                                Numeral.of(with - 1, 2),
                                Numeral.of(without - 1, 2),
                                Numeral.of(with - without, 2)));
            }
            checks.add(voltage.worst());
            checks.add(difference.worst());
        }
        return new Findings(
                "V_c to "
                        + Numeral.of(Findings.largestError(checks, "threshold-voltage"), 2)
                        + " by every solver; moved by the torque by "
                        + Numeral.of(Findings.largestError(checks, "threshold-difference"), 2),
                checks,
                List.of(
                        new Table(
                                "Critical voltage by each solver: V/V_c − 1 at the root of the growth"
                                        + " rate",
                                List.of("solver", "form", "with torque", "without", "difference"),
                                rows.rows())));
    }

    private static double criticalVoltage(
            Laboratory laboratory, Subject subject, EquationForm form, boolean selfTorque) {
        Oscillator paper = Devices.PAPER;
        try {
            return new BracketingNthOrderBrentSolver(
                            VOLTAGE_ACCURACY, VOLTAGE_ACCURACY, BRENT_ORDER)
                    .solve(
                            MOST_ROOT_STEPS,
                            v ->
                                    RingDown.eigenvalues(
                                                    subject,
                                                    List.of(
                                                            laboratory.coefficients(
                                                                    paper, v, form, selfTorque)))
                                            .getFirst()
                                            .getReal(),
                            LOW,
                            HIGH);
        } catch (MathRuntimeException noRoot) {
            return Double.NaN;
        }
    }
}
