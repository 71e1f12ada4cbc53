package larmor.bench.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineProfileTest {

    private static final Fingerprint HERE = new Fingerprint("CPU", "JDK", "8 lanes", "1");

    private static MachineProfile.Answer answer(
            Quantity quantity, double accuracy, int batch, double value) {
        return answer(new Question(quantity, accuracy, batch, 5e4, 2), value);
    }

    private static MachineProfile.Answer answer(Question question, double value) {
        double accuracy = question.accuracy();
        return new MachineProfile.Answer(
                question,
                new Setting("verner9-simd", Control.STEP, value),
                1,
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

    /** An entry of a profile, and what would make it one that no choice can have written. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"solver\" : \"verner9-simd\" | \"solver\" : \"verner10\"",
                "\"control\" : \"step\"        | \"control\" : \"tolerance\"",
                "\"value\" : 0.5               | \"value\" : 0",
                "\"value\" : 0.5               | \"value\" : -0.5",
                "\"value\" : 0.5               | \"value\" : 1e999",
                "\"value\" : 0.5               | \"value\" : \"0.5\"",
                "\"threads\" : 1               | \"threads\" : 0",
                "\"threads\" : 1               | \"threads\" : 3",
                "\"error\" : 5.0E-7            | \"error\" : -1",
                "\"error\" : 5.0E-7            | \"error\" : 1e999",
                "\"seconds\" : 2.0E-5          | \"seconds\" : 0",
                "\"seconds_low\" : 1.0E-5      | \"seconds_low\" : 2.5e-5",
                "\"seconds_high\" : 3.0E-5     | \"seconds_high\" : 1e999",
            })
    void aBadEntryMakesItNoProfile(String good, String bad) {
        String json =
                new MachineProfile(HERE, List.of(answer(Quantity.POWER, 1e-6, 8, 0.5))).json();
        assertThat(json).contains(good);
        assertThat(MachineProfile.parse(json)).isPresent();
        assertThat(MachineProfile.parse(json.replace(good, bad))).isEmpty();
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
    void anAnswerForOtherThreadsIsAnotherOne() {
        MachineProfile profile =
                new MachineProfile(HERE, List.of())
                        .with(answer(new Question(Quantity.FREQUENCY, 1e-6, 64, 5e4, 8), 0.5))
                        .with(answer(new Question(Quantity.FREQUENCY, 1e-6, 64, 5e4, 1), 0.3));
        assertThat(value(profile, new Use(Quantity.FREQUENCY, 1e-6, 64, 5e4, 8))).isEqualTo(0.5);
        assertThat(value(profile, new Use(Quantity.FREQUENCY, 1e-6, 64, 5e4, 1))).isEqualTo(0.3);
    }

    @Test
    void anAnswerForAnotherSizeOfBatchIsNone() {
        MachineProfile profile =
                new MachineProfile(HERE, List.of(answer(Quantity.FREQUENCY, 1e-6, 64, 0.5)));
        for (long near : new long[] {8, 64, 512}) {
            assertThat(profile.answer(new Use(Quantity.FREQUENCY, 1e-6, near, 5e4, 2))).isPresent();
        }
        for (long far : new long[] {1, 7, 513, 100_000}) {
            assertThat(profile.answer(new Use(Quantity.FREQUENCY, 1e-6, far, 5e4, 2))).isEmpty();
        }
    }

    @Test
    void anEndStateIsNotAccurateLongerThanItWasMeasured() {
        MachineProfile profile =
                new MachineProfile(
                        HERE,
                        List.of(
                                answer(new Question(Quantity.END_STATE, 1e-6, 1, 100, 1), 0.5),
                                answer(new Question(Quantity.END_STATE, 1e-6, 1, 1e4, 1), 0.3)));
        assertThat(value(profile, new Use(Quantity.END_STATE, 1e-6, 1, 100, 1))).isEqualTo(0.5);
        assertThat(value(profile, new Use(Quantity.END_STATE, 1e-6, 1, 101, 1))).isEqualTo(0.3);
        assertThat(profile.answer(new Use(Quantity.END_STATE, 1e-6, 1, 1.1e4, 1))).isEmpty();
    }

    @Test
    void whatToTypeForAnAnswerIsAQuestionThatCanBeAsked() {
        assertThat(new Use(Quantity.FREQUENCY, 1e-7, 200_000, 500, 3).advice())
                .contains(
                        "./larmor choose --quantity frequency --accuracy 1e-7 --batch 65536"
                                + " --threads 3");
        assertThat(new Use(Quantity.END_STATE, 1e-6, 1, 5, 1).advice())
                .contains("./larmor choose --quantity end-state --batch 1 --threads 1 --time 10.0");
    }

    @Test
    void beyondTheLongestTimeThatCanBeAskedForThereIsNothingToType() {
        assertThat(new Use(Quantity.END_STATE, 1e-7, 1, 1e6, 1).advice()).isPresent();
        assertThat(new Use(Quantity.END_STATE, 1e-7, 1, 1.000001e6, 1).advice()).isEmpty();
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
        assertThat(value(profile, frequency(1e-6, 100))).isEqualTo(0.4);
        assertThat(value(profile, frequency(1e-6, 2))).isEqualTo(0.5);
        assertThat(value(profile, frequency(1e-7, 64))).isEqualTo(0.2);
        assertThat(profile.answer(frequency(1e-10, 64))).isEmpty();
        assertThat(profile.answer(new Use(Quantity.POWER, 1e-3, 64, 5e4, 2))).isEmpty();
    }

    private static Use frequency(double accuracy, long batch) {
        return new Use(Quantity.FREQUENCY, accuracy, batch, 5e4, 2);
    }

    private static double value(MachineProfile profile, Use use) {
        return profile.answer(use).orElseThrow().setting().value();
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

    @Test
    void anAnswerForManyTrajectoriesIsNoneForOne() {
        assertThat(Use.ofOneTrajectory(endStates(1)).isAnsweredBy(endStates(1))).isTrue();
        assertThat(Use.ofOneTrajectory(endStates(8)).isAnsweredBy(endStates(8))).isTrue();
        assertThat(Use.ofOneTrajectory(endStates(64)).isAnsweredBy(endStates(64))).isFalse();
    }

    private static Question endStates(int batch) {
        return new Question(Quantity.END_STATE, 1e-6, batch, 1000, 2);
    }
}
