package larmor.observable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import larmor.ode.Sampling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowReadingTest {

    private static final double LENGTH = 5000;
    private static final double INTERVAL = 0.25;

    /** Side lobes of the window, 2e-5 (4/k)³ with k > 100 lines between +ω and −ω, over one bin. */
    private static final double FREQUENCY_LIMIT = 1e-9;

    /** The same side lobes, on the variation of m_z. */
    private static final double POWER_LIMIT = 1e-9;

    /** Precession about ẑ with unequal axes, frequency ω and m_z of modulation 2ω. */
    private static WindowReading ellipse(double omega, double a, double b, double offset) {
        return reading(
                t -> offset + a * StrictMath.cos(omega * t + 0.3),
                t -> b * StrictMath.sin(omega * t + 0.3));
    }

    private static WindowReading reading(DoubleUnaryOperator x, DoubleUnaryOperator y) {
        Sampling sampling = new Sampling(0, INTERVAL, (int) (LENGTH / INTERVAL));
        SampledWindow window = new SampledWindow(sampling);
        for (int i = 0; i < sampling.count(); i++) {
            double t = sampling.time(i);
            double mx = x.applyAsDouble(t);
            double my = y.applyAsDouble(t);
            window.accept(i, t, mx, my, Math.sqrt(1 - mx * mx - my * my));
        }
        return WindowReading.of(window);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void frequencyOfAnEllipseIsFoundFarBelowOneBin(long seed) {
        double omega = new SplittableRandom(seed).nextDouble(0.15, 1.4);
        assertThat(ellipse(omega, 0.3, 0.5, 0).frequency())
                .as("seed %d", seed)
                .isCloseTo(omega, within(FREQUENCY_LIMIT));
    }

    @Test
    void lineThatTurnsClockwiseHasANegativeFrequencyAndAPositiveModulus() {
        WindowReading reading = ellipse(-0.7, 0.3, 0.3, 0);
        assertThat(reading.omega()).isCloseTo(-0.7, within(FREQUENCY_LIMIT));
        assertThat(reading.frequency()).isCloseTo(0.7, within(FREQUENCY_LIMIT));
    }

    @Test
    void constantPartOfAnOutOfPlaneOrbitDoesNotHideItsFrequency() {
        assertThat(ellipse(0.53, 0.2, 0.4, 0.55).frequency())
                .isCloseTo(0.53, within(FREQUENCY_LIMIT));
    }

    @Test
    void powerOfACircularOrbitIsThatOfItsConeAngle() {
        double sine = 0.6;
        assertThat(ellipse(0.4123, sine, sine, 0).power())
                .isCloseTo(0.5 * (1 - 0.8), within(POWER_LIMIT));
    }

    @Test
    void powerOfATinyTiltKeepsItsRelativeAccuracy() {
        double tilt = 1e-9;
        WindowReading reading = reading(_ -> tilt, _ -> 0);
        assertThat(reading.power()).isCloseTo(tilt * tilt / 4, within(1e-30));
        assertThat(reading.atRest()).isTrue();
        assertThat(reading.omega()).isZero();
    }
}
