package larmor.validation.physics;

import java.util.ArrayList;
import java.util.List;
import larmor.model.Coefficients;
import larmor.model.EquationForm;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import larmor.ode.Batch;
import larmor.ode.BatchSolver;
import larmor.validation.Check;
import larmor.validation.Subject;
import larmor.validation.exact.ConservativeOrbit;
import larmor.validation.ladder.CheckFamily;
import larmor.validation.ladder.Effort;
import larmor.validation.ladder.Findings;
import larmor.validation.ladder.Laboratory;
import larmor.validation.page.Numeral;

/**
 * Precession of an easy-plane film without damping and torque: after whole elliptic periods m is
 * back where it was, by every solver.
 */
final class Precession implements CheckFamily {

    private static final Oscillator FILM = Devices.PAPER;

    private static final double STEP = 0.015;

    private static final double TOLERANCE = 1e-13;

    private static final int PERIODS = 3;

    private static final Check.Limit TIME_LIMIT =
            new Check.Limit(
                    1e-9,
                    "RK4 at h = 0.015 errs by h⁴/120 = 4e-10 of the time where |ṁ| = 1, which is the"
                            + " fastest here; its energy moves by a share of that");

    /** Small, large, next to the separatrix; out of plane, next to its static end. */
    private static final List<Magnetization> STARTS =
            List.of(
                    Magnetization.normalized("start", 0, 0.1, 1),
                    Magnetization.normalized("start", 0, 1, 0.2),
                    Magnetization.normalized("start", 0, 0.3, -1),
                    Magnetization.normalized("start", 1, 0, 0.1),
                    Magnetization.normalized("start", 1, 0, -0.3));

    @Override
    public String name() {
        return "precession";
    }

    @Override
    public String title() {
        return "Precession without damping and torque";
    }

    @Override
    public List<String> introduction() {
        return List.of(
                "With α = σ = β = 0 the energy E = ½m_x² − h_0 m_z is constant and the period is an"
                        + " elliptic integral, in-plane as well as out-of-plane. Each solver runs for"
                        + " three exact periods; the distance from the start, over the speed there and"
                        + " the time, is the error of the period.");
    }

    @Override
    public Findings examine(Laboratory laboratory, Effort effort) {
        List<Check> checks = new ArrayList<>();
        for (Subject subject : laboratory.subjects()) {
            checks.add(period(laboratory, subject));
        }
        return new Findings(
                "period to " + Numeral.of(Findings.largestError(checks, "precession"), 2),
                checks,
                List.of());
    }

    private static Check period(Laboratory laboratory, Subject subject) {
        BatchSolver solver =
                subject.hasErrorControl() ? subject.withTolerance(TOLERANCE) : subject.atStep(STEP);
        Cases cases =
                new Cases(
                        laboratory,
                        new Check.Claim(
                                "precession-period-" + subject.id(),
                                "distance from the start after three periods by "
                                        + subject.id()
                                        + ", in units of the way gone meanwhile",
                                "T = nK(k)/√[2h_0(z_2−z_low)], n = 8 in-plane, 4 out-of-plane",
                                "exact solution of ṁ = −m×h in Legendre's integral"));
        for (Magnetization start : STARTS) {
            ConservativeOrbit orbit = ConservativeOrbit.through(FILM, start);
            double time = PERIODS * orbit.period();
            for (EquationForm form : EquationForm.values()) {
                Batch batch = new Batch(1);
                batch.set(0, conservative(laboratory, form), start);
                cases.scaled(
                        form.id() + " form, from m_z = " + start.z(),
                        EndState.distance(
                                EndState.of(solver.integrate(batch, time).solution(0)), start),
                        0,
                        speed(start) * time,
                        TIME_LIMIT);
            }
        }
        return cases.worst();
    }

    /** The equation without damping, voltage and self-induced torque. */
    private static Coefficients conservative(Laboratory laboratory, EquationForm form) {
        Coefficients whole = laboratory.coefficients(FILM, 0, form, false);
        return new Coefficients(
                whole.h0(),
                whole.nxy(),
                whole.nyz(),
                whole.d0(),
                whole.d1(),
                0,
                0,
                whole.s(),
                whole.b(),
                whole.chi());
    }

    /** |m×h|. */
    private static double speed(Magnetization m) {
        double hx = -m.x();
        double hz = FILM.field();
        return new Magnetization(m.y() * hz, m.z() * hx - m.x() * hz, -m.y() * hx).norm();
    }
}
