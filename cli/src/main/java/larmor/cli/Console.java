package larmor.cli;

import java.io.IOException;
import java.io.PrintStream;
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
import larmor.model.Oscillator;
import larmor.ode.BatchSolvers;
import larmor.sweep.Sweep;
import larmor.sweep.SweepRow;
import larmor.validation.Check;
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
 */
record Console(PrintStream out, PrintStream err, boolean terminal) {

    private static final int WIDTH = 79;
    private static final int MILLISECONDS_BETWEEN_UPDATES = 200;

    /** A result, to standard output. */
    void print(OutputFile.Content content) throws IOException {
        content.writeTo(out);
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
        err.println("note: " + text);
    }

    /** The warnings of a device. Last of all, so that an error stays the only line. */
    void noteWarnings(Device device) {
        Oscillator.of(device).warnings().forEach(this::note);
    }

    /** Runs a sweep, with a progress bar where it can be seen. */
    List<SweepRow> run(Sweep sweep, int threads) {
        if (!terminal) {
            return sweep.run(threads, Sweep.Progress.NONE);
        }
        try (ProgressBar bar = bar("sweep", " runs", sweep.plan().points().size())) {
            return sweep.run(threads, bar::step);
        }
    }

    /** Compares two jars, with a progress bar where it can be seen. */
    GateResult run(Pairing pairing, GateSettings settings, Launcher launcher)
            throws InterruptedException {
        if (!terminal) {
            return Comparison.run(pairing, settings, launcher, Comparison.Progress.NONE);
        }
        int most = settings.cost(pairing.shared().size()).most();
        try (ProgressBar bar = bar("compare", " launches", most)) {
            return Comparison.run(pairing, settings, launcher, bar::stepTo);
        }
    }

    private ProgressBar bar(String task, String unit, long most) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setUnit(unit, 1)
                .setInitialMax(most)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(MILLISECONDS_BETWEEN_UPDATES)
                .setConsumer(new ConsoleProgressBarConsumer(err, WIDTH))
                .clearDisplayOnFinish()
                .build();
    }

    /** Says so, with what would help, where the solvers in lanes do not run. */
    void noteLanes() {
        BatchSolvers solvers = BatchSolvers.choose();
        if (!solvers.vectorized()) {
            note(solvers.choice());
        }
    }

    /** Says how many runs have not settled, and how many have failed. */
    void noteState(List<SweepRow> rows) {
        long failed = failures(rows);
        long unsettled = rows.stream().filter(row -> !row.settled()).count() - failed;
        if (unsettled > 0) {
            note(unsettled + " of " + rows.size() + " runs have not settled");
        }
        if (failed > 0) {
            note(failed + " of " + rows.size() + " runs failed");
        }
    }

    static long failures(List<SweepRow> rows) {
        return rows.stream().filter(row -> row.failure().isPresent()).count();
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
            Optional<Check> worst =
                    section.checks().isEmpty()
                            ? Optional.empty()
                            : Optional.of(Check.worst(section.checks()));
            columns.add(
                    List.of(
                            section.family().name(),
                            passed + " of " + section.checks().size(),
                            worst.map(check -> share(check.limitUsed())).orElse(""),
                            worst.map(check -> check.claim().name()).orElse("")));
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
        return Double.isInfinite(used)
                ? "beyond"
                : String.format(Locale.ROOT, "%.0f %%", 100 * used);
    }

    private static String red(String text) {
        return Ansi.AUTO.string("@|red " + text + "|@");
    }
}
