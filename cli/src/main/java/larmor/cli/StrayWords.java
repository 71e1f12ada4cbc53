package larmor.cli;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import larmor.model.InvalidInput;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Words behind the value of a flag that takes one. What was meant is said only where it can be
 * nothing else.
 *
 * @param option the flag
 * @param value its value
 * @param rest the words behind it, at least one
 */
record StrayWords(OptionSpec option, String value, List<String> rest) {

    private static final Pattern NUMBER_ENDS = Pattern.compile(".*[\\d.V]");
    private static final Pattern NUMBER_BEGINS = Pattern.compile("[+-]?\\.?\\d.*");
    private static final Pattern VOLTS = Pattern.compile("[mun\u00b5\u03bc]?V([,:].*)?");
    private static final Pattern UNIT =
            Pattern.compile(
                    "[munpfkMG\u00b5\u03bc]?(T|Oe|G|A/m|S|s|V|Hz|m\\^?3|rad|deg),?"
                            + "|emu/cm\\^?3,?|rad/\\(?s.*");

    /** What to read after the name of the flag. */
    String advice() {
        return asOneWord()
                .filter(this::isTaken)
                .map(word -> "takes one word: write " + word + ", not " + typed())
                .or(this::withoutUnit)
                .or(this::again)
                .orElseGet(() -> "takes one word; '" + rest.getFirst() + "' is one too many");
    }

    private String typed() {
        return value + " " + String.join(" ", rest);
    }

    /** All of it without blanks, a comma between two numbers; empty where that is no list. */
    private Optional<String> asOneWord() {
        String word = value;
        for (String next : rest) {
            boolean numberEnds = NUMBER_ENDS.matcher(word).matches();
            if (numberEnds && NUMBER_BEGINS.matcher(next).matches()) {
                word += "," + next;
            } else if (endsOpen(word)
                    || next.startsWith(",")
                    || next.startsWith(":")
                    || (numberEnds && VOLTS.matcher(next).matches())) {
                word += next;
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(word);
    }

    private static boolean endsOpen(String word) {
        return word.endsWith(",") || word.endsWith(":");
    }

    /** Whether a word is a list that the flag reads. */
    private boolean isTaken(String word) {
        String list = word.substring(word.indexOf('=') + 1);
        try {
            return switch (option.paramLabel()) {
                case "LIST" ->
                        option.longestName().equals(Voltages.FLAG)
                                ? !Voltages.parse(word).values().isEmpty()
                                : !NumberList.parse(option.longestName(), word).isEmpty();
                case "v" -> !Voltages.parseOne(word).values().isEmpty();
                case "START:STOP" -> !Voltages.parseRange(word).values().isEmpty();
                case "x,y,z" -> isVector(word);
                case "KEY=LIST" -> !NumberList.parse(option.longestName(), list).isEmpty();
                case "KEY=VALUE" ->
                        list.startsWith("[")
                                && list.endsWith("]")
                                && isVector(list.substring(1, list.length() - 1));
                default -> false;
            };
        } catch (InvalidInput e) {
            return false;
        }
    }

    private boolean isVector(String word) {
        return word.indexOf(':') < 0 && NumberList.parse(option.longestName(), word).size() == 3;
    }

    /** Of a number and its unit, where the flag takes none. */
    private Optional<String> withoutUnit() {
        String number = value.substring(value.lastIndexOf('=') + 1);
        return !option.longestName().equals(Voltages.FLAG)
                        && DecimalNumber.parse(number).isPresent()
                        && UNIT.matcher(rest.getFirst()).matches()
                ? Optional.of("takes one word: " + DecimalNumber.NO_UNIT)
                : Optional.empty();
    }

    /** Of a flag that can be repeated. */
    private Optional<String> again() {
        boolean fits = !option.paramLabel().contains("=") || rest.getFirst().contains("=");
        return option.isMultiValue() && fits
                ? Optional.of(
                        "takes one word: give it again, "
                                + option.longestName()
                                + " "
                                + rest.getFirst())
                : Optional.empty();
    }
}
