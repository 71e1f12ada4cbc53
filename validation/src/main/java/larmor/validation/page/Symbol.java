package larmor.validation.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mathematical symbols in text: {@code V_c}, {@code g_l^{AP}}. An index is one character, or more
 * in braces.
 */
final class Symbol {

    private static final String INDEX = "(?:\\{[^{}]*\\}|[\\p{L}\\p{N}])";

    private static final Pattern INDEX_OF_SYMBOL = Pattern.compile("([_^])(" + INDEX + ")");

    private static final String POWER = "[⁰¹²³⁴-⁹⁻]*";

    /** A letter with its indices and power; two Latin letters in a row are a word. */
    private static final String VARIABLE =
            "(?:[A-Za-z](?![A-Za-z])|(?![A-Za-z])\\p{L})\\p{M}*[₀-₉]*(?:[_^]"
                    + INDEX
                    + ")*"
                    + POWER;

    /**
     * Variables in prose: {@code V/V_c}, {@code γμ₀M_s}, {@code ⟨p⟩}; {@code self_torque} is none.
     * And powers of numbers: {@code 10^{−6}}.
     */
    private static final Pattern VARIABLES =
            Pattern.compile(
                    "⟨[^⟨⟩\\s]+⟩|(?<![\\p{L}_])"
                            + VARIABLE
                            + "(?:/?"
                            + VARIABLE
                            + ")*(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_.])\\p{Nd}+\\^"
                            + INDEX);

    /** A letter alone may be a word; with one of these it is a variable. */
    private static final Pattern MATHEMATICAL = Pattern.compile("[_^⟨₀-₉\\p{IsGreek}]");

    /** Letters with their accents, or anything else. */
    private static final Pattern STRETCH = Pattern.compile("(?:\\p{L}\\p{M}*)+|\\P{L}+");

    /** Two letters in a row make a label a phrase. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{2}");

    /** A symbol, a blank and its unit. */
    private static final Pattern WITH_UNIT = Pattern.compile("(\\S+)( \\([^()]+\\))");

    private Symbol() {}

    /** How a run of characters is set. */
    enum Setting {
        UPRIGHT("", "", ""),
        ITALIC("i", "<i>", "</i>"),
        SUBSCRIPT("sub", "<sub>", "</sub>"),
        SUPERSCRIPT("sup", "<sup>", "</sup>");

        private final String id;
        private final String before;
        private final String after;

        Setting(String id, String before, String after) {
            this.id = id;
            this.before = before;
            this.after = after;
        }

        String id() {
            return id;
        }
    }

    /** Characters set in one way. */
    record Run(Setting setting, String text) {

        String html() {
            return setting.before + escaped(text) + setting.after;
        }
    }

    /** A symbol: its letters are variables, hence italic, and its indices upright. */
    static List<Run> symbol(String text) {
        List<Run> runs = new ArrayList<>();
        Matcher index = INDEX_OF_SYMBOL.matcher(text);
        int end = 0;
        while (index.find()) {
            addLetters(runs, text.substring(end, index.start()));
            runs.add(index(index.group(1), index.group(2)));
            end = index.end();
        }
        addLetters(runs, text.substring(end));
        return runs;
    }

    /** Text in which some letters are variables. */
    static List<Run> prose(String text) {
        List<Run> runs = new ArrayList<>();
        Matcher variables = VARIABLES.matcher(text);
        int end = 0;
        while (variables.find()) {
            if (MATHEMATICAL.matcher(variables.group()).find()) {
                addUpright(runs, text.substring(end, variables.start()));
                runs.addAll(symbol(variables.group()));
                end = variables.end();
            }
        }
        addUpright(runs, text.substring(end));
        return runs;
    }

    /** A label: a symbol, with a unit or without, unless it holds a word. */
    static List<Run> label(String text) {
        Matcher unit = WITH_UNIT.matcher(text);
        if (unit.matches() && !WORD.matcher(unit.group(1)).find()) {
            List<Run> runs = new ArrayList<>(symbol(unit.group(1)));
            addUpright(runs, unit.group(2));
            return runs;
        }
        return WORD.matcher(text).find() ? prose(text) : symbol(text);
    }

    static String html(List<Run> runs) {
        StringBuilder html = new StringBuilder();
        runs.forEach(run -> html.append(run.html()));
        return html.toString();
    }

    private static void addLetters(List<Run> runs, String text) {
        Matcher stretch = STRETCH.matcher(text);
        while (stretch.find()) {
            boolean letters = Character.isLetter(stretch.group().codePointAt(0));
            runs.add(new Run(letters ? Setting.ITALIC : Setting.UPRIGHT, stretch.group()));
        }
    }

    private static void addUpright(List<Run> runs, String text) {
        if (!text.isEmpty()) {
            runs.add(new Run(Setting.UPRIGHT, text));
        }
    }

    private static Run index(String kind, String text) {
        String content = text.startsWith("{") ? text.substring(1, text.length() - 1) : text;
        return new Run(kind.equals("_") ? Setting.SUBSCRIPT : Setting.SUPERSCRIPT, content);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
