package larmor.file;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/**
 * Where a text stops being TOML, and why.
 *
 * @param line counted from 1; 0 where nobody knows
 * @param key whose value is there; empty where there is none
 * @param what is wrong
 */
record TomlMistake(int line, String key, String what) {

    /** A number and what looks like its unit, or the rest of it behind a blank. */
    private static final Pattern NUMBER_AND_UNIT =
            Pattern.compile(
                    "\\s*+[+-]?+[\\d_.]++([eE][+-]?+\\d++)?+"
                            // An e that no letter follows is an exponent without its digits.
                            + "(?![eE](?!\\p{L}))"
                            + "\\s*+[\\p{L}%\u00b0]");

    /** What the parser finds missing or too much in a line when the next one begins. */
    private static final List<String> OF_THE_LINE_BEFORE =
            List.of("Duplicate key", "More data after value", "Premature end of file");

    /** What the parser has found in a text. */
    static TomlMistake of(JacksonException mistake, String toml) {
        String what = mistake.getOriginalMessage();
        @Nullable TokenStreamLocation location = mistake.getLocation();
        List<String> lines = toml.lines().toList();
        if (location == null || location.getLineNr() < 1) {
            return new TomlMistake(0, "", what);
        }
        boolean before =
                location.getColumnNr() <= 1
                        && location.getLineNr() > 1
                        && OF_THE_LINE_BEFORE.stream().anyMatch(what::startsWith);
        int number = location.getLineNr() - (before ? 1 : 0);
        String line = number <= lines.size() ? lines.get(number - 1) : "";
        int end = before ? line.length() : Math.min(location.getColumnNr(), line.length());
        int equals = line.lastIndexOf('=', end - 1);
        if (equals < 0) {
            return new TomlMistake(number, "", what);
        }
        boolean hasUnit = NUMBER_AND_UNIT.matcher(line.substring(equals + 1)).lookingAt();
        return new TomlMistake(
                number, key(line.substring(0, equals)), hasUnit ? "a number has no unit" : what);
    }

    /** The last word before the sign of equality, also of an inline table. */
    private static String key(String before) {
        String text = before.strip();
        int start = Math.max(text.lastIndexOf(' '), text.lastIndexOf('\t'));
        start = Math.max(start, Math.max(text.lastIndexOf('{'), text.lastIndexOf(',')));
        return text.substring(start + 1);
    }

    /** All of it, to be read after the name of the file. */
    String text() {
        return (line > 0 ? ", line " + line : "") + (key.isEmpty() ? "" : ", " + key) + ": " + what;
    }
}
