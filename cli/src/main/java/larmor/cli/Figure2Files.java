package larmor.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import larmor.file.OutputDirectory;
import larmor.file.SweepTable;
import larmor.ode.Rk4;
import larmor.sweep.Sweep;
import larmor.sweep.SweepPlan;
import larmor.sweep.SweepProtocol;
import larmor.sweep.SweepRow;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the sweep of Fig. 2 and writes its numbers. */
final class Figure2Files {

    /** RK4 errs by (ωh)⁴/120 of ω: 1e-8 for an orbit of 9 in t'. */
    private static final double STEP = 0.05;

    @Mixin private ThreadOption threads = new ThreadOption();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "larmor-report",
            description = "Directory to write to. Default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("");

    /** Returns the exit status. */
    int write(Console console, SweepPlan plan) throws IOException, InterruptedException {
        OutputDirectory directory = OutputDirectory.of("--out", out);
        Sweep sweep = new Sweep(plan, SweepProtocol.paper(STEP), new Rk4(STEP));
        List<SweepRow> rows = console.run(sweep, threads.threads());
        List<Path> files =
                List.of(
                        directory.write("figure2.csv", text -> SweepTable.writeCsv(rows, text)),
                        directory.write("figure2.json", text -> SweepTable.writeJson(rows, text)));
        files.forEach(console.out()::println);
        console.noteState(rows);
        console.noteWarnings(plan.device());
        return Console.failures(rows) == 0 ? ExitStatus.DONE : ExitStatus.RUN_FAILED;
    }
}
