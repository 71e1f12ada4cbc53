package larmor.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import larmor.model.Coefficients;
import larmor.model.InvalidInput;
import larmor.model.Magnetization;
import larmor.ode.PlaneCrossing.Direction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Against the exact solution of an isotropic magnet without current from the equator: m_z =
 * tanh(αw), m_x + i m_y = sech(αw) e^{iw} with w = ht'/(1+α²).
 */
class PlaneCrossingTest {

    private static final double DAMPING = 0.05;

    /**
     * Without current the conductance d = ¼ cancels; whoever forgets to divide by it is far off.
     */
    private static final Coefficients RELAXATION =
            new Coefficients(1, 0, 0, 0.25, 0, DAMPING, 0, 0, 0, 1);

    private static final double CLOCK = 1 + DAMPING * DAMPING;

    private static final Magnetization EQUATOR = new Magnetization(1, 0, 0);

    private static final double END_TIME = 40;

    /** What is promised. */
    private static final double TIME_ACCURACY = 1e-12;

    /** Of the search for one crossing; bisection of a step down to 1e-13 would take some forty. */
    private static final long FEW_STEPS = 8;

    /** A step of order 8 through 0.86 of the phase: 0.86⁹/9!, over the slope 0.14 of m_x. */
    private static final double LONG_STEP_TRUNCATION = 5e-6;

    private static final PlaneCrossing RISING_Y = new PlaneCrossing(0, 1, 0, 0, Direction.RISING);

    /** At settings where the trajectory itself is good to less than {@link #TIME_ACCURACY}. */
    static Stream<CrossingSolver> solvers() {
        return Stream.of(new Dopri5(1e-16), Dop853.withTolerance(1e-15), Dop853.withStep(0.1));
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void everyTurnCrossesTheMeridianOnceEachWay(CrossingSolver solver) {
        assertCrossings(times(solver, RISING_Y), 2 * Math.PI * CLOCK, 2 * Math.PI * CLOCK, 6);
        assertCrossings(
                times(solver, new PlaneCrossing(0, 1, 0, 0, Direction.FALLING)),
                Math.PI * CLOCK,
                2 * Math.PI * CLOCK,
                6);
        assertCrossings(
                times(solver, new PlaneCrossing(0, 1, 0, 0, Direction.BOTH)),
                Math.PI * CLOCK,
                Math.PI * CLOCK,
                12);
    }

    private static void assertCrossings(
            List<Double> times, double first, double interval, int count) {
        assertThat(times).hasSize(count);
        for (int i = 0; i < count; i++) {
            assertThat(times.get(i)).isCloseTo(first + i * interval, within(TIME_ACCURACY));
        }
    }

    /** m_z = ½ at w = artanh(½)/α = ln(3)/(2α). */
    @ParameterizedTest
    @MethodSource("solvers")
    void obliqueDescentIsTimed(CrossingSolver solver) {
        double exact = StrictMath.log(3) / (2 * DAMPING) * CLOCK;
        PlaneCrossing up = new PlaneCrossing(0, 0, 1, 0.5, Direction.RISING);
        PlaneCrossing down = new PlaneCrossing(0, 0, 1, 0.5, Direction.FALLING);
        assertThat(times(solver, up)).hasSize(1);
        // m_z rises by α(1 − m_z²) = 0.04 a unit of time, so rounding of m counts 25-fold.
        assertThat(times(solver, up).getFirst()).isCloseTo(exact, within(10 * TIME_ACCURACY));
        assertThat(times(solver, down)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void runCanEndAtACrossing(CrossingSolver solver) {
        List<Magnetization> states = new ArrayList<>();
        Solution solution =
                looking(
                        solver,
                        RISING_Y,
                        (_, x, y, z) -> {
                            states.add(new Magnetization(x, y, z));
                            return states.size() < 3;
                        });
        assertThat(states).hasSize(3);
        assertThat(solution).isInstanceOf(Solution.Completed.class);
        Magnetization end = ((Solution.Completed) solution).end();
        assertThat(end).isEqualTo(states.getLast());
        assertThat(end.y()).isCloseTo(0, within(TIME_ACCURACY));
        assertThat(end.z())
                .isCloseTo(StrictMath.tanh(DAMPING * 6 * Math.PI), within(TIME_ACCURACY));
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void lookingForCrossingsDoesNotChangeTheRun(CrossingSolver solver) {
        Solution looking = looking(solver, RISING_Y, (_, _, _, _) -> true);
        Solution plain = solver.integrate(RELAXATION, EQUATOR, END_TIME);
        assertThat(CertifiedRun.end(looking)).isEqualTo(CertifiedRun.end(plain));
        assertThat(looking.statistics().steps()).isEqualTo(plain.statistics().steps());
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void crossingIsFoundInAHandfulOfWholeSteps(CrossingSolver solver) {
        Solution plain = solver.integrate(RELAXATION, EQUATOR, END_TIME);
        List<Double> crossings = new ArrayList<>();
        Solution looking = looking(solver, RISING_Y, (time, _, _, _) -> crossings.add(time));
        long extra = looking.statistics().evaluations() - plain.statistics().evaluations();
        long perStep = solver instanceof Dopri5 ? 6 : 12;
        assertThat(extra % perStep).isZero();
        assertThat(extra / perStep).isBetween(2L * 6, FEW_STEPS * crossings.size());
    }

    /**
     * One step from 1 before the turning point of m_x to 0.1 behind it: the chord points behind the
     * turning point, and the tangent there out of the step.
     */
    @Test
    void crossingNextToATurningPointIsFoundWhereNewtonsMethodLeavesTheStep() {
        Coefficients precession = new Coefficients(1, 0, 0, 1, 0, 0, 0, 0, 0, 1);
        Magnetization start = new Magnetization(StrictMath.cos(1), -StrictMath.sin(1), 0);
        List<Double> times = new ArrayList<>();
        Dop853.withStep(1.1)
                .integrate(
                        precession,
                        start,
                        1.1,
                        new PlaneCrossing(1, 0, 0, 0.99, Direction.RISING),
                        (time, x, _, _) -> {
                            assertThat(x).isCloseTo(0.99, within(TIME_ACCURACY));
                            return times.add(time);
                        });
        assertThat(times).hasSize(1);
        assertThat(times.getFirst())
                .isCloseTo(1 - StrictMath.acos(0.99), within(LONG_STEP_TRUNCATION));
    }

    @ParameterizedTest
    @CsvSource({
        "RISING, true, false",
        "FALLING, false, true",
        "BOTH, true, true",
    })
    void arrivingOnThePlaneCrossesItAndLeavingItDoesNot(
            Direction direction, boolean fromBelow, boolean fromAbove) {
        PlaneCrossing plane = new PlaneCrossing(0, 1, 0, 0, direction);
        assertThat(plane.crossedBetween(-1, 0)).isEqualTo(fromBelow);
        assertThat(plane.crossedBetween(1, 0)).isEqualTo(fromAbove);
        assertThat(plane.crossedBetween(0, 1)).isFalse();
        assertThat(plane.crossedBetween(0, -1)).isFalse();
    }

    @Test
    void planeWithoutANormalIsRefused() {
        assertThatThrownBy(() -> new PlaneCrossing(0, 0, 0, 1, Direction.BOTH))
                .isInstanceOf(InvalidInput.class);
        for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new PlaneCrossing(0, value, 1, 1, Direction.BOTH))
                    .isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> new PlaneCrossing(0, 1, 0, value, Direction.BOTH))
                    .isInstanceOf(InvalidInput.class);
        }
    }

    private static List<Double> times(CrossingSolver solver, PlaneCrossing plane) {
        List<Double> times = new ArrayList<>();
        Solution solution =
                looking(
                        solver,
                        plane,
                        (time, x, y, z) -> {
                            times.add(time);
                            assertThat(plane.distance(x, y, z)).isCloseTo(0, within(TIME_ACCURACY));
                            return true;
                        });
        assertThat(solution).isInstanceOf(Solution.Completed.class);
        return times;
    }

    private static Solution looking(
            CrossingSolver solver, PlaneCrossing plane, CrossingSink crossings) {
        return solver.integrate(RELAXATION, EQUATOR, END_TIME, plane, crossings);
    }
}
