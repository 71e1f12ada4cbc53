package larmor.validation.page;

import java.util.ArrayList;
import java.util.List;

/**
 * A matrix of numbers shown by colour, on a logarithmic scale.
 *
 * @param id for links to it and for the names of files saved from it
 * @param title what it shows, in a line
 * @param caption how to read it
 * @param name what the numbers measure, in words
 * @param rows the names of the rows
 * @param columns the names of the columns
 * @param values row by row; 0 and above. 0 has a colour of its own; a number that is not finite
 *     leaves its cell empty, and the notes say so
 * @param zero what a 0 means, for the words under the map
 * @param notes what a careful reader should know
 */
public record HeatMap(
        String id,
        String title,
        String caption,
        String name,
        List<String> rows,
        List<String> columns,
        List<List<Double>> values,
        String zero,
        List<String> notes)
        implements Drawing {

    private static final int DIGITS = 2;

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if the id is not made of lower case letters, digits and
     *     hyphens, or if the values are not as many as the names say
     */
    public HeatMap {
        Anchor.require(id);
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        values = values.stream().map(List::copyOf).toList();
        if (values.size() != rows.size()) {
            throw new IllegalArgumentException(
                    values.size() + " rows of values for " + rows.size() + " names");
        }
        long empty = 0;
        for (List<Double> row : values) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        row.size() + " values in a row for " + columns.size() + " columns");
            }
            empty += row.stream().filter(value -> !Double.isFinite(value)).count();
        }
        List<String> all = new ArrayList<>(notes);
        if (empty > 0) {
            all.add(empty + (empty == 1 ? " cell has" : " cells have") + " no finite number.");
        }
        notes = List.copyOf(all);
    }

    @Override
    public String summary() {
        int zeros = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        String where = "";
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < columns.size(); j++) {
                double value = values.get(i).get(j);
                if (value == 0) {
                    zeros++;
                } else if (Double.isFinite(value)) {
                    least = Math.min(least, value);
                    if (value > most) {
                        most = value;
                        where = rows.get(i) + " and " + columns.get(j);
                    }
                }
            }
        }
        String range =
                most == 0
                        ? ""
                        : " The others range from "
                                + Numeral.of(least, DIGITS)
                                + " to "
                                + Numeral.of(most, DIGITS)
                                + ", for "
                                + where
                                + ".";
        return name
                + ", "
                + rows.size()
                + " rows and "
                + columns.size()
                + " columns. "
                + zeros
                + " cells are 0: "
                + zero
                + "."
                + range;
    }

    @Override
    public Table numbers() {
        List<String> heading = new ArrayList<>(List.of(""));
        heading.addAll(columns);
        List<List<String>> cells = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<String> line = new ArrayList<>(List.of(rows.get(i)));
            values.get(i).forEach(value -> line.add(Numeral.of(value, DIGITS)));
            cells.add(line);
        }
        return new Table(title, heading, cells);
    }

    @Override
    public String csv() {
        StringBuilder csv = new StringBuilder();
        CsvRow.append(csv, List.of("row", "column", name));
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < columns.size(); j++) {
                double value = values.get(i).get(j);
                CsvRow.append(
                        csv,
                        List.of(
                                rows.get(i),
                                columns.get(j),
                                Double.isFinite(value) ? Double.toString(value) : ""));
            }
        }
        return csv.toString();
    }
}
