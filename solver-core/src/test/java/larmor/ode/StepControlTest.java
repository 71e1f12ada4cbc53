package larmor.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepControlTest {

    /** Parabola for 2ᶠ 0.3 %, linear log₂ 0.043/n octaves: below 1 % together from n = 5 on. */
    private static final double ROOT_ERROR = 0.01;

    @ParameterizedTest
    @ValueSource(ints = {5, 8, 32, 64})
    void rootIsGoodToOnePerCent(int n) {
        for (int i = -4000; i <= 4000; i++) {
            double x = StrictMath.pow(10, i / 50.0);
            assertThat(InverseRoot.of(x, n) * StrictMath.pow(x, 1.0 / n))
                    .as("x = %s", x)
                    .isCloseTo(1, within(ROOT_ERROR));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 6})
    void rootByShiftIsTheRootOfThatPowerOfTwo(int shift) {
        for (int i = -600; i <= 600; i++) {
            double x = StrictMath.pow(3, i);
            assertThat(InverseRoot.ofShift(x, shift)).isEqualTo(InverseRoot.of(x, 1 << shift));
        }
    }

    @Test
    void errorThatIsNotANumberShortensTheStepMost() {
        double nothing = StepControl.limited(Double.NaN);
        for (StepControl control : new StepControl[] {StepControl.DOPRI5, StepControl.DOP853}) {
            for (double last : new double[] {StepControl.LEAST_ERROR_SQUARED, 1e-3, 1}) {
                assertThat(control.factor(nothing, 1 / last)).isEqualTo(StepControl.LEAST_FACTOR);
            }
        }
    }

    @Test
    void rejectedStepIsAlwaysShortened() {
        for (StepControl control : new StepControl[] {StepControl.DOPRI5, StepControl.DOP853}) {
            for (double last : new double[] {StepControl.LEAST_ERROR_SQUARED, 1e-3, 1}) {
                assertThat(control.factor(StepControl.limited(1 + 1e-12), 1 / last))
                        .isLessThan(control.safety() * (1 + ROOT_ERROR));
            }
        }
    }

    /** Iterates the control on an error that goes as hᵏ, starting far off. */
    @Test
    void stepsSettleAtNineTenthsOfTheLongestThatIsGoodEnough() {
        assertThat(settledShare(StepControl.DOPRI5, 5)).isCloseTo(0.9, within(ROOT_ERROR));
        assertThat(settledShare(StepControl.DOP853, 8)).isCloseTo(0.9, within(ROOT_ERROR));
    }

    private static double settledShare(StepControl control, int errorOrder) {
        double share = 0.3;
        double inverseLastErrorSquared = 1;
        for (int step = 0; step < 100; step++) {
            double limited = StepControl.limited(StrictMath.pow(share, 2 * errorOrder));
            share *= control.factor(limited, inverseLastErrorSquared);
            inverseLastErrorSquared = 1 / limited;
        }
        return share;
    }

    @Test
    void vanishingErrorLengthensTheStepButNotBeyondTheLimit() {
        double none = StepControl.limited(0);
        for (StepControl control : new StepControl[] {StepControl.DOPRI5, StepControl.DOP853}) {
            assertThat(control.factor(none, 1)).isEqualTo(StepControl.MOST_FACTOR);
        }
    }
}
