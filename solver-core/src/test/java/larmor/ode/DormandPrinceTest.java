package larmor.ode;

import static larmor.ode.CertifiedRun.end;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import larmor.model.Coefficients;
import larmor.model.InvalidInput;
import larmor.model.Magnetization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DormandPrinceTest {

    /** d(c) = c − ½ vanishes at m_z = ½, which the drive reaches in finite time. */
    private static final Coefficients SINGULAR =
            new Coefficients(0.35, 1, 0, -0.5, 1, 0.01, 0, 0.1, 0, 0);

    /** Far from ẑ, so that the orbits are large and their equation nonlinear from the start. */
    private static final List<Magnetization> LARGE_ORBITS =
            IntStream.range(0, 16)
                    .mapToDouble(i -> i * Math.PI / 8)
                    .mapToObj(phase ->
                            Magnetization.normalized(
                                    "start",
                                    0.6 * StrictMath.cos(phase),
                                    0.6 * StrictMath.sin(phase),
                                    0.7))
                    .toList();

    /**
     * In long runs the error of the amplitude, h⁹ for a method of order 8, grows as the square of
     * the time by way of the phase and raises the order seen.
     */
    private static final double SHORT_TIME = 4;

    private static final Coefficients NOT_A_NUMBER =
            new Coefficients(0.35, 1, 0, 0.25, 0.03, 0.01, 0, Double.NaN, 0, 1);

    /** Tolerance 1e-8 over T = 100, with the interpolation error of the order below. */
    private static final double SAMPLE_ERROR = 1e-8;

    /** Thousands of steps, each good to 1e-8 or to the truncation at h = 0.2. */
    private static final double NORM_ERROR = 1e-6;

    /** Both solvers with error control. */
    static Stream<DoubleFunction<CrossingSolver>> adaptive() {
        return Stream.of(Dopri5::new, Dop853::withTolerance);
    }

    static Stream<CrossingSolver> all() {
        return Stream.of(new Dopri5(1e-8), Dop853.withTolerance(1e-8), Dop853.withStep(0.2));
    }

    @Test
    void dopri5ConvergesWithOrderFive() {
        assertOrder(
                5,
                new int[] {100, 125, 160, 200, 250, 320},
                DormandPrinceTest::dopri5,
                start -> dop853(0.05, start));
    }

    @Test
    void dop853ConvergesWithOrderEight() {
        assertOrder(
                8,
                new int[] {8, 10, 13, 16, 20, 25},
                DormandPrinceTest::dop853,
                start -> dopri5(0.0025, start));
    }

    private static Magnetization dopri5(double h, Magnetization start) {
        return end(
                new FixedRun(
                                new Dopri5Step(CertifiedRun.coefficients(), start),
                                h,
                                StepListener.NONE)
                        .to(SHORT_TIME, Sampling.NONE, SampleSink.IGNORE));
    }

    private static Magnetization dop853(double h, Magnetization start) {
        return end(Dop853.withStep(h).integrate(CertifiedRun.coefficients(), start, SHORT_TIME));
    }

    /** One step size and start to an end state. */
    private interface Run {
        Magnetization end(double h, Magnetization start);
    }

    /**
     * Regression of log error on log h, the error being the root mean square over the starts
     * against the other method at a step where it errs by 1e-14 or less; within three standard
     * errors or 2 % of the order.
     */
    private static void assertOrder(
            int order, int[] counts, Run run, UnaryOperator<Magnetization> reference) {
        int n = counts.length;
        double[] logStep = new double[n];
        double[] logError = new double[n];
        for (int i = 0; i < n; i++) {
            double h = SHORT_TIME / counts[i];
            double squares = 0;
            for (Magnetization start : LARGE_ORBITS) {
                double error = CertifiedRun.distance(run.end(h, start), reference.apply(start));
                squares += error * error;
            }
            logStep[i] = StrictMath.log(h);
            logError[i] = 0.5 * StrictMath.log(squares);
        }
        double meanX = mean(logStep);
        double meanY = mean(logError);
        double sxx = 0;
        double sxy = 0;
        for (int i = 0; i < n; i++) {
            sxx += (logStep[i] - meanX) * (logStep[i] - meanX);
            sxy += (logStep[i] - meanX) * (logError[i] - meanY);
        }
        double slope = sxy / sxx;
        double residual = 0;
        for (int i = 0; i < n; i++) {
            double r = logError[i] - meanY - slope * (logStep[i] - meanX);
            residual += r * r;
        }
        double standardError = Math.sqrt(residual / (n - 2) / sxx);
        assertThat(slope)
                .as("standard error %s", standardError)
                .isCloseTo(order, within(Math.max(3 * standardError, 0.02 * order)));
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /**
     * Errors made in some hundred steps, each up to ε times an amplitude of 0.01 to 0.02, so that ε
     * itself bounds their sum. The clock is part of this: one that is advanced by another step than
     * the one taken ends the run at another phase.
     */
    @ParameterizedTest
    @MethodSource("adaptive")
    void errorFollowsTheTolerance(DoubleFunction<CrossingSolver> solver) {
        for (double tolerance : new double[] {1e-5, 1e-7, 1e-9, 1e-11}) {
            Solution solution =
                    solver.apply(tolerance)
                            .integrate(
                                    CertifiedRun.coefficients(),
                                    CertifiedRun.START,
                                    CertifiedRun.END_TIME);
            assertThat(CertifiedRun.error(solution)).isLessThan(tolerance);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void samplesLieOnTheTrajectory(CrossingSolver solver) {
        Sampling sampling = Sampling.dividing(CertifiedRun.END_TIME, 333);
        List<Magnetization> samples = samples(solver, sampling);
        List<Magnetization> exact = samples(Dop853.withStep(0.05), sampling);
        assertThat(samples).hasSize(334);
        double largest = 0;
        for (int i = 0; i < samples.size(); i++) {
            largest = Math.max(largest, CertifiedRun.distance(samples.get(i), exact.get(i)));
        }
        assertThat(largest).isLessThan(SAMPLE_ERROR);
    }

    @ParameterizedTest
    @MethodSource("all")
    void lastSampleIsTheEndStateToTheBit(CrossingSolver solver) {
        List<Magnetization> samples = samples(solver, Sampling.dividing(CertifiedRun.END_TIME, 7));
        Solution alone =
                solver.integrate(
                        CertifiedRun.coefficients(), CertifiedRun.START, CertifiedRun.END_TIME);
        assertThat(samples.getFirst()).isEqualTo(CertifiedRun.START);
        if (solver.description().adaptive()) {
            assertThat(samples.getLast()).isEqualTo(end(alone));
        }
        assertThat(samples.getLast())
                .isEqualTo(
                        end(
                                solver.integrate(
                                        CertifiedRun.coefficients(),
                                        CertifiedRun.START,
                                        CertifiedRun.END_TIME,
                                        Sampling.dividing(CertifiedRun.END_TIME, 7),
                                        SampleSink.IGNORE)));
    }

    private static List<Magnetization> samples(Solver solver, Sampling sampling) {
        List<Magnetization> samples = new ArrayList<>();
        solver.integrate(
                CertifiedRun.coefficients(),
                CertifiedRun.START,
                CertifiedRun.END_TIME,
                sampling,
                (_, _, x, y, z) -> samples.add(new Magnetization(x, y, z)));
        return samples;
    }

    @Test
    void denseOutputCostsEvaluationsOnlyInStepsWithASample() {
        Dop853 solver = Dop853.withTolerance(1e-10);
        long without =
                solver.integrate(CertifiedRun.coefficients(), CertifiedRun.START, 100)
                        .statistics()
                        .evaluations();
        long with =
                solver.integrate(
                                CertifiedRun.coefficients(),
                                CertifiedRun.START,
                                100,
                                new Sampling(7, 30, 3),
                                SampleSink.IGNORE)
                        .statistics()
                        .evaluations();
        assertThat(with - without).isEqualTo(3 * 3);
    }

    @Test
    void everyEvaluationIsCounted() {
        Statistics dopri5 = statistics(new Dopri5(1e-6), 1000);
        assertThat(dopri5.rejected()).isPositive();
        assertThat(dopri5.evaluations()).isEqualTo(3 + 6 * (dopri5.steps() + dopri5.rejected()));
        Statistics dop853 = statistics(Dop853.withTolerance(1e-6), 1000);
        assertThat(dop853.rejected()).isPositive();
        assertThat(dop853.evaluations())
                .isEqualTo(3 + 12 * dop853.steps() + 11 * dop853.rejected());
        Statistics fixed = statistics(Dop853.withStep(0.25), 100);
        assertThat(fixed.steps()).isEqualTo(400);
        assertThat(fixed.evaluations()).isEqualTo(1 + 12 * 400);
    }

    private static Statistics statistics(Solver solver, double time) {
        return solver.integrate(CertifiedRun.coefficients(), CertifiedRun.START, time).statistics();
    }

    @ParameterizedTest
    @MethodSource("all")
    void normIsKeptAlthoughNothingRestoresIt(CrossingSolver solver) {
        Statistics statistics = statistics(solver, 1000);
        assertThat(statistics.normError()).isPositive().isLessThan(NORM_ERROR);
    }

    @ParameterizedTest
    @MethodSource("all")
    void noTimeLeavesTheStart(CrossingSolver solver) {
        List<Double> times = new ArrayList<>();
        Solution solution =
                solver.integrate(
                        CertifiedRun.coefficients(),
                        CertifiedRun.START,
                        0,
                        new Sampling(0, 1, 1),
                        (_, time, _, _, _) -> times.add(time));
        assertThat(end(solution)).isEqualTo(CertifiedRun.START);
        assertThat(times).containsExactly(0.0);
    }

    @ParameterizedTest
    @MethodSource("adaptive")
    void singularDriveEndsInStepUnderflow(DoubleFunction<CrossingSolver> solver) {
        NumericalFailure failure =
                failure(solver.apply(1e-8).integrate(SINGULAR, CertifiedRun.START, 1000));
        assertThat(failure.kind()).isEqualTo(NumericalFailure.Kind.STEP_UNDERFLOW);
        assertThat(failure.time()).isPositive().isLessThan(1000);
        assertThat(failure.state().z()).isCloseTo(0.5, within(1e-3));
        assertThat(failure.message()).contains("step", String.valueOf(failure.time()));
    }

    @ParameterizedTest
    @MethodSource("all")
    void equationWithoutAValueEndsInNonFinite(CrossingSolver solver) {
        NumericalFailure failure = failure(solver.integrate(NOT_A_NUMBER, CertifiedRun.START, 10));
        assertThat(failure.kind()).isEqualTo(NumericalFailure.Kind.NON_FINITE);
        assertThat(failure.time()).isZero();
        assertThat(failure.state()).isEqualTo(CertifiedRun.START);
    }

    @Test
    void tooManyStepsEndInStepLimitWithTheLastGoodState() {
        ErrorControl control = new ErrorControl(1e-8, ErrorNorm.ABSOLUTE, 10);
        for (Solver solver : List.of(new Dopri5(control), new Dop853(control))) {
            Solution solution =
                    solver.integrate(CertifiedRun.coefficients(), CertifiedRun.START, 1000);
            NumericalFailure failure = failure(solution);
            assertThat(failure.kind()).isEqualTo(NumericalFailure.Kind.STEP_LIMIT);
            assertThat(solution.statistics().steps() + solution.statistics().rejected())
                    .isEqualTo(10);
            Solution there =
                    Dop853.withStep(0.05)
                            .integrate(
                                    CertifiedRun.coefficients(),
                                    CertifiedRun.START,
                                    failure.time());
            assertThat(CertifiedRun.distance(failure.state(), end(there))).isLessThan(SAMPLE_ERROR);
        }
    }

    @Test
    void fixedStepThatLosesTheNormIsRefused() {
        Magnetization tilted = Magnetization.normalized("start", 1, 1, 0.2);
        NumericalFailure failure =
                failure(Dop853.withStep(5).integrate(CertifiedRun.coefficients(), tilted, 1000));
        assertThat(failure.kind()).isEqualTo(NumericalFailure.Kind.STEP_TOO_LARGE);
        assertThat(failure.time()).isEqualTo(5);
    }

    @Test
    void errorControlThatLosesTheNormIsRefused() {
        Dopri5 solver = new Dopri5(1);
        Solution solution =
                solver.integrate(CertifiedRun.coefficients(), CertifiedRun.START, 50_000);
        NumericalFailure failure = failure(solution);
        assertThat(failure.kind()).isEqualTo(NumericalFailure.Kind.STEP_TOO_LARGE);
        assertThat(failure.time()).isPositive().isLessThan(50_000);
        assertThat(solution.statistics().normError()).isLessThan(NormRange.MOST - 1);
        // A run that ends there takes the same steps, all of them good.
        Solution before =
                solver.integrate(CertifiedRun.coefficients(), CertifiedRun.START, failure.time());
        assertThat(failure.state()).isEqualTo(end(before));
        assertThat(before.statistics().steps()).isEqualTo(solution.statistics().steps());
    }

    private static NumericalFailure failure(Solution solution) {
        assertThat(solution).isInstanceOf(Solution.Failed.class);
        return ((Solution.Failed) solution).failure();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1e-17, 2, Double.NaN, Double.POSITIVE_INFINITY})
    void toleranceOutOfRangeIsRefusedByName(double tolerance) {
        assertRefused("--tolerance", () -> new Dopri5(tolerance));
        assertRefused("--tolerance", () -> Dop853.withTolerance(tolerance));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void stepOutOfRangeIsRefusedByName(double step) {
        assertRefused("--step", () -> Dop853.withStep(step));
    }

    @ParameterizedTest
    @MethodSource("all")
    void badTimesAreRefusedByName(CrossingSolver solver) {
        for (double time : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertRefused("--time", () -> solver.integrate(NOT_A_NUMBER, CertifiedRun.START, time));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void samplesAfterTheEndAreRefusedByName(CrossingSolver solver) {
        assertRefused(
                "--samples",
                () ->
                        solver.integrate(
                                CertifiedRun.coefficients(),
                                CertifiedRun.START,
                                1,
                                new Sampling(0, 1, 3),
                                SampleSink.IGNORE));
    }

    private static void assertRefused(String field, Runnable action) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.field()).isEqualTo(field));
    }

    /**
     * In bytes: what a run allocates once, spread over its steps, and the JVM's own now and then.
     */
    private static final double ALLOCATION_PER_STEP = 0.1;

    @ParameterizedTest
    @MethodSource("all")
    void nothingIsAllocatedPerStep(CrossingSolver solver) {
        allocatedPerStep(solver);
        assertThat(allocatedPerStep(solver)).isLessThan(ALLOCATION_PER_STEP);
    }

    private static double allocatedPerStep(CrossingSolver solver) {
        Coefficients coefficients = CertifiedRun.coefficients();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        Solution solution = solver.integrate(coefficients, CertifiedRun.START, 20_000);
        long after = threads.getCurrentThreadAllocatedBytes();
        assertThat(solution).isInstanceOf(Solution.Completed.class);
        return (double) (after - before) / solution.statistics().steps();
    }
}
