package larmor.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import larmor.file.OutputFile;
import larmor.file.SimulationResult;
import larmor.file.TrajectoryCsv;
import larmor.model.Coefficients;
import larmor.model.DerivedNumbers;
import larmor.model.Device;
import larmor.model.InvalidInput;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import larmor.model.Units;
import larmor.ode.SampleSink;
import larmor.ode.Sampling;
import larmor.ode.Solution;
import larmor.ode.Solver;
import larmor.validation.charge.ChargeDynamics;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** One trajectory. */
@Command(name = "simulate", description = "Integrates one trajectory.")
final class SimulateCommand implements Callable<Integer> {

    private static final String CHARGE_FLAG = "--charge-relaxation-time";

    /** What the coupled equations of charge and magnetisation leave no choice of. */
    private static final List<String> NOT_BESIDE_CHARGE =
            List.of(
                    SolverOptions.FLAG,
                    "--step",
                    "--tolerance",
                    "--max-steps",
                    AutoOptions.ACCURACY,
                    ProfileOption.FLAG,
                    "--form",
                    "--self-torque",
                    "--samples");

    private static final String DEFAULT_SOLVER = "rk4";

    private static final double DEFAULT_STEP = 0.01;
    private static final int DEFAULT_SAMPLES = 1001;

    /** They are kept in memory until the run has succeeded. */
    private static final int MOST_SAMPLES = 1_000_000;

    private final Console console;

    @Mixin private DeviceOptions device = new DeviceOptions();
    @Mixin private RunOptions run = new RunOptions();
    @Mixin private AutoOptions auto = new AutoOptions();

    @Option(
            names = Voltages.FLAG,
            paramLabel = "v",
            required = true,
            description = "Voltage in V_c, or in volts such as 20mV for a device in SI units.")
    private String voltage = "";

    @Option(
            names = "--time",
            paramLabel = "T",
            required = true,
            converter = DecimalNumber.class,
            description = "Time t' at the end.")
    private double time;

    @Option(
            names = "--self-torque",
            paramLabel = "on|off",
            converter = Choice.OfSelfTorque.class,
            defaultValue = "on",
            description = "Whether the self-induced torque acts. Default: ${DEFAULT-VALUE}.")
    private Choice.SelfTorque selfTorque = Choice.SelfTorque.ON;

    @Option(
            names = "--samples",
            paramLabel = "N",
            description =
                    "Rows of the csv, equally spaced, both ends included. Default: "
                            + DEFAULT_SAMPLES
                            + ".")
    private Optional<Integer> samples = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "text|json|csv",
            converter = Choice.OfFormat.class,
            defaultValue = "text",
            description =
                    "text and json give the end state, csv the trajectory."
                            + " Default: ${DEFAULT-VALUE}.")
    private Choice.Format format = Choice.Format.TEXT;

    @Option(
            names = CHARGE_FLAG,
            paramLabel = "tau",
            converter = DecimalNumber.class,
            description =
                    "Follow the charge of the magnet as well, with this RC time in t', instead of"
                            + " eliminating it (Eqs. 1-6 of the paper); also prints V_l, the"
                            + " pumping current and the potential of the magnet.")
    private Optional<Double> chargeRelaxationTime = Optional.empty();

    @Option(
            names = FileOptions.OUT,
            paramLabel = "FILE",
            description = "Where to write; standard output where it is missing.")
    private Optional<Path> out = Optional.empty();

    @Spec private @Nullable CommandSpec spec;

    SimulateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Optional<OutputFile> file = out.map(path -> OutputFile.of(FileOptions.OUT, path));
        device.requireKept(FileOptions.OUT, file);
        auto.requireKept(FileOptions.OUT, file);
        Device chosen = device.device();
        Oscillator oscillator = Oscillator.of(chosen);
        double relativeVoltage = Voltages.parseOne(voltage).relativeTo(chosen).getFirst();
        if (chargeRelaxationTime.isPresent()) {
            ChargeDynamics dynamics =
                    ChargeDynamics.of(
                            oscillator, relativeVoltage, chargeRelaxationTime.orElseThrow());
            return followCharge(dynamics, relativeVoltage, chosen, file);
        }
        Optional<AutoOptions.Decision> decision =
                auto.decide(run.integration(), chosen, time, DEFAULT_SOLVER);
        Solver solver = run.integration().solver(DEFAULT_SOLVER, DEFAULT_STEP);
        Coefficients coefficients =
                oscillator.coefficients(relativeVoltage, run.form(), withSelfTorque());
        Magnetization initial = run.initial();
        Sampling sampling = sampling();
        AutoOptions.note(decision, console);
        TrajectoryCsv trajectory = new TrajectoryCsv();
        boolean csv = format == Choice.Format.CSV;
        Solution solution =
                solver.integrate(
                        coefficients,
                        initial,
                        time,
                        sampling,
                        csv ? trajectory : SampleSink.IGNORE);
        SimulationResult result =
                switch (solution) {
                    case Solution.Completed completed ->
                            new SimulationResult(
                                    solver.description().id(),
                                    run.form(),
                                    withSelfTorque(),
                                    relativeVoltage,
                                    time,
                                    completed.end(),
                                    completed.statistics(),
                                    inSi(oscillator, relativeVoltage));
                    case Solution.Failed failed -> throw failed(failed.failure().message(), chosen);
                };
        String text =
                switch (format) {
                    case TEXT -> text(result);
                    case CSV -> trajectory.text();
                    case JSON -> result.json();
                };
        console.print(file, destination -> destination.append(text));
        console.noteDoubts(chosen, doubt(chosen));
        return ExitStatus.DONE;
    }

    private int followCharge(
            ChargeDynamics dynamics,
            double relativeVoltage,
            Device chosen,
            Optional<OutputFile> file)
            throws IOException, RunFailed {
        for (String flag : NOT_BESIDE_CHARGE) {
            if (Objects.requireNonNull(spec)
                    .commandLine()
                    .getParseResult()
                    .hasMatchedOption(flag)) {
                throw new InvalidInput(flag, "cannot stand beside " + CHARGE_FLAG);
            }
        }
        if (format == Choice.Format.CSV) {
            throw new InvalidInput("--format", "must be text or json beside " + CHARGE_FLAG);
        }
        ChargeDynamics.State end =
                switch (dynamics.integrate(run.initial(), time)) {
                    case ChargeDynamics.Outcome.Completed completed -> completed.end();
                    case ChargeDynamics.Outcome.Failed failed ->
                            throw failed(failed.failure().message(), chosen);
                };
        ChargeResult result =
                new ChargeResult(relativeVoltage, chargeRelaxationTime.orElseThrow(), end);
        String text = format == Choice.Format.JSON ? result.json() : result.text();
        console.print(file, destination -> destination.append(text));
        console.noteDoubts(chosen, doubt(chosen));
        return ExitStatus.DONE;
    }

    /** A number in another unit than it was meant in is a likely cause. */
    private RunFailed failed(String why, Device chosen) {
        List<String> notes = new ArrayList<>(Oscillator.of(chosen).doubts());
        doubt(chosen).ifPresent(notes::add);
        return new RunFailed("the run failed: " + why, notes);
    }

    private Optional<String> doubt(Device chosen) {
        return Voltages.parse(voltage).doubt(chosen);
    }

    private Optional<SimulationResult.Si> inSi(Oscillator oscillator, double relativeVoltage) {
        if (!(oscillator.device().units() instanceof Units.Si)) {
            return Optional.empty();
        }
        DerivedNumbers numbers = DerivedNumbers.of(oscillator);
        OptionalDouble volts = numbers.volts(relativeVoltage);
        if (volts.isEmpty() && numbers.criticalVolts().isPresent()) {
            throw new InvalidInput(Voltages.FLAG, "is too large for volts: " + relativeVoltage);
        }
        return Optional.of(new SimulationResult.Si(volts, numbers.seconds(time)));
    }

    private boolean withSelfTorque() {
        if (selfTorque == Choice.SelfTorque.BOTH) {
            throw new InvalidInput("--self-torque", "must be on or off for a single run, not both");
        }
        return selfTorque == Choice.SelfTorque.ON;
    }

    private Sampling sampling() {
        if (format != Choice.Format.CSV) {
            if (samples.isPresent()) {
                throw new InvalidInput("--samples", "needs --format csv, which holds them");
            }
            return Sampling.NONE;
        }
        int count = samples.orElse(DEFAULT_SAMPLES);
        if (count < 2 || count > MOST_SAMPLES) {
            throw new InvalidInput(
                    "--samples", "must be from 2 to " + MOST_SAMPLES + ", not " + count);
        }
        if (!(time > 0)) {
            throw new InvalidInput("--time", "must be above 0 for --format csv, not " + time);
        }
        return Sampling.dividing(time, count - 1);
    }

    private static String text(SimulationResult result) {
        TextColumns columns = new TextColumns();
        columns.add(List.of("solver", result.solver()));
        columns.add(List.of("form", result.form().id()));
        columns.add(List.of("self-torque", result.selfTorque() ? "on" : "off"));
        columns.add(List.of("voltage", result.voltage() + " V_c"));
        columns.add(List.of("time", "t' = " + result.time()));
        result.si()
                .ifPresent(si -> {
                    si.volts().ifPresent(volts -> columns.add(List.of("", volts + " V")));
                    si.seconds().ifPresent(seconds -> columns.add(List.of("", seconds + " s")));
                });
        columns.add(List.of("m_x", Double.toString(result.end().x())));
        columns.add(List.of("m_y", Double.toString(result.end().y())));
        columns.add(List.of("m_z", Double.toString(result.end().z())));
        columns.add(List.of("norm error", Double.toString(result.statistics().normError())));
        columns.add(List.of("steps", Long.toString(result.statistics().steps())));
        columns.add(List.of("rejected", Long.toString(result.statistics().rejected())));
        columns.add(List.of("evaluations", Long.toString(result.statistics().evaluations())));
        return columns.text();
    }
}
