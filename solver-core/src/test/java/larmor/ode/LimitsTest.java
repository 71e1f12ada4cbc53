package larmor.ode;

import static larmor.ode.CertifiedRun.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is still accepted, and the names under which failures and norms stand in files. */
class LimitsTest {

    @ParameterizedTest
    @ValueSource(doubles = {1e-16, 1})
    void toleranceMayLieAtTheEndsOfItsRange(double tolerance) {
        assertThat(ErrorControl.requireTolerance(tolerance)).isEqualTo(tolerance);
    }

    @Test
    void atLeastOneStepMustBeAllowed() {
        assertThat(new ErrorControl(1e-8, ErrorNorm.ABSOLUTE, 1).mostSteps()).isEqualTo(1);
        assertRefused("--max-steps", () -> new ErrorControl(1e-8, ErrorNorm.ABSOLUTE, 0));
    }

    @Test
    void aSpanIsDividedIntoAtMostAMillionMillionSteps() {
        assertThat(EqualSteps.dividing(1e12, 1).count()).isEqualTo(1_000_000_000_000L);
        assertRefused("--step", () -> EqualSteps.dividing(1e12 + 1, 1));
    }

    @Test
    void aRunIsDividedFromSampleToSampleAndToItsEnd() {
        Sampling sampling = new Sampling(1e12, 1e12, 2);
        EqualSteps.requireDividing(3e12, sampling, 1);
        assertRefused("--step", () -> EqualSteps.requireDividing(3e12 + 1, sampling, 1));
        assertRefused("--step", () -> EqualSteps.requireDividing(3e12, Sampling.NONE, 1));
        assertRefused("--step", () -> EqualSteps.requireDividing(3e12, sampling, 0.9));
        Sampling late = new Sampling(1e12 + 1, 1, 1);
        assertRefused("--step", () -> EqualSteps.requireDividing(1e12 + 1, late, 1));
    }

    @Test
    void aSolverWithErrorControlRefusesNoTimeBeforeItRuns() {
        for (Solver solver : List.of(new Dopri5(1e-8), Dop853.withTolerance(1e-8))) {
            assertThatCode(() -> solver.requireReachable(1e300, Sampling.NONE))
                    .doesNotThrowAnyException();
        }
    }

    static Stream<Solver> atFixedStep() {
        return Stream.of(
                new Rk4(1),
                Dop853.withStep(1),
                new Verner9(1),
                new SingleLane(new ScalarBatch(new Rk4(1))));
    }

    @ParameterizedTest
    @MethodSource("atFixedStep")
    void aTimeBeyondAnySensibleNumberOfStepsIsRefusedWithoutARun(Solver solver) {
        solver.requireReachable(1e12, Sampling.NONE);
        assertRefused("--step", () -> solver.requireReachable(1e12 + 1, Sampling.NONE));
    }

    @Test
    void theNormMayNotReachTheEndsOfItsRange() {
        assertThat(NormRange.contains(0.5)).isFalse();
        assertThat(NormRange.contains(1)).isTrue();
        assertThat(NormRange.contains(1.5)).isFalse();
        assertThat(NormRange.contains(Double.NaN)).isFalse();
    }

    /** The vector solvers read the two numbers. */
    @ParameterizedTest
    @EnumSource
    void scaleOfTheErrorIsMadeOfItsFloorAndTheAmplitude(ErrorNorm norm) {
        assertThat(norm.scaleSquared(0.3, 0.4))
                .isCloseTo(norm.floorSquared() + 0.25 * norm.amplitudeWeight(), within(1e-16));
        assertThat(norm.scaleSquared(0, 0)).isEqualTo(norm.floorSquared());
        assertThat(norm.amplitudeWeight()).isEqualTo(norm == ErrorNorm.ABSOLUTE ? 0 : 1);
        assertThat(norm.id())
                .isEqualTo(norm == ErrorNorm.ABSOLUTE ? "absolute" : "amplitude-relative");
    }

    @Test
    void failuresHaveTheWordsOfTheFiles() {
        assertThat(NumericalFailure.Kind.values())
                .extracting(NumericalFailure.Kind::id)
                .containsExactly("non-finite", "step-too-large", "step-underflow", "step-limit");
    }
}
