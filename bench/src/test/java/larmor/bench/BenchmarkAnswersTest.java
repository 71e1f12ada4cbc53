package larmor.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Stream;
import larmor.model.EquationForm;
import larmor.model.Magnetization;
import larmor.ode.BatchSolution;
import larmor.ode.BatchSolver;
import larmor.ode.Dop853;
import larmor.ode.Dopri5;
import larmor.ode.Rk4;
import larmor.ode.ScalarBatch;
import larmor.ode.Solution;
import larmor.ode.Solver;
import larmor.ode.Verner9;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.annotations.Param;

class BenchmarkAnswersTest {

    private static final double END_TIME = 25.6;
    private static final double STEP = 0.05;
    private static final int LANES = 8;

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
        assertThatCode(benchmark::check).doesNotThrowAnyException();
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
        assertThatCode(benchmark::check).doesNotThrowAnyException();
    }

    static Stream<String> solvers() throws NoSuchFieldException {
        return Arrays.stream(
                LaneBenchmark.class.getField("solver").getAnnotation(Param.class).value());
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void everySolverIsWithinItsLimit(String solver) {
        for (EquationForm form : EquationForm.values()) {
            LaneSteps many = new LaneSteps();
            many.solver = solver;
            many.form = form;
            many.batch = 64;
            assertThatCode(many::prepare).doesNotThrowAnyException();
            OneStep one = new OneStep();
            one.solver = solver;
            one.form = form;
            one.batch = 64;
            assertThatCode(one::prepare).doesNotThrowAnyException();
        }
    }

    /** Twice the step or a hundred times the tolerance of the benchmark. */
    @Test
    void aSolverThatErrsByMoreThanItsOrderOrItsToleranceLeavesIsNotTimed() {
        assertErrs(new Rk4(2 * STEP));
        assertErrs(new Verner9(8 * STEP));
        assertErrs(new Dopri5(1e-6));
        assertErrs(Dop853.withTolerance(1e-6));
    }

    private static void assertErrs(Solver solver) {
        assertThatThrownBy(() -> batch(new ScalarBatch(solver)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(solver.description().id() + " errs by");
    }

    private static LaneBatch batch(BatchSolver solver) {
        return new LaneBatch(solver, EquationForm.EXACT, LANES, END_TIME, STEP);
    }

    @Test
    void aKernelThatGivesAnotherBitOnceItIsCompiledIsSeen() {
        LaneBatch lanes = batch(new ScalarBatch(new Rk4(STEP)));
        BatchSolution last = lanes.integrate();
        assertThatCode(lanes::requireSame).doesNotThrowAnyException();
        Solution.Completed lane = (Solution.Completed) last.solution(0);
        Magnetization m = lane.end();
        last.set(
                0,
                new Solution.Completed(
                        new Magnetization(m.x(), Math.nextUp(m.y()), m.z()), lane.statistics()));
        assertThatThrownBy(lanes::requireSame)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("rk4 computes something else");
    }
}
