package larmor.validation.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import larmor.sweep.Direction;
import larmor.sweep.SweepRow;

/** The runs of a sweep as points of a figure or as cells of a map. */
final class SweepPoints {

    private final List<SweptKey> keys;

    /**
     * @param keys what is told of each run besides what was observed; the first is the abscissa
     */
    SweepPoints(List<SweptKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /** The runs that have settled, or those that have not, without those that have no value. */
    List<Series.Point> of(List<SweepRow> rows, Observed observed, boolean settled) {
        List<Series.Point> points = new ArrayList<>();
        for (SweepRow row : rows) {
            OptionalDouble value = observed.of(row);
            if (row.settled() == settled && value.isPresent()) {
                double y = value.getAsDouble();
                points.add(
                        new Series.Point(
                                keys.getFirst().number(row.point()),
                                y,
                                interval(y, observed.uncertainty(row)),
                                facts(row)));
            }
        }
        return points;
    }

    /** A cell; empty where there is no value. */
    HeatMap.Cell cell(SweepRow row, Observed observed) {
        OptionalDouble value = observed.of(row);
        return value.isPresent()
                ? new HeatMap.Cell(
                        value.getAsDouble(),
                        row.settled() ? Series.Fill.FILLED : Series.Fill.HOLLOW,
                        facts(row))
                : HeatMap.Cell.EMPTY;
    }

    /** A bar, unless the uncertainty is as large as the value: then nothing is known of its end. */
    private static Optional<Series.Interval> interval(double value, OptionalDouble uncertainty) {
        if (uncertainty.isEmpty() || !(uncertainty.getAsDouble() < value)) {
            return Optional.empty();
        }
        double u = uncertainty.getAsDouble();
        return Optional.of(new Series.Interval(value - u, value + u));
    }

    private List<Fact> facts(SweepRow row) {
        List<Fact> facts = new ArrayList<>();
        keys.forEach(key -> facts.add(key.fact(row.point())));
        for (Observed observed : Observed.values()) {
            facts.add(
                    new Fact(
                            observed.symbol(),
                            printed(observed.of(row), observed.uncertainty(row))));
        }
        row.regime().ifPresent(regime -> facts.add(new Fact("regime", regime.id())));
        row.point()
                .direction()
                .map(Direction::id)
                .ifPresent(id -> facts.add(new Fact("direction", id)));
        row.point()
                .member()
                .ifPresent(member -> facts.add(new Fact("member", Integer.toString(member))));
        facts.add(new Fact("settled", row.settled() ? "yes" : "no, still changing"));
        return facts;
    }

    private static String printed(OptionalDouble value, OptionalDouble uncertainty) {
        return value.isPresent()
                ? Numeral.uncertain(value.getAsDouble(), uncertainty.orElse(0))
                : "none";
    }
}
