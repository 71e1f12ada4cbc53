package larmor.validation.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import larmor.model.DeviceValue;
import larmor.sweep.SweepRow;

/** Frequency and power of a sweep over two quantities, by colour. */
final class SweepMaps {

    private final SweepLayout layout;
    private final SweptKey ordinate;
    private final FigureUnits units;
    private final SweepPoints points;

    /**
     * @param layout of the figures
     * @param ordinate its second quantity
     * @param units of the figures
     */
    SweepMaps(SweepLayout layout, SweptKey ordinate, FigureUnits units) {
        this.layout = layout;
        this.ordinate = ordinate;
        this.units = units;
        points = new SweepPoints(layout.keys(), units);
    }

    /** A map for each kind of run and what is observed of it, unless that is nothing. */
    List<HeatMap> figures(List<SweepRow> drawn) {
        List<HeatMap> maps = new ArrayList<>();
        for (SweepRun run : SweepRun.of(layout.plan())) {
            for (Observed observed : Observed.values()) {
                HeatMap map = figure(observed, run, drawn);
                if (!map.isEmpty()) {
                    maps.add(map);
                }
            }
        }
        return maps;
    }

    private HeatMap figure(Observed observed, SweepRun run, List<SweepRow> drawn) {
        return new HeatMap(
                SweepLayout.id(observed) + "-map-" + run.id(),
                observed.title() + ". " + run.title(),
                observed.meaning(units)
                        + "The pointer shows each value with its uncertainty. A circle stands where"
                        + " a run has not settled.",
                observed.label(units),
                side(ordinate),
                side(layout.abscissa()),
                cells(observed, run, drawn),
                new HeatMap.Scale.Linear(),
                notes());
    }

    private static HeatMap.Side side(SweptKey key) {
        return new HeatMap.Side(key.label(), key.values().stream().map(SweptKey::printed).toList());
    }

    private List<List<HeatMap.Cell>> cells(Observed observed, SweepRun run, List<SweepRow> drawn) {
        Map<List<DeviceValue>, SweepRow> places = new HashMap<>();
        for (SweepRow row : drawn) {
            if (run.isOf(row.point())) {
                places.putIfAbsent(
                        List.of(ordinate.at(row.point()), layout.abscissa().at(row.point())), row);
            }
        }
        List<List<HeatMap.Cell>> cells = new ArrayList<>();
        for (DeviceValue y : ordinate.values()) {
            List<HeatMap.Cell> line = new ArrayList<>();
            for (DeviceValue x : layout.abscissa().values()) {
                SweepRow row = places.get(List.of(y, x));
                line.add(row == null ? HeatMap.Cell.EMPTY : points.cell(row, observed));
            }
            cells.add(line);
        }
        return cells;
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>(layout.notes());
        notes.add("An empty cell is a run that failed, or a static state, which has no frequency.");
        if (layout.plan().ensemble().isPresent()) {
            notes.add("The first member of each ensemble.");
        }
        return notes;
    }
}
