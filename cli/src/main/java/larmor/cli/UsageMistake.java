package larmor.cli;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import larmor.file.DeviceFile;
import larmor.model.Spelling;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said of words that are no command. */
final class UsageMistake {

    private UsageMistake() {}

    /**
     * The line for a mistake. A word that is not known comes before a flag that is missing: it may
     * be that flag with a slip.
     */
    static String message(ParameterException mistake, String[] words) {
        boolean mayHideAWord =
                mistake instanceof MissingParameterException
                        || mistake instanceof UnmatchedArgumentException;
        @Nullable CommandLine command = mayHideAWord ? mistake.getCommandLine() : null;
        while (command != null) {
            List<String> unknown = command.getUnmatchedArguments();
            if (!unknown.isEmpty()) {
                return of(command.getCommandSpec(), unknown.getFirst(), List.of(words))
                        .orElseGet(mistake::getMessage);
            }
            command = command.getParent();
        }
        return String.valueOf(mistake.getMessage());
    }

    /** Of a word that a command does not know; empty where there is no more to say than that. */
    private static Optional<String> of(CommandSpec command, String word, List<String> words) {
        if (!isWord(word)) {
            return Optional.of(noFlag(command, word.split("=", 2)[0]));
        }
        if (word.endsWith(".toml") && command.findOption(DeviceFile.FLAG) != null) {
            return Optional.of(
                    word + " stands alone; did you mean " + DeviceFile.FLAG + " " + word + "?");
        }
        Optional<String> apart = apart(command, word, words);
        return apart.isEmpty() && !command.subcommands().isEmpty()
                ? Optional.of("COMMAND " + notKnown(command, word))
                : apart;
    }

    private static String noFlag(CommandSpec command, String flag) {
        List<String> known =
                command.options().stream()
                        .filter(option -> !option.hidden())
                        .map(OptionSpec::longestName)
                        .toList();
        return flag + " is no flag of " + command.qualifiedName() + hint(flag, known);
    }

    /** What is wrong with the name of a command that there is not. */
    static String notKnown(CommandSpec command, String word) {
        return word + " is not known" + hint(word, command.subcommands().keySet());
    }

    private static String hint(String word, Collection<String> known) {
        String hint = Spelling.hint(word, known);
        return hint.isEmpty() ? "; --help lists what is" : hint;
    }

    /** Of a word behind the value of a flag, which may be a part of it. */
    private static Optional<String> apart(CommandSpec command, String word, List<String> words) {
        for (int i = 1; i < words.size(); i++) {
            String before = words.get(i - 1);
            boolean joined = before.startsWith("--") && before.contains("=");
            boolean behind = i > 1 && words.get(i - 2).startsWith("--") && !before.startsWith("--");
            if (words.get(i).equals(word) && (joined || behind)) {
                String flag = joined ? before.substring(0, before.indexOf('=')) : words.get(i - 2);
                String value = joined ? before.substring(before.indexOf('=') + 1) : before;
                List<String> rest =
                        words.subList(i, words.size()).stream()
                                .takeWhile(UsageMistake::isWord)
                                .toList();
                return Optional.ofNullable(command.findOption(flag))
                        .map(option -> flag + " " + new StrayWords(option, value, rest).advice());
            }
        }
        return Optional.empty();
    }

    private static boolean isWord(String word) {
        return !word.startsWith("-") || DecimalNumber.parse(word).isPresent();
    }
}
