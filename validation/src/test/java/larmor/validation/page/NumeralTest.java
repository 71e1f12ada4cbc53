package larmor.validation.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1.0000000002, 1",
        "-0.00352817, −0.003528",
        "123456, 123500",
        "1234567, 1.235×10⁶",
        "1e-12, 10⁻¹²",
        "-3e-4, −3×10⁻⁴",
        "NaN, not a number",
        "-Infinity, −∞",
    })
    void fourDigitsAreEnoughForEveryMagnitude(double value, String printed) {
        assertThat(Numeral.of(value, 4)).isEqualTo(printed);
    }

    @Test
    void aValueHasTheDecimalsThatItsUncertaintyLeaves() {
        assertThat(Numeral.uncertain(0.98411074, 1.65e-6)).isEqualTo("0.984111 ± 2×10⁻⁶");
        assertThat(Numeral.uncertain(0.5624133911, 1.2e-11)).isEqualTo("0.562413391 ± 2×10⁻¹¹");
        assertThat(Numeral.uncertain(0.809175, 0.203)).isEqualTo("0.809 ± 0.3");
    }

    @ParameterizedTest
    @CsvSource({"1.28e-9, 2×10⁻⁹", "1e-9, 10⁻⁹", "9.01e-5, 10⁻⁴", "2e-6, 2×10⁻⁶"})
    void anUncertaintyIsNoSmallerThanItLooks(double uncertainty, String printed) {
        assertThat(Numeral.uncertain(1, uncertainty)).endsWith(" ± " + printed);
    }

    @Test
    void theDecimalsOfAValueAreThoseOfThePrintedUncertainty() {
        assertThat(Numeral.uncertain(0.98411074, 9.7e-7)).isEqualTo("0.984111 ± 10⁻⁶");
    }

    @ParameterizedTest
    @CsvSource({"0.0614, 6.1 %", "0.994, 99 %", "0.9981, 99.8 %", "0.99999, 99.9 %", "1, 100 %"})
    void aShareBelowTheWholeIsNotRoundedToIt(double share, String printed) {
        assertThat(Numeral.percent(share)).isEqualTo(printed);
    }

    @Test
    void anUncertaintyLargerThanTheValueIsNotHidden() {
        assertThat(Numeral.uncertain(0.0332397, 1)).isEqualTo("0.0332 ± 1");
        assertThat(Numeral.uncertain(0.0332397, 0)).isEqualTo("0.0332");
    }
}
