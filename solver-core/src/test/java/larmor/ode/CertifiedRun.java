package larmor.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import larmor.model.Coefficients;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.model.InvalidInput;
import larmor.model.Magnetization;
import larmor.model.Oscillator;

/**
 * The paper's device at v = 1.5, exact form, m(0) ∝ (0.01, 0, 1), T = 100, in quad precision, and
 * what every solver must make of it.
 */
final class CertifiedRun {

    static final double END_TIME = 100;

    static final Magnetization START = Magnetization.normalized("start", 0.01, 0, 1);

    private static final Magnetization END =
            new Magnetization(0.01428310949693570, -0.01093707912258627, 0.99983817344776592);

    /** Far from ẑ, where a step that is too large loses the norm. */
    static final Magnetization TILTED = Magnetization.normalized("start", 1, 1, 0.2);

    static final List<Double> BAD_TIMES = List.of(-1.0, Double.NaN, Double.POSITIVE_INFINITY);

    /** A drive without a value. */
    static final Coefficients NOT_A_NUMBER =
            new Coefficients(0.35, 1, 0, 0.25, 0.03, 0.01, 0, Double.NaN, 0, 1);

    /**
     * In bytes: what a run allocates once, spread over its steps, and the JVM's own now and then.
     */
    private static final double ALLOCATION_PER_STEP = 0.1;

    private CertifiedRun() {}

    static Coefficients coefficients() {
        return Oscillator.of(Device.PAPER).coefficients(1.5, EquationForm.EXACT, true);
    }

    /** Distance of a completed run from the certified end. */
    static double error(Solution solution) {
        return distance(end(solution), END);
    }

    static Magnetization end(Solution solution) {
        return switch (solution) {
            case Solution.Completed completed -> completed.end();
            case Solution.Failed failed -> throw new AssertionError(failed.failure().message());
        };
    }

    static double distance(Magnetization a, Magnetization b) {
        return new Magnetization(a.x() - b.x(), a.y() - b.y(), a.z() - b.z()).norm();
    }

    static NumericalFailure failure(Solution solution) {
        assertThat(solution).isInstanceOf(Solution.Failed.class);
        return ((Solution.Failed) solution).failure();
    }

    static List<Magnetization> samples(Solver solver, Sampling sampling) {
        List<Magnetization> samples = new ArrayList<>();
        solver.integrate(
                coefficients(),
                START,
                END_TIME,
                sampling,
                (_, _, x, y, z) -> samples.add(new Magnetization(x, y, z)));
        return samples;
    }

    static void assertRefused(String field, Runnable action) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.field()).isEqualTo(field));
    }

    /** Of an equation without a value, so that a run that is not refused ends. */
    static void assertBadTimesAreRefusedByName(Solver solver) {
        for (double time : BAD_TIMES) {
            assertRefused("--time", () -> solver.integrate(NOT_A_NUMBER, START, time));
        }
        assertRefused(
                "--samples",
                () ->
                        solver.integrate(
                                NOT_A_NUMBER, START, 1, new Sampling(0, 1, 3), SampleSink.IGNORE));
    }

    /** With a sample at the end of each step, all but the last of which are within the norm. */
    static void assertNormLossEndsTheRunAtTheLastGoodStep(Solver solver, double stepSize) {
        int steps = 200;
        List<Double> times = new ArrayList<>();
        NumericalFailure failure =
                failure(
                        solver.integrate(
                                coefficients(),
                                TILTED,
                                steps * stepSize,
                                Sampling.dividing(steps * stepSize, steps),
                                (_, time, _, _, _) -> times.add(time)));
        assertThat(failure.kind()).isEqualTo(NumericalFailure.Kind.STEP_TOO_LARGE);
        assertThat(times.getLast())
                .isEqualTo(failure.time())
                .isPositive()
                .isLessThan(steps * stepSize);
    }

    /** The first run may allocate: classes are loaded and compiled in it. */
    static void assertNothingAllocatedPerStep(Solver solver) {
        allocatedPerStep(solver);
        assertThat(allocatedPerStep(solver)).isLessThan(ALLOCATION_PER_STEP);
    }

    private static double allocatedPerStep(Solver solver) {
        Coefficients coefficients = coefficients();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        Solution solution = solver.integrate(coefficients, START, 20_000);
        long after = threads.getCurrentThreadAllocatedBytes();
        assertThat(solution).isInstanceOf(Solution.Completed.class);
        return (double) (after - before) / solution.statistics().steps();
    }
}
