package larmor.cli;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import larmor.bench.choice.Setting;
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

    /** The same with the solver that was chosen for the user, instead of the wish to choose one. */
    static String of(CommandSpec spec, Optional<Setting> chosen) {
        String line = of(spec);
        return chosen.map(setting ->
                        line.replaceAll(" --(solver auto|accuracy \\S+)", "")
                                + " --solver "
                                + setting.typed())
                .orElse(line);
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
