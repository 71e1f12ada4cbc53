package larmor.bench;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** What JMH measured, as rows of a table. */
final class SuiteRows {

    /** JMH gives profilers and counters in one list. */
    private static final Set<String> OURS =
            Stream.of(Answer.class, StepCounter.class)
                    .flatMap(counters -> Arrays.stream(counters.getFields()))
                    .map(Field::getName)
                    .collect(Collectors.toUnmodifiableSet());

    private static final String OF_OPERATION = "/op";
    private static final String OF_STEP = "/step";
    private static final String STEP_UNIT = "ns" + OF_STEP;

    private SuiteRows() {}

    /** A row under {@link BenchmarkSuite#COLUMNS}. */
    static List<String> times(List<String> head, RunResult result) {
        Result<?> time = shown(result);
        List<String> row = new ArrayList<>(head);
        row.add(number(time.getScore()));
        row.add(number(time.getScoreError()));
        row.add(unit(result));
        row.add(
                secondary(result, StepCounter.EVALUATIONS)
                        .map(evaluation -> number(evaluation.getScore()))
                        .orElse(""));
        return row;
    }

    /** The time in words. */
    static String time(RunResult result) {
        return number(shown(result).getScore()) + " " + unit(result);
    }

    private static Result<?> shown(RunResult result) {
        return ofStep(result).orElse(result.getPrimaryResult());
    }

    private static String unit(RunResult result) {
        return ofStep(result).isPresent() ? STEP_UNIT : result.getPrimaryResult().getScoreUnit();
    }

    /**
     * Rows under {@link BenchmarkSuite#COUNTER_COLUMNS}: what the profiler says, of a step where it
     * says it of an operation.
     */
    static List<List<String>> counters(List<String> head, RunResult result) {
        double stepShare =
                ofStep(result)
                        .map(step -> step.getScore() / result.getPrimaryResult().getScore())
                        .orElse(1.0);
        List<List<String>> rows = new ArrayList<>();
        result.getSecondaryResults()
                .forEach((counter, value) -> {
                    if (!OURS.contains(counter)) {
                        String unit = value.getScoreUnit();
                        boolean ofStep = stepShare != 1 && unit.endsWith(OF_OPERATION);
                        List<String> row = new ArrayList<>(head);
                        row.add(counter);
                        row.add(number(ofStep ? stepShare * value.getScore() : value.getScore()));
                        row.add(ofStep ? unit.replace(OF_OPERATION, OF_STEP) : unit);
                        rows.add(row);
                    }
                });
        return rows;
    }

    private static Optional<Result<?>> ofStep(RunResult result) {
        return secondary(result, StepCounter.STEPS);
    }

    private static Optional<Result<?>> secondary(RunResult result, String name) {
        return Optional.ofNullable(result.getSecondaryResults().get(name));
    }

    private static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.4g", value) : "";
    }
}
