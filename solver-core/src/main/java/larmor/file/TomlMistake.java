package larmor.file;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import larmor.model.InvalidInput;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/**
 * Where a text stops being TOML, and why.
 *
 * @param line counted from 1; 0 where nobody knows
 * @param key whose value is there; empty where there is none
 * @param what is wrong, with the text that is
 */
record TomlMistake(int line, String key, String what) {

    /** What the parser finds missing or too much in a line when the next one begins. */
    private static final List<String> OF_THE_LINE_BEFORE =
            List.of("Duplicate key", "More data after value", "Premature end of file");

    /**
     * What the parser says of a text that it cannot read; the rest it says better than we could.
     */
    private static final List<String> CANNOT_BE_READ =
            List.of(
                    "Comment not permitted",
                    "More data after value",
                    "Newline not permitted",
                    "Premature end of file",
                    "Unexpected token",
                    "Unknown token",
                    "Zero-prefixed ints");

    /** Of a text that may be all of a file. */
    private static final int LONGEST_SHOWN = 60;

    private static final Pattern PLAIN_NUMBER =
            Pattern.compile("[+-]?+(0|[1-9]\\d*+)(\\.\\d++)?+([eE][+-]?+\\d++)?+");

    /** Ways to write a value in which TOML has none. */
    private enum Slip {
        MINUS(".*[\\x{2010}-\\x{2015}\\x{2212}].*", "has a minus that is not the plain one, -"),
        POWER_OF_TEN(
                ".*\\d\\s*+[*x\u00d7\u00b7\u22c5]\\s*+10.*",
                "has a power of ten, which is written as in 8e5"),
        DECIMAL_COMMA(
                "[+-]?+\\d++,\\d++([eE][+-]?+\\d++)?+[^,]*+",
                "is not a number: " + InvalidInput.DECIMAL_POINT),
        BARE_LIST("[^\\[,]++(,[^,]++){2}", "is a list, which takes brackets, as in [1, 0, 0]"),
        BARE_POINT(
                "[+-]?+(\\.\\d++|\\d++\\.)([eE].*)?+",
                "is not a number: there is a digit before and after the point"),
        UNIT(
                "[+-]?+[\\d_.]++([eE][+-]?+\\d++)?+"
                        // An e or Fortran's d that no letter follows is a slip in an exponent.
                        + "(?!\\s*+[eEdD](?!\\p{L}))"
                        + "\\s*+[\\p{L}%\u00b0].*",
                "is not a number: numbers stand without a unit"),
        LIST("\\[.*", "is not a list of numbers, such as [1, 0, 0]"),
        OTHER(".*", "is neither a number, such as 0.35 or 8e5, nor true or false");

        private final Pattern written;
        private final String what;

        Slip(String written, String what) {
            this.written = Pattern.compile(written, Pattern.DOTALL);
            this.what = what;
        }

        /** The first that the value is. */
        static Slip of(String value) {
            return Arrays.stream(values())
                    .filter(slip -> slip.written.matcher(value).matches())
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** What the parser has found in a text. */
    static TomlMistake of(JacksonException mistake, String toml) {
        String what = mistake.getOriginalMessage();
        @Nullable TokenStreamLocation location = mistake.getLocation();
        List<String> lines = toml.lines().map(TomlMistake::withoutComment).toList();
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
        int equals = equalsSign(line.substring(0, end));
        boolean unread = CANNOT_BE_READ.stream().anyMatch(what::startsWith);
        String key = line.substring(0, Math.max(0, equals));
        if (key.isBlank()) {
            TomlMistake ofLine = new TomlMistake(number, "", unread ? ofLine(line) : what);
            return unread ? ofOpenList(lines, number, what).orElse(ofLine) : ofLine;
        }
        String value = line.substring(equals + 1);
        return new TomlMistake(
                number,
                key(key),
                unread ? ofValue(key.indexOf('{') < 0 ? value : member(value), what) : what);
    }

    /** What is wrong in front of any value. */
    private static String ofLine(String line) {
        int equals = line.indexOf('=');
        if (equals < 0) {
            return shown(line) + " is neither KEY = VALUE nor [TABLE]";
        }
        String key = line.substring(0, equals).strip();
        return key.isEmpty() ? "there is no key before the =" : shown(key) + " cannot be a key";
    }

    /** What is wrong in a line in which a list from a line above still goes on. */
    private static Optional<TomlMistake> ofOpenList(
            List<String> lines, int number, String parsersWords) {
        List<String> above = lines.subList(0, Math.min(number - 1, lines.size()));
        String read = lines.size() < number ? "" : lines.get(number - 1).strip();
        for (String line : above.reversed()) {
            int equals = equalsSign(line);
            String value = line.substring(equals + 1).strip();
            if (value.indexOf(']') >= 0) {
                return Optional.empty();
            }
            read = (value + " " + read).strip();
            if (equals >= 0) {
                return value.startsWith("[")
                        ? Optional.of(
                                new TomlMistake(
                                        number,
                                        key(line.substring(0, equals)),
                                        ofValue(read, parsersWords)))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static String ofValue(String text, String parsersWords) {
        String value = text.strip();
        if (value.startsWith("\"") || value.startsWith("'") || value.startsWith("{")) {
            return parsersWords + ": " + shown(value);
        }
        if (value.isEmpty()) {
            return "there is no value behind the =";
        }
        return PLAIN_NUMBER.matcher(value).matches()
                ? parsersWords + ": " + shown(value)
                : shown(value) + " " + Slip.of(value).what;
    }

    private static String withoutComment(String line) {
        int comment = first('#', line);
        return comment < 0 ? line : line.substring(0, comment);
    }

    /** Where the last value that begins has its sign, as only an inline table has several. */
    private static int equalsSign(String text) {
        return text.indexOf('{') < 0 ? first('=', text) : text.lastIndexOf('=');
    }

    /** Where the sign first stands outside of strings; -1 where it does not. */
    private static int first(char sign, String line) {
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote == 0 && c == sign) {
                return i;
            }
            if (c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            }
        }
        return -1;
    }

    /** The value of a key in an inline table. */
    private static String member(String text) {
        return text.split("[,}]", 2)[0];
    }

    private static String shown(String text) {
        String all = text.strip();
        return all.length() <= LONGEST_SHOWN ? all : all.substring(0, LONGEST_SHOWN) + "...";
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
