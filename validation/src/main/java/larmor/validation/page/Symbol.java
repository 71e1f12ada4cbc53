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

    /** In prose only a letter that stands alone has an index; {@code self_torque} has none. */
    private static final Pattern INDEXED_LETTER =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}_])(\\p{L}\\p{M}*)((?:[_^]"
                            + INDEX
                            + ")+)(?![\\p{L}\\p{N}_])");

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

    /** Text in which letters may have indices. */
    static List<Run> prose(String text) {
        List<Run> runs = new ArrayList<>();
        Matcher indexed = INDEXED_LETTER.matcher(text);
        int end = 0;
        while (indexed.find()) {
            addUpright(runs, text.substring(end, indexed.start()));
            runs.addAll(symbol(indexed.group()));
            end = indexed.end();
        }
        addUpright(runs, text.substring(end));
        return runs;
    }

    /** A label: a symbol where it is one, else words. */
    static List<Run> label(String text) {
        boolean words = Pattern.compile("\\p{L}{2}").matcher(text).find();
        return words ? prose(text) : symbol(text);
    }

    static String html(List<Run> runs) {
        StringBuilder html = new StringBuilder();
        runs.forEach(run -> html.append(run.html()));
        return html.toString();
    }

    private static void addLetters(List<Run> runs, String text) {
        int start = 0;
        while (start < text.length()) {
            boolean letter = Character.isLetter(text.charAt(start));
            int end = start;
            while (end < text.length() && Character.isLetter(text.charAt(end)) == letter) {
                end++;
            }
            runs.add(
                    new Run(letter ? Setting.ITALIC : Setting.UPRIGHT, text.substring(start, end)));
            start = end;
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
