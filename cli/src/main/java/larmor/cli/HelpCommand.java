package larmor.cli;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import larmor.model.InvalidInput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * What {@code --help} says, for those who ask for it in the other order. picocli's own command of
 * this name takes no notice of what stands behind the command.
 */
@Command(name = "help", description = "Says what COMMAND --help says.")
final class HelpCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "COMMAND",
            arity = "0..1",
            description = "Which one; all of them where it is missing.")
    private Optional<String> command = Optional.empty();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine all = Objects.requireNonNull(spec).parent().commandLine();
        CommandLine one = command.isEmpty() ? all : all.getSubcommands().get(command.orElseThrow());
        if (one == null) {
            throw new InvalidInput(
                    "COMMAND", UsageMistake.notKnown(all.getCommandSpec(), command.orElseThrow()));
        }
        one.usage(all.getOut());
        return ExitStatus.DONE;
    }
}
