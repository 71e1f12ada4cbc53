package larmor.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import larmor.model.EquationForm;
import larmor.model.InvalidInput;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.ProfilersFailedException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
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

    private static final int QUICK_MILLISECONDS = 100;
    private static final int QUICK_ITERATIONS = 3;

    /** Told of each benchmark when it is done. */
    @FunctionalInterface
    public interface Progress {

        /** Which of how many, its name, and its time or why it has none. */
        void at(String what);
    }

    /**
     * A benchmark without a time.
     *
     * @param name of the benchmark with its parameters, or JMH where none was running
     * @param reason in a line
     */
    public record Failure(String name, String reason) {

        /** In a line. */
        public String words() {
            return name + " failed: " + reason;
        }
    }

    /**
     * What was measured. A row names the parameters that are not the same in all rows.
     *
     * @param same names and values of the others
     * @param rows under {@link #COLUMNS}
     * @param counters under {@link #COUNTER_COLUMNS}; none without a profiler
     * @param failures what was not measured
     * @param count how many benchmarks there were to run
     * @param json as JMH writes it
     */
    public record Outcome(
            String same,
            List<List<String>> rows,
            List<List<String>> counters,
            List<Failure> failures,
            int count,
            String json) {

        /** Copies the lists. */
        public Outcome {
            rows = rows.stream().map(List::copyOf).toList();
            counters = counters.stream().map(List::copyOf).toList();
            failures = List.copyOf(failures);
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
        if (benchmarks(include).isEmpty()) {
            throw new InvalidInput("--include", "means no benchmark: " + include);
        }
    }

    private static Set<BenchmarkListEntry> benchmarks(String regex) {
        OutputFormat silent =
                OutputFormatFactory.createFormatInstance(
                        new PrintStream(OutputStream.nullOutputStream(), false, UTF_8),
                        VerboseMode.SILENT);
        return BenchmarkList.defaultList().find(silent, List.of(regex), List.of());
    }

    /** What it takes, in words. */
    public String cost() {
        return quick
                ? "about three seconds for each benchmark, half a minute for the default"
                : "three to six seconds for each benchmark, half a minute in ScalarTrajectories;"
                        + " the whole suite ten to twenty minutes";
    }

    /**
     * Runs them. One that fails, such as by a wrong answer, has no time; the others go on.
     *
     * @throws InvalidInput if the profiler cannot run here
     */
    public Outcome run(Progress progress) {
        Options options = options();
        SuitePlan plan = SuitePlan.of(benchmarks(selection()), options);
        SuiteListener listener = new SuiteListener(plan, progress);
        Collection<RunResult> measured;
        try {
            measured =
                    new Runner(options, listener)
                            .run().stream().filter(listener::isMeasured).toList();
        } catch (ProfilersFailedException e) {
            throw new InvalidInput(
                    "--profile", "names none that runs here: " + profiler.orElse(""));
        } catch (RunnerException e) {
            listener.abort(reason(e));
            measured = listener.measured();
        }
        return outcome(plan, measured, listener.failures());
    }

    /** What is at the bottom of it. */
    private static String reason(RunnerException e) {
        Throwable bottom = e;
        while (bottom.getCause() != null || bottom.getSuppressed().length > 0) {
            bottom = bottom.getCause() != null ? bottom.getCause() : bottom.getSuppressed()[0];
        }
        return bottom.getMessage() == null ? bottom.toString() : bottom.getMessage();
    }

    private String selection() {
        return include.isEmpty() && quick ? QUICK : include;
    }

    private Options options() {
        ChainedOptionsBuilder options =
                new OptionsBuilder().include(selection()).shouldFailOnError(false);
        if (quick) {
            options.param("batch", "64")
                    .param("form", EquationForm.EXACT.name())
                    .forks(1)
                    .measurementIterations(QUICK_ITERATIONS)
                    .measurementTime(TimeValue.milliseconds(QUICK_MILLISECONDS));
        }
        profiler.ifPresent(options::addProfiler);
        return options.build();
    }

    private static Outcome outcome(
            SuitePlan plan, Collection<RunResult> measured, List<Failure> failures) {
        List<List<String>> rows = new ArrayList<>();
        List<List<String>> counters = new ArrayList<>();
        for (RunResult result : measured) {
            List<String> head = plan.head(result.getParams());
            rows.add(SuiteRows.times(head, result));
            counters.addAll(SuiteRows.counters(head, result));
        }
        return new Outcome(plan.words(), rows, counters, failures, plan.count(), json(measured));
    }

    private static String json(Collection<RunResult> measured) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(json, false, UTF_8);
        ResultFormatFactory.getInstance(ResultFormatType.JSON, out).writeOut(measured);
        out.flush();
        return json.toString(UTF_8);
    }
}
