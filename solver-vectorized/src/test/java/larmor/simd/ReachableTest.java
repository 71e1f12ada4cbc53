package larmor.simd;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import larmor.model.InvalidInput;
import larmor.ode.BatchSolver;
import larmor.ode.ErrorControl;
import larmor.ode.Sampling;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a solver in lanes refuses before it runs. */
class ReachableTest {

    static Stream<BatchSolver> atFixedStep() {
        return Stream.of(new SimdRk4(1), SimdDop853.withStep(1), new SimdVerner9(1));
    }

    @ParameterizedTest
    @MethodSource("atFixedStep")
    void aTimeBeyondAnySensibleNumberOfStepsIsRefusedWithoutARun(BatchSolver solver) {
        solver.requireReachable(1e12, Sampling.NONE);
        assertThatThrownBy(() -> solver.requireReachable(1e12 + 1, Sampling.NONE))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("--step");
    }

    static Stream<BatchSolver> withErrorControl() {
        ErrorControl control = ErrorControl.of(1e-8);
        return Stream.of(new SimdDopri5(control), new SimdDop853(control));
    }

    @ParameterizedTest
    @MethodSource("withErrorControl")
    void errorControlRefusesNoTimeBeforeItRuns(BatchSolver solver) {
        assertThatCode(() -> solver.requireReachable(1e300, Sampling.NONE))
                .doesNotThrowAnyException();
    }
}
