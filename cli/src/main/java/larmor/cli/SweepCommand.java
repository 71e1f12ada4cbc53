package larmor.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import larmor.file.OutputFile;
import larmor.file.SweepTable;
import larmor.model.InvalidInput;
import larmor.ode.BatchSolver;
import larmor.sweep.Shard;
import larmor.sweep.Sweep;
import larmor.sweep.SweepPlan;
import larmor.sweep.SweepProtocol;
import larmor.sweep.SweepRow;
import larmor.sweep.SweepTally;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Many trajectories and what is observed at their ends. */
@Command(
        name = "sweep",
        description = "Runs a grid of voltages and fields and observes frequency and power.")
final class SweepCommand implements Callable<Integer> {

    private static final String DEFAULT_SOLVER = "rk4-simd";

    /** Runs of a text: their rows are kept in memory, to align them. */
    private static final long MOST_ALIGNED = 100_000;

    private final Console console;

    @Mixin private DeviceOptions device = new DeviceOptions();
    @Mixin private RunOptions run = new RunOptions();
    @Mixin private ThreadOption threads = new ThreadOption();
    @Mixin private PlanOptions runs = new PlanOptions();
    @Mixin private StartOptions start = new StartOptions();

    @Option(
            names = "--time",
            paramLabel = "T",
            converter = DecimalNumber.class,
            defaultValue = "5e4",
            description = "Time t' at the end of each run. Default: ${DEFAULT-VALUE}.")
    private double time;

    @Option(
            names = "--window",
            paramLabel = "W",
            converter = DecimalNumber.class,
            description = "Length of the observed end of each run. Default: a tenth of --time.")
    private Optional<Double> window = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to write; standard output where it is missing.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "csv|json|text",
            converter = Choice.OfFormat.class,
            defaultValue = "csv",
            description = "Default: ${DEFAULT-VALUE}.")
    private Choice.Format format = Choice.Format.CSV;

    SweepCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        SweepPlan plan = runs.plan(device.device(), run.form());
        Sweep sweep = sweep(plan);
        Optional<OutputFile> file = out.map(path -> OutputFile.of("--out", path));
        sweep.requireRunnable();
        SweepTally tally =
                switch (format) {
                    case TEXT -> text(sweep, file);
                    case CSV -> table(sweep, SweepTable.Layout.CSV, file);
                    case JSON -> table(sweep, SweepTable.Layout.JSON, file);
                };
        console.noteState(tally);
        if (run.inLanes()) {
            console.noteLanes();
        }
        console.noteWarnings(plan.point(0).device());
        return tally.failed() == 0 ? ExitStatus.DONE : ExitStatus.RUN_FAILED;
    }

    private Sweep sweep(SweepPlan plan) {
        double defaultStep = SweepProtocol.defaultStep(plan);
        BatchSolver solver = run.batchSolver(DEFAULT_SOLVER, defaultStep);
        SweepProtocol protocol =
                new SweepProtocol(
                        start.initial(run, plan),
                        time,
                        window.orElse(SweepProtocol.PAPER_WINDOW_SHARE * time),
                        SweepProtocol.sampleInterval(
                                plan.fastestPrecession(), run.fixedStep(solver, defaultStep)));
        return new Sweep(plan, protocol, solver);
    }

    private SweepTally text(Sweep sweep, Optional<OutputFile> file) throws IOException {
        if (sweep.plan().size() > MOST_ALIGNED) {
            throw new InvalidInput(
                    "--format",
                    "can be text for at most " + MOST_ALIGNED + " runs; csv has no limit");
        }
        List<SweepRow> rows = console.run(sweep, threads.threads());
        put(file, destination -> destination.append(SweepText.of(rows, sweep.plan())));
        return SweepTally.of(rows);
    }

    private SweepTally table(Sweep sweep, SweepTable.Layout layout, Optional<OutputFile> file)
            throws IOException {
        SweepTable table = SweepTable.of(sweep.plan(), layout);
        SweepTally[] tally = {SweepTally.NONE};
        put(
                file,
                destination -> {
                    destination.append(table.head());
                    console.run(
                            sweep,
                            Shard.WHOLE,
                            0,
                            threads.threads(),
                            (first, rows) -> {
                                tally[0] = tally[0].plus(SweepTally.of(rows));
                                for (SweepRow row : rows) {
                                    destination.append(
                                            table.row(
                                                    row,
                                                    row.point().index()
                                                            == sweep.plan().size() - 1));
                                }
                            });
                    destination.append(table.tail());
                });
        return tally[0];
    }

    private void put(Optional<OutputFile> file, OutputFile.Content content) throws IOException {
        if (file.isPresent()) {
            file.get().write(content);
        } else {
            console.print(content);
        }
    }
}
