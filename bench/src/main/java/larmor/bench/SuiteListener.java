package larmor.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.format.OutputFormat;

/**
 * Hears what JMH says while it runs: passes on what is done, and keeps what was measured and what
 * has failed, so that it is there even if JMH itself comes to no end. JMH calls it from several
 * threads.
 */
final class SuiteListener implements OutputFormat {

    /** How JMH begins to say that a benchmark has thrown, or that its JVM has ended. */
    private static final Pattern FAILURE =
            Pattern.compile("<(failure|forked VM failed|failed to invoke the VM).*");

    /** What JMH puts around what others say. */
    private static final Pattern MARKUP = Pattern.compile("<.*>");

    /** Headings of JMH, and what a JVM warns of at its start. */
    private static final Pattern NOISE = Pattern.compile("|#.*|WARNING: .*");

    private static final Pattern THROWABLE = Pattern.compile("^[\\w.$]+(Exception|Error): ");

    private final SuitePlan plan;
    private final BenchmarkSuite.Progress progress;
    private final List<RunResult> measured = new ArrayList<>();
    private final List<BenchmarkSuite.Failure> failures = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private Optional<BenchmarkParams> running = Optional.empty();
    private boolean failed;

    SuiteListener(SuitePlan plan, BenchmarkSuite.Progress progress) {
        this.plan = plan;
        this.progress = progress;
    }

    /** What was measured. */
    synchronized List<RunResult> measured() {
        return List.copyOf(measured);
    }

    /** Whether this one was. */
    synchronized boolean isMeasured(RunResult run) {
        return measured.stream().anyMatch(one -> one.getParams().equals(run.getParams()));
    }

    /** What was not. */
    synchronized List<BenchmarkSuite.Failure> failures() {
        return List.copyOf(failures);
    }

    @Override
    public synchronized void startBenchmark(BenchmarkParams params) {
        endRunning();
        running = Optional.of(params);
        failed = false;
        said.clear();
    }

    @Override
    public synchronized void endBenchmark(@Nullable BenchmarkResult result) {
        // Of one that fails at its end JMH has the times of the iterations before.
        if (result == null || failed) {
            return;
        }
        RunResult run = new RunResult(result.getParams(), List.of(result));
        measured.add(run);
        running = Optional.empty();
        tell(plan.label(run.getParams()) + ": " + SuiteRows.time(run));
    }

    @Override
    public synchronized void endRun(Collection<RunResult> results) {
        endRunning();
    }

    /** One that has not come to its end when the next begins has failed. */
    private void endRunning() {
        running.ifPresent(params -> tell(fail(plan.label(params), reason()).words()));
        running = Optional.empty();
    }

    /** JMH has come to no end, and with it the benchmark that was running, if one was. */
    synchronized void abort(String reason) {
        BenchmarkSuite.Failure _ = fail(running.map(plan::label).orElse("JMH"), reason);
        running = Optional.empty();
    }

    private BenchmarkSuite.Failure fail(String name, String reason) {
        BenchmarkSuite.Failure failure = new BenchmarkSuite.Failure(name, reason);
        failures.add(failure);
        return failure;
    }

    private void tell(String what) {
        progress.at(measured.size() + failures.size() + " of " + plan.count() + ": " + what);
    }

    /** The first line that is not of JMH itself. */
    private String reason() {
        return said.stream()
                .filter(line -> !MARKUP.matcher(line).matches())
                .map(line -> THROWABLE.matcher(line).replaceFirst(""))
                .findFirst()
                .orElse("its JVM has ended without a result");
    }

    @Override
    public synchronized void println(String text) {
        for (String line : text.lines().map(String::strip).toList()) {
            if (FAILURE.matcher(line).matches()) {
                failed = true;
                // What was said before is about something else.
                said.clear();
            }
            if (!NOISE.matcher(line).matches()) {
                said.add(line);
            }
        }
    }

    @Override
    public void startRun() {}

    @Override
    public void iteration(BenchmarkParams benchmark, IterationParams params, int iteration) {}

    @Override
    public void iterationResult(
            BenchmarkParams benchmark,
            IterationParams params,
            int iteration,
            IterationResult result) {}

    @Override
    public void print(String text) {}

    @Override
    public void verbosePrintln(String text) {}

    @Override
    public void write(int character) {}

    @Override
    public void write(byte[] text) {}

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
