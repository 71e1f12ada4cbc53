package larmor.ode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BatchSolversTest {

    private static final Solver RK4 = new Rk4(0.05);
    private static final BatchSolver TWIN = new ScalarBatch(RK4);

    @Test
    void withoutAProviderTheScalarSolverIsChosenAndSaysSo() {
        BatchSolvers solvers = BatchSolvers.choose();
        assertThat(solvers.vectorized()).isFalse();
        assertThat(solvers.choice()).isEqualTo("scalar: no SIMD solvers on the class path");
        assertThat(solvers.of(RK4)).isInstanceOf(ScalarBatch.class);
        assertThat(BatchSolvers.atEveryWidth()).isEmpty();
    }

    @Test
    void providerThatCanRunIsChosenForTheSolversItHas() {
        BatchSolvers solvers = BatchSolvers.choose(Optional.of(new Rk4Only(Optional.empty())));
        assertThat(solvers.vectorized()).isTrue();
        assertThat(solvers.choice()).isEqualTo("64-bit lanes");
        assertThat(solvers.of(RK4)).isSameAs(TWIN);
        assertThat(solvers.of(new Verner9(0.1))).isInstanceOf(ScalarBatch.class);
    }

    @Test
    void providerThatCannotRunLeavesTheScalarSolverAndItsReason() {
        Rk4Only provider = new Rk4Only(Optional.of("the Vector API is not there"));
        BatchSolvers solvers = BatchSolvers.choose(Optional.of(provider));
        assertThat(solvers.vectorized()).isFalse();
        assertThat(solvers.choice()).isEqualTo("scalar: the Vector API is not there");
        assertThat(solvers.of(RK4)).isNotSameAs(TWIN);
    }

    /** A provider whose one batch solver is that of RK4. */
    private record Rk4Only(Optional<String> obstacle) implements BatchSolverProvider {

        @Override
        public String choice() {
            return "64-bit lanes";
        }

        @Override
        public List<Integer> widths() {
            return List.of(64);
        }

        @Override
        public BatchSolverProvider atWidth(int bits) {
            return this;
        }

        @Override
        public Optional<BatchSolver> twin(Solver solver) {
            return solver instanceof Rk4 ? Optional.of(TWIN) : Optional.empty();
        }
    }
}
