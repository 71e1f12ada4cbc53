package larmor.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import larmor.model.EquationForm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BenchmarkAnswersTest {

    /** The error of order 4 at this step is 2⁴ to 2⁵ times 1e-7 for each doubling of 0.05. */
    private static final double TOO_COARSE = 0.4;

    private static final double LARGEST_ERROR = 1e-5;

    @ParameterizedTest
    @EnumSource(EquationForm.class)
    void theRightHandSideAgreesWithDecimalArithmeticBeforeItIsTimed(EquationForm form) {
        RightHandSide benchmark = new RightHandSide();
        benchmark.form = form;
        benchmark.prepare();
        Answer answer = new Answer();
        assertThat(benchmark.independent(answer)).isFinite();
        assertThat(benchmark.chained(answer)).isFinite();
        assertThat(answer.evaluations).isEqualTo(64);
        assertThat(answer.error).isPositive();
        assertThat(answer.checksum).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"rk4, 1, 4", "dop853-simd, 8, 12", "verner9-simd, 64, 15"})
    void theCountersAreThoseOfTheTrajectories(String solver, int batch, int evaluations) {
        OneStep benchmark = new OneStep();
        benchmark.solver = solver;
        benchmark.batch = batch;
        benchmark.prepare();
        StepCounter counter = new StepCounter();
        assertThat(benchmark.integrate(new Answer(), counter).lanes()).isEqualTo(batch);
        assertThat(counter.laneSteps).isEqualTo(batch);
        assertThat(counter.laneEvaluations)
                .isBetween(1L * batch * evaluations, 2L * batch * evaluations);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rk4", "rk4-simd"})
    void aSolverThatErrsIsNotTimed(String solver) {
        assertThatThrownBy(() ->
                        new LaneBatch(
                                solver, EquationForm.EXACT, 8, 25.6, TOO_COARSE, LARGEST_ERROR))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(solver + " errs by");
    }
}
