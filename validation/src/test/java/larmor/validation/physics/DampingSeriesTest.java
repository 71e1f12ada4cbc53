package larmor.validation.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class DampingSeriesTest {

    private static final DampingSeries SERIES =
            DampingSeries.of(
                    List.of(1.0, 0.5, 0.25),
                    epsilon -> 3 - 2 * epsilon * epsilon + 0.1 * StrictMath.pow(epsilon, 4));

    @Test
    void limitIsTheConstantOfAPolynomialInTheSquare() {
        double rounding = 1e-14;
        assertThat(SERIES.limit()).isCloseTo(3, within(rounding));
    }

    @Test
    void distanceFromTheLimitHasTheExponentTwoButForTheNextTerm() {
        // The next term is 5 % of the first at ε = 1.
        assertThat(SERIES.powerLaw(3).exponent()).isCloseTo(2, within(0.05));
        assertThat(SERIES.powerLaw(3).exponent()).isNotCloseTo(2, within(0.001));
    }
}
