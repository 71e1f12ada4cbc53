package larmor.validation.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import larmor.observable.Regime;
import larmor.orbit.Branch;
import larmor.orbit.BranchDiagram;
import larmor.orbit.BranchPoint;

/** Branches of limit cycles and static states as lines: solid where stable, dashed where not. */
final class BranchLines {

    private final List<BranchDiagram> diagrams;
    private final FigureUnits units;

    /**
     * @param diagrams of one device; any number
     * @param units of the figure
     */
    BranchLines(List<BranchDiagram> diagrams, FigureUnits units) {
        this.diagrams = diagrams;
        this.units = units;
    }

    /** The lines of what is observed, without the bifurcations. */
    List<Series> of(Observed observed) {
        List<Series> series = new ArrayList<>();
        for (BranchDiagram diagram : diagrams) {
            TorqueStyle torque = TorqueStyle.of(diagram.driven().selfTorque());
            for (boolean stable : new boolean[] {true, false}) {
                List<Series.Point> line = new ArrayList<>();
                for (Branch branch : diagram.branches()) {
                    addParts(line, branch.points(), stable, observed);
                }
                if (!line.isEmpty()) {
                    String name = torque.title + (stable ? ": stable" : ": unstable");
                    series.add(
                            torque.sized(
                                    stable
                                            ? Series.solid(name, torque.hue, line)
                                            : Series.dashed(name, torque.hue, line)));
                }
            }
        }
        return series;
    }

    /**
     * How to tell the lines of static states, in the power; what they are depends on the device.
     */
    String staticStates() {
        boolean tilted =
                diagrams.stream().anyMatch(diagram -> !diagram.of(Regime.STATIC).isEmpty());
        return "Static states are lines too: at 0 the parallel, at 1 the antiparallel one"
                + (tilted ? ", between them those that are tilted against ẑ" : "")
                + ". ";
    }

    /** Adds the stable or the unstable parts of a branch, each with its ends, after a gap. */
    private void addParts(
            List<Series.Point> line, List<BranchPoint> points, boolean stable, Observed observed) {
        boolean open = false;
        for (int i = 0; i < points.size(); i++) {
            BranchPoint point = points.get(i);
            OptionalDouble y = observed.of(point);
            boolean belongs =
                    is(points, i, stable)
                            || (point.stable().isEmpty()
                                    && (is(points, i - 1, stable) || is(points, i + 1, stable)));
            if (belongs && y.isPresent()) {
                if (!open && !line.isEmpty()) {
                    line.add(Series.Point.GAP);
                }
                line.add(
                        Series.Point.of(
                                point.voltage() * units.voltage(),
                                y.getAsDouble() * units.of(observed)));
            }
            open = belongs;
        }
    }

    private static boolean is(List<BranchPoint> points, int index, boolean stable) {
        return index >= 0
                && index < points.size()
                && points.get(index).stable().equals(Optional.of(stable));
    }
}
