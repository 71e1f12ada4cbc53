package larmor.observable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import larmor.ode.Sampling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SteadyStateTest {

    private static final double LENGTH = 5000;
    private static final double INTERVAL = 0.25;

    /** Side lobes of the window, 2e-5 (4/k)³ with k > 100 lines between +ω and −ω, over one bin. */
    private static final double FREQUENCY_LIMIT = 1e-9;

    /** The same side lobes, on the variation of m_z. */
    private static final double POWER_LIMIT = 1e-9;

    /** Precession about ẑ with unequal axes, frequency ω and m_z of modulation 2ω. */
    private static SampledWindow ellipse(double omega, double a, double b, double offset) {
        return window(
                t -> offset + a * StrictMath.cos(omega * t + 0.3),
                t -> b * StrictMath.sin(omega * t + 0.3));
    }

    private static SampledWindow window(DoubleUnaryOperator x, DoubleUnaryOperator y) {
        Sampling sampling = new Sampling(0, INTERVAL, (int) (LENGTH / INTERVAL));
        SampledWindow window = new SampledWindow(sampling);
        for (int i = 0; i < sampling.count(); i++) {
            double t = sampling.time(i);
            double mx = x.applyAsDouble(t);
            double my = y.applyAsDouble(t);
            window.accept(i, t, mx, my, Math.sqrt(1 - mx * mx - my * my));
        }
        return window;
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void frequencyOfAnEllipseIsFoundFarBelowOneBin(long seed) {
        double omega = new SplittableRandom(seed).nextDouble(0.15, 1.4);
        SteadyState state = SteadyState.of(ellipse(omega, 0.3, 0.5, 0));
        assertThat(state.frequency().getAsDouble())
                .as("seed %d", seed)
                .isCloseTo(omega, within(FREQUENCY_LIMIT));
        assertThat(state.settled()).isTrue();
        assertThat(state.regime()).isEqualTo(Regime.IN_PLANE);
        assertThat(state.frequencyUncertainty().getAsDouble())
                .isGreaterThanOrEqualTo(Math.abs(state.frequency().getAsDouble() - omega))
                .isLessThan(1e-6);
    }

    @Test
    void negativeFrequenciesAreReportedByTheirModulus() {
        SteadyState state = SteadyState.of(ellipse(-0.7, 0.3, 0.3, 0));
        assertThat(state.frequency().getAsDouble()).isCloseTo(0.7, within(FREQUENCY_LIMIT));
    }

    @Test
    void constantPartOfAnOutOfPlaneOrbitDoesNotHideItsFrequency() {
        SteadyState state = SteadyState.of(ellipse(0.53, 0.2, 0.4, 0.55));
        assertThat(state.frequency().getAsDouble()).isCloseTo(0.53, within(FREQUENCY_LIMIT));
        assertThat(state.regime()).isEqualTo(Regime.OUT_OF_PLANE);
    }

    @Test
    void powerOfACircularOrbitIsThatOfItsConeAngle() {
        double sine = 0.6;
        SteadyState state = SteadyState.of(ellipse(0.4123, sine, sine, 0));
        assertThat(state.power()).isCloseTo(0.5 * (1 - 0.8), within(POWER_LIMIT));
    }

    @Test
    void powerOfATinyTiltKeepsItsRelativeAccuracy() {
        double tilt = 1e-9;
        SteadyState state = SteadyState.of(window(_ -> tilt, _ -> 0));
        assertThat(state.power()).isCloseTo(tilt * tilt / 4, within(1e-30));
        assertThat(state.regime()).isEqualTo(Regime.PARALLEL);
    }

    @ParameterizedTest
    @CsvSource({"0.93, STATIC", "0, PARALLEL"})
    void staticStateHasNoFrequency(double mx, Regime regime) {
        SteadyState state = SteadyState.of(window(_ -> mx, _ -> 0));
        assertThat(state.frequency()).isEmpty();
        assertThat(state.frequencyUncertainty()).isEmpty();
        assertThat(state.regime()).isEqualTo(regime);
        assertThat(state.settled()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 5e-4, 2e-4})
    void relaxationIsExtrapolatedToItsEnd(double rate) {
        double finalSine = 0.5;
        DoubleUnaryOperator sine = t -> finalSine * Math.sqrt(1 - 0.8 * StrictMath.exp(-rate * t));
        SteadyState state =
                SteadyState.of(
                        window(
                                t -> sine.applyAsDouble(t) * StrictMath.cos(0.6 * t),
                                t -> sine.applyAsDouble(t) * StrictMath.sin(0.6 * t)));
        double finalPower = 0.5 * (1 - Math.sqrt(1 - finalSine * finalSine));
        assertThat(state.settled()).isFalse();
        assertThat(state.powerUncertainty())
                .as("covers what is still to come")
                .isGreaterThanOrEqualTo(Math.abs(state.power() - finalPower))
                .isLessThan(3 * Math.abs(state.power() - finalPower));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1e-4, 1e-5, 1e-6})
    void growthIsNeverSettledHoweverSlow(double rate) {
        DoubleUnaryOperator sine = t -> 0.02 * StrictMath.exp(rate * t / 2);
        SteadyState state =
                SteadyState.of(
                        window(
                                t -> sine.applyAsDouble(t) * StrictMath.cos(0.69 * t),
                                t -> sine.applyAsDouble(t) * StrictMath.sin(0.69 * t)));
        assertThat(state.settled()).isFalse();
        assertThat(state.powerUncertainty()).isEqualTo(1);
        assertThat(state.frequencyUncertainty()).isEqualTo(state.frequency());
    }

    @Test
    void tooFewSamplesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SteadyState.of(new SampledWindow(new Sampling(0, 1, 47))))
                .withMessageContaining("47");
    }
}
