package larmor.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import larmor.model.DerivedNumbers;
import larmor.model.Device;
import larmor.model.Oscillator;
import larmor.model.Units;
import larmor.observable.Regime;
import larmor.sweep.SweepRow;

/**
 * The rows of a sweep for people, within 80 columns: volts and GHz for a device in SI units, field
 * and torque only where they vary.
 */
final class SweepText {

    private static final String NOTHING = "-";
    private static final double GIGA = 1e9;

    private final Device device;
    private final boolean si;
    private final boolean fieldsVary;
    private final boolean torquesVary;

    private SweepText(List<SweepRow> rows, Device device) {
        this.device = device;
        si = device.units() instanceof Units.Si;
        fieldsVary = rows.stream().map(SweepRow::field).distinct().count() > 1;
        torquesVary = rows.stream().map(SweepRow::selfTorque).distinct().count() > 1;
    }

    static String of(List<SweepRow> rows, Device device) {
        SweepText text = new SweepText(rows, device);
        TextColumns columns = new TextColumns();
        columns.add(text.head());
        rows.forEach(row -> columns.add(text.words(row)));
        return columns.text();
    }

    private List<String> head() {
        List<String> head = new ArrayList<>();
        if (si) {
            head.add("V");
        }
        head.add("V/V_c");
        if (fieldsVary) {
            head.add("field");
        }
        if (torquesVary) {
            head.add("torque");
        }
        head.add(si ? "GHz" : "w/w_0");
        head.addAll(List.of("+-", "power", "+-", "regime", "settled"));
        return head;
    }

    private List<String> words(SweepRow row) {
        List<String> words = new ArrayList<>();
        double hertz = 1;
        if (si) {
            DerivedNumbers numbers =
                    DerivedNumbers.of(Oscillator.of(device.withField(row.field())));
            hertz = numbers.fmrHertz().orElseThrow() / GIGA;
            words.add(general(numbers.criticalVolts().orElse(0) * row.voltage()));
        }
        words.add(general(row.voltage()));
        if (fieldsVary) {
            words.add(general(row.field()));
        }
        if (torquesVary) {
            words.add(row.selfTorque() ? "on" : "off");
        }
        words.add(decimals(row.frequency(), hertz));
        words.add(magnitude(row.frequencyUncertainty(), hertz));
        words.add(decimals(row.power(), 1));
        words.add(magnitude(row.powerUncertainty(), 1));
        words.add(row.regime().map(Regime::id).orElse(NOTHING));
        words.add(
                row.failure()
                        .map(failure -> failure.kind().id())
                        .orElse(row.settled() ? "yes" : "no"));
        return words;
    }

    private static String general(double value) {
        return String.format(Locale.ROOT, "%.6g", value);
    }

    private static String decimals(OptionalDouble value, double unit) {
        return value.isPresent()
                ? String.format(Locale.ROOT, "%.6f", value.getAsDouble() * unit)
                : NOTHING;
    }

    /** To one digit, upwards: an uncertainty is no smaller than it looks. */
    private static String magnitude(OptionalDouble value, double unit) {
        return value.isPresent()
                ? String.format(
                        Locale.ROOT,
                        "%.0e",
                        new BigDecimal(value.getAsDouble() * unit)
                                .round(new MathContext(1, RoundingMode.UP)))
                : NOTHING;
    }
}
