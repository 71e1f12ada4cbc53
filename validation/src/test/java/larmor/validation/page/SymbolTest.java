package larmor.validation.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SymbolTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "V/V_c = 1          | <i>V</i>/<i>V</i><sub>c</sub> = 1",
                "g_l^{AP} of m_x    | <i>g</i><sub>l</sub><sup>AP</sup> of <i>m</i><sub>x</sub>",
                "in γμ₀M_s          | in <i>γμ</i>₀<i>M</i><sub>s</sub>",
                "2s_c(v − 1)        | 2<i>s</i><sub>c</sub>(v − 1)",
                "s_c² and α²        | <i>s</i><sub>c</sub>² and <i>α</i>²",
                "below 10^{−6} of it| below 10<sup>−6</sup> of it",
                "the power ⟨p⟩      | the power ⟨<i>p</i>⟩",
                "with self_torque on| with self_torque on",
                "a x_max b          | a x_max b",
                "either/or I/O      | either/or I/O",
                "a < b & m_z        | a &lt; b &amp; <i>m</i><sub>z</sub>",
            })
    void variablesInProseAreSetAsSuchAndWordsAreNot(String text, String html) {
        assertThat(Symbol.html(Symbol.prose(text))).isEqualTo(html);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "f (GHz)           | <i>f</i> (GHz)",
                "V (mV)            | <i>V</i> (mV)",
                "⟨p⟩               | ⟨<i>p</i>⟩",
                "time per run (ms) | time per run (ms)",
                "Error (a)         | Error (a)",
            })
    void aSymbolIsSetAsSuchBesideItsUnit(String text, String html) {
        assertThat(Symbol.html(Symbol.label(text))).isEqualTo(html);
    }
}
