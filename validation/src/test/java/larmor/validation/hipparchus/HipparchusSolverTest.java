package larmor.validation.hipparchus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import larmor.model.Coefficients;
import larmor.model.InvalidInput;
import larmor.model.Magnetization;
import larmor.ode.Dop853;
import larmor.ode.Dopri5;
import larmor.ode.ErrorControl;
import larmor.ode.ErrorNorm;
import larmor.ode.LlgsEquation;
import larmor.ode.NormRange;
import larmor.ode.NumericalFailure;
import larmor.ode.Rk4;
import larmor.ode.SampleSink;
import larmor.ode.Sampling;
import larmor.ode.Solution;
import larmor.ode.Solver;
import larmor.ode.Statistics;
import larmor.validation.CertifiedEndStates;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince54Integrator;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.hipparchus.ode.nonstiff.ExplicitRungeKuttaIntegrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HipparchusSolverTest {

    /** Short enough that the first step chosen at tolerance 1 covers it. */
    private static final double STEP = 0.25;

    /** A dozen stages, each rounded a few times, at h times the rate below 1. */
    private static final double FEW_ULP = 4 * Math.ulp(1.0);

    private static final Coefficients COEFFICIENTS =
            CertifiedEndStates.rows().get(40).coefficients();

    static Stream<DoubleFunction<HipparchusSolver>> adaptive() {
        return Stream.of(HipparchusSolver::dopri5, HipparchusSolver::dop853);
    }

    static Stream<HipparchusSolver> all() {
        return Stream.of(
                HipparchusSolver.rk4(0.01),
                HipparchusSolver.dopri5(1e-10),
                HipparchusSolver.dop853(1e-10));
    }

    @Test
    void dopri5TakesTheSameStepAsHipparchus() {
        Dopri5 ours = new Dopri5(new ErrorControl(1, ErrorNorm.ABSOLUTE, ErrorControl.MOST_STEPS));
        assertSameStep(ours, new DormandPrince54Integrator(1, 1, 1, 1));
    }

    @Test
    void dop853TakesTheSameStepAsHipparchus() {
        assertSameStep(Dop853.withStep(STEP), new DormandPrince853Integrator(1, 1, 1, 1));
    }

    private static void assertSameStep(Solver ours, ExplicitRungeKuttaIntegrator theirs) {
        Random random = new Random(853);
        Equation equation = new Equation(new LlgsEquation(COEFFICIENTS));
        double largest = 0;
        for (int i = 0; i < 1000; i++) {
            Magnetization start =
                    Magnetization.normalized(
                            "start",
                            random.nextGaussian(),
                            random.nextGaussian(),
                            random.nextGaussian());
            Solution solution = ours.integrate(COEFFICIENTS, start, STEP);
            assertThat(solution.statistics().steps()).isEqualTo(1);
            Magnetization end = end(solution);
            double[] m = {start.x(), start.y(), start.z()};
            double[] reference = theirs.singleStep(equation, 0, m, STEP);
            largest = Math.max(largest, Math.abs(end.x() - reference[0]));
            largest = Math.max(largest, Math.abs(end.y() - reference[1]));
            largest = Math.max(largest, Math.abs(end.z() - reference[2]));
        }
        assertThat(largest).isLessThan(FEW_ULP);
    }

    private record Equation(LlgsEquation equation) implements OrdinaryDifferentialEquation {

        @Override
        public int getDimension() {
            return 3;
        }

        @Override
        public double[] computeDerivatives(double time, double[] m) {
            double[] rate = new double[3];
            equation.rate(m, rate);
            return rate;
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void samplesLieOnTheTrajectory(HipparchusSolver solver) {
        Sampling sampling = Sampling.dividing(30, 100);
        List<Magnetization> theirs = samples(solver, sampling);
        List<Magnetization> ours = samples(Dop853.withStep(0.05), sampling);
        assertThat(theirs).hasSize(101);
        for (int i = 0; i < theirs.size(); i++) {
            assertThat(distance(theirs.get(i), ours.get(i))).isLessThan(1e-8);
        }
    }

    private static List<Magnetization> samples(Solver solver, Sampling sampling) {
        List<Magnetization> samples = new ArrayList<>();
        solver.integrate(
                COEFFICIENTS,
                CertifiedEndStates.START,
                30,
                sampling,
                (_, _, x, y, z) -> samples.add(new Magnetization(x, y, z)));
        return samples;
    }

    @Test
    void rk4CountsItsStepsAndKeepsPaceWithOurs() {
        HipparchusSolver theirs = HipparchusSolver.rk4(0.01);
        Solution solution = theirs.integrate(COEFFICIENTS, CertifiedEndStates.START, 30);
        assertThat(solution.statistics().steps()).isEqualTo(3000);
        assertThat(solution.statistics().rejected()).isZero();
        Solution ours = new Rk4(0.01).integrate(COEFFICIENTS, CertifiedEndStates.START, 30);
        assertThat(distance(end(solution), end(ours))).isLessThan(1e-9);
    }

    /** Two evaluations start a run, and every attempt takes the same number. */
    @Test
    void rejectedStepsFollowFromTheEvaluations() {
        Statistics dopri5 =
                HipparchusSolver.dopri5(1e-4)
                        .integrate(COEFFICIENTS, CertifiedEndStates.START, 1000)
                        .statistics();
        assertThat(dopri5.rejected()).isPositive();
        assertThat((dopri5.evaluations() - 2) % 6).isZero();
        Statistics dop853 =
                HipparchusSolver.dop853(1e-4)
                        .integrate(COEFFICIENTS, CertifiedEndStates.START, 1000)
                        .statistics();
        assertThat(dop853.rejected()).isPositive();
        assertThat((dop853.evaluations() - 2) % 15).isZero();
    }

    @ParameterizedTest
    @MethodSource("all")
    void equationWithoutAValueEndsInNonFinite(HipparchusSolver solver) {
        Coefficients nothing = new Coefficients(0.35, 1, 0, 0.25, 0.03, 0.01, 0, Double.NaN, 0, 1);
        NumericalFailure failure = failure(solver.integrate(nothing, CertifiedEndStates.START, 10));
        assertThat(failure.kind()).isEqualTo(NumericalFailure.Kind.NON_FINITE);
        assertThat(failure.state()).isEqualTo(CertifiedEndStates.START);
    }

    @Test
    void fixedStepThatLosesTheNormEndsInStepTooLargeWithTheLastGoodState() {
        Magnetization tilted = Magnetization.normalized("start", 1, 1, 0.2);
        double h = 2.5;
        Solution solution = HipparchusSolver.rk4(h).integrate(COEFFICIENTS, tilted, 400 * h);
        NumericalFailure failure = failure(solution);
        long steps = solution.statistics().steps();
        assertThat(failure.kind()).isEqualTo(NumericalFailure.Kind.STEP_TOO_LARGE);
        assertThat(steps).isBetween(1L, 399L);
        assertThat(failure.time()).isEqualTo(steps * h);
        assertThat(NormRange.contains(failure.state().norm() * failure.state().norm())).isTrue();
        Solution there = HipparchusSolver.rk4(h).integrate(COEFFICIENTS, tilted, steps * h);
        assertThat(failure.state()).isEqualTo(end(there));
    }

    @ParameterizedTest
    @MethodSource("adaptive")
    void errorControlThatLosesTheNormEndsInStepTooLarge(DoubleFunction<HipparchusSolver> solver) {
        Solution solution =
                solver.apply(1).integrate(COEFFICIENTS, CertifiedEndStates.START, 50_000);
        NumericalFailure failure = failure(solution);
        assertThat(failure.kind()).isEqualTo(NumericalFailure.Kind.STEP_TOO_LARGE);
        assertThat(failure.time()).isPositive().isLessThan(50_000);
        assertThat(NormRange.contains(failure.state().norm() * failure.state().norm())).isTrue();
    }

    @ParameterizedTest
    @MethodSource("adaptive")
    void singularDriveEndsInStepUnderflow(DoubleFunction<HipparchusSolver> solver) {
        Coefficients singular = new Coefficients(0.35, 1, 0, -0.5, 1, 0.01, 0, 0.1, 0, 0);
        NumericalFailure failure =
                failure(solver.apply(1e-8).integrate(singular, CertifiedEndStates.START, 1000));
        assertThat(failure.kind()).isEqualTo(NumericalFailure.Kind.STEP_UNDERFLOW);
        assertThat(failure.time()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("all")
    void noTimeLeavesTheStart(HipparchusSolver solver) {
        assertThat(end(solver.integrate(COEFFICIENTS, CertifiedEndStates.START, 0)))
                .isEqualTo(CertifiedEndStates.START);
    }

    @Test
    void aTimeBeyondAnySensibleNumberOfStepsIsRefusedWithoutARun() {
        HipparchusSolver solver = HipparchusSolver.rk4(1);
        solver.requireReachable(1e12, Sampling.NONE);
        assertRefused("--step", () -> solver.requireReachable(1e12 + 1, Sampling.NONE));
    }

    @Test
    void badSettingsAreRefusedByName() {
        assertRefused("--step", () -> HipparchusSolver.rk4(0));
        assertRefused("--tolerance", () -> HipparchusSolver.dopri5(0));
        assertRefused("--tolerance", () -> HipparchusSolver.dop853(Double.NaN));
        assertRefused(
                "--time",
                () ->
                        HipparchusSolver.rk4(0.1)
                                .integrate(COEFFICIENTS, CertifiedEndStates.START, -1));
    }

    @ParameterizedTest
    @MethodSource("all")
    void samplesAfterTheEndAreRefusedByName(HipparchusSolver solver) {
        assertRefused(
                "--samples",
                () ->
                        solver.integrate(
                                COEFFICIENTS,
                                CertifiedEndStates.START,
                                1,
                                new Sampling(0, 1, 3),
                                SampleSink.IGNORE));
    }

    private static void assertRefused(String field, Runnable action) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.field()).isEqualTo(field));
    }

    private static NumericalFailure failure(Solution solution) {
        assertThat(solution).isInstanceOf(Solution.Failed.class);
        return ((Solution.Failed) solution).failure();
    }

    private static Magnetization end(Solution solution) {
        assertThat(solution).isInstanceOf(Solution.Completed.class);
        return ((Solution.Completed) solution).end();
    }

    private static double distance(Magnetization a, Magnetization b) {
        return new Magnetization(a.x() - b.x(), a.y() - b.y(), a.z() - b.z()).norm();
    }
}
