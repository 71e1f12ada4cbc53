package larmor.validation.page;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import larmor.orbit.Bifurcation;
import larmor.orbit.Branch;
import larmor.orbit.BranchDiagram;
import larmor.orbit.BranchPoint;

/**
 * Frequency and power of limit cycles and static states against the voltage: stable branches as
 * solid lines, unstable ones dashed, with marks where they begin, turn and end.
 */
public final class BranchPanels {

    private static final int DIGITS = 9;

    private final List<BranchDiagram> diagrams;

    /**
     * @param diagrams of one device over the same voltages, with the self-induced torque, without
     *     it or both; at least one
     */
    public BranchPanels(List<BranchDiagram> diagrams) {
        this.diagrams = List.copyOf(diagrams);
    }

    /** Both figures. */
    public List<Block> figures() {
        return List.of(frequency(), power());
    }

    /** ω/ω₀ against V/V_c. */
    public Figure frequency() {
        return new Figure(
                "branches-frequency",
                "Frequency of the limit cycles",
                "ω/ω₀ = 2π/(Tω₀), T being the period of the cycle. " + howToRead(),
                voltageAxis(),
                axis(Observed.FREQUENCY),
                series(Observed.FREQUENCY),
                List.of(Guide.atX(1, "V_c")),
                List.of());
    }

    /** ⟨p⟩ against V/V_c. */
    public Figure power() {
        return new Figure(
                "branches-power",
                "Power of limit cycles and static states",
                "⟨p⟩ = (1 − ⟨m_z⟩)/2, over a period. Static states are the nearly horizontal lines:"
                        + " at 0 the parallel, at 1 the antiparallel one. "
                        + howToRead(),
                voltageAxis(),
                axis(Observed.POWER),
                series(Observed.POWER),
                List.of(Guide.atX(1, "V_c")),
                List.of());
    }

    private static String howToRead() {
        return "Solid lines: stable. Dashed lines: unstable, where no run ends. Blue: with"
                + " the self-induced torque. Orange: without it.";
    }

    private Axis voltageAxis() {
        BranchDiagram diagram = diagrams.getFirst();
        return VoltageAxis.over(diagram.lowest(), diagram.highest());
    }

    private Axis axis(Observed observed) {
        return observed.axisOver(
                diagrams.stream()
                        .flatMap(diagram -> diagram.branches().stream())
                        .flatMap(branch -> branch.points().stream())
                        .mapToDouble(point -> observed.of(point).orElse(0)));
    }

    private List<Series> series(Observed observed) {
        List<Series> series = lines(observed, FigureUnits.RELATIVE);
        for (BranchDiagram diagram : diagrams) {
            TorqueStyle torque = TorqueStyle.of(diagram.driven().selfTorque());
            bifurcations(diagram, observed)
                    .forEach((kind, points) ->
                            series.add(Series.points(name(kind), torque.hue, mark(kind), points)));
        }
        return series;
    }

    /** The branches without their bifurcations, in the units of their device. */
    List<Series> lines(Observed observed, FigureUnits units) {
        List<Series> series = new ArrayList<>();
        for (BranchDiagram diagram : diagrams) {
            TorqueStyle torque = TorqueStyle.of(diagram.driven().selfTorque());
            for (boolean stable : new boolean[] {true, false}) {
                List<Series.Point> line = new ArrayList<>();
                for (Branch branch : diagram.branches()) {
                    addParts(line, branch.points(), stable, observed, units);
                }
                if (!line.isEmpty()) {
                    String name = torque.title + (stable ? ": stable" : ": unstable");
                    series.add(
                            stable
                                    ? Series.solid(name, torque.hue, line)
                                    : Series.dashed(name, torque.hue, line));
                }
            }
        }
        return series;
    }

    /** Adds the stable or the unstable parts of a branch, each with its ends, after a gap. */
    private static void addParts(
            List<Series.Point> line,
            List<BranchPoint> points,
            boolean stable,
            Observed observed,
            FigureUnits units) {
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

    private static Map<Bifurcation, List<Series.Point>> bifurcations(
            BranchDiagram diagram, Observed observed) {
        Map<Bifurcation, List<Series.Point>> marks = new EnumMap<>(Bifurcation.class);
        for (Branch branch : diagram.branches()) {
            for (BranchPoint point : branch.bifurcations()) {
                OptionalDouble y = observed.of(point);
                if (y.isPresent()) {
                    marks.computeIfAbsent(point.bifurcation().orElseThrow(), _ -> new ArrayList<>())
                            .add(
                                    new Series.Point(
                                            point.voltage(),
                                            y.getAsDouble(),
                                            Optional.empty(),
                                            facts(diagram, branch, point)));
                }
            }
        }
        return marks;
    }

    private static List<Fact> facts(BranchDiagram diagram, Branch branch, BranchPoint point) {
        return List.of(
                new Fact(SweptKey.VOLTAGE, Numeral.of(point.voltage(), DIGITS)),
                new Fact(
                        Observed.FREQUENCY.symbol(),
                        Numeral.of(point.frequency().orElse(0), DIGITS)),
                new Fact(Observed.POWER.symbol(), Numeral.of(point.power(), DIGITS)),
                new Fact("states", branch.regime().id()),
                new Fact("self-induced torque", diagram.driven().selfTorque() ? "on" : "off"));
    }

    private static String name(Bifurcation kind) {
        return switch (kind) {
            case HOPF -> "Hopf bifurcation: cycles begin";
            case FOLD -> "Fold: cycles merge";
            case HOMOCLINIC -> "Homoclinic orbit: the period diverges";
        };
    }

    private static Series.Mark mark(Bifurcation kind) {
        return switch (kind) {
            case HOPF -> Series.Mark.CIRCLE;
            case FOLD -> Series.Mark.DIAMOND;
            case HOMOCLINIC -> Series.Mark.SQUARE;
        };
    }
}
