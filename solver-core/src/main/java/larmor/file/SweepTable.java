package larmor.file;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import larmor.model.DerivedNumbers;
import larmor.model.Device;
import larmor.model.Oscillator;
import larmor.model.Units;
import larmor.observable.Regime;
import larmor.sweep.SweepRow;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rows of a sweep as a table. Frequencies are ω/ω₀, powers ⟨p⟩, voltages V/V_c, fields in the
 * device's own unit; for a device in SI units the last two columns are the voltage in volts and the
 * frequency in hertz. What does not exist, such as the frequency of a static state, is an empty
 * field in CSV and null in JSON; {@code failure} is one word, empty for a run that succeeded.
 */
public final class SweepTable {

    /** The columns of a device in SI units, behind the others. */
    public static final List<String> SI_COLUMNS = List.of("volts", "hertz");

    /** The columns, and the keys of a row in JSON. */
    public static final List<String> COLUMNS =
            List.of(
                    "voltage",
                    "field",
                    "self_torque",
                    "frequency",
                    "frequency_uncertainty",
                    "power",
                    "power_uncertainty",
                    "regime",
                    "settled",
                    "failure");

    private static final JsonMapper JSON = new JsonMapper();

    private SweepTable() {}

    /** Writes a header and a line for each row. No field needs quotes. */
    public static void writeCsv(List<SweepRow> rows, Device device, Appendable out)
            throws IOException {
        boolean si = device.units() instanceof Units.Si;
        out.append(String.join(",", COLUMNS));
        if (si) {
            out.append(',').append(String.join(",", SI_COLUMNS));
        }
        out.append('\n');
        for (SweepRow row : rows) {
            out.append(
                    String.join(
                            ",",
                            Double.toString(row.voltage()),
                            Double.toString(row.field()),
                            torque(row),
                            text(row.frequency()),
                            text(row.frequencyUncertainty()),
                            text(row.power()),
                            text(row.powerUncertainty()),
                            row.regime().map(Regime::id).orElse(""),
                            Boolean.toString(row.settled()),
                            failure(row).orElse("")));
            if (si) {
                SiValues values = SiValues.of(row, device);
                out.append(',').append(text(values.volts()));
                out.append(',').append(text(values.hertz()));
            }
            out.append('\n');
        }
    }

    /** Writes an array of objects, one on each line. */
    public static void writeJson(List<SweepRow> rows, Device device, Appendable out)
            throws IOException {
        out.append('[');
        String separator = "\n";
        for (SweepRow row : rows) {
            out.append(separator).append(json(row, device).toString());
            separator = ",\n";
        }
        out.append("\n]\n");
    }

    private static ObjectNode json(SweepRow row, Device device) {
        ObjectNode object = JSON.createObjectNode();
        object.put("voltage", row.voltage());
        object.put("field", row.field());
        object.put("self_torque", torque(row));
        put(object, "frequency", row.frequency());
        put(object, "frequency_uncertainty", row.frequencyUncertainty());
        put(object, "power", row.power());
        put(object, "power_uncertainty", row.powerUncertainty());
        put(object, "regime", row.regime().map(Regime::id));
        object.put("settled", row.settled());
        put(object, "failure", failure(row));
        if (device.units() instanceof Units.Si) {
            SiValues values = SiValues.of(row, device);
            put(object, SI_COLUMNS.getFirst(), values.volts());
            put(object, SI_COLUMNS.getLast(), values.hertz());
        }
        return object;
    }

    private static void put(ObjectNode object, String key, OptionalDouble value) {
        if (value.isPresent()) {
            object.put(key, value.getAsDouble());
        } else {
            object.putNull(key);
        }
    }

    private static void put(ObjectNode object, String key, Optional<String> value) {
        if (value.isPresent()) {
            object.put(key, value.get());
        } else {
            object.putNull(key);
        }
    }

    private static String torque(SweepRow row) {
        return row.selfTorque() ? "on" : "off";
    }

    private static Optional<String> failure(SweepRow row) {
        return row.failure().map(failure -> failure.kind().id());
    }

    private static String text(OptionalDouble value) {
        return value.isPresent() ? Double.toString(value.getAsDouble()) : "";
    }

    /** What a row is in SI units. */
    private record SiValues(OptionalDouble volts, OptionalDouble hertz) {

        static SiValues of(SweepRow row, Device device) {
            DerivedNumbers numbers =
                    DerivedNumbers.of(Oscillator.of(device.withField(row.field())));
            return new SiValues(
                    scaled(numbers.criticalVolts(), OptionalDouble.of(row.voltage())),
                    scaled(numbers.fmrHertz(), row.frequency()));
        }

        private static OptionalDouble scaled(OptionalDouble unit, OptionalDouble value) {
            return unit.isPresent() && value.isPresent()
                    ? OptionalDouble.of(unit.getAsDouble() * value.getAsDouble())
                    : OptionalDouble.empty();
        }
    }
}
