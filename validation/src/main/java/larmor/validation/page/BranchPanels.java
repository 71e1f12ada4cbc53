package larmor.validation.page;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import larmor.orbit.Bifurcation;
import larmor.orbit.Branch;
import larmor.orbit.BranchDiagram;
import larmor.orbit.BranchPoint;

/**
 * Frequency and power of limit cycles and static states against the voltage: stable branches as
 * solid lines, unstable ones dashed, with marks where they begin, turn and end.
 */
public final class BranchPanels {

    private static final Axis FREQUENCY = Axis.linear("Frequency", "ω/ω₀");

    private static final Axis POWER = Axis.linear("Power", "⟨p⟩").over(new Axis.Range(0, 1, 0.2));

    private static final double FREQUENCY_STEP = 0.2;

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
                frequencyAxis(),
                series(BranchPoint::frequency),
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
                POWER,
                series(point -> OptionalDouble.of(point.power())),
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

    private Axis frequencyAxis() {
        double highest =
                diagrams.stream()
                        .flatMap(diagram -> diagram.branches().stream())
                        .flatMap(branch -> branch.points().stream())
                        .mapToDouble(point -> point.frequency().orElse(0))
                        .max()
                        .orElse(0);
        return FREQUENCY.over(new Axis.Range(0, Math.max(1.1, 1.05 * highest), FREQUENCY_STEP));
    }

    private List<Series> series(Function<BranchPoint, OptionalDouble> ordinate) {
        List<Series> series = new ArrayList<>();
        for (BranchDiagram diagram : diagrams) {
            TorqueStyle torque = TorqueStyle.of(diagram.driven().selfTorque());
            for (boolean stable : new boolean[] {true, false}) {
                List<Series.Point> line = new ArrayList<>();
                for (Branch branch : diagram.branches()) {
                    addParts(line, branch.points(), stable, ordinate);
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
        for (BranchDiagram diagram : diagrams) {
            TorqueStyle torque = TorqueStyle.of(diagram.driven().selfTorque());
            bifurcations(diagram, ordinate)
                    .forEach((kind, points) ->
                            series.add(Series.points(name(kind), torque.hue, mark(kind), points)));
        }
        return series;
    }

    /** Adds the stable or the unstable parts of a branch, each with its ends, after a gap. */
    private static void addParts(
            List<Series.Point> line,
            List<BranchPoint> points,
            boolean stable,
            Function<BranchPoint, OptionalDouble> ordinate) {
        boolean open = false;
        for (int i = 0; i < points.size(); i++) {
            BranchPoint point = points.get(i);
            OptionalDouble y = ordinate.apply(point);
            boolean belongs =
                    is(points, i, stable)
                            || (point.stable().isEmpty()
                                    && (is(points, i - 1, stable) || is(points, i + 1, stable)));
            if (belongs && y.isPresent()) {
                if (!open && !line.isEmpty()) {
                    line.add(Series.Point.GAP);
                }
                line.add(Series.Point.of(point.voltage(), y.getAsDouble()));
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
            BranchDiagram diagram, Function<BranchPoint, OptionalDouble> ordinate) {
        Map<Bifurcation, List<Series.Point>> marks = new EnumMap<>(Bifurcation.class);
        for (Branch branch : diagram.branches()) {
            for (BranchPoint point : branch.bifurcations()) {
                OptionalDouble y = ordinate.apply(point);
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
                new Fact(VoltageAxis.SYMBOL, Numeral.of(point.voltage(), DIGITS)),
                new Fact(FREQUENCY.symbol(), Numeral.of(point.frequency().orElse(0), DIGITS)),
                new Fact(POWER.symbol(), Numeral.of(point.power(), DIGITS)),
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
