package larmor.cli;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import larmor.model.EquationForm;
import larmor.ode.BatchSolver;
import larmor.sweep.Sweep;
import larmor.sweep.SweepPlan;
import larmor.sweep.SweepProtocol;
import larmor.validation.Figure2;
import larmor.validation.report.ValidationRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The paper's Fig. 2. */
@Command(name = "figure2", description = "Runs the protocol of the paper's Fig. 2 and draws it.")
final class Figure2Command implements Callable<Integer> {

    private final Console console;

    @Mixin private DeviceOptions device = new DeviceOptions();
    @Mixin private Figure2Files files = new Figure2Files();
    @Mixin private SolverOptions solver = new SolverOptions();
    @Mixin private AutoOptions auto = new AutoOptions();

    @Option(
            names = "--form",
            paramLabel = "FORM",
            converter = Choice.OfForm.class,
            defaultValue = "exact",
            description = "exact or leading-order. Default: ${DEFAULT-VALUE}.")
    private EquationForm form = EquationForm.EXACT;

    @Option(
            names = "--self-torque",
            paramLabel = "on|off|both",
            converter = Choice.OfSelfTorque.class,
            defaultValue = "both",
            description = "Whether the self-induced torque acts. Default: ${DEFAULT-VALUE}.")
    private Choice.SelfTorque selfTorque = Choice.SelfTorque.BOTH;

    Figure2Command(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        SweepPlan plan =
                Figure2.plan(device.device(), form, Figure2.Detail.FULL, selfTorque.settings());
        Optional<AutoOptions.Decision> decision =
                auto.decide(
                        solver,
                        plan,
                        setting -> sweep(plan, setting.batchSolver(), setting.step()),
                        files.threads(),
                        false);
        double defaultStep = SweepProtocol.defaultStep(plan);
        BatchSolver batchSolver = solver.batchSolver(AutoOptions.FALLBACK, defaultStep);
        Sweep sweep = sweep(plan, batchSolver, solver.fixedStep(batchSolver, defaultStep));
        Figure2 figure = files.run(console, sweep, decision);
        return files.write(console, figure, List.of(), ValidationRun.NONE, decision);
    }

    private static Sweep sweep(SweepPlan plan, BatchSolver solver, OptionalDouble step) {
        return new Sweep(plan, SweepProtocol.paper(plan, step), solver);
    }
}
