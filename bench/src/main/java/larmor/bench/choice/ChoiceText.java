package larmor.bench.choice;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** The words of a choice, the same wherever they are shown. */
public final class ChoiceText {

    private static final double MICROSECONDS = 1e6;
    private static final double NANOSECONDS = 1e9;
    private static final String NONE = "-";

    private final Selection selection;

    /** The words of this selection. */
    public ChoiceText(Selection selection) {
        this.selection = selection;
    }

    /** What to type. */
    public String answer() {
        return selection.fastest().setting().typed();
    }

    /** What the error is, and how rare a larger one. */
    public String error() {
        Promise promise = selection.fastest().promise();
        return exponential(promise.error())
                + "; at most 1 in "
                + promise.oneIn()
                + " voltages exceeds it (95 %; "
                + promise.above()
                + " of "
                + promise.voltages()
                + " did)";
    }

    /** The time with its interval. */
    public String time() {
        RankInterval time = selection.fastest().time().times(MICROSECONDS);
        return decimal(time.median()) + " us a trajectory " + interval(time);
    }

    /** The next best and by how much it is behind. */
    public String runnerUp() {
        return selection
                .runnerUp()
                .map(next -> next.setting().typed() + ": " + behind(next))
                .orElseGet(this::noRunnerUp);
    }

    /** A median below 1 would read as if the runner-up were the fastest. */
    private static String behind(Candidate next) {
        RankInterval ratio = next.ratio().orElseThrow();
        return next.isBehind()
                ? decimal(ratio.median()) + " times as long " + interval(ratio)
                : String.format(
                        Locale.ROOT,
                        "not told apart: %s to %s times as long",
                        decimal(ratio.low()),
                        decimal(ratio.high()));
    }

    private String noRunnerUp() {
        long others = selection.methods().size() - 1L;
        long notTried = selection.notTried();
        if (notTried == 0) {
            return "no other meets the accuracy";
        }
        return String.format(
                Locale.ROOT,
                "not known: %s not tried for want of time%s; a larger --budget tells",
                notTried == others
                        ? "the others were"
                        : notTried + " of " + others + " others were",
                notTried == others ? "" : ", the rest do not meet the accuracy");
    }

    /** Why it is the fastest, a sentence each. */
    public List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        Candidate fastest = selection.fastest();
        reasons.add(
                String.format(
                        Locale.ROOT,
                        "%.0f evaluations of the right-hand side a trajectory, %s ns each",
                        fastest.evaluations(),
                        decimal(NANOSECONDS * fastest.timePerEvaluation())));
        selection
                .runnerUp()
                .ifPresent(next -> {
                    reasons.add(
                            String.format(
                                    Locale.ROOT,
                                    "%s: %s times the evaluations, %s times the time of each",
                                    next.setting().solver(),
                                    decimal(next.evaluations() / fastest.evaluations()),
                                    decimal(
                                            next.timePerEvaluation()
                                                    / fastest.timePerEvaluation())));
                });
        return reasons;
    }

    /** The methods that were not timed to the end, each with the reason. */
    public List<List<String>> dropped() {
        List<List<String>> rows = new ArrayList<>();
        for (WorkPrecision method : selection.methods()) {
            method.dropped().ifPresent(why -> rows.add(List.of(method.label(), words(why))));
        }
        return rows;
    }

    /** The same in lines, those that were not tried in time in one. */
    public List<String> others() {
        List<String> lines = new ArrayList<>();
        String late = words(Dropped.NotTried.LATE);
        List<List<String>> dropped = dropped();
        long many = dropped.stream().filter(row -> row.getLast().equals(late)).count();
        for (List<String> row : dropped) {
            if (many < 2 || !row.getLast().equals(late)) {
                lines.add(String.join(" ", row));
            }
        }
        if (many >= 2) {
            lines.add(many + " more were not tried in time");
        }
        return lines;
    }

    /** Why a method was dropped. */
    static String words(Dropped dropped) {
        return switch (dropped) {
            case Dropped.NotTried.LATE -> "was not tried in time";
            case Dropped.NotTried.TOO_LONG ->
                    "was not tried: one look at its errors takes too much of the budget";
            case Dropped.NotTried.NOT_SEARCHED ->
                    "may be as fast: its setting was not searched in time";
            case Dropped.Inaccurate(double error) ->
                    String.format(Locale.ROOT, "has no setting that errs by less than %.0e", error);
            case Dropped.Slower(boolean searched, OptionalDouble timesAsLong) ->
                    timesAsLong.isPresent()
                            ? (searched ? "takes" : "would take")
                                    + " at least "
                                    + roundedDown(timesAsLong.getAsDouble())
                                    + " times as long"
                            : "seems slower by a short timing, which does not tell by how much";
        };
    }

    /** To two digits, so that "at least" stays true. */
    private static String roundedDown(double value) {
        return new BigDecimal(value).round(new MathContext(2, RoundingMode.DOWN)).toPlainString();
    }

    /** A row for each that was timed, headings first. */
    public List<List<String>> table() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                List.of(
                        "solver",
                        "setting",
                        "threads",
                        "error",
                        "evaluations",
                        "ns each",
                        "us",
                        "against the first"));
        for (Candidate candidate : selection.candidates()) {
            rows.add(
                    List.of(
                            candidate.setting().solver(),
                            candidate.setting().control().id() + " " + candidate.setting().value(),
                            String.valueOf(candidate.threads()),
                            exponential(candidate.promise().error()),
                            String.format(Locale.ROOT, "%.0f", candidate.evaluations()),
                            decimal(NANOSECONDS * candidate.timePerEvaluation()),
                            decimal(MICROSECONDS * candidate.time().median()),
                            against(candidate.ratio())));
        }
        return rows;
    }

    private static String against(Optional<RankInterval> ratio) {
        return ratio.map(known -> decimal(known.median()) + " " + interval(known)).orElse(NONE);
    }

    private static String interval(RankInterval interval) {
        return "[" + decimal(interval.low()) + ", " + decimal(interval.high()) + "]";
    }

    /** To three digits at least. */
    static String decimal(double value) {
        int places = value < 10 ? 2 : value < 100 ? 1 : 0;
        return String.format(Locale.ROOT, "%." + places + "f", value);
    }

    /** An error. */
    static String exponential(double value) {
        return String.format(Locale.ROOT, "%.1e", value);
    }
}
