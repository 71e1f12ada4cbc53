package larmor.validation.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A matrix of numbers shown by colour.
 *
 * @param id for links to it and for the names of files saved from it
 * @param title what it shows, in a line
 * @param caption how to read it
 * @param name what the numbers measure, in words
 * @param rows the rows, drawn from the top, or from the bottom where the scale is linear
 * @param columns the columns
 * @param cells row by row; a number that is not finite leaves its cell empty, and the notes say so
 * @param scale which colour a number has
 * @param notes what a careful reader should know
 */
public record HeatMap(
        String id,
        String title,
        String caption,
        String name,
        Side rows,
        Side columns,
        List<List<Cell>> cells,
        Scale scale,
        List<String> notes)
        implements Drawing {

    /**
     * The rows or the columns.
     *
     * @param title what they are; empty where their names say it
     * @param names one for each
     */
    public record Side(String title, List<String> names) {

        /** Copies the list. */
        public Side {
            names = List.copyOf(names);
        }

        int size() {
            return names.size();
        }
    }

    /**
     * A number of the matrix.
     *
     * @param value not finite where there is none
     * @param fill hollow where the value must not be taken for a result
     * @param facts what is shown of it besides its names and its value
     */
    public record Cell(double value, Series.Fill fill, List<Fact> facts) {

        /** No number. */
        public static final Cell EMPTY = of(Double.NaN);

        /** Copies the list. */
        public Cell {
            facts = List.copyOf(facts);
        }

        /** A bare number. */
        public static Cell of(double value) {
            return new Cell(value, Series.Fill.FILLED, List.of());
        }

        boolean isEmpty() {
            return !Double.isFinite(value);
        }
    }

    /** Which colour a number has. */
    public sealed interface Scale {

        /**
         * By its logarithm: for numbers that are not negative. 0 has a colour of its own.
         *
         * @param sign what stands in the cell of a 0, where others have their decimal logarithm
         * @param zero what a 0 means, for the words under the map
         */
        record Logarithmic(String sign, String zero) implements Scale {}

        /** By its place between the least and the largest. */
        record Linear() implements Scale {}
    }

    private static final int LOGARITHMIC_DIGITS = 2;
    private static final int LINEAR_DIGITS = 4;

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if the id is not made of lower case letters, digits and
     *     hyphens, or if the values are not as many as the names say
     */
    public HeatMap {
        Anchor.require(id);
        cells = cells.stream().map(List::copyOf).toList();
        if (cells.size() != rows.size()) {
            throw new IllegalArgumentException(
                    cells.size() + " rows of values for " + rows.size() + " names");
        }
        long empty = 0;
        for (List<Cell> row : cells) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        row.size() + " values in a row for " + columns.size() + " columns");
            }
            empty += row.stream().filter(Cell::isEmpty).count();
        }
        List<String> all = new ArrayList<>(notes);
        if (empty > 0) {
            all.add(empty + (empty == 1 ? " cell has" : " cells have") + " no finite number.");
        }
        notes = List.copyOf(all);
    }

    /** The value as it is printed. */
    String printed(Cell cell) {
        return Numeral.of(
                cell.value(),
                switch (scale) {
                    case Scale.Logarithmic _ -> LOGARITHMIC_DIGITS;
                    case Scale.Linear _ -> LINEAR_DIGITS;
                });
    }

    @Override
    public String summary() {
        String size = name + ", " + rows.size() + " rows and " + columns.size() + " columns. ";
        return switch (scale) {
            case Scale.Logarithmic(_, String zero) -> {
                long zeros = drawn().filter(cell -> cell.value() == 0).count();
                yield size
                        + zeros
                        + " cells are 0: "
                        + zero
                        + "."
                        + range(" The others range", cell -> cell.value() > 0);
            }
            case Scale.Linear _ -> size + range("They range", _ -> true);
        };
    }

    /** Whether no cell has a number, so that there is no scale of colours either. */
    boolean isEmpty() {
        return drawn().findAny().isEmpty();
    }

    private Stream<Cell> drawn() {
        return cells.stream().flatMap(List::stream).filter(cell -> !cell.isEmpty());
    }

    private String range(String subject, Predicate<Cell> counted) {
        List<Cell> inOrder =
                drawn().filter(counted).sorted(Comparator.comparingDouble(Cell::value)).toList();
        return inOrder.isEmpty()
                ? ""
                : subject
                        + " from "
                        + printed(inOrder.getFirst())
                        + " to "
                        + printed(inOrder.getLast())
                        + ", for "
                        + place(inOrder.getLast())
                        + ".";
    }

    private String place(Cell cell) {
        for (int i = 0; i < rows.size(); i++) {
            int j = cells.get(i).indexOf(cell);
            if (j >= 0) {
                return rows.names().get(i) + " and " + columns.names().get(j);
            }
        }
        throw new IllegalArgumentException("no cell of this map");
    }

    @Override
    public Table numbers() {
        List<String> heading = new ArrayList<>(List.of(""));
        heading.addAll(columns.names());
        List<List<String>> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<String> line = new ArrayList<>(List.of(rows.names().get(i)));
            cells.get(i).forEach(cell -> line.add(cell.isEmpty() ? "" : printed(cell)));
            lines.add(line);
        }
        return new Table(title, heading, lines);
    }

    @Override
    public String csv() {
        StringBuilder csv = new StringBuilder();
        CsvRow.append(csv, List.of(heading(rows, "row"), heading(columns, "column"), name));
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < columns.size(); j++) {
                Cell cell = cells.get(i).get(j);
                CsvRow.append(
                        csv,
                        List.of(
                                rows.names().get(i),
                                columns.names().get(j),
                                cell.isEmpty() ? "" : Double.toString(cell.value())));
            }
        }
        return csv.toString();
    }

    private static String heading(Side side, String otherwise) {
        return side.title().isEmpty() ? otherwise : side.title();
    }
}
