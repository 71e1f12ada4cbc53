package larmor.bench.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import larmor.model.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a choice says holds, however fast or slow the machine is. */
class ChooserTest {

    private static final Duration BUDGET = Duration.ofSeconds(2);

    @ParameterizedTest
    @CsvSource({"END_STATE, 1e-4, 8, 50", "END_STATE, 1e-9, 1, 20", "FREQUENCY, 1e-3, 8, 5000"})
    void theAnswerHoldsItsPromise(Quantity quantity, double accuracy, int batch, double time) {
        Question question = new Question(quantity, accuracy, batch, time, 2);
        Selection selection = Chooser.choose(question, BUDGET, _ -> {});
        Candidate fastest = selection.fastest();
        Setting setting = fastest.setting();
        Promise again =
                new ReferenceRuns(question)
                        .promise(
                                Method.of(setting.solver(), setting.control())
                                        .with(setting.value()));
        assertThat(again).isEqualTo(fastest.promise());
        assertThat(again.error()).isLessThanOrEqualTo(accuracy / Chooser.SAFETY);
        assertThat(fastest.ratio()).isEmpty();
        assertThat(selection.candidates())
                .allSatisfy(candidate ->
                        assertThat(candidate.promise().error()).isLessThanOrEqualTo(accuracy));
    }

    @Test
    void everyMethodIsTimedOrItIsSaidWhyNot() {
        Selection selection =
                Chooser.choose(new Question(Quantity.END_STATE, 1e-4, 8, 50, 1), BUDGET, _ -> {});
        assertThat(selection.methods()).hasSameSizeAs(Method.all());
        assertThat(selection.methods().stream().filter(method -> method.dropped().isEmpty()))
                .allSatisfy(method ->
                        assertThat(selection.candidates())
                                .anyMatch(candidate ->
                                        candidate.setting().solver().equals(method.solver())
                                                && candidate.setting().control()
                                                        == method.control()));
        assertThat(new ChoiceText(selection).dropped())
                .hasSize(
                        (int)
                                selection.methods().stream()
                                        .map(WorkPrecision::dropped)
                                        .filter(Optional::isPresent)
                                        .count());
    }

    @Test
    void anAccuracyThatTheReferenceDoesNotHaveIsRefusedWithOneThatIsTaken() {
        Question tooFine = new Question(Quantity.END_STATE, 1e-11, 1, 20000, 2);
        assertThatThrownBy(() -> Chooser.choose(tooFine, BUDGET, _ -> {}))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("must be at least");
    }
}
