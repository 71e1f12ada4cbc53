package larmor.bench.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import larmor.validation.Subject;
import larmor.validation.page.Provenance;
import org.junit.jupiter.api.Test;

class ChoiceTextTest {

    private static final Question QUESTION = new Question(Quantity.END_STATE, 1e-4, 8, 50, 1);

    private static final Provenance PROVENANCE =
            new Provenance("abc", "2026-11-22", "JVM 25", "CPU", "8", "larmor choose");

    private static final Setting SETTING = new Setting("verner9", Control.STEP, 0.5);

    private static final Candidate FASTEST = candidate(SETTING, Optional.empty());

    private static Candidate candidate(Setting setting, Optional<RankInterval> ratio) {
        return new Candidate(
                setting,
                1,
                new Promise(5e-5, 4, 4096, 1e-3),
                100,
                new RankInterval(1e-5, 2e-5, 3e-5),
                ratio,
                10);
    }

    private static String next(double low, double median, double high) {
        Candidate second =
                candidate(
                        new Setting("dop853", Control.STEP, 0.25),
                        Optional.of(new RankInterval(low, median, high)));
        return new ChoiceText(selection(List.of(FASTEST, second))).runnerUp();
    }

    /** An answer without a runner-up, the other methods having been dropped for these reasons. */
    private static Selection selection(Dropped... reasons) {
        return selection(List.of(FASTEST), reasons);
    }

    private static Selection selection(List<Candidate> candidates, Dropped... reasons) {
        List<WorkPrecision> methods = new ArrayList<>();
        methods.add(method(SETTING.solver(), Optional.empty()));
        for (Dropped why : reasons) {
            methods.add(method("rk4", Optional.of(why)));
        }
        return new Selection(QUESTION, candidates, methods, 1e-12, 1);
    }

    private static WorkPrecision method(String solver, Optional<Dropped> dropped) {
        return new WorkPrecision(solver, Control.STEP, Subject.Kind.SCALAR, 4, List.of(), dropped);
    }

    private static void assertSaysEverywhere(Selection selection, String next) {
        assertThat(new ChoiceText(selection).runnerUp()).isEqualTo(next);
        ChoiceReport report = new ChoiceReport(selection, PROVENANCE);
        assertThat(report.json())
                .contains("\"no_runner_up_because\" : \"" + next)
                .contains("\"methods_not_tried\" : " + selection.notTried());
        assertThat(report.html()).contains(next);
    }

    @Test
    void aRunnerUpIsBehindOnlyWhereTheIntervalSaysSo() {
        assertThat(next(1.26, 1.28, 1.29))
                .isEqualTo("dop853 --step 0.25: 1.28 times as long [1.26, 1.29]");
        assertThat(next(0.86, 0.93, 1.02))
                .isEqualTo("dop853 --step 0.25: not told apart: 0.86 to 1.02 times as long");
    }

    @Test
    void manyThatWereNotTriedInTimeAreOneLine() {
        Dropped late = Dropped.NotTried.LATE;
        assertThat(new ChoiceText(selection(late)).others())
                .containsExactly("rk4, fixed step was not tried in time");
        assertThat(new ChoiceText(selection(late, new Dropped.Inaccurate(1e-4), late)).others())
                .containsExactly(
                        "rk4, fixed step has no setting that errs by less than 1e-04",
                        "2 more were not tried in time");
    }

    @Test
    void thatNoOtherMeetsTheAccuracyIsSaidWhereAllWereTried() {
        assertSaysEverywhere(
                selection(new Dropped.Inaccurate(1e-4), new Dropped.Inaccurate(1e-4)),
                "no other meets the accuracy");
    }

    @Test
    void thatOthersWereNotTriedIsSaidAndNothingOfTheirAccuracy() {
        assertSaysEverywhere(
                selection(Dropped.NotTried.LATE, Dropped.NotTried.TOO_LONG),
                "not known: the others were not tried for want of time; a larger --budget tells");
        assertSaysEverywhere(
                selection(
                        new Dropped.Inaccurate(1e-4), Dropped.NotTried.LATE, Dropped.NotTried.LATE),
                "not known: 2 of 3 others were not tried for want of time, the rest do not meet"
                        + " the accuracy; a larger --budget tells");
    }

    /** A budget that is used up before it begins, on however fast a machine. */
    @Test
    void aBudgetThatIsTooSmallForAnyComparisonSaysSo() {
        Selection selection = Chooser.choose(QUESTION, Duration.ofNanos(1), _ -> {});
        assertThat(selection.runnerUp()).isEmpty();
        assertThat(selection.notTried()).isEqualTo(selection.methods().size() - 1L);
        assertSaysEverywhere(
                selection,
                "not known: the others were not tried for want of time; a larger --budget tells");
    }

    @Test
    void howManyTimesAsLongAMethodTakesIsRoundedDown() {
        assertThat(slower(true, 1.49)).isEqualTo("takes at least 1.4 times as long");
        assertThat(slower(false, 67.9)).isEqualTo("would take at least 67 times as long");
        assertThat(slower(false, 639.7)).isEqualTo("would take at least 630 times as long");
        assertThat(ChoiceText.words(new Dropped.Slower(false, OptionalDouble.empty())))
                .startsWith("seems slower")
                .doesNotContainPattern("[0-9]");
    }

    private static String slower(boolean searched, double timesAsLong) {
        return ChoiceText.words(new Dropped.Slower(searched, OptionalDouble.of(timesAsLong)));
    }

    @Test
    void whyAMethodWasDroppedStandsInTheJsonByKindWordsAndNumber() {
        String json =
                new ChoiceReport(
                                selection(
                                        Dropped.NotTried.NOT_SEARCHED,
                                        new Dropped.Inaccurate(1e-4),
                                        new Dropped.Slower(false, OptionalDouble.of(3))),
                                PROVENANCE)
                        .json();
        assertThat(json)
                .contains(kind("may be as fast: its setting was not searched in time", "not-tried"))
                .contains(kind("has no setting that errs by less than 1e-04", "inaccurate"))
                .contains(kind("would take at least 3 times as long", "slower"))
                .containsOnlyOnce("\"at_least_times_as_long\" : 3.0");
    }

    private static String kind(String words, String id) {
        return String.format(
                Locale.ROOT, "\"dropped\" : \"%s\",%n    \"dropped_kind\" : \"%s\"", words, id);
    }
}
