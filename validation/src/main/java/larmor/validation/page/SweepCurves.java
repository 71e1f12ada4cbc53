package larmor.validation.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import larmor.model.DeviceValue;
import larmor.orbit.BranchDiagram;
import larmor.sweep.RunFailure;
import larmor.sweep.SweepRow;

/**
 * Frequency and power of a sweep against the voltage, or whatever it varies first: a curve for each
 * value of the second quantity, if there is one.
 */
final class SweepCurves {

    private static final int MOST_CURVES = 6;

    /** Of the curves of one figure: there are as many at most. */
    private static final List<Hue> HUES = List.of(Hue.values()).subList(0, MOST_CURVES);

    private final SweepLayout layout;
    private final FigureUnits units;
    private final SweepPoints points;
    private final List<SweepRun> runs;

    /** The values of the second quantity that have a curve. */
    private final List<DeviceValue> families;

    /**
     * @param layout of the figures
     * @param units of the figures
     */
    SweepCurves(SweepLayout layout, FigureUnits units) {
        this.layout = layout;
        this.units = units;
        points = new SweepPoints(layout.keys(), units);
        runs = SweepRun.of(layout.plan());
        families = layout.second().map(key -> key.thinned(HUES.size()).values()).orElse(List.of());
    }

    /** A figure for each of what is observed. */
    List<Figure> figures(List<SweepRow> drawn, List<BranchDiagram> diagrams) {
        return Stream.of(Observed.values())
                .map(observed -> figure(observed, drawn, diagrams))
                .toList();
    }

    private Figure figure(Observed observed, List<SweepRow> drawn, List<BranchDiagram> diagrams) {
        SweptKey abscissa = layout.abscissa();
        BranchLines lines = new BranchLines(diagrams, units);
        List<Series> series = new ArrayList<>(lines.of(observed));
        for (SweepRun run : runs) {
            List<SweepRow> rows = drawn.stream().filter(row -> run.isOf(row.point())).toList();
            series.addAll(
                    layout.second()
                            .map(second -> curvesOfFamilies(run, second, observed, rows))
                            .orElseGet(() -> curveOfRun(run, observed, rows)));
        }
        return new Figure(
                SweepLayout.id(observed),
                observed.title()
                        + " against "
                        + (abscissa.isVoltage() ? "voltage" : abscissa.label()),
                observed.meaning(units)
                        + (diagrams.isEmpty() ? "" : howToRead(observed, lines))
                        + TorqueStyle.nesting(
                                layout.plan().selfTorques(),
                                diagrams.isEmpty() ? "marks" : "lines and marks")
                        + SweepPoints.MARKS,
                abscissaAxis(drawn),
                observed.axisOver(series, units),
                series,
                guides(),
                notes(observed, drawn));
    }

    /** The marks of a run; a line would hide the branches behind them. */
    private List<Series> curveOfRun(SweepRun run, Observed observed, List<SweepRow> rows) {
        return curve(
                run.title(),
                run.torque().hue,
                Series.Line.NONE,
                run,
                points.of(rows, observed, true),
                points.of(rows, observed, false));
    }

    private List<Series> curvesOfFamilies(
            SweepRun run, SweptKey second, Observed observed, List<SweepRow> rows) {
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < families.size(); i++) {
            DeviceValue value = families.get(i);
            List<SweepRow> ofValue =
                    rows.stream().filter(row -> second.at(row.point()).equals(value)).toList();
            String way = runs.size() > 1 ? ", " + run.title().toLowerCase(Locale.ROOT) : "";
            Series.Line line = line(run);
            series.addAll(
                    curve(
                            second.label() + " = " + SweptKey.printed(value) + way,
                            HUES.get(i),
                            line,
                            run,
                            line == Series.Line.NONE
                                    ? points.of(ofValue, observed, true)
                                    : points.settledWithGaps(ofValue, observed),
                            points.of(ofValue, observed, false)));
        }
        return series;
    }

    /** The members of an ensemble are above one another: no line joins them. */
    private Series.Line line(SweepRun run) {
        if (layout.plan().ensemble().isPresent()) {
            return Series.Line.NONE;
        }
        return run.torque().line;
    }

    private static List<Series> curve(
            String name,
            Hue hue,
            Series.Line line,
            SweepRun run,
            List<Series.Point> settled,
            List<Series.Point> unsettled) {
        return Stream.of(
                        new Series(
                                name + ": simulated",
                                hue,
                                line,
                                run.mark(),
                                Series.Fill.FILLED,
                                settled),
                        Series.unsettled(name + ": not settled", hue, run.mark(), unsettled))
                .filter(series -> !series.points().isEmpty())
                .map(run.torque()::sized)
                .toList();
    }

    /** Static states have a power and no frequency. */
    private static String howToRead(Observed observed, BranchLines lines) {
        return switch (observed) {
            case FREQUENCY ->
                    "Lines: limit cycles found directly, stable ones solid, unstable ones dashed. ";
            case POWER ->
                    "Lines: limit cycles and static states found directly, stable ones solid,"
                            + " unstable ones dashed. "
                            + lines.staticStates();
        };
    }

    /** None where several devices are drawn in mV, in which each has another critical voltage. */
    private List<Guide> guides() {
        boolean oneGuide = !units.si() || layout.overVoltageOnly();
        return layout.abscissa().isVoltage() && oneGuide
                ? List.of(units.criticalVoltage())
                : List.of();
    }

    private Axis abscissaAxis(List<SweepRow> drawn) {
        if (!layout.abscissa().isVoltage()) {
            return Axis.linear(layout.abscissa().label(), "");
        }
        if (!units.si()) {
            List<Double> voltages = layout.plan().voltages();
            return VoltageAxis.over(Collections.min(voltages), Collections.max(voltages), units);
        }
        // Each device has its own critical voltage.
        DoubleSummaryStatistics millivolts =
                drawn.stream()
                        .filter(row -> row.power().isPresent())
                        .mapToDouble(row -> points.abscissa(row.point()))
                        .summaryStatistics();
        return VoltageAxis.in(units).around(millivolts.getMin(), millivolts.getMax());
    }

    private List<String> notes(Observed observed, List<SweepRow> drawn) {
        List<String> notes = new ArrayList<>(layout.notes());
        if (layout.overVoltageOnly()) {
            units.note().ifPresent(notes::add);
        }
        layout.second()
                .filter(_ -> layout.valuesOfSecond() > families.size())
                .ifPresent(second ->
                        notes.add(
                                "Curves for "
                                        + families.size()
                                        + " of "
                                        + layout.valuesOfSecond()
                                        + " values of "
                                        + second.label()
                                        + "."));
        layout.noteOnMembers().ifPresent(notes::add);
        notes.addAll(notesOnRuns(observed, drawn));
        return notes;
    }

    private static List<String> notesOnRuns(Observed observed, List<SweepRow> drawn) {
        List<String> notes = new ArrayList<>();
        List<SweepRow> done = drawn.stream().filter(row -> row.failure().isEmpty()).toList();
        count(
                notes,
                done.stream().filter(row -> !row.settled()).count(),
                "not settled at the end, drawn hollow");
        if (observed == Observed.FREQUENCY) {
            count(
                    notes,
                    done.stream().filter(row -> row.frequency().isEmpty()).count(),
                    "in a static state, which has no frequency");
        }
        drawn.stream()
                .flatMap(row -> row.failure().stream())
                .collect(Collectors.groupingBy(RunFailure::id, Collectors.counting()))
                .forEach((id, failed) -> count(notes, failed, "failed and not drawn: " + id));
        return notes;
    }

    private static void count(List<String> notes, long runs, String what) {
        if (runs > 0) {
            notes.add(runs + (runs == 1 ? " run " : " runs ") + what + ".");
        }
    }
}
