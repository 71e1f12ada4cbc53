package larmor.validation.page;

import java.util.ArrayList;
import java.util.List;
import larmor.model.Device;
import larmor.model.Oscillator;
import larmor.orbit.BranchDiagram;
import larmor.sweep.SweepPlan;
import larmor.sweep.SweepPoint;
import larmor.sweep.SweepRow;

/**
 * Frequency and power of the runs of any sweep: as curves against the voltage (or whatever the
 * sweep varies first), and where it varies two quantities as maps.
 *
 * <p>A figure holds a limited number of points, whatever the size of the sweep: {@link #draws}
 * tells which. The figures say what they leave out.
 */
public final class SweepPanels {

    private final SweepLayout layout;
    private final FigureUnits units;

    /**
     * @param plan of the sweep
     * @param device one of it that is an oscillator
     */
    public SweepPanels(SweepPlan plan, Device device) {
        layout = new SweepLayout(plan);
        units = FigureUnits.of(Oscillator.of(device));
    }

    /** Whether nothing but the voltage is varied, so that branches can stand behind the runs. */
    public boolean overVoltageOnly() {
        return layout.overVoltageOnly();
    }

    /** Whether a run has a place in the figures. */
    public boolean draws(SweepPoint point) {
        return layout.draws(point);
    }

    /**
     * The figures.
     *
     * @param rows of the sweep, in its order; those that are not drawn may be missing
     * @param diagrams branches behind the runs; any number, for a sweep over voltages only
     */
    public List<Block> figures(List<SweepRow> rows, List<BranchDiagram> diagrams) {
        List<SweepRow> drawn = rows.stream().filter(row -> draws(row.point())).toList();
        List<Block> figures =
                new ArrayList<>(new SweepCurves(layout, units).figures(drawn, diagrams));
        layout.second()
                .map(second -> new SweepMaps(layout, second, units).figures(drawn))
                .ifPresent(figures::addAll);
        return figures;
    }
}
