package larmor.cli;

import java.util.List;
import java.util.concurrent.Callable;
import larmor.model.EquationForm;
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
        Figure2 figure =
                files.run(
                        console,
                        Figure2.plan(
                                device.device(), form, Figure2.Detail.FULL, selfTorque.settings()));
        return files.write(console, figure, List.of(), ValidationRun.NONE);
    }
}
