package larmor.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
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

    /** The headings of a row. */
    public static final List<String> COLUMNS =
            List.of("benchmark", "parameters", "score", "+-", "unit", "ns/lane-step");

    private static final String LANE_STEPS = "\\." + LaneSteps.class.getSimpleName() + "\\.";
    private static final String STEP_COUNTER = "laneSteps";
    private static final int QUICK_MILLISECONDS = 100;
    private static final int QUICK_ITERATIONS = 3;

    /**
     * What was measured.
     *
     * @param rows under {@link #COLUMNS}
     * @param json as JMH writes it
     */
    public record Outcome(List<List<String>> rows, String json) {

        /** Copies the list. */
        public Outcome {
            rows = rows.stream().map(List::copyOf).toList();
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
                ? "about three seconds for each benchmark; all of LaneSteps half a minute"
                : "three to six seconds for each benchmark, half a minute in ScalarTrajectories;"
                        + " the whole suite a quarter of an hour";
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
            List<List<String>> rows = rows(new Runner(options(results, log).build()).run());
            return new Outcome(rows, Files.readString(results));
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
                        .include(include.isEmpty() && quick ? LANE_STEPS : include)
                        .shouldFailOnError(true)
                        .resultFormat(ResultFormatType.JSON)
                        .result(results.toString())
                        .output(log.toString());
        if (quick) {
            options.param("batch", "64")
                    .param("form", "exact")
                    .forks(1)
                    .warmupIterations(QUICK_ITERATIONS)
                    .warmupTime(TimeValue.milliseconds(QUICK_MILLISECONDS))
                    .measurementIterations(QUICK_ITERATIONS)
                    .measurementTime(TimeValue.milliseconds(QUICK_MILLISECONDS));
        }
        profiler.ifPresent(options::addProfiler);
        return options;
    }

    private static List<List<String>> rows(Collection<RunResult> results) {
        List<List<String>> rows = new ArrayList<>();
        for (RunResult result : results) {
            Result<?> score = result.getPrimaryResult();
            String name = result.getParams().getBenchmark();
            rows.add(
                    List.of(
                            name.substring(BenchmarkSuite.class.getPackageName().length() + 1),
                            result.getParams().getParamsKeys().stream()
                                    .map(key -> result.getParams().getParam(key))
                                    .collect(Collectors.joining(" ")),
                            number(score.getScore()),
                            number(score.getScoreError()),
                            score.getScoreUnit(),
                            Optional.ofNullable(result.getSecondaryResults().get(STEP_COUNTER))
                                    .map(step -> number(step.getScore()))
                                    .orElse("")));
        }
        return rows;
    }

    private static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.4g", value) : "";
    }
}
