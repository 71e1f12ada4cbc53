package larmor.validation.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import larmor.model.Coefficients;
import larmor.model.Magnetization;
import larmor.ode.Dop853;
import larmor.ode.LlgsEquation;
import larmor.ode.PlaneCrossing;
import larmor.ode.Sampling;
import larmor.ode.Solution;
import larmor.validation.exact.AxisymmetricMagnet;

/**
 * The state that a trajectory comes to in the end.
 *
 * @param frequency ω in units of γμ₀M_s; empty for a state at rest
 * @param power ⟨p⟩ = (1−⟨m_z⟩)/2
 */
public record ReferenceState(OptionalDouble frequency, double power) {

    /**
     * How near to the truth: 1e-14 a step, some tens of steps a turn, over the contraction of a
     * turn; rest is met within the speed at which it is recognised.
     */
    public static final double ACCURACY = 2e-12;

    /** Past the transient of every device and voltage of the study, but for its last digits. */
    private static final double TRANSIENT = 1e5;

    private static final double TRANSIENT_TOLERANCE = 1e-10;

    /** Two orders above the rounding of a step. */
    private static final double TOLERANCE = 1e-14;

    private static final int TURNS = 50;

    /** A crossing farther from the start of its section belongs to another part of the orbit. */
    private static final double SECTION = 0.1;

    /** The section point has come to rest when fifty turns move it by less. */
    private static final double FIXED = 1e-13;

    /** Fifty turns each. */
    private static final int MOST_ROUNDS = 1000;

    /** c so near to the pole that no cycle lies between. */
    private static final double NEAR_POLE = 1 - 1e-9;

    /** Below this speed m is at rest. */
    private static final double REST = 1e-12;

    /** The method of order 8 errs by less than rounding at this many steps in a period. */
    private static final int STEPS_PER_PERIOD = 1024;

    /**
     * By brute force: the equation is integrated to 1e-14 until its crossings of a section no
     * longer move, however long that takes; the period is the mean time between fifty crossings and
     * the power the mean over a period by the trapezoidal rule.
     *
     * @param coefficients the equation
     * @param start m(0)
     */
    public static ReferenceState ofLongRun(Coefficients coefficients, Magnetization start) {
        Magnetization m =
                unit(
                        end(
                                Dop853.withTolerance(TRANSIENT_TOLERANCE)
                                        .integrate(coefficients, start, TRANSIENT)));
        Dop853 solver = Dop853.withTolerance(TOLERANCE);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            if (speed(coefficients, m) < REST) {
                return new ReferenceState(OptionalDouble.empty(), power(m.x(), m.y(), m.z()));
            }
            Section section = new Section(coefficients, m);
            m =
                    unit(
                            end(
                                    solver.integrate(
                                            coefficients,
                                            m,
                                            TRANSIENT,
                                            section.plane,
                                            section::accept)));
            if (section.complete() && section.moved() <= FIXED) {
                double period = section.period();
                return new ReferenceState(
                        OptionalDouble.of(2 * Math.PI / period),
                        meanPower(coefficients, m, period));
            }
        }
        throw new IllegalStateException("a long run from " + start + " has not come to an end");
    }

    /**
     * Exactly, for a magnet of axial symmetry: the stable cycle farthest up, which a trajectory
     * that leaves +ẑ reaches first; a pole where there is none.
     */
    public static ReferenceState of(AxisymmetricMagnet magnet) {
        return magnet.limitCycles().stream()
                .filter(AxisymmetricMagnet.LimitCycle::stable)
                .max((a, b) -> Double.compare(a.cosine(), b.cosine()))
                .map(cycle ->
                        new ReferenceState(
                                OptionalDouble.of(Math.abs(cycle.rate())),
                                0.5 * (1 - cycle.cosine())))
                .orElse(
                        new ReferenceState(
                                OptionalDouble.empty(), magnet.polarRate(NEAR_POLE) > 0 ? 0 : 1));
    }

    private static Magnetization end(Solution solution) {
        return switch (solution) {
            case Solution.Completed completed -> completed.end();
            case Solution.Failed failed ->
                    throw new IllegalStateException("a reference failed: " + failed.failure());
        };
    }

    /** Nothing else brings |m| back to 1: the equation keeps it, and the solver nearly so. */
    private static Magnetization unit(Magnetization m) {
        return Magnetization.normalized("m", m.x(), m.y(), m.z());
    }

    private static double speed(Coefficients coefficients, Magnetization m) {
        return rate(coefficients, m).norm();
    }

    private static Magnetization rate(Coefficients coefficients, Magnetization m) {
        double[] rate = new double[3];
        new LlgsEquation(coefficients).rate(new double[] {m.x(), m.y(), m.z()}, rate);
        return new Magnetization(rate[0], rate[1], rate[2]);
    }

    private static double power(double x, double y, double z) {
        return z > 0 ? 0.5 * (x * x + y * y) / (1 + z) : 0.5 * (1 - z);
    }

    private static double meanPower(Coefficients coefficients, Magnetization m, double period) {
        double[] sum = new double[1];
        double step = period / STEPS_PER_PERIOD;
        Dop853.withStep(step)
                .integrate(
                        coefficients,
                        m,
                        period,
                        Sampling.dividing(period, STEPS_PER_PERIOD),
                        (index, _, x, y, z) -> sum[0] += index == 0 ? 0 : power(x, y, z));
        return sum[0] / STEPS_PER_PERIOD;
    }

    /** Fifty turns, seen on the plane across the flow at their start. */
    private static final class Section {

        private final Magnetization start;
        private final PlaneCrossing plane;
        private final List<Double> times = new ArrayList<>();
        private Magnetization last;

        Section(Coefficients coefficients, Magnetization start) {
            this.start = start;
            last = start;
            Magnetization flow = rate(coefficients, start);
            double speed = flow.norm();
            double offset = flow.x() * start.x() + flow.y() * start.y() + flow.z() * start.z();
            plane =
                    new PlaneCrossing(
                            flow.x() / speed,
                            flow.y() / speed,
                            flow.z() / speed,
                            offset / speed,
                            PlaneCrossing.Direction.RISING);
        }

        /** Rounding may place the start itself a little before the plane: that is no turn. */
        boolean accept(double time, double x, double y, double z) {
            Magnetization here = new Magnetization(x, y, z);
            if (time > 1 && distance(here, start) < SECTION) {
                times.add(time);
                last = here;
            }
            return times.size() < TURNS;
        }

        boolean complete() {
            return times.size() == TURNS;
        }

        double moved() {
            return distance(last, start);
        }

        double period() {
            return (times.getLast() - times.getFirst()) / (TURNS - 1);
        }

        private static double distance(Magnetization a, Magnetization b) {
            return new Magnetization(a.x() - b.x(), a.y() - b.y(), a.z() - b.z()).norm();
        }
    }
}
