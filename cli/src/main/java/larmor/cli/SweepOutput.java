package larmor.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import larmor.file.OutputFile;
import larmor.file.SweepFile;
import larmor.file.SweepTable;
import larmor.model.InvalidInput;
import larmor.sweep.Shard;
import larmor.sweep.Sweep;
import larmor.sweep.SweepRow;
import larmor.sweep.SweepTally;

/** Runs a sweep and puts its rows where they were asked for. */
final class SweepOutput {

    /** Runs of a text: their rows are kept in memory, to align them. */
    private static final long MOST_ALIGNED = 100_000;

    private final Console console;
    private final Sweep sweep;
    private final Map<String, String> settings;
    private final int threads;
    private final FileOptions files;
    private final Optional<OutputFile> file;
    private final Optional<Shard> shard;

    /**
     * @param settings of the solver, by flag
     * @throws InvalidInput naming a flag at fault
     */
    SweepOutput(
            Console console,
            Sweep sweep,
            Map<String, String> settings,
            int threads,
            FileOptions files) {
        this.console = console;
        this.sweep = sweep;
        this.settings = new LinkedHashMap<>();
        this.settings.put("larmor", Version.number());
        this.settings.putAll(settings);
        this.threads = threads;
        this.files = files;
        file = files.file();
        shard = files.shard();
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
        List<SweepRow> rows = console.run(sweep, threads);
        OutputFile.Content content =
                destination -> destination.append(SweepText.of(rows, sweep.plan()));
        if (file.isPresent()) {
            file.get().write(content);
        } else {
            console.print(content);
        }
        return SweepTally.of(rows);
    }

    private SweepTally table(SweepTable.Layout layout) throws Exception {
        SweepTable table = SweepTable.of(sweep.plan(), layout);
        if (file.isEmpty()) {
            return print(table);
        }
        if (files.resume() && shard.isPresent()) {
            Optional<SweepTally> finished =
                    SweepFile.finished(file.get(), sweep, table, shard.get(), settings);
            if (finished.isPresent()) {
                return finished.get();
            }
        }
        try (SweepFile destination =
                SweepFile.open(file.get(), sweep, table, shard, settings, files.resume())) {
            fill(destination);
            return destination.tally();
        }
    }

    private void fill(SweepFile destination) throws RunFailed {
        Thread atEnd =
                new Thread(() -> {
                    destination.rest();
                    console.noteAtEnd("stopped; --resume goes on with " + destination.path());
                });
        Runtime.getRuntime().addShutdownHook(atEnd);
        try {
            console.run(
                    sweep,
                    shard.orElse(Shard.WHOLE),
                    destination.done(),
                    threads,
                    destination::append);
            destination.finish();
        } catch (IOException e) {
            throw new RunFailed(
                    "output could not be written: "
                            + e.getMessage()
                            + "; "
                            + destination.done()
                            + " runs are safe, --resume goes on with "
                            + destination.path());
        } finally {
            forget(atEnd);
        }
    }

    private static void forget(Thread atEnd) {
        try {
            Runtime.getRuntime().removeShutdownHook(atEnd);
        } catch (IllegalStateException endingAlready) {
            return;
        }
    }

    private SweepTally print(SweepTable table) throws IOException {
        long last = sweep.plan().size() - 1;
        SweepTally[] tally = {SweepTally.NONE};
        PrintStream out = console.out();
        out.append(table.head());
        console.run(
                sweep,
                Shard.WHOLE,
                0,
                threads,
                (_, rows) -> {
                    tally[0] = tally[0].plus(SweepTally.of(rows));
                    rows.forEach(row -> out.append(table.row(row, row.point().index() == last)));
                    if (out.checkError()) {
                        throw new IOException("standard output is closed");
                    }
                });
        out.append(table.tail());
        return tally[0];
    }
}
