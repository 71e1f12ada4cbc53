package larmor.validation.page;

import java.util.List;

/** A row of the CSV that a drawing carries. */
final class CsvRow {

    private CsvRow() {}

    /** Appends a row as RFC 4180 has it, with a line feed. */
    static void append(StringBuilder csv, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            boolean quoted = cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n');
            csv.append(i == 0 ? "" : ",")
                    .append(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        }
        csv.append('\n');
    }
}
