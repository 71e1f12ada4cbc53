package larmor.validation.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import larmor.sweep.Direction;
import larmor.sweep.SweepPoint;
import larmor.sweep.SweepRow;

/** The runs of a sweep as points of a figure or as cells of a map. */
final class SweepPoints {

    /** How to read the marks. */
    static final String MARKS =
            "Bars: the uncertainty; one that is smaller than its mark is hidden by it, one that is"
                    + " as large as the value is left out, and the pointer and the numbers tell"
                    + " both. Hollow marks: runs that ended further than 10⁻³ from the state they tend"
                    + " to, and so have not settled. ";

    private final List<SweptKey> keys;
    private final FigureUnits figureUnits;

    /**
     * @param keys what is told of each run besides what was observed; the first is the abscissa
     * @param figureUnits those of the figure
     */
    SweepPoints(List<SweptKey> keys, FigureUnits figureUnits) {
        this.keys = List.copyOf(keys);
        this.figureUnits = figureUnits;
    }

    /** The runs that have settled, or those that have not, without those that have no value. */
    List<Series.Point> of(List<SweepRow> rows, Observed observed, boolean settled) {
        return rows.stream()
                .filter(row -> row.settled() == settled)
                .flatMap(row -> point(row, observed).stream())
                .toList();
    }

    /** The runs that have settled, with a gap where others lie between two of them. */
    List<Series.Point> settledWithGaps(List<SweepRow> rows, Observed observed) {
        List<Series.Point> points = new ArrayList<>();
        boolean interrupted = false;
        for (SweepRow row : rows) {
            Optional<Series.Point> point = point(row, observed).filter(_ -> row.settled());
            if (point.isPresent() && interrupted && !points.isEmpty()) {
                points.add(Series.Point.GAP);
            }
            point.ifPresent(points::add);
            interrupted = point.isEmpty();
        }
        return points;
    }

    private Optional<Series.Point> point(SweepRow row, Observed observed) {
        OptionalDouble value = observed.of(row);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        FigureUnits units = figureUnits.sameFor(row.point().device());
        return Optional.of(
                new Series.Point(
                        abscissa(row.point(), units),
                        value.getAsDouble() * units.of(observed),
                        interval(row, observed, units.of(observed)),
                        facts(row, units)));
    }

    /** Where a run stands on the axis of the first key. */
    double abscissa(SweepPoint point) {
        return abscissa(point, figureUnits.sameFor(point.device()));
    }

    private double abscissa(SweepPoint point, FigureUnits units) {
        SweptKey key = keys.getFirst();
        return key.number(point) * (key.isVoltage() ? units.voltage() : 1);
    }

    /** A cell; empty where there is no value. */
    HeatMap.Cell cell(SweepRow row, Observed observed) {
        OptionalDouble value = observed.of(row);
        if (value.isEmpty()) {
            return HeatMap.Cell.EMPTY;
        }
        FigureUnits units = figureUnits.sameFor(row.point().device());
        return new HeatMap.Cell(
                value.getAsDouble() * units.of(observed),
                row.settled() ? Series.Fill.FILLED : Series.Fill.HOLLOW,
                facts(row, units));
    }

    /** A bar, unless the uncertainty is as large as the value: then nothing is known of its end. */
    private static Optional<Series.Interval> interval(
            SweepRow row, Observed observed, double unit) {
        double value = observed.of(row).orElseThrow();
        OptionalDouble uncertainty = observed.uncertainty(row);
        if (uncertainty.isEmpty() || !(uncertainty.getAsDouble() < value)) {
            return Optional.empty();
        }
        double u = uncertainty.getAsDouble();
        return Optional.of(new Series.Interval((value - u) * unit, (value + u) * unit));
    }

    private List<Fact> facts(SweepRow row, FigureUnits units) {
        List<Fact> facts = new ArrayList<>();
        for (SweptKey key : keys) {
            if (key.isVoltage()) {
                facts.addAll(units.voltageFacts(row.voltage(), SweptKey.DIGITS));
            } else {
                facts.add(key.fact(row.point()));
            }
        }
        for (Observed observed : Observed.values()) {
            facts.addAll(units.facts(observed, unit -> printed(row, observed, unit)));
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

    private static String printed(SweepRow row, Observed observed, double unit) {
        OptionalDouble value = observed.of(row);
        return value.isPresent()
                ? Numeral.uncertain(
                        value.getAsDouble() * unit, observed.uncertainty(row).orElse(0) * unit)
                : "none";
    }
}
