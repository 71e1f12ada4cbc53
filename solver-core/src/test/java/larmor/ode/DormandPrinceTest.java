package larmor.ode;

import static larmor.ode.CertifiedRun.assertBadTimesAreRefusedByName;
import static larmor.ode.CertifiedRun.assertRefused;
import static larmor.ode.CertifiedRun.end;
import static larmor.ode.CertifiedRun.failure;
import static larmor.ode.CertifiedRun.samples;
import static larmor.ode.ConvergenceOrder.assertOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import larmor.model.Coefficients;
import larmor.model.Magnetization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DormandPrinceTest {

    /** d(c) = c − ½ vanishes at m_z = ½, which the drive reaches in finite time. */
    private static final Coefficients SINGULAR =
            new Coefficients(0.35, 1, 0, -0.5, 1, 0.01, 0, 0.1, 0, 0);

    /**
     * In long runs the error of the amplitude, h⁹ for a method of order 8, grows as the square of
     * the time by way of the phase and raises the order seen.
     */
    private static final double SHORT_TIME = 4;

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
                SHORT_TIME,
                new int[] {100, 125, 160, 200, 250, 320},
                DormandPrinceTest::dopri5,
                start -> dop853(0.05, start));
    }

    @Test
    void dop853ConvergesWithOrderEight() {
        assertOrder(
                8,
                SHORT_TIME,
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
        assertThat(solution.statistics().steps()).isZero();
        assertThat(times).containsExactly(0.0);
    }

    /** Three evaluations of the dense output of order 8 are saved besides. */
    @ParameterizedTest
    @MethodSource("adaptive")
    void sampleAtTheEndOfAStepIsItsStateToTheBit(DoubleFunction<CrossingSolver> solver) {
        NumericalFailure fifth = failure(afterSteps(solver, 5));
        List<Magnetization> samples = new ArrayList<>();
        Solution sampled =
                solver.apply(1e-8)
                        .integrate(
                                CertifiedRun.coefficients(),
                                CertifiedRun.START,
                                CertifiedRun.END_TIME,
                                new Sampling(fifth.time(), 1, 1),
                                (_, _, x, y, z) -> samples.add(new Magnetization(x, y, z)));
        assertThat(samples).containsExactly(fifth.state());
        assertThat(sampled.statistics())
                .isEqualTo(statistics(solver.apply(1e-8), CertifiedRun.END_TIME));
    }

    @ParameterizedTest
    @MethodSource("all")
    void noSampleIsReportedWhereNoneIsAskedFor(CrossingSolver solver) {
        List<Double> times = new ArrayList<>();
        solver.integrate(
                CertifiedRun.coefficients(),
                CertifiedRun.START,
                1,
                Sampling.NONE,
                (_, time, _, _, _) -> times.add(time));
        assertThat(times).isEmpty();
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
        NumericalFailure failure =
                failure(solver.integrate(CertifiedRun.NOT_A_NUMBER, CertifiedRun.START, 10));
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

    /**
     * A run that may try one step fewer than it needs fails, one that may try them all does not.
     */
    @Test
    void rejectedStepsCountTowardsTheLimit() {
        Statistics needed = statistics(new Dopri5(1e-6), 1000);
        long tried = needed.steps() + needed.rejected();
        assertThat(needed.rejected()).isPositive();
        assertThat(limited(tried)).isInstanceOf(Solution.Completed.class);
        assertThat(failure(limited(tried - 1)).kind()).isEqualTo(NumericalFailure.Kind.STEP_LIMIT);
    }

    private static Solution limited(long mostSteps) {
        return new Dopri5(new ErrorControl(1e-6, ErrorNorm.AMPLITUDE_RELATIVE, mostSteps))
                .integrate(CertifiedRun.coefficients(), CertifiedRun.START, 1000);
    }

    /**
     * What is left behind five steps is taken in one where it is 0.5 % longer than the sixth would
     * be, and in two where it is 2 % longer.
     */
    @ParameterizedTest
    @MethodSource("adaptive")
    void noTinyLastStepIsLeft(DoubleFunction<CrossingSolver> solver) {
        double fifth = timeAfter(solver, 5);
        double sixth = timeAfter(solver, 6);
        assertThat(statistics(solver.apply(1e-8), fifth + 1.005 * (sixth - fifth)).steps())
                .isEqualTo(6);
        assertThat(statistics(solver.apply(1e-8), fifth + 1.02 * (sixth - fifth)).steps())
                .isEqualTo(7);
    }

    private static double timeAfter(DoubleFunction<CrossingSolver> solver, long steps) {
        Solution solution = afterSteps(solver, steps);
        assertThat(solution.statistics().rejected()).isZero();
        return failure(solution).time();
    }

    /** A run at tolerance 1e-8 that ends for want of more steps. */
    private static Solution afterSteps(DoubleFunction<CrossingSolver> solver, long steps) {
        ErrorControl control = new ErrorControl(1e-8, ErrorNorm.AMPLITUDE_RELATIVE, steps);
        Solver limited =
                solver.apply(1) instanceof Dopri5 ? new Dopri5(control) : new Dop853(control);
        return limited.integrate(CertifiedRun.coefficients(), CertifiedRun.START, 1000);
    }

    @Test
    void fixedStepThatLosesTheNormIsRefused() {
        NumericalFailure failure =
                failure(
                        Dop853.withStep(5)
                                .integrate(CertifiedRun.coefficients(), CertifiedRun.TILTED, 1000));
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
        assertBadTimesAreRefusedByName(solver);
        for (double time : CertifiedRun.BAD_TIMES) {
            assertRefused(
                    "--time",
                    () ->
                            solver.integrate(
                                    CertifiedRun.NOT_A_NUMBER,
                                    CertifiedRun.START,
                                    time,
                                    new PlaneCrossing(1, 0, 0, 2, PlaneCrossing.Direction.BOTH),
                                    (_, _, _, _) -> false));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void nothingIsAllocatedPerStep(CrossingSolver solver) {
        CertifiedRun.assertNothingAllocatedPerStep(solver);
    }
}
