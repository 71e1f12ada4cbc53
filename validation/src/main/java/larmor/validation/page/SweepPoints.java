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
                FigureUnits units = FigureUnits.of(row.point().device());
                points.add(
                        new Series.Point(
                                abscissa(row.point(), units),
                                value.getAsDouble() * units.of(observed),
                                interval(row, observed, units.of(observed)),
                                facts(row, units)));
            }
        }
        return points;
    }

    /** Where a run stands on the axis of the first key. */
    double abscissa(SweepPoint point, FigureUnits units) {
        SweptKey key = keys.getFirst();
        return key.number(point) * (key.isVoltage() ? units.voltage() : 1);
    }

    /** A cell; empty where there is no value. */
    HeatMap.Cell cell(SweepRow row, Observed observed) {
        OptionalDouble value = observed.of(row);
        if (value.isEmpty()) {
            return HeatMap.Cell.EMPTY;
        }
        FigureUnits units = FigureUnits.of(row.point().device());
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
        boolean si = FigureUnits.areSi(row.point().device());
        List<Fact> facts = new ArrayList<>();
        for (SweptKey key : keys) {
            if (si && key.isVoltage()) {
                facts.add(
                        new Fact(
                                FigureUnits.MILLIVOLTS,
                                Numeral.of(row.voltage() * units.voltage(), SweptKey.DIGITS)));
            }
            facts.add(key.fact(row.point()));
        }
        for (Observed observed : Observed.values()) {
            if (!observed.labelInSi().equals(observed.symbol()) && si) {
                facts.add(
                        new Fact(observed.labelInSi(), printed(row, observed, units.of(observed))));
            }
            facts.add(new Fact(observed.symbol(), printed(row, observed, 1)));
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
