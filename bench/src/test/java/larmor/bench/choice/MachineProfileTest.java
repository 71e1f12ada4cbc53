package larmor.bench.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MachineProfileTest {

    private static final Fingerprint HERE = new Fingerprint("CPU", "JDK", "8 lanes", "1");

    private static MachineProfile.Answer answer(
            Quantity quantity, double accuracy, int batch, double value) {
        return new MachineProfile.Answer(
                new Question(quantity, accuracy, batch, 5e4, 2),
                new Setting("verner9-simd", Control.STEP, value),
                2,
                accuracy / 2,
                new RankInterval(1e-5, 2e-5, 3e-5));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        MachineProfile profile =
                new MachineProfile(
                        HERE,
                        List.of(
                                answer(Quantity.FREQUENCY, 1e-6, 64, 0.5),
                                answer(Quantity.END_STATE, 1e-9, 1, 0.1)));
        assertThat(MachineProfile.parse(profile.json())).contains(profile);
    }

    @Test
    void whatIsNoProfileIsNotRead() {
        String json = new MachineProfile(HERE, List.of(answer(Quantity.POWER, 1e-6, 8, 1))).json();
        assertThat(MachineProfile.parse("")).isEmpty();
        assertThat(MachineProfile.parse("[junction]")).isEmpty();
        assertThat(MachineProfile.parse("{}")).isEmpty();
        assertThat(MachineProfile.parse(json.replace("\"version\" : 1", "\"version\" : 2")))
                .isEmpty();
        assertThat(MachineProfile.parse(json.replace("power", "speed"))).isEmpty();
        assertThat(MachineProfile.parse(json.replace("\"batch\" : 8", "\"batch\" : 0"))).isEmpty();
        assertThat(MachineProfile.parse(json.replace("seconds_low", "seconds_few"))).isEmpty();
    }

    @Test
    void anAnswerReplacesAnOlderOneToTheSameQuestion() {
        MachineProfile profile =
                new MachineProfile(HERE, List.of())
                        .with(answer(Quantity.FREQUENCY, 1e-6, 64, 0.5))
                        .with(answer(Quantity.FREQUENCY, 1e-6, 1, 0.4))
                        .with(answer(Quantity.FREQUENCY, 1e-6, 64, 0.3));
        assertThat(profile.answers())
                .extracting(answer -> answer.setting().value())
                .containsExactly(0.4, 0.3);
    }

    @Test
    void anAnswerIsNeverLessAccurateThanAskedForNorForAnotherQuantity() {
        MachineProfile profile =
                new MachineProfile(
                        HERE,
                        List.of(
                                answer(Quantity.FREQUENCY, 1e-3, 64, 0.9),
                                answer(Quantity.FREQUENCY, 1e-6, 1, 0.5),
                                answer(Quantity.FREQUENCY, 1e-6, 512, 0.4),
                                answer(Quantity.FREQUENCY, 1e-9, 64, 0.2),
                                answer(Quantity.END_STATE, 1e-6, 64, 0.1)));
        assertThat(value(profile, 1e-6, 100)).isEqualTo(0.4);
        assertThat(value(profile, 1e-6, 2)).isEqualTo(0.5);
        assertThat(value(profile, 1e-7, 64)).isEqualTo(0.2);
        assertThat(profile.answer(Quantity.FREQUENCY, 1e-10, 64, 5e4)).isEmpty();
        assertThat(profile.answer(Quantity.POWER, 1e-3, 64, 5e4)).isEmpty();
    }

    private static double value(MachineProfile profile, double accuracy, int batch) {
        return profile.answer(Quantity.FREQUENCY, accuracy, batch, 5e4)
                .orElseThrow()
                .setting()
                .value();
    }

    @Test
    void anotherCpuOrJdkOrWidthOrVersionIsNamed() {
        assertThat(HERE.difference(HERE)).isEmpty();
        assertThat(HERE.difference(new Fingerprint("other", "JDK", "8 lanes", "1")))
                .contains("CPU (other)");
        assertThat(HERE.difference(new Fingerprint("CPU", "other", "8 lanes", "1")))
                .contains("JDK (other)");
        assertThat(HERE.difference(new Fingerprint("CPU", "JDK", "other", "1")))
                .contains("vector width (other)");
        assertThat(HERE.difference(new Fingerprint("CPU", "JDK", "8 lanes", "other")))
                .contains("version of Larmor (other)");
    }
}
