package larmor.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneLineTest {

    /** Ends of lines, what a terminal obeys in seven bits and in eight, and turned directions. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n", "\r", "\t", "\0", "\u001b", "\u007f", "\u0085", "\u009b", "\u2028", "\u2029",
                "\u202e", "\u2066", "\u200e", "\u200f", "\u061c"
            })
    void aCharacterThatHasNoPlaceInALineIsASpace(String character) {
        assertThat(OneLine.of("a" + character + "b")).isEqualTo("a b");
        assertThat(OneLine.is("a" + character + "b")).isFalse();
    }

    @Test
    void lettersOfAnyScriptStay() {
        String text = "ω₀ ist größer – 磁化 مغناطيس <b>";
        assertThat(OneLine.of(text)).isEqualTo(text);
        assertThat(OneLine.is(text)).isTrue();
    }

    @Test
    void aRefusalIsOneLineWhateverItNames() {
        InvalidInput refusal = new InvalidInput("a\nb", "must not be\u001b[31m");
        assertThat(refusal).hasMessage("a b must not be [31m");
        assertThat(refusal.field()).isEqualTo("a b");
    }
}
