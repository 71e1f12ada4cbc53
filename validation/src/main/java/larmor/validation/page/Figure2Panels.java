package larmor.validation.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import larmor.model.Oscillator;
import larmor.sweep.RunFailure;
import larmor.sweep.SweepRow;

/**
 * Fig. 2 of the paper: frequency and power of the auto-oscillation against the voltage, with and
 * without the self-induced torque, as simulated and as the theory has them.
 */
public final class Figure2Panels {

    private static final int VOLTAGE_DIGITS = 6;

    private final List<SweepRow> rows;
    private final List<TheoryCurve> theory;
    private final FigureUnits units;
    private final SweepPoints points;

    /**
     * @param rows of a sweep of one device, in the order of their voltages; at least one, and
     *     failed runs are allowed
     * @param theory any number of branches
     */
    public Figure2Panels(List<SweepRow> rows, List<TheoryCurve> theory) {
        this.rows = List.copyOf(rows);
        this.theory = List.copyOf(theory);
        units = FigureUnits.of(Oscillator.of(rows.getFirst().point().device()));
        points =
                new SweepPoints(
                        List.of(SweptKey.voltage(rows.stream().map(SweepRow::voltage).toList())),
                        units);
    }

    /** Both figures. */
    public List<Block> figures() {
        return List.of(frequency(), power());
    }

    /** Fig. 2(a): the frequency against the voltage. */
    public Figure frequency() {
        List<String> notes = new ArrayList<>(sharedNotes());
        long still = rows.stream().filter(Figure2Panels::hasNoMotion).count();
        if (still > 0) {
            notes.add(
                    still
                            + (still == 1 ? " run ended" : " runs ended")
                            + " in a static state, which has no frequency.");
        }
        return figure(
                Observed.FREQUENCY,
                "figure-2a",
                "Fig. 2(a). Frequency of the auto-oscillation",
                TheoryCurve.Point::frequency,
                notes);
    }

    /** Fig. 2(b): ⟨p⟩ against the voltage. */
    public Figure power() {
        return figure(
                Observed.POWER,
                "figure-2b",
                "Fig. 2(b). Power of the auto-oscillation",
                TheoryCurve.Point::power,
                sharedNotes());
    }

    private Figure figure(
            Observed observed,
            String id,
            String title,
            ToDoubleFunction<TheoryCurve.Point> ordinate,
            List<String> notes) {
        List<Series> series = series(observed, ordinate);
        return new Figure(
                id,
                title,
                observed.meaning(units) + howToRead(),
                voltageAxis(),
                observed.axisOver(series, units),
                series,
                List.of(units.criticalVoltage()),
                Stream.concat(units.note().stream(), notes.stream()).toList());
    }

    private String howToRead() {
        String lines = theory.isEmpty() ? "" : "Lines: orbit-averaged theory. ";
        return lines
                + "Blue, solid, circles: with the self-induced torque. Orange, dashed, squares:"
                + " without it. "
                + TorqueStyle.nesting(rows.stream().map(SweepRow::selfTorque).toList(), "marks")
                + SweepPoints.MARKS;
    }

    private List<Series> series(Observed observed, ToDoubleFunction<TheoryCurve.Point> ordinate) {
        List<Series> series = new ArrayList<>();
        for (TorqueStyle torque : TorqueStyle.values()) {
            List<Series.Point> curve = theoryPoints(torque, observed, ordinate);
            if (!curve.isEmpty()) {
                series.add(
                        new Series(
                                torque.title + ": theory",
                                torque.hue,
                                torque.line,
                                Series.Mark.NONE,
                                Series.Fill.FILLED,
                                curve));
            }
            List<Series.Point> settled = simulated(torque, observed, true);
            if (!settled.isEmpty()) {
                series.add(
                        torque.sized(
                                Series.points(
                                        torque.title + ": simulated",
                                        torque.hue,
                                        torque.mark,
                                        settled)));
            }
            List<Series.Point> unsettled = simulated(torque, observed, false);
            if (!unsettled.isEmpty()) {
                series.add(
                        torque.sized(
                                Series.unsettled(
                                        torque.title + ": not settled",
                                        torque.hue,
                                        torque.mark,
                                        unsettled)));
            }
        }
        return series;
    }

    private double lowestVoltage() {
        return rows.stream().mapToDouble(SweepRow::voltage).min().orElse(0);
    }

    private double highestVoltage() {
        return rows.stream().mapToDouble(SweepRow::voltage).max().orElse(0);
    }

    /** The same range in both figures: it holds all voltages, with a frequency or without. */
    private Axis voltageAxis() {
        return VoltageAxis.over(lowestVoltage(), highestVoltage(), units);
    }

    /** The branches within the voltages that were simulated, with gaps between and outside. */
    private List<Series.Point> theoryPoints(
            TorqueStyle torque, Observed observed, ToDoubleFunction<TheoryCurve.Point> ordinate) {
        double lowest = lowestVoltage();
        double highest = highestVoltage();
        List<Series.Point> points = new ArrayList<>();
        for (TheoryCurve curve : theory) {
            if (curve.selfTorque() != torque.on) {
                continue;
            }
            if (!points.isEmpty()) {
                points.add(Series.Point.GAP);
            }
            for (TheoryCurve.Point point : curve.points()) {
                boolean inside = point.voltage() >= lowest && point.voltage() <= highest;
                if (inside) {
                    points.add(
                            Series.Point.of(
                                    point.voltage() * units.voltage(),
                                    ordinate.applyAsDouble(point) * units.of(observed)));
                } else if (!points.isEmpty() && !points.getLast().isGap()) {
                    points.add(Series.Point.GAP);
                }
            }
        }
        return points;
    }

    private List<Series.Point> simulated(TorqueStyle torque, Observed observed, boolean settled) {
        return points.of(
                rows.stream().filter(row -> row.selfTorque() == torque.on).toList(),
                observed,
                settled);
    }

    private List<String> sharedNotes() {
        List<String> notes = new ArrayList<>();
        for (TorqueStyle torque : TorqueStyle.values()) {
            List<String> unsettled = new ArrayList<>();
            List<String> failed = new ArrayList<>();
            for (SweepRow row : rows) {
                if (row.selfTorque() == torque.on) {
                    String voltage = Numeral.of(row.voltage(), VOLTAGE_DIGITS);
                    Optional<RunFailure> failure = row.failure();
                    if (failure.isPresent()) {
                        failed.add(voltage + " (" + failure.get().id() + ")");
                    } else if (!row.settled()) {
                        unsettled.add(voltage);
                    }
                }
            }
            addNote(notes, torque, "not settled at the end of the run, drawn hollow", unsettled);
            addNote(notes, torque, "the run failed, nothing drawn", failed);
        }
        return notes;
    }

    private static void addNote(
            List<String> notes, TorqueStyle torque, String what, List<String> voltages) {
        if (!voltages.isEmpty()) {
            notes.add(
                    torque.title + ", " + what + ": V/V_c = " + String.join(", ", voltages) + ".");
        }
    }

    private static boolean hasNoMotion(SweepRow row) {
        return row.failure().isEmpty() && row.frequency().isEmpty();
    }
}
