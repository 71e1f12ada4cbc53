package larmor.cli;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import larmor.model.Device;
import larmor.ode.BatchSolver;
import larmor.sweep.InitialState;
import larmor.sweep.Sweep;
import larmor.sweep.SweepPlan;
import larmor.sweep.SweepProtocol;
import larmor.sweep.SweepTally;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Many trajectories and what is observed at their ends. */
@Command(
        name = "sweep",
        description =
                "Runs a grid of voltages, fields and other keys of the device and observes frequency"
                        + " and power.")
final class SweepCommand implements Callable<Integer> {

    private final Console console;

    @Mixin private DeviceOptions device = new DeviceOptions();
    @Mixin private RunOptions run = new RunOptions();
    @Mixin private AutoOptions auto = new AutoOptions();
    @Mixin private ThreadOption threads = new ThreadOption();
    @Mixin private PlanOptions runs = new PlanOptions();
    @Mixin private StartOptions start = new StartOptions();
    @Mixin private FileOptions files = new FileOptions();

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
            description =
                    "Length in t' of the observed end of each run. Default: a tenth of --time.")
    private Optional<Double> window = Optional.empty();

    @Spec private @Nullable CommandSpec spec;

    SweepCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        device.requireKept(FileOptions.OUT, files.file());
        auto.requireKept(FileOptions.OUT, files.file());
        SweepPlan plan = runs.plan(device.device(), run.form());
        int count = threads.threads();
        Optional<AutoOptions.Decision> decision =
                auto.decide(
                        run.integration(),
                        plan,
                        setting -> sweep(plan, setting.batchSolver(), setting.step()),
                        count,
                        files.shard().isPresent());
        double defaultStep = SweepProtocol.defaultStep(plan);
        BatchSolver solver = run.integration().batchSolver(AutoOptions.FALLBACK, defaultStep);
        Sweep sweep = sweep(plan, solver, run.integration().fixedStep(solver, defaultStep));
        Device runnable = sweep.requireRunnable();
        SweepOutput output =
                new SweepOutput(
                        console,
                        sweep,
                        runnable,
                        run.integration().settings(AutoOptions.FALLBACK, solver, defaultStep),
                        decision,
                        count,
                        files,
                        TypedCommand.of(Objects.requireNonNull(spec), decision));
        SweepTally tally = output.write();
        console.noteState(tally);
        if (run.integration().inLanes()) {
            console.noteLanes();
        }
        console.noteDoubts(runnable, runs.doubt(runnable));
        return ExitStatus.of(tally);
    }

    private Sweep sweep(SweepPlan plan, BatchSolver solver, OptionalDouble step) {
        InitialState initial = start.initial(run, plan);
        double interval = SweepProtocol.sampleInterval(plan.fastestPrecession(), step);
        SweepProtocol protocol =
                window.isPresent()
                        ? new SweepProtocol(initial, time, window.get(), interval)
                        : SweepProtocol.observedAtTheEnd(initial, time, interval);
        return new Sweep(plan, protocol, solver);
    }
}
