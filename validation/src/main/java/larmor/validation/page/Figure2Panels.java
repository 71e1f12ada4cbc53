package larmor.validation.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import larmor.sweep.RunFailure;
import larmor.sweep.SweepRow;

/**
 * Fig. 2 of the paper: frequency and power of the auto-oscillation against the voltage, with and
 * without the self-induced torque, as simulated and as the theory has them.
 */
public final class Figure2Panels {

    private static final Axis FREQUENCY = Axis.linear("Frequency", "ω/ω₀");

    /** ⟨p⟩ lies between 0 and 1. */
    private static final Axis POWER = Axis.linear("Power", "⟨p⟩").over(new Axis.Range(0, 1, 0.2));

    private static final int VOLTAGE_DIGITS = 6;

    private final List<SweepRow> rows;
    private final List<TheoryCurve> theory;

    /**
     * @param rows of a sweep at one field, in the order of their voltages; failed runs are allowed
     * @param theory any number of branches
     */
    public Figure2Panels(List<SweepRow> rows, List<TheoryCurve> theory) {
        this.rows = List.copyOf(rows);
        this.theory = List.copyOf(theory);
    }

    /** Both figures. */
    public List<Block> figures() {
        return List.of(frequency(), power());
    }

    /** Fig. 2(a): ω/ω₀ against V/V_c. */
    public Figure frequency() {
        List<String> notes = new ArrayList<>(sharedNotes());
        long still = rows.stream().filter(Figure2Panels::hasNoMotion).count();
        if (still > 0) {
            notes.add(
                    still
                            + (still == 1 ? " run ended" : " runs ended")
                            + " in a static state, which has no frequency.");
        }
        return new Figure(
                "figure-2a",
                "Fig. 2(a). Frequency of the auto-oscillation",
                "ω/ω₀ is the frequency of the highest spectral line of m_x + i m_y less its mean, in"
                        + " units of the FMR frequency. "
                        + howToRead(),
                voltageAxis(),
                frequencyAxis(),
                series(
                        SweepRow::frequency,
                        SweepRow::frequencyUncertainty,
                        TheoryCurve.Point::frequency),
                List.of(Guide.atX(1, "V_c")),
                notes);
    }

    /** Fig. 2(b): ⟨p⟩ against V/V_c. */
    public Figure power() {
        return new Figure(
                "figure-2b",
                "Fig. 2(b). Power of the auto-oscillation",
                "⟨p⟩ = (1 − ⟨m_z⟩)/2, averaged over the end of each run. " + howToRead(),
                voltageAxis(),
                POWER,
                series(SweepRow::power, SweepRow::powerUncertainty, TheoryCurve.Point::power),
                List.of(Guide.atX(1, "V_c")),
                sharedNotes());
    }

    private String howToRead() {
        String lines = theory.isEmpty() ? "" : "Lines: orbit-averaged theory. ";
        return lines
                + "Blue, solid, circles: with the self-induced torque. Orange, dashed, squares:"
                + " without it.";
    }

    private List<Series> series(
            Reading reading, Reading uncertainty, ToDoubleFunction<TheoryCurve.Point> ordinate) {
        List<Series> series = new ArrayList<>();
        for (TorqueStyle torque : TorqueStyle.values()) {
            List<Series.Point> curve = theoryPoints(torque, ordinate);
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
            List<Series.Point> settled = simulated(torque, true, reading, uncertainty);
            if (!settled.isEmpty()) {
                series.add(
                        Series.points(
                                torque.title + ": simulated", torque.hue, torque.mark, settled));
            }
            List<Series.Point> unsettled = simulated(torque, false, reading, uncertainty);
            if (!unsettled.isEmpty()) {
                series.add(
                        Series.unsettled(
                                torque.title + ": not settled",
                                torque.hue,
                                torque.mark,
                                unsettled));
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
        return VoltageAxis.over(lowestVoltage(), highestVoltage());
    }

    /** From 0 to a little above the FMR frequency, or further where the data go further. */
    private Axis frequencyAxis() {
        double highest =
                rows.stream().mapToDouble(row -> row.frequency().orElse(0)).max().orElse(0);
        double top = Math.max(1.1, 1.05 * highest);
        return FREQUENCY.over(new Axis.Range(0, top, 0.2));
    }

    /** The branches within the voltages that were simulated, with gaps between and outside. */
    private List<Series.Point> theoryPoints(
            TorqueStyle torque, ToDoubleFunction<TheoryCurve.Point> ordinate) {
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
                    points.add(Series.Point.of(point.voltage(), ordinate.applyAsDouble(point)));
                } else if (!points.isEmpty() && !points.getLast().isGap()) {
                    points.add(Series.Point.GAP);
                }
            }
        }
        return points;
    }

    private List<Series.Point> simulated(
            TorqueStyle torque, boolean settled, Reading reading, Reading uncertainty) {
        List<Series.Point> points = new ArrayList<>();
        for (SweepRow row : rows) {
            OptionalDouble value = reading.of(row);
            if (row.selfTorque() == torque.on && row.settled() == settled && value.isPresent()) {
                double y = value.getAsDouble();
                points.add(
                        new Series.Point(
                                row.voltage(), y, interval(y, uncertainty.of(row)), facts(row)));
            }
        }
        return points;
    }

    /** A bar, unless the uncertainty is as large as the value: then nothing is known of its end. */
    private static Optional<Series.Interval> interval(double value, OptionalDouble uncertainty) {
        if (uncertainty.isEmpty() || !(uncertainty.getAsDouble() < value)) {
            return Optional.empty();
        }
        double u = uncertainty.getAsDouble();
        return Optional.of(new Series.Interval(value - u, value + u));
    }

    private static List<Fact> facts(SweepRow row) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(VoltageAxis.SYMBOL, Numeral.of(row.voltage(), VOLTAGE_DIGITS)));
        facts.add(
                new Fact(FREQUENCY.symbol(), printed(row.frequency(), row.frequencyUncertainty())));
        facts.add(new Fact(POWER.symbol(), printed(row.power(), row.powerUncertainty())));
        row.regime().ifPresent(regime -> facts.add(new Fact("regime", regime.id())));
        facts.add(new Fact("settled", row.settled() ? "yes" : "no, still changing"));
        return facts;
    }

    private static String printed(OptionalDouble value, OptionalDouble uncertainty) {
        return value.isPresent()
                ? Numeral.uncertain(value.getAsDouble(), uncertainty.orElse(0))
                : "none";
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

    /** A number of a row that may be missing. */
    @FunctionalInterface
    private interface Reading {
        OptionalDouble of(SweepRow row);
    }
}
