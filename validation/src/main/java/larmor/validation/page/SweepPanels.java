package larmor.validation.page;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import larmor.model.DeviceValue;
import larmor.orbit.BranchDiagram;
import larmor.sweep.Direction;
import larmor.sweep.RunFailure;
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

    /** Points of a curve. */
    private static final int MOST_POINTS = 200;

    /** Rows and columns of a map. */
    private static final int MOST_CELLS = 80;

    /** Of the curves of one figure: there are as many at most. */
    private static final List<Hue> HUES = List.of(Hue.values());

    private static final int MOST_MEMBERS = 10;

    private final SweepPlan plan;
    private final boolean si;
    private final List<SweptKey> swept;
    private final SweptKey abscissa;
    private final Optional<SweptKey> second;

    /** The other swept keys, each at its first value. */
    private final List<SweptKey> held;

    /** Whether the axes and what is held have the values of a point. */
    private final Predicate<SweepPoint> shown;

    private final SweepPoints points;

    /**
     * @param plan of the sweep
     */
    public SweepPanels(SweepPlan plan) {
        this.plan = plan;
        si = FigureUnits.areSi(plan.device());
        List<SweptKey> all = SweptKey.of(plan);
        List<SweptKey> varied = all.stream().filter(key -> key.values().size() > 1).toList();
        swept = varied.isEmpty() ? all : varied;
        boolean flat = swept.size() > 1;
        abscissa = swept.getFirst().thinned(flat ? MOST_CELLS : MOST_POINTS);
        second = flat ? Optional.of(swept.get(1).thinned(MOST_CELLS)) : Optional.empty();
        held = swept.stream().skip(2).map(SweptKey::first).toList();
        List<SweptKey> keys =
                Stream.concat(Stream.concat(Stream.of(abscissa), second.stream()), held.stream())
                        .toList();
        shown = keys.stream().map(SweptKey::holding).reduce(_ -> true, Predicate::and);
        points = new SweepPoints(keys);
    }

    /** Whether nothing but the voltage is varied, so that branches can stand behind the runs. */
    public boolean overVoltageOnly() {
        return swept.size() == 1 && abscissa.isVoltage();
    }

    /** Whether a run has a place in the figures. */
    public boolean draws(SweepPoint point) {
        return shown.test(point) && point.member().orElse(1) <= MOST_MEMBERS;
    }

    /**
     * The figures.
     *
     * @param rows of the sweep, in its order; those that are not drawn may be missing
     * @param diagrams branches behind the runs; any number, for a sweep over voltages only
     */
    public List<Block> figures(List<SweepRow> rows, List<BranchDiagram> diagrams) {
        List<SweepRow> drawn = rows.stream().filter(row -> draws(row.point())).toList();
        List<Block> figures = new ArrayList<>();
        for (Observed observed : Observed.values()) {
            figures.add(curves(observed, drawn, diagrams));
        }
        second.ifPresent(ordinate -> {
            for (Run run : runs()) {
                for (Observed observed : Observed.values()) {
                    figures.add(map(observed, run, ordinate, drawn));
                }
            }
        });
        return figures;
    }

    /** What tells runs at one place apart. */
    private record Run(boolean selfTorque, Optional<Direction> direction) {

        boolean isOf(SweepPoint point) {
            return point.selfTorque() == selfTorque && point.direction().equals(direction);
        }

        String title() {
            return TorqueStyle.of(selfTorque).title
                    + direction.map(way -> ", " + way.id()).orElse("");
        }

        String id() {
            return (selfTorque ? "on" : "off") + direction.map(way -> "-" + way.id()).orElse("");
        }

        Series.Mark mark() {
            return direction
                    .map(way -> way == Direction.UP ? Series.Mark.TRIANGLE : Series.Mark.DIAMOND)
                    .orElse(TorqueStyle.of(selfTorque).mark);
        }
    }

    private List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        for (boolean selfTorque : plan.selfTorques()) {
            if (plan.directions().isEmpty()) {
                runs.add(new Run(selfTorque, Optional.empty()));
            }
            plan.directions().forEach(way -> runs.add(new Run(selfTorque, Optional.of(way))));
        }
        return runs;
    }

    private Figure curves(Observed observed, List<SweepRow> rows, List<BranchDiagram> diagrams) {
        List<Series> series = new ArrayList<>(new BranchPanels(diagrams).lines(observed, units()));
        List<DeviceValue> families = families();
        for (Run run : runs()) {
            List<SweepRow> ofRun = rows.stream().filter(row -> run.isOf(row.point())).toList();
            if (second.isEmpty()) {
                TorqueStyle torque = TorqueStyle.of(run.selfTorque());
                series.addAll(
                        curve(run.title(), torque.hue, Series.Line.NONE, run, observed, ofRun));
                continue;
            }
            SweptKey key = second.orElseThrow();
            for (int i = 0; i < families.size(); i++) {
                DeviceValue value = families.get(i);
                String name =
                        key.label()
                                + " = "
                                + SweptKey.printed(value)
                                + (runs().size() > 1
                                        ? ", " + run.title().toLowerCase(Locale.ROOT)
                                        : "");
                series.addAll(
                        curve(
                                name,
                                HUES.get(i),
                                line(run),
                                run,
                                observed,
                                ofRun.stream()
                                        .filter(row -> key.at(row.point()).equals(value))
                                        .toList()));
            }
        }
        return new Figure(
                id(observed),
                observed.title() + " against " + words(abscissa),
                meaning(observed) + howToRead(diagrams),
                abscissaAxis(rows),
                axis(observed, rows, series),
                series,
                guides(),
                curveNotes(observed, rows));
    }

    private String meaning(Observed observed) {
        return si ? observed.meaningInSi() : observed.meaning();
    }

    /** The units of the device, where there is one for all runs. */
    private FigureUnits units() {
        return overVoltageOnly() ? FigureUnits.of(plan.point(0).device()) : FigureUnits.RELATIVE;
    }

    /** In mV every device has another critical voltage. */
    private List<Guide> guides() {
        return abscissa.isVoltage() && (!si || overVoltageOnly())
                ? List.of(Guide.atX(units().voltage(), "V_c"))
                : List.of();
    }

    private Axis axis(Observed observed, List<SweepRow> rows, List<Series> series) {
        DoubleStream drawn =
                series.stream()
                        .flatMap(one -> one.points().stream())
                        .mapToDouble(Series.Point::y)
                        .filter(Double::isFinite);
        return si
                ? observed.axisInSi(drawn)
                : observed.axisOver(
                        DoubleStream.concat(
                                drawn,
                                rows.stream().mapToDouble(row -> observed.of(row).orElse(0))));
    }

    private List<Series> curve(
            String name,
            Hue hue,
            Series.Line line,
            Run run,
            Observed observed,
            List<SweepRow> rows) {
        List<Series> series = new ArrayList<>();
        List<Series.Point> settled = points.of(rows, observed, true);
        if (!settled.isEmpty()) {
            series.add(
                    new Series(
                            name + ": simulated",
                            hue,
                            line,
                            run.mark(),
                            Series.Fill.FILLED,
                            settled));
        }
        List<Series.Point> unsettled = points.of(rows, observed, false);
        if (!unsettled.isEmpty()) {
            series.add(Series.unsettled(name + ": not settled", hue, run.mark(), unsettled));
        }
        return series;
    }

    private Series.Line line(Run run) {
        if (plan.ensemble().isPresent()) {
            return Series.Line.NONE;
        }
        return run.selfTorque() ? Series.Line.SOLID : Series.Line.DASHED;
    }

    /** The values of the second quantity that have a curve. */
    private List<DeviceValue> families() {
        return second.map(key -> key.thinned(HUES.size()).values()).orElse(List.of());
    }

    private Axis abscissaAxis(List<SweepRow> rows) {
        if (!abscissa.isVoltage()) {
            return Axis.linear(abscissa.label(), "");
        }
        if (si) {
            DoubleSummaryStatistics millivolts =
                    rows.stream()
                            .filter(row -> row.power().isPresent())
                            .map(SweepRow::point)
                            .mapToDouble(
                                    point -> points.abscissa(point, FigureUnits.of(point.device())))
                            .summaryStatistics();
            return VoltageAxis.overMillivolts(millivolts.getMin(), millivolts.getMax());
        }
        return VoltageAxis.over(
                plan.voltages().stream().mapToDouble(v -> v).min().orElse(0),
                plan.voltages().stream().mapToDouble(v -> v).max().orElse(0));
    }

    private HeatMap map(Observed observed, Run run, SweptKey ordinate, List<SweepRow> rows) {
        Map<List<DeviceValue>, SweepRow> places = new HashMap<>();
        for (SweepRow row : rows) {
            if (run.isOf(row.point())) {
                places.putIfAbsent(
                        List.of(ordinate.at(row.point()), abscissa.at(row.point())), row);
            }
        }
        List<List<HeatMap.Cell>> cells = new ArrayList<>();
        for (DeviceValue y : ordinate.values()) {
            List<HeatMap.Cell> line = new ArrayList<>();
            for (DeviceValue x : abscissa.values()) {
                SweepRow row = places.get(List.of(y, x));
                line.add(row == null ? HeatMap.Cell.EMPTY : points.cell(row, observed));
            }
            cells.add(line);
        }
        return new HeatMap(
                id(observed) + "-map-" + run.id(),
                observed.title() + ". " + run.title(),
                meaning(observed)
                        + "The pointer shows each value with its uncertainty. A circle stands where"
                        + " a run has not settled.",
                si ? observed.labelInSi() : observed.symbol(),
                side(ordinate),
                side(abscissa),
                cells,
                new HeatMap.Scale.Linear(),
                mapNotes());
    }

    private static HeatMap.Side side(SweptKey key) {
        return new HeatMap.Side(key.label(), key.values().stream().map(SweptKey::printed).toList());
    }

    private static String id(Observed observed) {
        return "sweep-" + observed.name().toLowerCase(Locale.ROOT);
    }

    private static String words(SweptKey key) {
        return key.isVoltage() ? "voltage" : key.label();
    }

    private static String howToRead(List<BranchDiagram> diagrams) {
        String marks = "Bars and numbers carry the uncertainty; hollow marks have not settled.";
        return diagrams.isEmpty()
                ? marks
                : marks
                        + " Lines: limit cycles and static states found directly, stable ones solid,"
                        + " unstable ones dashed.";
    }

    private List<String> curveNotes(Observed observed, List<SweepRow> rows) {
        List<String> notes = new ArrayList<>(sharedNotes());
        if (si && overVoltageOnly()) {
            notes.add(
                    "V_c = "
                            + Numeral.of(units().voltage(), SweptKey.DIGITS)
                            + " mV, ω₀/2π = "
                            + Numeral.of(units().frequency(), SweptKey.DIGITS)
                            + " GHz.");
        }
        second.filter(key -> swept.get(1).values().size() > families().size())
                .ifPresent(key ->
                        notes.add(
                                "Curves for "
                                        + families().size()
                                        + " of "
                                        + swept.get(1).values().size()
                                        + " values of "
                                        + key.label()
                                        + "."));
        plan.ensemble().stream()
                .filter(members -> members > MOST_MEMBERS)
                .forEach(members ->
                        notes.add(MOST_MEMBERS + " of " + members + " members are drawn."));
        count(
                notes,
                rows.stream().filter(row -> !row.settled() && row.failure().isEmpty()).count(),
                "not settled at the end, drawn hollow");
        if (observed == Observed.FREQUENCY) {
            count(
                    notes,
                    rows.stream()
                            .filter(row -> row.failure().isEmpty() && row.frequency().isEmpty())
                            .count(),
                    "in a static state, which has no frequency");
        }
        rows.stream()
                .flatMap(row -> row.failure().stream())
                .collect(Collectors.groupingBy(RunFailure::id, Collectors.counting()))
                .forEach((id, runs) -> count(notes, runs, "failed and not drawn: " + id));
        return notes;
    }

    private static void count(List<String> notes, long runs, String what) {
        if (runs > 0) {
            notes.add(runs + (runs == 1 ? " run " : " runs ") + what + ".");
        }
    }

    private List<String> mapNotes() {
        List<String> notes = new ArrayList<>(sharedNotes());
        notes.add("An empty cell is a run that failed, or a static state, which has no frequency.");
        if (plan.ensemble().isPresent()) {
            notes.add("The first member of each ensemble.");
        }
        return notes;
    }

    /** What is not drawn for want of space, and what is held. */
    private List<String> sharedNotes() {
        List<String> notes = new ArrayList<>();
        for (SweptKey key : Stream.concat(Stream.of(abscissa), second.stream()).toList()) {
            int all =
                    swept.stream()
                            .filter(one -> one.label().equals(key.label()))
                            .mapToInt(one -> one.values().size())
                            .sum();
            if (key.values().size() < all) {
                notes.add(
                        key.values().size()
                                + " of "
                                + all
                                + " values of "
                                + key.label()
                                + " are drawn; all are in the data.");
            }
        }
        for (SweptKey key : held) {
            notes.add(
                    "At "
                            + key.label()
                            + " = "
                            + SweptKey.printed(key.values().getFirst())
                            + "; the other values are in the data.");
        }
        return notes;
    }
}
