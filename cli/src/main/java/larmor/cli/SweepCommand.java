package larmor.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import larmor.file.OutputFile;
import larmor.file.SweepTable;
import larmor.model.Device;
import larmor.model.InvalidInput;
import larmor.model.Magnetization;
import larmor.ode.BatchSolver;
import larmor.sweep.Sweep;
import larmor.sweep.SweepPlan;
import larmor.sweep.SweepProtocol;
import larmor.sweep.SweepRow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Many trajectories and what is observed at their ends. */
@Command(
        name = "sweep",
        description = "Runs a grid of voltages and fields and observes frequency and power.")
final class SweepCommand implements Callable<Integer> {

    private static final String DEFAULT_SOLVER = "rk4-simd";

    /** Their rows are kept in memory. */
    private static final long MOST_RUNS = 1_000_000;

    private final Console console;

    @Mixin private DeviceOptions device = new DeviceOptions();
    @Mixin private RunOptions run = new RunOptions();
    @Mixin private ThreadOption threads = new ThreadOption();

    @Option(
            names = Voltages.FLAG,
            paramLabel = "LIST",
            required = true,
            description = "Voltages in V_c, or in volts such as 10mV:20mV:1mV.")
    private String voltages = "";

    @Option(
            names = "--field",
            paramLabel = "LIST",
            description = "Fields in the device's unit. Default: the device's field.")
    private Optional<String> fields = Optional.empty();

    @Option(
            names = "--self-torque",
            paramLabel = "on|off|both",
            converter = Choice.OfSelfTorque.class,
            defaultValue = "on",
            description = "Whether the self-induced torque acts. Default: ${DEFAULT-VALUE}.")
    private Choice.SelfTorque selfTorque = Choice.SelfTorque.ON;

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
        Device chosen = device.device();
        SweepPlan plan = plan(chosen);
        double defaultStep = SweepProtocol.defaultStep(plan);
        BatchSolver solver = run.batchSolver(DEFAULT_SOLVER, defaultStep);
        SweepProtocol protocol =
                new SweepProtocol(
                        initial(),
                        time,
                        window.orElse(SweepProtocol.PAPER_WINDOW_SHARE * time),
                        SweepProtocol.sampleInterval(
                                plan.fastestPrecession(), run.fixedStep(solver, defaultStep)));
        Sweep sweep = new Sweep(plan, protocol, solver);
        Optional<OutputFile> file = out.map(path -> OutputFile.of("--out", path));
        List<SweepRow> rows = console.run(sweep, threads.threads());
        OutputFile.Content content =
                switch (format) {
                    case TEXT -> destination -> destination.append(SweepText.of(rows, chosen));
                    case CSV -> destination -> SweepTable.writeCsv(rows, chosen, destination);
                    case JSON -> destination -> SweepTable.writeJson(rows, chosen, destination);
                };
        if (file.isPresent()) {
            file.get().write(content);
        } else {
            console.print(content);
        }
        console.noteState(rows);
        if (run.inLanes()) {
            console.noteLanes();
        }
        console.noteWarnings(chosen.withField(plan.fields().getFirst()));
        return Console.failures(rows) == 0 ? ExitStatus.DONE : ExitStatus.RUN_FAILED;
    }

    private Magnetization initial() {
        Magnetization initial = run.initial();
        if (initial.x() == 0 && initial.y() == 0) {
            throw new InvalidInput(
                    "--initial", "must not lie along z: nothing would ever move it from there");
        }
        return initial;
    }

    private SweepPlan plan(Device chosen) {
        List<Double> fieldList =
                fields.isPresent()
                        ? NumberList.parse("--field", fields.get())
                        : List.of(chosen.magnet().field());
        Voltages given = Voltages.parse(voltages);
        if (given.inVolts() && fieldList.size() > 1) {
            throw new InvalidInput(
                    "--field",
                    "must be a single one with "
                            + Voltages.FLAG
                            + " in volts, because V_c changes with the field");
        }
        List<Double> relative = given.relativeTo(chosen.withField(fieldList.getFirst()));
        long runs = (long) relative.size() * fieldList.size() * selfTorque.settings().size();
        if (runs > MOST_RUNS) {
            throw new InvalidInput(
                    Voltages.FLAG,
                    "and --field must make at most " + MOST_RUNS + " runs, not " + runs);
        }
        return new SweepPlan(chosen, run.form(), relative, fieldList, selfTorque.settings());
    }
}
