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
 * Frequency and power of limit cycles and static states against the voltage, with marks where
 * branches begin, turn and end.
 */
public final class BranchPanels {

    private static final int DIGITS = 9;

    private final List<BranchDiagram> diagrams;
    private final FigureUnits units;
    private final BranchLines lines;

    /**
     * @param diagrams of one device over the same voltages, with the self-induced torque, without
     *     it or both; at least one
     */
    public BranchPanels(List<BranchDiagram> diagrams) {
        this.diagrams = List.copyOf(diagrams);
        units = FigureUnits.of(diagrams.getFirst().driven().oscillator());
        lines = new BranchLines(this.diagrams, units);
    }

    /** Both figures. */
    public List<Block> figures() {
        return List.of(frequency(), power());
    }

    /** The frequency against the voltage. */
    public Figure frequency() {
        String meaning =
                units.si()
                        ? "f = 1/T, T being the period of the cycle; ω/ω₀ is the same in units of the"
                                + " FMR frequency. "
                        : "ω/ω₀ = 2π/(Tω₀), T being the period of the cycle. ";
        return figure(
                Observed.FREQUENCY, "branches-frequency", "Frequency of the limit cycles", meaning);
    }

    /** ⟨p⟩ against the voltage. */
    public Figure power() {
        return figure(
                Observed.POWER,
                "branches-power",
                "Power of limit cycles and static states",
                "⟨p⟩ = (1 − ⟨m_z⟩)/2, over a period. " + lines.staticStates());
    }

    private Figure figure(Observed observed, String id, String title, String meaning) {
        List<Series> series = series(observed);
        return new Figure(
                id,
                title,
                meaning + howToRead(),
                voltageAxis(),
                observed.axisOver(series, units),
                series,
                List.of(units.criticalVoltage()),
                units.note().stream().toList());
    }

    private String howToRead() {
        return "Solid lines: stable. Dashed lines: unstable, where no run ends. "
                + TorqueStyle.nesting(
                        diagrams.stream().map(diagram -> diagram.driven().selfTorque()).toList(),
                        "lines and marks");
    }

    private Axis voltageAxis() {
        BranchDiagram diagram = diagrams.getFirst();
        return VoltageAxis.over(diagram.lowest(), diagram.highest(), units);
    }

    private List<Series> series(Observed observed) {
        List<Series> series = new ArrayList<>(lines.of(observed));
        for (BranchDiagram diagram : diagrams) {
            TorqueStyle torque = TorqueStyle.of(diagram.driven().selfTorque());
            bifurcations(diagram, observed)
                    .forEach((kind, points) ->
                            series.add(
                                    torque.sized(
                                            Series.points(
                                                    name(kind), torque.hue, mark(kind), points))));
        }
        return series;
    }

    private Map<Bifurcation, List<Series.Point>> bifurcations(
            BranchDiagram diagram, Observed observed) {
        Map<Bifurcation, List<Series.Point>> marks = new EnumMap<>(Bifurcation.class);
        for (Branch branch : diagram.branches()) {
            for (BranchPoint point : branch.bifurcations()) {
                OptionalDouble y = observed.of(point);
                if (y.isPresent()) {
                    marks.computeIfAbsent(point.bifurcation().orElseThrow(), _ -> new ArrayList<>())
                            .add(
                                    new Series.Point(
                                            point.voltage() * units.voltage(),
                                            y.getAsDouble() * units.of(observed),
                                            Optional.empty(),
                                            facts(diagram, branch, point)));
                }
            }
        }
        return marks;
    }

    private List<Fact> facts(BranchDiagram diagram, Branch branch, BranchPoint point) {
        List<Fact> facts = new ArrayList<>(units.voltageFacts(point.voltage(), DIGITS));
        for (Observed observed : Observed.values()) {
            facts.addAll(
                    units.facts(
                            observed,
                            unit -> Numeral.of(observed.of(point).orElse(0) * unit, DIGITS)));
        }
        facts.add(new Fact("states", branch.regime().id()));
        facts.add(new Fact("self-induced torque", diagram.driven().selfTorque() ? "on" : "off"));
        return facts;
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
