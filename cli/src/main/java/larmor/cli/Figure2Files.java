package larmor.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import larmor.file.OutputDirectory;
import larmor.file.SweepTable;
import larmor.sweep.Sweep;
import larmor.sweep.SweepRow;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the sweep of Fig. 2 and writes its numbers. */
final class Figure2Files {

    @Mixin private ThreadOption threads = new ThreadOption();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "larmor-report",
            description = "Directory to write to. Default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("");

    /** Returns the exit status. */
    int write(Console console, Sweep sweep) throws IOException, InterruptedException {
        OutputDirectory directory = OutputDirectory.of("--out", out);
        List<SweepRow> rows = console.run(sweep, threads.threads());
        List<Path> files =
                List.of(
                        directory.write("figure2.csv", text -> SweepTable.writeCsv(rows, text)),
                        directory.write("figure2.json", text -> SweepTable.writeJson(rows, text)));
        files.forEach(console.out()::println);
        console.noteState(rows);
        console.noteWarnings(sweep.plan().device());
        return Console.failures(rows) == 0 ? ExitStatus.DONE : ExitStatus.RUN_FAILED;
    }
}
