package larmor.ode;

import static larmor.ode.CertifiedRun.TILTED;
import static larmor.ode.CertifiedRun.assertBadTimesAreRefusedByName;
import static larmor.ode.CertifiedRun.assertNormLossEndsTheRunAtTheLastGoodStep;
import static larmor.ode.CertifiedRun.assertRefused;
import static larmor.ode.CertifiedRun.end;
import static larmor.ode.CertifiedRun.failure;
import static larmor.ode.ConvergenceOrder.assertOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import larmor.model.Coefficients;
import larmor.model.Magnetization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Rk4Test {

    /** Global error of RK4 at h = 0.01: c T h⁴ with c T below 1 for an orbit of period near 9. */
    private static final double TRUNCATION = 1e-8;

    /** A sphere in a field of 0.35 without torques: m precesses about ẑ, a linear equation. */
    private static final Coefficients PRECESSION =
            new Coefficients(0.35, 0, 0, 0.25, 0, 0, 0, 0, 0, 1);

    /** |m| of one step: a sum of four terms and a root. */
    private static final double FEW_ULP = 8 * Math.ulp(1.0);

    @Test
    void endStateOfThePaperDeviceIsTheCertifiedOne() {
        Solution solution =
                new Rk4(0.01)
                        .integrate(
                                CertifiedRun.coefficients(),
                                CertifiedRun.START,
                                CertifiedRun.END_TIME);
        assertThat(CertifiedRun.error(solution)).isLessThan(TRUNCATION);
    }

    /**
     * Steps from 0.02 to 0.00625, T = 4: 3.9989 ± 0.0001. Longer steps also show the amplitude's
     * error, of order 5.
     */
    @Test
    void convergesWithOrderFourAtSmallSteps() {
        assertOrder(
                4,
                4,
                new int[] {200, 250, 320, 400, 500, 640},
                (h, start) -> run(new Rk4(h), start, 4),
                start -> run(Dop853.withStep(0.05), start, 4));
    }

    /** Steps from 0.05 to 0.0125, T = 100: 3.970 ± 0.003. */
    @Test
    void convergesWithOrderFourOverManyPeriods() {
        assertOrder(
                4,
                100,
                new int[] {2000, 2600, 3500, 4600, 6000, 8000},
                (h, start) -> run(new Rk4(h), start, 100),
                start -> run(Dop853.withStep(0.05), start, 100));
    }

    private static Magnetization run(Solver solver, Magnetization start, double time) {
        return end(solver.integrate(CertifiedRun.coefficients(), start, time));
    }

    @Test
    void evaluationsAreFourPerStep() {
        Statistics statistics =
                new Rk4(0.3)
                        .integrate(CertifiedRun.coefficients(), CertifiedRun.START, 100)
                        .statistics();
        assertThat(statistics.steps()).isEqualTo(334);
        assertThat(statistics.rejected()).isZero();
        assertThat(statistics.evaluations()).isEqualTo(4 * 334);
    }

    /**
     * On the equator a step of the linear equation multiplies m_x + i m_y by R(iy), y = 0.35 h,
     * with |R|² = 1 − y⁶/72 + y⁸/576, in every step anew because each is renormalised; the cube of
     * the deviation, which that leaves, is below 1e-16 up to h = 0.75.
     */
    @ParameterizedTest
    @ValueSource(doubles = {0.25, 0.5, 0.75})
    void normErrorOfAPrecessionIsThatOfTheStabilityFunction(double h) {
        Magnetization equator = new Magnetization(0.6, 0.8, 0);
        Statistics statistics = new Rk4(h).integrate(PRECESSION, equator, 30).statistics();
        double y2 = 0.35 * h * 0.35 * h;
        double norm = Math.sqrt(1 - y2 * y2 * y2 * (1.0 / 72 - y2 / 576));
        assertThat(statistics.normError()).isCloseTo(1 - norm, within(FEW_ULP));
    }

    /**
     * The largest ||m|−1| of steps in the textbook's form, each from the unit sphere. In 400 steps
     * the two trajectories part by their rounding, of which the error's slope lets little through.
     */
    @Test
    void normErrorIsThatOfTheStepsBeforeRenormalisation() {
        double h = 0.25;
        LlgsEquation equation = new LlgsEquation(CertifiedRun.coefficients());
        double[] m = {TILTED.x(), TILTED.y(), TILTED.z()};
        double largest = 0;
        for (int step = 0; step < 400; step++) {
            textbookStep(equation, h, m);
            double norm = norm(m);
            largest = Math.max(largest, Math.abs(norm - 1));
            for (int i = 0; i < 3; i++) {
                m[i] /= norm;
            }
        }
        Solution solution =
                new Rk4(h).integrate(CertifiedRun.coefficients(), TILTED, CertifiedRun.END_TIME);
        assertThat(solution.statistics().normError()).isCloseTo(largest, within(FEW_ULP));
        assertThat(CertifiedRun.distance(end(solution), new Magnetization(m[0], m[1], m[2])))
                .isLessThan(TRUNCATION);
    }

    /** m ← m + (h/6)(k₁ + 2k₂ + 2k₃ + k₄). */
    private static void textbookStep(LlgsEquation equation, double h, double[] m) {
        double[] k1 = rate(equation, m, 0, m);
        double[] k2 = rate(equation, m, h / 2, k1);
        double[] k3 = rate(equation, m, h / 2, k2);
        double[] k4 = rate(equation, m, h, k3);
        for (int i = 0; i < 3; i++) {
            m[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
        }
    }

    private static double[] rate(LlgsEquation equation, double[] m, double h, double[] k) {
        double[] at = {m[0] + h * k[0], m[1] + h * k[1], m[2] + h * k[2]};
        double[] rate = new double[3];
        equation.rate(at, rate);
        return rate;
    }

    private static double norm(double[] m) {
        return new Magnetization(m[0], m[1], m[2]).norm();
    }

    /** With |m|² = 1 + e after a step, its renormalisation leaves |m| − 1 = 5e³/16 − 15e⁴/128 …. */
    @ParameterizedTest
    @ValueSource(doubles = {0.25, 1, 2})
    void renormalisationLeavesTheCubeOfTheNormError(double h) {
        List<Double> norms = new ArrayList<>();
        double normError =
                new Rk4(h)
                        .integrate(
                                CertifiedRun.coefficients(),
                                TILTED,
                                CertifiedRun.END_TIME,
                                new Sampling(0, h, (int) (CertifiedRun.END_TIME / h) + 1),
                                (_, _, x, y, z) -> norms.add(new Magnetization(x, y, z).norm()))
                        .statistics()
                        .normError();
        double e = normError * (2 + normError);
        for (double norm : norms) {
            assertThat(norm).isCloseTo(1, within(5 * e * e * e * (1 + e) / 16 + FEW_ULP));
        }
    }

    /** Eight steps of 3/32 between samples at multiples of 3/4, all of which are exact. */
    @Test
    void everySampleLiesOnAStepAtItsExactTime() {
        Rk4 solver = new Rk4(0.1);
        List<Double> times = new ArrayList<>();
        List<Magnetization> samples = new ArrayList<>();
        Solution solution =
                solver.integrate(
                        CertifiedRun.coefficients(),
                        CertifiedRun.START,
                        30,
                        new Sampling(0, 0.75, 41),
                        (index, time, x, y, z) -> {
                            assertThat(index).isEqualTo(times.size());
                            times.add(time);
                            samples.add(new Magnetization(x, y, z));
                        });
        assertThat(solution.statistics().steps()).isEqualTo(8 * 40);
        assertThat(samples).hasSize(41);
        Magnetization expected = CertifiedRun.START;
        for (int i = 0; i <= 40; i++) {
            assertThat(times.get(i)).isEqualTo(0.75 * i);
            assertThat(samples.get(i)).isEqualTo(expected);
            expected = run(new Rk4(0.09375), expected, 0.75);
        }
        assertThat(end(solution)).isEqualTo(samples.getLast());
    }

    /** The samples end at 9, the run at 10. */
    @Test
    void runGoesOnBehindItsLastSample() {
        Solution solution =
                new Rk4(0.125)
                        .integrate(
                                CertifiedRun.coefficients(),
                                CertifiedRun.START,
                                10,
                                new Sampling(3, 3, 3),
                                SampleSink.IGNORE);
        assertThat(solution.statistics().steps()).isEqualTo(80);
        assertThat(end(solution)).isEqualTo(run(new Rk4(0.125), CertifiedRun.START, 10));
    }

    @Test
    void noTimeLeavesTheStart() {
        List<Double> times = new ArrayList<>();
        Solution solution =
                new Rk4(0.1)
                        .integrate(
                                CertifiedRun.coefficients(),
                                CertifiedRun.START,
                                0,
                                new Sampling(0, 1, 1),
                                (_, time, _, _, _) -> times.add(time));
        assertThat(end(solution)).isEqualTo(CertifiedRun.START);
        assertThat(solution.statistics()).isEqualTo(new Statistics(0, 0, 0, 0));
        assertThat(times).containsExactly(0.0);
    }

    @Test
    void stepThatLosesTheNormEndsInStepTooLargeWithTheLastGoodState() {
        double h = 3.5;
        Solution solution = new Rk4(h).integrate(CertifiedRun.coefficients(), TILTED, 200 * h);
        NumericalFailure failure = failure(solution);
        long steps = solution.statistics().steps();
        assertThat(failure.kind()).isEqualTo(NumericalFailure.Kind.STEP_TOO_LARGE);
        assertThat(steps).isBetween(2L, 199L);
        assertThat(failure.time()).isEqualTo(steps * h);
        assertThat(failure.state()).isEqualTo(run(new Rk4(h), TILTED, steps * h));
        double[] next = {failure.state().x(), failure.state().y(), failure.state().z()};
        textbookStep(new LlgsEquation(CertifiedRun.coefficients()), h, next);
        assertThat(NormRange.contains(norm(next) * norm(next))).isFalse();
    }

    @Test
    void stepThatLosesTheNormBetweenSamplesEndsTheRunThere() {
        assertNormLossEndsTheRunAtTheLastGoodStep(new Rk4(3.5), 3.5);
    }

    @Test
    void equationWithoutAValueEndsInNonFinite() {
        Solution solution =
                new Rk4(0.1).integrate(CertifiedRun.NOT_A_NUMBER, CertifiedRun.START, 10);
        NumericalFailure failure = failure(solution);
        assertThat(failure.kind()).isEqualTo(NumericalFailure.Kind.NON_FINITE);
        assertThat(failure.time()).isZero();
        assertThat(failure.state()).isEqualTo(CertifiedRun.START);
        assertThat(solution.statistics()).isEqualTo(new Statistics(0, 0, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void stepOutOfRangeIsRefusedByName(double step) {
        assertRefused("--step", () -> new Rk4(step));
    }

    @Test
    void badTimesAreRefusedByName() {
        assertBadTimesAreRefusedByName(new Rk4(0.1));
    }

    @Test
    void nothingIsAllocatedPerStep() {
        CertifiedRun.assertNothingAllocatedPerStep(new Rk4(0.1));
    }
}
