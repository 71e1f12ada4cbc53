package larmor.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.ode.BatchSolvers;
import larmor.ode.Rk4;
import larmor.sweep.Sweep;
import larmor.sweep.SweepPlan;
import larmor.sweep.SweepProtocol;
import larmor.validation.Check;
import larmor.validation.Figure2;
import larmor.validation.Figure2Checks;
import larmor.validation.ladder.Effort;
import larmor.validation.ladder.Laboratory;
import larmor.validation.report.Ladder;
import larmor.validation.report.ValidationRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The main job. */
@Command(name = "report", description = "Reproduces the paper's Fig. 2 and checks it, on one page.")
final class ReportCommand implements Callable<Integer> {

    private static final List<Boolean> BOTH = Choice.SelfTorque.BOTH.settings();

    private final Console console;

    @Mixin private Figure2Files files = new Figure2Files();

    @Option(
            names = "--quick",
            description = "A fifth of the voltages and fewer cases, for a first look.")
    private boolean quick;

    ReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Figure2.Detail detail = quick ? Figure2.Detail.QUICK : Figure2.Detail.FULL;
        SweepPlan plan = Figure2.plan(Device.PAPER, EquationForm.EXACT, detail, BOTH);
        double step = SweepProtocol.defaultStep(plan);
        Figure2 figure =
                files.run(
                        console,
                        new Sweep(
                                plan,
                                SweepProtocol.paper(plan, step),
                                BatchSolvers.choose().of(new Rk4(step))),
                        Optional.empty());
        List<Check> figureChecks = Figure2Checks.of(figure);
        ValidationRun validation =
                ValidationRun.of(
                        Ladder.families(),
                        Laboratory.honest(files.threads()),
                        quick ? Effort.QUICK : Effort.FULL,
                        console::progress);
        console.progress("");
        console.printChecks(figureChecks);
        console.printValidation(validation);
        return files.write(console, figure, figureChecks, validation, Optional.empty());
    }
}
