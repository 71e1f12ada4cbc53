package larmor.cli;

import java.util.List;
import larmor.bench.gate.GateText;

/** A comparison for people: a line a benchmark where that fits into 80 columns, otherwise two. */
final class GateTable {

    private static final int WIDTH = 80;
    private static final String INDENT = "  ";

    private GateTable() {}

    static String of(GateText text) {
        StringBuilder all = new StringBuilder(table(text.table()));
        text.notes().forEach(note -> all.append("note: ").append(note).append('\n'));
        return all.append(text.summary()).append('\n').toString();
    }

    private static String table(List<List<String>> rows) {
        TextColumns whole = new TextColumns();
        rows.forEach(whole::add);
        if (whole.text().lines().allMatch(line -> line.length() <= WIDTH)) {
            return whole.text();
        }
        TextColumns numbers = new TextColumns();
        rows.forEach(row -> numbers.add(row.subList(1, row.size())));
        List<String> lines = numbers.text().lines().toList();
        StringBuilder all = new StringBuilder(INDENT + lines.getFirst() + "\n");
        for (int i = 1; i < rows.size(); i++) {
            all.append(rows.get(i).getFirst()).append('\n');
            all.append(INDENT).append(lines.get(i)).append('\n');
        }
        return all.toString();
    }
}
