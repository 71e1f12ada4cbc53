package larmor.validation.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A diagram of y against x.
 *
 * @param id for links to it and for the names of files saved from it
 * @param title what it shows, in a line
 * @param caption how to read it
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param series later ones lie on top
 * @param guides straight lines behind the data
 * @param notes what a careful reader should know, such as what is not drawn
 */
public record Figure(
        String id,
        String title,
        String caption,
        Axis x,
        Axis y,
        List<Series> series,
        List<Guide> guides,
        List<String> notes)
        implements Drawing {

    private static final int SUMMARY_DIGITS = 4;
    private static final int TABLE_DIGITS = 6;

    /**
     * Copies the lists. A point that has no place on an axis, because it is not finite or not
     * positive on a logarithmic scale, is not drawn, and the notes say so.
     *
     * @throws IllegalArgumentException if the id is not made of lower case letters, digits and
     *     hyphens
     */
    public Figure {
        Anchor.require(id);
        series = List.copyOf(series);
        guides = List.copyOf(guides);
        List<String> all = new ArrayList<>(notes);
        for (Series one : series) {
            long misfits =
                    one.points().stream()
                            .filter(point -> !point.isGap() && !fits(point, x, y))
                            .count();
            if (misfits > 0) {
                all.add(
                        one.name()
                                + ": "
                                + misfits
                                + (misfits == 1 ? " point has" : " points have")
                                + " no place on the axes and can only be read from the numbers.");
            }
        }
        notes = List.copyOf(all);
    }

    boolean draws(Series.Point point) {
        return fits(point, x, y);
    }

    private static boolean fits(Series.Point point, Axis x, Axis y) {
        return x.holds(point.x()) && y.holds(point.y());
    }

    @Override
    public String summary() {
        return y.name()
                + " against "
                + x.name()
                + "."
                + series.stream().map(this::summary).collect(Collectors.joining());
    }

    private String summary(Series one) {
        List<Series.Point> drawn = one.points().stream().filter(this::draws).toList();
        if (drawn.isEmpty()) {
            return " " + one.name() + ": nothing drawn.";
        }
        Comparator<Series.Point> acrossX = Comparator.comparingDouble(Series.Point::x);
        Comparator<Series.Point> acrossY = Comparator.comparingDouble(Series.Point::y);
        return " "
                + one.name()
                + ": "
                + drawn.size()
                + (drawn.size() == 1 ? " point" : " points")
                + " from "
                + place(Collections.min(drawn, acrossX))
                + " to "
                + place(Collections.max(drawn, acrossX))
                + "; lowest "
                + place(Collections.min(drawn, acrossY))
                + ", highest "
                + place(Collections.max(drawn, acrossY))
                + ".";
    }

    private String place(Series.Point point) {
        return "("
                + Numeral.of(point.x(), SUMMARY_DIGITS)
                + ", "
                + Numeral.of(point.y(), SUMMARY_DIGITS)
                + ")";
    }

    /** The numbers of the series that show marks; lines are in {@link #csv()} only. */
    @Override
    public Table numbers() {
        Set<String> labels = factLabels();
        List<String> columns = new ArrayList<>(List.of("series", x.label(), y.label()));
        columns.addAll(labels);
        List<List<String>> rows = new ArrayList<>();
        for (Series one : series) {
            if (one.mark() == Series.Mark.NONE) {
                continue;
            }
            for (Series.Point point : one.points()) {
                if (!point.isGap()) {
                    List<String> row = new ArrayList<>();
                    row.add(one.name());
                    row.add(printed(point, x, point.x()));
                    row.add(printed(point, y, point.y()));
                    labels.forEach(label -> row.add(fact(point, label)));
                    rows.add(row);
                }
            }
        }
        return new Table(title, columns, rows);
    }

    /** All points of all series, in full precision; an empty line of numbers is a gap. */
    @Override
    public String csv() {
        Set<String> labels = factLabels();
        StringBuilder csv = new StringBuilder();
        List<String> header = new ArrayList<>(List.of("series", x.label(), y.label()));
        header.addAll(List.of("low", "high"));
        header.addAll(labels);
        CsvRow.append(csv, header);
        for (Series one : series) {
            for (Series.Point point : one.points()) {
                List<String> row = new ArrayList<>();
                row.add(one.name());
                row.add(number(point.x()));
                row.add(number(point.y()));
                row.add(point.interval().map(interval -> number(interval.low())).orElse(""));
                row.add(point.interval().map(interval -> number(interval.high())).orElse(""));
                labels.forEach(label -> row.add(fact(point, label)));
                CsvRow.append(csv, row);
            }
        }
        return csv.toString();
    }

    /** A coordinate as the point itself states it, if it does. */
    private static String printed(Series.Point point, Axis axis, double value) {
        String stated = fact(point, axis.label());
        return stated.isEmpty() ? Numeral.of(value, TABLE_DIGITS) : stated;
    }

    /** What points tell besides their coordinates, in the order in which it comes up. */
    private Set<String> factLabels() {
        Set<String> labels = new LinkedHashSet<>();
        for (Series one : series) {
            for (Series.Point point : one.points()) {
                point.facts().forEach(fact -> labels.add(fact.label()));
            }
        }
        labels.remove(x.label());
        labels.remove(y.label());
        return labels;
    }

    private static String fact(Series.Point point, String label) {
        return point.facts().stream()
                .filter(fact -> fact.label().equals(label))
                .map(Fact::value)
                .findFirst()
                .orElse("");
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "";
    }
}
