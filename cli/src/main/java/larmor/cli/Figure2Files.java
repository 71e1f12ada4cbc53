package larmor.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import larmor.file.OutputDirectory;
import larmor.model.Device;
import larmor.sweep.Sweep;
import larmor.sweep.SweepRow;
import larmor.sweep.SweepTally;
import larmor.validation.Check;
import larmor.validation.Figure2;
import larmor.validation.report.Report;
import larmor.validation.report.ThisRun;
import larmor.validation.report.ValidationRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the sweep of Fig. 2 and writes its page and its numbers. */
final class Figure2Files {

    @Mixin private ThreadOption threads = new ThreadOption();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Directory to write to. Default: larmor-${COMMAND-NAME}.")
    private Optional<Path> out = Optional.empty();

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    int threads() {
        return threads.threads();
    }

    /**
     * Runs the figure, after a look at whether that can be done and its files can be written.
     *
     * @param decision the solver that was decided on for the user, to be noted before
     */
    Figure2 run(Console console, Sweep sweep, Optional<AutoOptions.Decision> decision) {
        Device _ = sweep.requireRunnable();
        for (String file : List.of(name() + ".html", Report.CSV_NAME, name() + ".json")) {
            directory().requireWritable("--out", file);
        }
        AutoOptions.note(decision, console);
        List<SweepRow> rows = console.run(sweep, threads.threads());
        return new Figure2(sweep, rows);
    }

    private OutputDirectory directory() {
        return OutputDirectory.of("--out", out.orElseGet(() -> Path.of("larmor-" + name())));
    }

    private String name() {
        return command().name();
    }

    private CommandSpec command() {
        return Objects.requireNonNull(spec);
    }

    /**
     * Writes the page, the CSV and the JSON; returns the exit status.
     *
     * @param decision the solver that was decided on for the user, for page and tables to name it
     */
    int write(
            Console console,
            Figure2 figure,
            List<Check> figureChecks,
            ValidationRun validation,
            Optional<AutoOptions.Decision> decision)
            throws IOException {
        Report report =
                new Report(
                        name(),
                        figure,
                        figureChecks,
                        validation,
                        AutoOptions.inTable(decision),
                        ThisRun.provenance(TypedCommand.of(command(), decision)));
        String html = report.html();
        String csv = report.csv();
        String json = report.json();
        OutputDirectory directory = directory();
        console.out().println(directory.write(report.htmlName(), text -> text.append(html)));
        console.out().println(directory.write(Report.CSV_NAME, text -> text.append(csv)));
        console.out().println(directory.write(report.jsonName(), text -> text.append(json)));
        SweepTally tally = SweepTally.of(figure.rows());
        console.noteState(tally);
        console.noteLanes();
        console.noteDoubts(figure.sweep().plan().device(), Optional.empty());
        if (tally.failed() > 0) {
            return ExitStatus.RUN_FAILED;
        }
        return report.passed() ? ExitStatus.DONE : ExitStatus.CHECK_FAILED;
    }
}
