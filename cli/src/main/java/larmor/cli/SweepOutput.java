package larmor.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import larmor.file.AtEnd;
import larmor.file.OutputDirectory;
import larmor.file.OutputFile;
import larmor.file.SweepFile;
import larmor.file.SweepTable;
import larmor.model.Device;
import larmor.model.InvalidInput;
import larmor.orbit.BranchDiagram;
import larmor.sweep.Shard;
import larmor.sweep.Sweep;
import larmor.sweep.SweepRow;
import larmor.sweep.SweepTally;
import larmor.validation.report.MissingBranches;
import larmor.validation.report.SweepReport;
import larmor.validation.report.ThisRun;

/** Runs a sweep and puts its rows where they were asked for. */
final class SweepOutput {

    /** Runs of a text: their rows are kept in memory, to align them. */
    private static final long MOST_ALIGNED = 100_000;

    private final Console console;
    private final Sweep sweep;
    private final Map<String, String> settings;
    private final Optional<AutoOptions.Decision> decision;
    private final int threads;
    private final FileOptions files;
    private final Optional<OutputFile> file;
    private final Optional<OutputDirectory> directory;
    private final Optional<Shard> shard;
    private final SweepReport report;

    /**
     * @param runnable a device of the sweep that can be run
     * @param settings of the solver, by flag
     * @param decision the solver that was chosen for the user, for the table to name it
     * @param command what was typed
     * @throws InvalidInput naming a flag at fault
     */
    SweepOutput(
            Console console,
            Sweep sweep,
            Device runnable,
            Map<String, String> settings,
            Optional<AutoOptions.Decision> decision,
            int threads,
            FileOptions files,
            String command) {
        this.console = console;
        this.sweep = sweep;
        this.settings = new LinkedHashMap<>();
        this.settings.put("larmor", Version.number());
        this.settings.putAll(settings);
        this.decision = decision;
        this.threads = threads;
        this.files = files;
        String tableName = "sweep." + files.format().name().toLowerCase(Locale.ROOT);
        file = files.file();
        directory = files.directory(List.of(tableName, SweepReport.HTML_NAME));
        shard = files.shard();
        report = new SweepReport(sweep, runnable, tableName, ThisRun.provenance(command));
    }

    /** Does it, and says how the runs went. */
    SweepTally write() throws Exception {
        return switch (files.format()) {
            case TEXT -> text();
            case CSV -> table(SweepTable.Layout.CSV);
            case JSON -> table(SweepTable.Layout.JSON);
        };
    }

    private SweepTally text() throws IOException {
        if (sweep.plan().size() > MOST_ALIGNED) {
            throw new InvalidInput(
                    "--format",
                    "can be text for at most " + MOST_ALIGNED + " runs; csv has no limit");
        }
        List<SweepRow> rows = new ArrayList<>();
        run(0, (_, chunk) -> rows.addAll(chunk));
        console.print(file, destination -> destination.append(SweepText.of(rows, sweep.plan())));
        return SweepTally.of(rows);
    }

    private SweepTally table(SweepTable.Layout layout) throws Exception {
        SweepTable table =
                SweepTable.of(sweep.plan(), layout).madeBy(AutoOptions.inTable(decision));
        if (directory.isPresent()) {
            OutputFile rows = directory.get().file(report.tableName());
            return write(table, rows, tally -> draw(table, rows, tally, directory.get()));
        }
        return file.isPresent() ? write(table, file.get(), _ -> {}) : print(table);
    }

    /** What is made of a table that is in its place. */
    private interface Drawing {
        void draw(SweepTally tally) throws IOException;
    }

    private SweepTally write(SweepTable table, OutputFile target, Drawing drawing)
            throws Exception {
        if (files.resume() && shard.isPresent()) {
            Optional<SweepTally> finished =
                    SweepFile.finished(target, sweep, table, shard.get(), settings);
            if (finished.isPresent()) {
                return finished.get();
            }
        }
        try (SweepFile destination =
                SweepFile.open(target, sweep, table, shard, settings, files.resume())) {
            fill(destination, drawing);
            return destination.tally();
        }
    }

    /** The page of a finished table, whose rows may come from several resumed runs. */
    private void draw(
            SweepTable table, OutputFile rows, SweepTally tally, OutputDirectory destination)
            throws IOException {
        List<BranchDiagram> branches = report.branches();
        String html;
        try (BufferedReader in = Files.newBufferedReader(rows.path())) {
            html = report.html(table.read(in, sweep.plan(), report::needs), tally, branches);
        }
        console.out().println(rows.path());
        console.out().println(destination.write(SweepReport.HTML_NAME, text -> text.append(html)));
        MissingBranches.of(branches).forEach(console::note);
    }

    private void fill(SweepFile destination, Drawing drawing) throws RunFailed {
        try (AtEnd _ = new AtEnd(() -> stop(destination))) {
            run(destination.done(), destination::append);
            destination.finish(() -> drawing.draw(destination.tally()));
        } catch (IOException e) {
            throw RunFailed.toWrite(e, whatIsSafe(destination));
        }
    }

    private void stop(SweepFile destination) {
        destination.rest();
        if (Files.exists(destination.path())) {
            console.noteAtEnd("stopped; --resume goes on with " + destination.path());
        }
    }

    private static String whatIsSafe(SweepFile destination) {
        return destination.done() == 0
                ? "no run is kept"
                : destination.done()
                        + " runs are safe, --resume goes on with "
                        + destination.path();
    }

    private SweepTally print(SweepTable table) throws IOException {
        long last = sweep.plan().size() - 1;
        SweepTally[] tally = {SweepTally.NONE};
        PrintStream out = console.out();
        Sweep.Chunks chunks =
                (_, rows) -> {
                    if (tally[0].equals(SweepTally.NONE)) {
                        out.append(table.head());
                    }
                    tally[0] = tally[0].plus(SweepTally.of(rows));
                    rows.forEach(row -> out.append(table.row(row, row.point().index() == last)));
                    console.requireReader();
                    if (out.checkError()) {
                        throw new IOException("standard output is closed");
                    }
                };
        try {
            run(0, chunks);
        } catch (ReaderGone e) {
            if (tally[0].failed() == 0) {
                throw e;
            }
        }
        out.append(table.tail());
        return tally[0];
    }

    /**
     * Runs what is left of it.
     *
     * @param done how many runs there are already
     */
    private void run(long done, Sweep.Chunks chunks) throws IOException {
        AutoOptions.note(decision, console);
        console.run(sweep, shard.orElse(Shard.WHOLE), done, threads, chunks);
    }
}
