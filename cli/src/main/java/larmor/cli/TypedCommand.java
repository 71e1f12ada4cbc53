package larmor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import larmor.model.OneLine;
import picocli.CommandLine.Model.CommandSpec;

/** What was typed, so that a page can say how to get it again, in bash. */
final class TypedCommand {

    /** Words that a shell takes as they are. */
    private static final Pattern PLAIN = Pattern.compile("[\\w./:,=+-]+");

    /** What says nothing more once a solver is named. */
    private static final List<String> OF_AUTO =
            List.of(SolverOptions.FLAG, AutoOptions.ACCURACY, ProfileOption.FLAG);

    private TypedCommand() {}

    /** The line of a command that runs. */
    static String of(CommandSpec spec) {
        return line(words(spec));
    }

    /** The same with the solver that was decided on for the user, instead of the wish for one. */
    static String of(CommandSpec spec, Optional<AutoOptions.Decision> decision) {
        List<String> words = words(spec);
        if (decision.isEmpty()) {
            return line(words);
        }
        for (String flag : OF_AUTO) {
            words = without(flag, words);
        }
        return line(words) + " " + SolverOptions.FLAG + " " + decision.get().typed();
    }

    private static List<String> words(CommandSpec spec) {
        return spec.root().commandLine().getParseResult().originalArgs();
    }

    /** The words without a flag and its value. */
    static List<String> without(String flag, List<String> words) {
        List<String> rest = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).equals(flag)) {
                i++;
            } else if (!words.get(i).startsWith(flag + "=")) {
                rest.add(words.get(i));
            }
        }
        return rest;
    }

    /** What bash reads as these words; other shells need not know {@code $'…'}. */
    static String line(List<String> words) {
        return words.stream()
                .map(TypedCommand::quoted)
                .collect(Collectors.joining(" ", "./larmor ", ""));
    }

    /** So that a shell takes it for the same word, and a reader sees every character of it. */
    private static String quoted(String word) {
        if (PLAIN.matcher(word).matches()) {
            return word;
        }
        return OneLine.is(word) ? "'" + word.replace("'", "'\\''") + "'" : escaped(word);
    }

    private static String escaped(String word) {
        StringBuilder escaped = new StringBuilder("$'");
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == '\'' || c == '\\') {
                escaped.append('\\').append(c);
            } else if (OneLine.is(Character.toString(c))) {
                escaped.append(c);
            } else {
                // By the bytes of UTF-8: older ones of bash, as on macOS, know no other way.
                for (byte part : Character.toString(c).getBytes(UTF_8)) {
                    escaped.append(String.format(Locale.ROOT, "\\%03o", part & 0xff));
                }
            }
        }
        return escaped.append('\'').toString();
    }
}
