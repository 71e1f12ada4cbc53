package larmor.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import larmor.model.EquationForm;
import larmor.model.InvalidInput;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.ProfilersFailedException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the benchmarks of this package, in JVMs of their own.
 *
 * @param include regular expression of the benchmarks to run; empty for all, or for a selection
 *     where it has to be quick
 * @param quick one batch size, one form and short iterations, for a first look
 * @param profiler of JMH, such as gc or perfnorm
 */
public record BenchmarkSuite(String include, boolean quick, Optional<String> profiler) {

    /**
     * The headings of a row: the time of a step of a trajectory where a benchmark counts them and
     * of its operation elsewhere, with its error, and the time of an evaluation in ns.
     */
    public static final List<String> COLUMNS =
            List.of("benchmark", "parameters", "time", "+-", "unit", "evaluation");

    /** The headings of a row of a profiler. */
    public static final List<String> COUNTER_COLUMNS =
            List.of("benchmark", "parameters", "counter", "value", "unit");

    private static final String QUICK =
            "\\.("
                    + LaneSteps.class.getSimpleName()
                    + "|"
                    + RightHandSide.class.getSimpleName()
                    + ")\\.";

    /** JMH gives profilers and counters in one list. */
    private static final Set<String> OURS =
            Stream.of(Answer.class, StepCounter.class)
                    .flatMap(counters -> Arrays.stream(counters.getFields()))
                    .map(Field::getName)
                    .collect(Collectors.toUnmodifiableSet());

    private static final String OF_OPERATION = "/op";
    private static final String OF_STEP = "/step";
    private static final String STEP_UNIT = "ns" + OF_STEP;
    private static final int QUICK_MILLISECONDS = 100;
    private static final int QUICK_ITERATIONS = 3;

    /**
     * What was measured. A row names the parameters that are not the same in all rows.
     *
     * @param same names and values of the others
     * @param rows under {@link #COLUMNS}
     * @param counters under {@link #COUNTER_COLUMNS}; none without a profiler
     * @param json as JMH writes it
     */
    public record Outcome(
            String same, List<List<String>> rows, List<List<String>> counters, String json) {

        /** Copies the lists. */
        public Outcome {
            rows = rows.stream().map(List::copyOf).toList();
            counters = counters.stream().map(List::copyOf).toList();
        }
    }

    /**
     * @throws InvalidInput if the expression is none, or means no benchmark
     */
    public BenchmarkSuite {
        try {
            Pattern _ = Pattern.compile(include);
        } catch (PatternSyntaxException e) {
            throw new InvalidInput("--include", "is no regular expression: " + include);
        }
        OutputFormat silent =
                OutputFormatFactory.createFormatInstance(
                        new PrintStream(OutputStream.nullOutputStream(), false, UTF_8),
                        VerboseMode.SILENT);
        if (BenchmarkList.defaultList().find(silent, List.of(include), List.of()).isEmpty()) {
            throw new InvalidInput("--include", "means no benchmark: " + include);
        }
    }

    /** What it takes, in words. */
    public String cost() {
        return quick
                ? "about three seconds for each benchmark, half a minute for the default"
                : "three to six seconds for each benchmark, half a minute in ScalarTrajectories;"
                        + " the whole suite twenty minutes";
    }

    /**
     * Runs them.
     *
     * @throws InvalidInput if the profiler cannot run here
     * @throws IOException if JMH's results cannot be kept for a moment
     * @throws IllegalStateException if a benchmark fails, such as by a wrong answer
     */
    public Outcome run() throws IOException {
        Path results = Files.createTempFile("larmor-benchmarks", ".json");
        Path log = Files.createTempFile("larmor-benchmarks", ".log");
        try {
            Collection<RunResult> measured = new Runner(options(results, log).build()).run();
            return outcome(measured, Files.readString(results));
        } catch (ProfilersFailedException e) {
            throw new InvalidInput(
                    "--profile", "names none that runs here: " + profiler.orElse(""));
        } catch (RunnerException e) {
            throw new IllegalStateException(e.getMessage() + "\n" + Files.readString(log), e);
        } finally {
            Files.delete(results);
            Files.delete(log);
        }
    }

    private ChainedOptionsBuilder options(Path results, Path log) {
        ChainedOptionsBuilder options =
                new OptionsBuilder()
                        .include(include.isEmpty() && quick ? QUICK : include)
                        .shouldFailOnError(true)
                        .resultFormat(ResultFormatType.JSON)
                        .result(results.toString())
                        .output(log.toString());
        if (quick) {
            options.param("batch", "64")
                    .param("form", EquationForm.EXACT.name())
                    .forks(1)
                    .measurementIterations(QUICK_ITERATIONS)
                    .measurementTime(TimeValue.milliseconds(QUICK_MILLISECONDS));
        }
        profiler.ifPresent(options::addProfiler);
        return options;
    }

    private static Outcome outcome(Collection<RunResult> results, String json) {
        SortedMap<String, SortedSet<String>> values = new TreeMap<>();
        for (RunResult result : results) {
            for (String key : result.getParams().getParamsKeys()) {
                values.computeIfAbsent(key, _ -> new TreeSet<>())
                        .add(result.getParams().getParam(key));
            }
        }
        values.values().removeIf(different -> different.size() > 1);
        List<List<String>> rows = new ArrayList<>();
        List<List<String>> counters = new ArrayList<>();
        for (RunResult result : results) {
            String name =
                    result.getParams()
                            .getBenchmark()
                            .substring(BenchmarkSuite.class.getPackageName().length() + 1);
            String parameters =
                    result.getParams().getParamsKeys().stream()
                            .filter(key -> !values.containsKey(key))
                            .map(key -> result.getParams().getParam(key))
                            .collect(Collectors.joining(" "));
            List<String> head = List.of(name, parameters);
            rows.add(row(head, result));
            counters.addAll(counters(head, result));
        }
        String same =
                values.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue().first())
                        .collect(Collectors.joining(" "));
        return new Outcome(same, rows, counters, json);
    }

    private static List<String> row(List<String> head, RunResult result) {
        Optional<Result<?>> step = secondary(result, StepCounter.STEPS);
        Result<?> time = step.orElse(result.getPrimaryResult());
        List<String> row = new ArrayList<>(head);
        row.add(number(time.getScore()));
        row.add(number(time.getScoreError()));
        row.add(step.isPresent() ? STEP_UNIT : time.getScoreUnit());
        row.add(
                secondary(result, StepCounter.EVALUATIONS)
                        .map(evaluation -> number(evaluation.getScore()))
                        .orElse(""));
        return row;
    }

    /** What the profiler says, of a step where it says it of an operation. */
    private static List<List<String>> counters(List<String> head, RunResult result) {
        double stepShare =
                secondary(result, StepCounter.STEPS)
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

    private static Optional<Result<?>> secondary(RunResult result, String name) {
        return Optional.ofNullable(result.getSecondaryResults().get(name));
    }

    private static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.4g", value) : "";
    }
}
