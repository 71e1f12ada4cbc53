package larmor.cli;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** What was typed, so that a page can say how to get it again. */
final class TypedCommand {

    /** Words that a shell takes as they are. */
    private static final Pattern PLAIN = Pattern.compile("[\\w./:,=+-]+");

    private TypedCommand() {}

    /** The line of a command that runs. */
    static String of(CommandSpec spec) {
        return spec.root().commandLine().getParseResult().originalArgs().stream()
                .map(TypedCommand::quoted)
                .collect(Collectors.joining(" ", "./larmor ", ""));
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
