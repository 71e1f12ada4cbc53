package larmor.cli;

import java.util.concurrent.Callable;
import larmor.validation.Figure2;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The main job. */
@Command(name = "report", description = "Reproduces the paper's Fig. 2.")
final class ReportCommand implements Callable<Integer> {

    private final Console console;

    @Mixin private Figure2Files files = new Figure2Files();

    ReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        return files.write(console, Figure2.plan());
    }
}
