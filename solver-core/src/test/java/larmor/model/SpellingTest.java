package larmor.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {

    private static final List<String> KNOWN =
            List.of(
                    "--voltage",
                    "--time",
                    "--charge-relaxation-time",
                    "--self-torque",
                    "sweep",
                    "magnet.field",
                    "junction.polarization");

    @ParameterizedTest
    @CsvSource({
        "--voltge, --voltage",
        "--votlage, --voltage",
        "-time, --time",
        "--tme, --time",
        "--times, --time",
        "--self_torque, --self-torque",
        "--charge, --charge-relaxation-time",
        "swep, sweep",
        "Magnet.Field, magnet.field",
        "field, magnet.field",
        "device.feild, magnet.field",
        "magnet.polarization, junction.polarization"
    })
    void aSlipLeadsToTheWordThatWasMeant(String written, String meant) {
        assertThat(Spelling.hint(written, KNOWN)).isEqualTo("; did you mean " + meant + "?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--colour", "merge", "magnet.colour", "--", "x", ""})
    void aWordThatIsNearNoneHasNoHint(String written) {
        assertThat(Spelling.hint(written, KNOWN)).isEmpty();
    }

    @Test
    void aWordFarLongerThanAnyHasNoHint() {
        assertThat(Spelling.hint("a.".repeat(30_000), KNOWN)).isEmpty();
    }

    @Test
    void ofTwoThatAreNearTheNearerIsMeant() {
        assertThat(Spelling.hint("--timed", List.of("--timing", "--time")))
                .isEqualTo("; did you mean --time?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "magnet.feild  | ; did you mean magnet.field?",
                "lead.field    | ; did you mean magnet.field?",
                "magnet.colour | ; the keys of magnet are field, damping",
                "magnet        | ; the keys of magnet are field, damping",
                "lead.colour   | ; its tables are magnet, si",
                "colour        | ; its tables are magnet, si",
                "''            | ; its tables are magnet, si"
            })
    void aKeyThatIsNearNoneIsAnsweredWithThoseOfItsTable(String written, String hint) {
        List<String> known = List.of("magnet.field", "si.volume", "magnet.damping");
        assertThat(Spelling.hintOfKey(written, known)).isEqualTo(hint);
    }
}
