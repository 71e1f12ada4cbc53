package larmor.validation.physics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import larmor.model.Coefficients;
import larmor.model.Magnetization;
import larmor.ode.CrossingSolver;
import larmor.ode.Dop853;
import larmor.ode.PlaneCrossing;
import larmor.ode.Sampling;
import larmor.ode.Solution;
import larmor.validation.exact.OrbitAveragedTheory.Branch;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.exception.MathRuntimeException;

/**
 * The limit cycles of an easy-plane film (N_y = N_z &lt; N_x) as fixed points of the return to a
 * half-plane through ẑ.
 *
 * <p>m moves on a sphere, so the half-plane meets it in a line and the return map takes one angle
 * to another. In-plane orbits are cut at m_x = 0, m_y &gt; 0, where m = (0, sin ϑ, cos ϑ),
 * out-of-plane orbits at m_y = 0, m_x &gt; 0, where m = (sin ϑ, 0, cos ϑ); both angles grow with
 * the energy. A cycle is a zero of ϑ' − ϑ, sought in ϑ where the voltage is given and in the
 * voltage where ϑ is given. The second way finds unstable cycles just as well, and v(ϑ) has its
 * extremes at the folds. There is no transient to wait for, so that the accuracy is that of the
 * solver.
 *
 * <p>{@code larmor.orbit} finds cycles by Newton's method with the variational equations on other
 * sections; this is bracketing with nothing but runs, and {@link OrbitTheory} holds the two against
 * each other.
 */
final class SectionMap {

    /** An orbit so near to the separatrix that it takes longer counts as one beyond it. */
    private static final double LONGEST_PERIODS = 50;

    /** Distance in ϑ kept from both ends of a branch. */
    private static final double EDGE = 1e-6;

    /** Of ϑ and v. */
    private static final double ROOT_ACCURACY = 1e-15;

    /** An orbit returns to its start to this, next to the separatrix as well. */
    private static final double CLOSED = 1e-7;

    private static final int BRENT_ORDER = 5;
    private static final int MOST_ROOT_STEPS = 200;

    /**
     * A periodic function is averaged by equal weights with an error that falls exponentially: m_z
     * has no more than a hundred harmonics above rounding, next to the separatrix.
     */
    private static final int SAMPLES = 512;

    /** Order 8 leaves 1e-13 of period, frequency and power at this step. */
    private static final double STEP = 0.1;

    private final Dynamics dynamics;
    private final CrossingSolver solver;

    /**
     * The map of one equation, integrated by dop853.
     *
     * @param dynamics of an easy-plane film
     */
    SectionMap(Dynamics dynamics) {
        this.dynamics = dynamics;
        solver = Dop853.withStep(STEP);
    }

    /**
     * A limit cycle.
     *
     * @param branch the family it belongs to
     * @param angle ϑ on the section
     * @param voltage v
     * @param period T in t'
     * @param frequency ω/ω₀
     * @param power ⟨p⟩ = (1−⟨m_z⟩)/2
     * @param waveform m at equal times over one period, from the section on
     */
    record Cycle(
            Branch branch,
            double angle,
            double voltage,
            double period,
            double frequency,
            double power,
            List<Magnetization> waveform) {

        Cycle {
            waveform = List.copyOf(waveform);
        }
    }

    /** The stable cycle of a branch at the voltage v; empty where there is none. */
    Optional<Cycle> atVoltage(Branch branch, double v) {
        double h = dynamics.field();
        boolean inPlane = branch == Branch.IN_PLANE;
        double lowest = inPlane ? 0 : StrictMath.acos(1 - 2 * h);
        double highest = inPlane ? Math.PI : StrictMath.acos(-h);
        Coefficients coefficients = dynamics.coefficients(v);
        return root(
                        angle -> displacement(branch, coefficients, angle),
                        lowest + EDGE,
                        highest - EDGE)
                .flatMap(angle -> cycle(branch, angle, v));
    }

    /**
     * The in-plane cycle through a point of the section, stable or not.
     *
     * @param angle ϑ, between 0 and π
     * @param low a voltage too low for it
     * @param high a voltage too high for it
     * @return empty where there is none in this range of voltages
     */
    Optional<Cycle> through(double angle, double low, double high) {
        return root(v -> displacement(Branch.IN_PLANE, dynamics.coefficients(v), angle), low, high)
                .flatMap(v -> cycle(Branch.IN_PLANE, angle, v));
    }

    private static Optional<Double> root(UnivariateFunction function, double low, double high) {
        try {
            return Optional.of(
                    new BracketingNthOrderBrentSolver(ROOT_ACCURACY, ROOT_ACCURACY, BRENT_ORDER)
                            .solve(MOST_ROOT_STEPS, function, low, high));
        } catch (MathRuntimeException noRoot) {
            return Optional.empty();
        }
    }

    private Optional<Cycle> cycle(Branch branch, double angle, double v) {
        Coefficients coefficients = dynamics.coefficients(v);
        Return back = firstReturn(branch, coefficients, angle);
        // A sign also changes where orbits begin to cross the separatrix: that is no cycle.
        if (!(Math.abs(back.angle() - angle) <= CLOSED)) {
            return Optional.empty();
        }
        double period = back.time();
        List<Magnetization> waveform = new ArrayList<>();
        Solution solution =
                solver.integrate(
                        coefficients,
                        section(branch, angle),
                        period,
                        Sampling.dividing(period, SAMPLES),
                        (index, _, x, y, z) -> {
                            if (index < SAMPLES) {
                                waveform.add(new Magnetization(x, y, z));
                            }
                        });
        if (solution instanceof Solution.Failed) {
            return Optional.empty();
        }
        double height = waveform.stream().mapToDouble(Magnetization::z).sum() / SAMPLES;
        return Optional.of(
                new Cycle(
                        branch,
                        angle,
                        v,
                        period,
                        2 * Math.PI / (period * dynamics.fmrFrequency()),
                        0.5 * (1 - height),
                        waveform));
    }

    private double displacement(Branch branch, Coefficients coefficients, double angle) {
        Return back = firstReturn(branch, coefficients, angle);
        if (back.lost()) {
            // It came too near to the separatrix, which lies above the one branch and below the
            // other.
            return branch == Branch.IN_PLANE ? Math.PI - angle : Math.PI;
        }
        return back.angle() - angle;
    }

    /**
     * Where an orbit meets its section again.
     *
     * @param time t', or NaN
     * @param angle ϑ', or NaN
     * @param lost whether it did not come back in the time given
     */
    private record Return(double time, double angle, boolean lost) {}

    private Return firstReturn(Branch branch, Coefficients coefficients, double angle) {
        boolean inPlane = branch == Branch.IN_PLANE;
        // ṁ_x = −h₀m_y on the one section and ṁ_y = (h₀+m_z)m_x on the other, to leading order.
        PlaneCrossing plane =
                inPlane
                        ? new PlaneCrossing(1, 0, 0, 0, PlaneCrossing.Direction.FALLING)
                        : new PlaneCrossing(0, 1, 0, 0, PlaneCrossing.Direction.RISING);
        Return[] found = {new Return(Double.NaN, Double.NaN, true)};
        Solution solution =
                solver.integrate(
                        coefficients,
                        section(branch, angle),
                        LONGEST_PERIODS * 2 * Math.PI / dynamics.fmrFrequency(),
                        plane,
                        (time, x, y, z) -> {
                            double across = inPlane ? y : x;
                            found[0] = new Return(time, StrictMath.atan2(across, z), across < 0);
                            return false;
                        });
        return solution instanceof Solution.Failed
                ? new Return(Double.NaN, Double.NaN, false)
                : found[0];
    }

    private static Magnetization section(Branch branch, double angle) {
        double sine = StrictMath.sin(angle);
        double cosine = StrictMath.cos(angle);
        return branch == Branch.IN_PLANE
                ? new Magnetization(0, sine, cosine)
                : new Magnetization(sine, 0, cosine);
    }
}
