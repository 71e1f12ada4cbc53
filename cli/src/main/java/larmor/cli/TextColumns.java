package larmor.cli;

import java.util.ArrayList;
import java.util.List;

/** Rows of words in aligned columns, for people. */
final class TextColumns {

    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    /** One more row, of any length. */
    void add(List<String> row) {
        rows.add(List.copyOf(row));
    }

    /** All rows; no line ends in blanks. */
    String text() {
        List<Integer> widths = new ArrayList<>();
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                int width = row.get(column).length();
                if (column == widths.size()) {
                    widths.add(width);
                } else {
                    widths.set(column, Math.max(widths.get(column), width));
                }
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String word = row.get(column);
                line.append(word).repeat(" ", widths.get(column) - word.length()).append(GAP);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
