package larmor.validation.physics;

import java.util.ArrayList;
import java.util.List;
import larmor.model.Anisotropy;
import larmor.model.EquationForm;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import larmor.ode.Batch;
import larmor.ode.BatchSolution;
import larmor.ode.BatchSolver;
import larmor.validation.Check;
import larmor.validation.Subject;
import larmor.validation.exact.AxisymmetricMagnet;
import larmor.validation.exact.AxisymmetricMagnet.LimitCycle;
import larmor.validation.ladder.CheckFamily;
import larmor.validation.ladder.Effort;
import larmor.validation.ladder.Findings;
import larmor.validation.ladder.Laboratory;
import larmor.validation.page.Numeral;

/**
 * The axisymmetric magnet, whose nonlinear motion is known exactly: switching times and limit
 * cycles by every solver, in both forms, with the self-induced torque and without.
 */
final class Axisymmetric implements CheckFamily {

    /** m switches from near ẑ to near −ẑ. */
    private static final Oscillator EASY_AXIS =
            Devices.magnet(0.05, 0.9, new Anisotropy(0.4, 0.4, 0.1));

    /** Precession stiffens as m turns down: a stable limit cycle. */
    private static final Oscillator EASY_PLANE =
            Devices.magnet(0.2, 0.9, new Anisotropy(0.1, 0.1, 0.6));

    private static final double STEP = 0.01;

    private static final double TOLERANCE = 1e-13;

    private static final Check.Limit TIME_LIMIT =
            new Check.Limit(
                    1e-9,
                    "RK4 at h = 0.01 errs by (φ̇h)⁴/120 = 2e-10 of the time at φ̇ = 1.3, and without"
                            + " renormalisation loses |m| at φ̇(φ̇h)⁵/144 = 3e-12, which over ċ = 0.01"
                            + " is 3e-10; a local error of 1e-13 in each of 1e3 steps sums to 1e-10");

    private static final Check.Limit CYCLE_LIMIT =
            new Check.Limit(
                    1e-10,
                    "1e-11 is left of the transient, and h'(c) of it in the rate; RK4 at h = 0.01 errs"
                            + " by φ̇(φ̇h)⁴/120 = 3e-12 at φ̇ = 0.5; a local error of 1e-13 every 0.1 in"
                            + " t' against a return at a rate of 0.03 or more leaves 3e-11");

    /** This is left of the transient. */
    private static final double TRANSIENT = 1e-11;

    /** m starts this far in m_z from the cycle. */
    private static final double APPROACH = 0.05;

    private static final double SLOPE_DIFFERENCE = 1e-5;

    /** The phase is read over this, less than half a turn. */
    private static final double STRETCH = 2;

    private static final String SOURCE =
            "GLD Eq. (8) for N = diag(N_{⊥}, N_{⊥}, N_z), solved by one quadrature";

    /** From one m_z to another. */
    private record Switching(double voltage, double from, double to) {}

    private static final List<Switching> SWITCHINGS =
            List.of(
                    new Switching(2, 0.9, -0.9),
                    new Switching(1.5, 0.9, -0.5),
                    new Switching(0, -0.5, 0.8));

    private static final List<Double> CYCLE_VOLTAGES = List.of(1.15, 1.3);

    @Override
    public String name() {
        return "axisymmetric";
    }

    @Override
    public String title() {
        return "An axisymmetric magnet, solved exactly";
    }

    @Override
    public List<String> introduction() {
        return List.of(
                "With N = diag(N_{⊥}, N_{⊥}, N_z) the field stays along ẑ up to a multiple of m, and c ="
                        + " m_z moves by itself: ċ = (1−c²)[αh + βh(1−c²) − σ]/D, φ̇ = (h+ασ)/D,"
                        + " with h(c) = h_0 + (N_{⊥}−N_z)c and D = 1 + α² + αβ(1−c²) in the exact"
                        + " form. Switching times are integrals of dc/ċ; on a limit cycle the bracket"
                        + " vanishes and φ̇ = h(c). That is nonlinear and holds at any damping, with"
                        + " α(θ), σ(θ) and β(θ) all acting.");
    }

    @Override
    public Findings examine(Laboratory laboratory, Effort effort) {
        List<Check> checks = new ArrayList<>();
        for (Subject subject : laboratory.subjects()) {
            checks.add(switching(laboratory, effort, subject));
            checks.addAll(cycles(laboratory, effort, subject));
        }
        return new Findings(
                "switching to "
                        + Numeral.of(Findings.largestError(checks, "axisymmetric-switching"), 2)
                        + ", limit cycle to "
                        + Numeral.of(Findings.largestError(checks, "axisymmetric-cycle"), 2),
                checks,
                List.of());
    }

    /** All of them in full, one of them where it has to be quick. */
    private static <T> List<T> few(Effort effort, List<T> all) {
        return effort == Effort.FULL ? all : all.subList(0, 1);
    }

    private static BatchSolver accurate(Subject subject) {
        return subject.hasErrorControl() ? subject.withTolerance(TOLERANCE) : subject.atStep(STEP);
    }

    /** The time is exact and the end is looked at: an error δ of m_z is one of δ/ċ in time. */
    private static Check switching(Laboratory laboratory, Effort effort, Subject subject) {
        BatchSolver solver = accurate(subject);
        Cases cases =
                new Cases(
                        laboratory,
                        new Check.Claim(
                                "axisymmetric-switching-" + subject.id(),
                                "m_z after the exact switching time by "
                                        + subject.id()
                                        + ", the error as a share of that time",
                                "t = ∫ D dc / {(1−c²)[αh + βh(1−c²) − σ]}",
                                SOURCE));
        for (Switching switching : few(effort, SWITCHINGS)) {
            for (EquationForm form : EquationForm.values()) {
                for (boolean selfTorque : new boolean[] {true, false}) {
                    AxisymmetricMagnet magnet =
                            AxisymmetricMagnet.of(EASY_AXIS, switching.voltage(), form, selfTorque);
                    double time =
                            magnet.timeBetween(switching.from(), switching.to()).orElseThrow();
                    double sine = Math.sqrt(1 - switching.from() * switching.from());
                    Batch batch = new Batch(1);
                    batch.set(
                            0,
                            laboratory.coefficients(
                                    EASY_AXIS, switching.voltage(), form, selfTorque),
                            Magnetization.normalized(
                                    "start", 0.6 * sine, 0.8 * sine, switching.from()));
                    cases.scaled(
                            "v = " + switching.voltage() + ", " + Words.of(form, selfTorque),
                            EndState.of(solver.integrate(batch, time).solution(0)).z(),
                            switching.to(),
                            Math.abs(magnet.polarRate(switching.to())) * time,
                            TIME_LIMIT);
                }
            }
        }
        return cases.worst();
    }

    private static List<Check> cycles(Laboratory laboratory, Effort effort, Subject subject) {
        Cases angle =
                new Cases(
                        laboratory,
                        new Check.Claim(
                                "axisymmetric-cycle-" + subject.id(),
                                "m_z on the limit cycle that a run settles on by " + subject.id(),
                                "σ(c) = h(c)[α(c) + β(c)(1−c²)]",
                                SOURCE));
        Cases rate =
                new Cases(
                        laboratory,
                        new Check.Claim(
                                "axisymmetric-rate-" + subject.id(),
                                "rate of precession on that cycle by " + subject.id(),
                                "φ̇ = h(c)",
                                SOURCE));
        BatchSolver solver = accurate(subject);
        List<LimitCycle> exact = new ArrayList<>();
        List<String> where = new ArrayList<>();
        List<Double> voltages = few(effort, CYCLE_VOLTAGES);
        Batch approach = new Batch(4 * voltages.size());
        double settling = 0;
        for (double v : voltages) {
            for (EquationForm form : EquationForm.values()) {
                for (boolean selfTorque : new boolean[] {true, false}) {
                    AxisymmetricMagnet magnet =
                            AxisymmetricMagnet.of(EASY_PLANE, v, form, selfTorque);
                    LimitCycle cycle =
                            magnet.limitCycles().stream()
                                    .filter(LimitCycle::stable)
                                    .findFirst()
                                    .orElseThrow();
                    settling = Math.max(settling, settlingTime(magnet, cycle.cosine()));
                    double height = cycle.cosine() - APPROACH;
                    approach.set(
                            exact.size(),
                            laboratory.coefficients(EASY_PLANE, v, form, selfTorque),
                            Magnetization.normalized(
                                    "start", Math.sqrt(1 - height * height), 0, height));
                    where.add("v = " + v + ", " + Words.of(form, selfTorque));
                    exact.add(cycle);
                }
            }
        }
        BatchSolution before = solver.integrate(approach, settling);
        Batch stretch = new Batch(approach.lanes());
        for (int lane = 0; lane < approach.lanes(); lane++) {
            stretch.set(lane, approach.coefficients(lane), EndState.of(before.solution(lane)));
        }
        BatchSolution after = solver.integrate(stretch, STRETCH);
        for (int lane = 0; lane < exact.size(); lane++) {
            LimitCycle cycle = exact.get(lane);
            angle.absolute(
                    where.get(lane),
                    EndState.of(after.solution(lane)).z(),
                    cycle.cosine(),
                    CYCLE_LIMIT);
            rate.absolute(
                    where.get(lane),
                    turn(stretch.start(lane), EndState.of(after.solution(lane))) / STRETCH,
                    cycle.rate(),
                    CYCLE_LIMIT);
        }
        return List.of(angle.worst(), rate.worst());
    }

    /** How long a small distance from the cycle takes to fall to {@link #TRANSIENT}. */
    private static double settlingTime(AxisymmetricMagnet magnet, double cosine) {
        double slope =
                (magnet.polarRate(cosine - SLOPE_DIFFERENCE)
                                - magnet.polarRate(cosine + SLOPE_DIFFERENCE))
                        / (2 * SLOPE_DIFFERENCE);
        return StrictMath.log(APPROACH / TRANSIENT) / slope;
    }

    /** The angle about ẑ from one to the other, below π. */
    private static double turn(Magnetization from, Magnetization to) {
        return StrictMath.atan2(
                from.x() * to.y() - from.y() * to.x(), from.x() * to.x() + from.y() * to.y());
    }
}
