package larmor.observable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import larmor.model.Coefficients;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import larmor.ode.Dop853;
import larmor.ode.Rk4;
import larmor.ode.Sampling;
import larmor.ode.Solver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SteadyStateTest {

    private static final Oscillator PAPER = Oscillator.of(Device.PAPER);
    private static final double INTERVAL = 0.25;
    private static final double WINDOW = 1000;

    private static SteadyState end(
            Solver solver, double voltage, Magnetization start, double endTime) {
        Coefficients coefficients = PAPER.coefficients(voltage, EquationForm.EXACT, true);
        Sampling sampling =
                new Sampling(endTime - WINDOW, INTERVAL, (int) Math.round(WINDOW / INTERVAL));
        SampledWindow window = new SampledWindow(sampling);
        solver.integrate(coefficients, start, endTime, sampling, window);
        return SteadyState.of(window, coefficients);
    }

    private static Magnetization tilted(double tilt) {
        return Magnetization.normalized("tilt", tilt, 0, 1);
    }

    @ParameterizedTest
    @CsvSource({"1.5, IN_PLANE", "2.5, OUT_OF_PLANE"})
    void uncertaintyOfACoarseStepIsItsDistanceFromAFineOne(double voltage, Regime regime) {
        // RK4's error at h = 0.2 is 4⁴ times that at 0.05, so the fine one stands for the truth
        // to 0.4 %; the search stops at 1 %.
        double truth = 0.02;
        SteadyState coarse = end(new Rk4(0.2), voltage, tilted(0.1), 4000);
        SteadyState fine = end(new Rk4(0.05), voltage, tilted(0.1), 4000);
        double frequencyError =
                Math.abs(coarse.frequency().getAsDouble() - fine.frequency().getAsDouble());
        double powerError = Math.abs(coarse.power() - fine.power());
        assertThat(coarse.regime()).isEqualTo(regime);
        assertThat(coarse.settled()).isTrue();
        assertThat(coarse.frequencyUncertainty().getAsDouble())
                .isBetween((1 - truth) * frequencyError, (1 + truth) * frequencyError);
        assertThat(coarse.powerUncertainty())
                .isBetween((1 - truth) * powerError, (1 + truth) * powerError);
    }

    @ParameterizedTest
    @CsvSource({"0.25, 1500", "0.25, 3000", "0.7, 1500", "0.7, 3000"})
    void relaxationIsExtrapolatedToItsEnd(double tilt, double endTime) {
        // The amplitude relaxes at 2 s_c (v−1) = 8.5e-4: the longer run is 2e-4 of the way from the
        // end, and the search stops at 1 %.
        double truth = 0.02;
        Solver solver = Dop853.withTolerance(1e-10);
        SteadyState cut = end(solver, 1.05, tilted(tilt), endTime);
        SteadyState whole = end(solver, 1.05, tilted(tilt), endTime + 1e4);
        double powerError = Math.abs(cut.power() - whole.power());
        double frequencyError =
                Math.abs(cut.frequency().getAsDouble() - whole.frequency().getAsDouble());
        assertThat(powerError).isGreaterThan(SteadyState.SETTLED_TOLERANCE * cut.power());
        assertThat(cut.settled()).isFalse();
        assertThat(cut.powerUncertainty())
                .isBetween((1 - truth) * powerError, (1 + truth) * powerError);
        assertThat(cut.frequencyUncertainty().getAsDouble())
                .isBetween((1 - truth) * frequencyError, (1 + truth) * frequencyError);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.1, 1.01, 1.001})
    void growthIsNeverSettledHoweverSlow(double voltage) {
        SteadyState state = end(new Rk4(0.05), voltage, tilted(0.01), WINDOW);
        assertThat(state.settled()).isFalse();
        assertThat(state.powerUncertainty()).isEqualTo(1);
        assertThat(state.frequencyUncertainty()).isEqualTo(state.frequency());
    }

    @Test
    void growthTooSmallToOscillateIsNotTakenForRest() {
        SteadyState state = end(new Rk4(0.05), 1.1, tilted(1e-5), WINDOW);
        assertThat(state.regime()).isEqualTo(Regime.PARALLEL);
        assertThat(state.settled()).isFalse();
        assertThat(state.powerUncertainty()).isEqualTo(1);
    }

    @Test
    void decayTowardsTheParallelStateIsUncertainByWhatIsLeft() {
        SteadyState state = end(new Rk4(0.05), 0.95, tilted(0.1), WINDOW);
        assertThat(state.settled()).isFalse();
        assertThat(state.power()).isPositive();
        assertThat(state.powerUncertainty()).isEqualTo(state.power());
    }

    @Test
    void stateAtRestHasNoFrequency() {
        SteadyState state = end(new Rk4(0.05), 0.5, tilted(0.01), 3000);
        assertThat(state.regime()).isEqualTo(Regime.PARALLEL);
        assertThat(state.frequency()).isEmpty();
        assertThat(state.frequencyUncertainty()).isEmpty();
        assertThat(state.settled()).isTrue();
        assertThat(state.powerUncertainty()).isBetween(state.power(), 1e-6);
    }

    @Test
    void stateAtRestAwayFromThePolesIsKnownToRounding() {
        SteadyState state = end(new Rk4(0.05), 8, tilted(0.5), 4000);
        assertThat(state.regime()).isEqualTo(Regime.STATIC);
        assertThat(state.settled()).isTrue();
        // A mean of 2000 samples of order 1.
        assertThat(state.powerUncertainty()).isLessThan(1e-12);
    }

    @Test
    void tooFewSamplesAreRefused() {
        Coefficients coefficients = PAPER.coefficients(1.5, EquationForm.EXACT, true);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        SteadyState.of(new SampledWindow(new Sampling(0, 1, 47)), coefficients))
                .withMessageContaining("47");
    }
}
