package larmor.validation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import larmor.observable.Regime;
import larmor.sweep.Direction;
import larmor.sweep.SweepRow;

/**
 * What a sweep over voltages says of the range of auto-oscillation: each end lies between two
 * voltages at which the runs have settled in different kinds of states, without another one between
 * them at which runs have settled in one kind of state.
 *
 * @param ends those that the sweep has passed
 */
public record SimulatedRange(Map<RangeEnd, Bracket> ends) {

    /**
     * Two voltages.
     *
     * @param below V/V_c
     * @param above V/V_c
     */
    public record Bracket(double below, double above) {}

    /** Copies the map. */
    public SimulatedRange {
        ends = Map.copyOf(ends);
    }

    /**
     * The range of the runs with the same torque and direction.
     *
     * @param rows in any order; those that have failed or not settled say nothing, nor do those at
     *     a voltage where they differ in kind, as the members of an ensemble may
     * @param direction of the sweep: on the way down the oscillation dies at its lowest voltage,
     *     otherwise it starts at the onset
     */
    public static SimulatedRange of(List<SweepRow> rows, Optional<Direction> direction) {
        List<SweepRow> settled =
                rows.stream()
                        .filter(SweepRow::settled)
                        .collect(
                                Collectors.groupingBy(
                                        SweepRow::voltage, TreeMap::new, Collectors.toList()))
                        .values()
                        .stream()
                        .filter(same -> same.stream().map(SweepRow::regime).distinct().count() == 1)
                        .map(List::getFirst)
                        .toList();
        Map<RangeEnd, Bracket> ends = new EnumMap<>(RangeEnd.class);
        RangeEnd start =
                direction.equals(Optional.of(Direction.DOWN)) ? RangeEnd.LOWEST : RangeEnd.ONSET;
        put(ends, start, settled, is(Regime.PARALLEL), SimulatedRange::oscillates);
        put(ends, RangeEnd.IN_PLANE_END, settled, is(Regime.IN_PLANE), isNot(Regime.IN_PLANE));
        put(
                ends,
                RangeEnd.OUT_OF_PLANE_END,
                settled,
                is(Regime.OUT_OF_PLANE),
                isNot(Regime.OUT_OF_PLANE));
        return new SimulatedRange(ends);
    }

    private static void put(
            Map<RangeEnd, Bracket> ends,
            RangeEnd end,
            List<SweepRow> rows,
            Predicate<SweepRow> below,
            Predicate<SweepRow> above) {
        for (int i = 0; i + 1 < rows.size(); i++) {
            SweepRow row = rows.get(i);
            SweepRow next = rows.get(i + 1);
            if (below.test(row) && above.test(next)) {
                ends.put(end, new Bracket(row.voltage(), next.voltage()));
            }
        }
    }

    private static Predicate<SweepRow> is(Regime regime) {
        return row -> row.regime().equals(Optional.of(regime));
    }

    private static Predicate<SweepRow> isNot(Regime regime) {
        return is(regime).negate();
    }

    private static boolean oscillates(SweepRow row) {
        return row.frequency().isPresent();
    }
}
