package larmor.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import larmor.model.Coefficients;
import larmor.model.Magnetization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Against the exact motion of an isotropic magnet without current from the equator, m_z =
 * tanh(αωt'), m_x + i m_y = sech(αωt') e^{iωt'} with ω = h/(1+α²), where |ṁ| = ω√(1+α²) and |m̈| =
 * ω²(1+α²).
 */
class FirstStepTest {

    private static final Magnetization EQUATOR = new Magnetization(0.6, 0.8, 0);

    /**
     * The root is good to one per cent; the second derivative over a step of a hundredth of |m| to
     * another few, of which the root leaves a fifth.
     */
    private static final double ROOT_ERROR = 0.02;

    private static final double TOLERANCE = 1e-8;

    /** In a weak field the rate is the larger of the two, in a strong one the second derivative. */
    @ParameterizedTest
    @CsvSource({"0.35, 0, 5", "0.35, 2, 5", "3, 0, 5", "20, 2, 5", "0.35, 2, 8", "20, 2, 8"})
    void aimsAtAHundredthOfTheToleranceByTheLargerOfTheFirstTwoDerivatives(
            double field, double damping, int order) {
        double squared = field * field / (1 + damping * damping);
        double largest = Math.max(Math.sqrt(squared), squared);
        double exact = StrictMath.pow(0.01 * TOLERANCE / largest, 1.0 / order);
        ErrorControl control = new ErrorControl(TOLERANCE, ErrorNorm.ABSOLUTE, 1);
        // The mean square over the three components stands in place of the square.
        double mean = StrictMath.pow(3, 0.5 / order);
        double step = FirstStep.choose(relaxation(field, damping), EQUATOR, control, order);
        assertThat(step / (exact * mean)).isCloseTo(1, within(ROOT_ERROR));
    }

    /** Next to the pole at ẑ the error is held against the transverse amplitude. */
    @Test
    void smallAmplitudeMakesTheFirstStepNoLongerAndNoShorter() {
        Magnetization tilted = Magnetization.normalized("start", 0.03, 0.04, 1);
        double amplitude = ErrorControl.of(TOLERANCE).norm().scaleSquared(tilted.x(), tilted.y());
        assertThat(amplitude).isCloseTo(0.0025, within(1e-5));
        Coefficients precession = relaxation(0.35, 0);
        double small = FirstStep.choose(precession, tilted, ErrorControl.of(TOLERANCE), 5);
        double large = FirstStep.choose(precession, EQUATOR, ErrorControl.of(TOLERANCE), 5);
        assertThat(small / large).isCloseTo(1, within(ROOT_ERROR));
    }

    /** Turning through 100 × 0.01 of |m|. */
    @Test
    void looseToleranceDoesNotLetTheFirstStepTurnTheMagnetizationByMoreThanOne() {
        double field = 1000;
        ErrorControl control = new ErrorControl(1, ErrorNorm.ABSOLUTE, 1);
        assertThat(FirstStep.choose(relaxation(field, 0), EQUATOR, control, 8))
                .isCloseTo(1 / field, within(1e-15));
    }

    @Test
    void stateAtRestStartsWithAMillionth() {
        Magnetization pole = new Magnetization(0, 0, 1);
        assertThat(FirstStep.choose(relaxation(1, 0.1), pole, ErrorControl.of(TOLERANCE), 5))
                .isEqualTo(1e-6);
    }

    @Test
    void rateThatOverflowsGivesAStepAllTheSame() {
        double step = FirstStep.choose(relaxation(1e200, 0), EQUATOR, ErrorControl.of(1e-8), 5);
        assertThat(step).isPositive().isFinite();
    }

    /** h = field along ẑ; d = ¼ at every angle. */
    private static Coefficients relaxation(double field, double damping) {
        return new Coefficients(field, 0, 0, 0.25, 0, damping, 0, 0, 0, 1);
    }
}
