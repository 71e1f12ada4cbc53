package larmor.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import larmor.file.OutputDirectory;
import larmor.model.Device;
import larmor.ode.BatchSolvers;
import larmor.ode.Rk4;
import larmor.sweep.Sweep;
import larmor.sweep.SweepPlan;
import larmor.sweep.SweepProtocol;
import larmor.sweep.SweepRow;
import larmor.sweep.SweepTally;
import larmor.validation.Check;
import larmor.validation.Figure2;
import larmor.validation.report.Report;
import larmor.validation.report.ThisRun;
import larmor.validation.report.ValidationRun;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the sweep of Fig. 2 and writes its page and its numbers. */
final class Figure2Files {

    @Mixin private ThreadOption threads = new ThreadOption();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "larmor-report",
            description = "Directory to write to. Default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("");

    int threads() {
        return threads.threads();
    }

    /** Runs the figure, after a look at whether its files can be written. */
    Figure2 run(Console console, String name, SweepPlan plan) {
        for (String file : List.of(name + ".html", Report.CSV_NAME, name + ".json")) {
            directory().requireWritable("--out", file);
        }
        double step = SweepProtocol.defaultStep(plan);
        SweepProtocol protocol = SweepProtocol.paper(plan, step);
        Sweep sweep = new Sweep(plan, protocol, BatchSolvers.choose().of(new Rk4(step)));
        List<SweepRow> rows = console.run(sweep, threads.threads());
        return new Figure2(sweep, rows);
    }

    private OutputDirectory directory() {
        return OutputDirectory.of("--out", out);
    }

    /** Writes the page, the CSV and the JSON; returns the exit status. */
    int write(
            Console console,
            String name,
            String command,
            Figure2 figure,
            List<Check> figureChecks,
            ValidationRun validation)
            throws IOException {
        Report report =
                new Report(
                        name,
                        figure,
                        figureChecks,
                        validation,
                        ThisRun.provenance("./larmor " + command));
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
        Device device = figure.sweep().plan().device();
        console.noteWarnings(device);
        if (tally.failed() > 0) {
            return ExitStatus.RUN_FAILED;
        }
        return report.passed() ? ExitStatus.DONE : ExitStatus.CHECK_FAILED;
    }
}
