package larmor.validation.page;

import java.util.List;

/**
 * A table of text, such as a matrix of distances.
 *
 * @param caption what it shows
 * @param columns the headings; the first names the rows
 * @param rows each as long as the headings
 */
public record Table(String caption, List<String> columns, List<List<String>> rows)
        implements Block {

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if a row is not as long as the headings
     */
    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row of "
                                + row.size()
                                + " cells under "
                                + columns.size()
                                + " headings: "
                                + row);
            }
        }
    }
}
