package larmor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import larmor.model.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberListTest {

    @Test
    void aListIsItsNumbersInTheirOrder() {
        assertThat(parse("1.5, -2,3e-1")).containsExactly(1.5, -2.0, 0.3);
        assertThat(parse("7")).containsExactly(7.0);
    }

    @Test
    void aRangeOfTenthsIncludesItsStopAndEveryValueIsTheNearestToItsDecimal() {
        assertThat(parse("0.9:2.2:0.1"))
                .containsExactly(
                        0.9, 1.0, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 2.0, 2.1, 2.2);
    }

    @Test
    void aRangeEndsBeforeAStopThatItsStepsDoNotMeet() {
        assertThat(parse("0:1:0.3")).containsExactly(0.0, 0.3, 0.6, 0.9);
    }

    @Test
    void aRangeMayDescendOrBeASingleNumber() {
        assertThat(parse("1:0:-0.25")).containsExactly(1.0, 0.75, 0.5, 0.25, 0.0);
        assertThat(parse("1:1:0.1")).containsExactly(1.0);
    }

    @Test
    void theLongestRangeHasAHundredThousandNumbers() {
        assertThat(parse("1:100000:1")).hasSize(100_000).endsWith(100_000.0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "1,",
                "a",
                "1:2",
                "1:2:3:4",
                "1:2:",
                "0:1:0",
                "0:1:-1",
                "1:0:1",
                "NaN",
                "Infinity",
                "0x1p3",
                "1d",
                "1e999",
                "1e9999999999",
                "1:2:1e-999",
                "0:100000:1",
                "0:1:1e-300",
                "1;2",
                "1 2"
            })
    void whatIsNoListIsRefusedNamingTheFlag(String text) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("--voltage must");
    }

    private static List<Double> parse(String text) {
        return NumberList.parse("--voltage", text);
    }
}
