package larmor.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundedTest {

    @ParameterizedTest
    @CsvSource({
        "0.35, 0.35",
        "-0.0035281690140845, -0.00352817",
        "130, 130",
        "800000, 800000",
        "3e6, 3e6",
        "1.76e11, 1.76e11",
        "1e-4, 0.0001",
        "1e-5, 1e-5",
        "2e-6, 2e-6",
        "-1.8e-23, -1.8e-23",
        "999999.7, 1e6",
        "0, 0",
        "-0.0, 0",
        "NaN, NaN"
    })
    void aNumberIsShortAndWithoutTrailingZeros(double value, String text) {
        assertThat(Rounded.of(value)).isEqualTo(text);
    }

    @Test
    void digitsAreThoseAskedFor() {
        assertThat(Rounded.to(3, 1234, 0)).isEqualTo("1230");
        assertThat(Rounded.to(10, 119.38505187701759, 0)).isEqualTo("119.3850519");
    }

    @Test
    void aBoundIsRoundedIntoItsRange() {
        assertThat(Rounded.up(52.29661)).isEqualTo("52.2967");
        assertThat(Rounded.down(52.29669)).isEqualTo("52.2966");
        assertThat(Rounded.up(-0.12345678)).isEqualTo("-0.123456");
        assertThat(Rounded.down(-0.12345678)).isEqualTo("-0.123457");
        assertThat(Rounded.up(640)).isEqualTo("640");
        assertThat(Rounded.down(640)).isEqualTo("640");
    }

    @Test
    void aUnitIsAPowerOfTenThatNeverOverflows() {
        assertThat(Rounded.to(10, 0.119385051877, -3)).isEqualTo("119.3850519");
        assertThat(Rounded.to(2, 1e308, -3)).isEqualTo("1e311");
    }
}
