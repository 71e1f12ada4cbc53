package larmor.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import larmor.bench.gate.Comparison;
import larmor.bench.gate.GateResult;
import larmor.bench.gate.GateSettings;
import larmor.bench.gate.Launcher;
import larmor.bench.gate.Pairing;
import larmor.file.OutputFile;
import larmor.model.Device;
import larmor.model.OneLine;
import larmor.model.Oscillator;
import larmor.ode.BatchSolvers;
import larmor.sweep.Shard;
import larmor.sweep.Sweep;
import larmor.sweep.SweepRow;
import larmor.sweep.SweepTally;
import larmor.validation.Check;
import larmor.validation.page.Numeral;
import larmor.validation.report.ValidationRun;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Help.Ansi;

/**
 * Where the command prints.
 *
 * @param out results
 * @param err notes, errors and progress
 * @param terminal whether a person watches {@code err}
 * @param pipe whether {@code out} leads to another program
 */
record Console(PrintStream out, PrintStream err, boolean terminal, boolean pipe) {

    private static final int WIDTH = 79;
    private static final int MILLISECONDS_BETWEEN_UPDATES = 200;

    /**
     * A result, to standard output. That nobody reads it any more is for the exit status to say,
     * and only if nothing else has failed.
     */
    void print(OutputFile.Content content) throws IOException {
        content.writeTo(out);
    }

    /**
     * Looks at whether it is worth going on.
     *
     * @throws ReaderGone if nobody reads standard output any more
     */
    void requireReader() throws ReaderGone {
        if (readerIsGone()) {
            throw new ReaderGone();
        }
    }

    /** Whether standard output leads to a program that has ended. */
    boolean readerIsGone() {
        return pipe && out.checkError();
    }

    /** A result, to a file if one was asked for, else to standard output. */
    void print(Optional<OutputFile> file, OutputFile.Content content) throws IOException {
        if (file.isPresent()) {
            file.get().write(content);
        } else {
            print(content);
        }
    }

    /**
     * The outcome of each check, to standard output: a row each, then the numbers of those that
     * failed.
     */
    void printChecks(List<Check> checks) {
        TextColumns columns = new TextColumns();
        columns.add(List.of("check", "verdict", "error", "limit", "used"));
        for (Check check : checks) {
            columns.add(
                    List.of(
                            check.claim().name(),
                            check.verdict().id(),
                            String.format(Locale.ROOT, "%.1e", check.error()),
                            String.format(Locale.ROOT, "%.1e", check.limit().value()),
                            share(check.limitUsed())));
        }
        out.print(columns.text());
        long passed = checks.stream().filter(Check::passed).count();
        out.println(passed + " of " + checks.size() + " checks passed");
        checks.stream()
                .filter(check -> !check.passed())
                .forEach(check -> out.println(check.message()));
    }

    /** A note, to standard error. */
    void note(String text) {
        err.println("note: " + OneLine.of(text));
    }

    /** A note of a process that is stopped, on a line of its own behind an open progress bar. */
    void noteAtEnd(String text) {
        if (terminal) {
            err.println();
        }
        note(text);
    }

    /**
     * What may be wrong with a result: the warnings of its device, then the doubt about its
     * voltages. Last of all, so that a refusal stays the only line; and to nobody where nobody
     * reads the result.
     */
    void noteDoubts(Device device, Optional<String> voltages) {
        if (!readerIsGone()) {
            Oscillator.of(device).warnings().forEach(this::note);
            voltages.ifPresent(this::note);
        }
    }

    /** Runs a sweep, with a progress bar where it can be seen. */
    List<SweepRow> run(Sweep sweep, int threads) {
        List<SweepRow> rows = new ArrayList<>();
        try {
            run(sweep, Shard.WHOLE, 0, threads, (_, chunk) -> rows.addAll(chunk));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(rows);
    }

    /**
     * Runs a part of a sweep, with a progress bar where it can be seen.
     *
     * @param shard which part
     * @param done how many of its points are there already
     */
    void run(Sweep sweep, Shard shard, long done, int threads, Sweep.Chunks chunks)
            throws IOException {
        long first = shard.first(sweep.plan());
        long end = shard.end(sweep.plan());
        if (!terminal) {
            sweep.run(first + done, end, threads, Sweep.Progress.NONE, chunks);
            return;
        }
        try (ProgressBar bar =
                bar("sweep", " runs", end - first).startsFrom(done, Duration.ZERO).build()) {
            sweep.run(first + done, end, threads, bar::step, chunks);
        }
    }

    /** Compares two jars, with a progress bar where it can be seen. */
    GateResult run(Pairing pairing, GateSettings settings, Launcher launcher)
            throws InterruptedException {
        if (!terminal) {
            return Comparison.run(pairing, settings, launcher, Comparison.Progress.NONE);
        }
        int most = settings.cost(pairing.shared().size()).most();
        try (ProgressBar bar = bar("compare", " launches", most).build()) {
            return Comparison.run(pairing, settings, launcher, bar::stepTo);
        }
    }

    private ProgressBarBuilder bar(String task, String unit, long most) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setUnit(unit, 1)
                .setInitialMax(most)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(MILLISECONDS_BETWEEN_UPDATES)
                .setConsumer(new ConsoleProgressBarConsumer(err, WIDTH))
                .clearDisplayOnFinish();
    }

    /** Says so, with what would help, where the solvers in lanes do not run. */
    void noteLanes() {
        BatchSolvers solvers = BatchSolvers.choose();
        if (!solvers.vectorized()) {
            note(solvers.choice());
        }
    }

    /** Says how many runs have not settled, and how many have failed. */
    void noteState(SweepTally tally) {
        if (tally.unsettled() > 0 && !readerIsGone()) {
            note(
                    tally.unsettled()
                            + " of "
                            + tally.runs()
                            + (tally.unsettled() == 1 ? " runs has" : " runs have")
                            + " not settled: see settled; a longer --time may help");
        }
        if (tally.failed() > 0) {
            note(tally.failed() + " of " + tally.runs() + " runs failed: see failure");
        }
    }

    /** One line that replaces itself, where somebody watches. */
    void progress(String what) {
        if (terminal) {
            err.printf("\r%-60s\r%s", "", what);
            err.flush();
        }
    }

    /** What failed, in red where it can be seen; then a row for each family. */
    void printValidation(ValidationRun run) {
        List<Check> failures = run.failures();
        for (Check check : failures) {
            out.println(red(check.message()));
        }
        TextColumns columns = new TextColumns();
        columns.add(List.of("family", "passed", "limit used", "by"));
        for (ValidationRun.Section section : run.sections()) {
            long passed = section.checks().stream().filter(Check::passed).count();
            Optional<Check> nearest = Check.nearestToLimit(section.checks());
            columns.add(
                    List.of(
                            section.family().name(),
                            passed + " of " + section.checks().size(),
                            nearest.map(check -> share(check.limitUsed())).orElse(""),
                            nearest.map(check -> check.claim().name()).orElse("")));
        }
        out.print(columns.text());
        if (!run.trials().isEmpty()) {
            long caught = run.trials().stream().filter(trial -> !trial.survived()).count();
            out.println(caught + " of " + run.trials().size() + " sabotages caught");
        }
        int all = run.checks().size();
        out.println(all - failures.size() + " of " + all + " checks passed");
    }

    private static String share(double used) {
        return Double.isInfinite(used) ? "beyond" : Numeral.percent(used);
    }

    private static String red(String text) {
        return Ansi.AUTO.string("@|red " + text + "|@");
    }
}
