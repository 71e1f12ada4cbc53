package larmor.file;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import larmor.model.DeviceKey;
import larmor.model.DeviceValue;
import larmor.model.Units;
import larmor.observable.Regime;
import larmor.sweep.Direction;
import larmor.sweep.GridAxis;
import larmor.sweep.RunFailure;
import larmor.sweep.SweepPlan;
import larmor.sweep.SweepPoint;
import larmor.sweep.SweepRow;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rows of a sweep as a table. Frequencies are ω/ω₀, powers ⟨p⟩, voltages V/V_c, fields in the
 * device's own unit; each grid key has a column of its name. {@code direction} and {@code member}
 * are there only in a sweep that has them, {@code solver} and {@code step} or {@code tolerance}
 * only where the solver was chosen for the user; for a device in SI units there are the voltage in
 * volts and the frequency in hertz, with its uncertainty, behind the others. What does not exist,
 * such as the frequency of a static state, is an empty field in CSV and null in JSON; {@code
 * failure} is one word, empty for a run that succeeded.
 */
public final class SweepTable {

    /** How a table is written. */
    public enum Layout {
        /** A header and a line for each row. */
        CSV,
        /** An array of objects, one on each line. */
        JSON;

        /** The word in files and flags. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The voltage of a device in SI units. */
    static final String VOLTS = "volts";

    /** The frequency of a device in SI units. */
    static final String HERTZ = "hertz";

    private static final String HERTZ_UNCERTAINTY = "hertz_uncertainty";
    private static final String FREQUENCY = "frequency";
    private static final String FREQUENCY_UNCERTAINTY = "frequency_uncertainty";
    private static final String POWER = "power";
    private static final String POWER_UNCERTAINTY = "power_uncertainty";
    private static final String REGIME = "regime";
    private static final String SETTLED = "settled";
    private static final String FAILURE = "failure";

    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** One column: its name, which is the key in JSON, and its value in a row. */
    private record Column(String name, Function<SweepRow, JsonNode> value) {}

    private final Layout layout;
    private final List<Column> columns;

    private SweepTable(Layout layout, List<Column> columns) {
        this.layout = layout;
        this.columns = List.copyOf(columns);
    }

    /** The table of a plan. */
    public static SweepTable of(SweepPlan plan, Layout layout) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("voltage", row -> number(row.voltage())));
        columns.add(new Column("field", row -> number(row.field())));
        for (GridAxis axis : plan.grid()) {
            columns.add(new Column(axis.key().id(), row -> value(row, axis.key())));
        }
        columns.add(new Column("self_torque", row -> word(row.selfTorque() ? "on" : "off")));
        if (!plan.directions().isEmpty()) {
            columns.add(
                    new Column("direction", row -> word(row.point().direction(), Direction::id)));
        }
        if (plan.ensemble().isPresent()) {
            columns.add(
                    new Column(
                            "member", row -> NODES.numberNode(row.point().member().orElseThrow())));
        }
        columns.add(new Column(FREQUENCY, row -> OptionalNumber.node(row.frequency())));
        columns.add(
                new Column(
                        FREQUENCY_UNCERTAINTY,
                        row -> OptionalNumber.node(row.frequencyUncertainty())));
        columns.add(new Column(POWER, row -> OptionalNumber.node(row.power())));
        columns.add(
                new Column(POWER_UNCERTAINTY, row -> OptionalNumber.node(row.powerUncertainty())));
        columns.add(new Column(REGIME, row -> word(row.regime(), Regime::id)));
        columns.add(new Column(SETTLED, row -> NODES.booleanNode(row.settled())));
        columns.add(new Column(FAILURE, row -> word(row.failure(), RunFailure::id)));
        if (plan.device().units() instanceof Units.Si) {
            columns.add(new Column(VOLTS, row -> OptionalNumber.node(row.volts())));
            columns.add(new Column(HERTZ, row -> OptionalNumber.node(row.hertz())));
            columns.add(
                    new Column(
                            HERTZ_UNCERTAINTY, row -> OptionalNumber.node(row.hertzUncertainty())));
        }
        return new SweepTable(layout, columns);
    }

    /**
     * A solver that was chosen for the user.
     *
     * @param id its name
     * @param control what sets its accuracy: step or tolerance
     * @param value of that
     */
    public record ChosenSolver(String id, String control, double value) {}

    /**
     * The same with two more columns that name what made each row.
     *
     * @param chosen empty where the user knows it: then there are no more columns
     */
    public SweepTable madeBy(Optional<ChosenSolver> chosen) {
        if (chosen.isEmpty()) {
            return this;
        }
        List<Column> all = new ArrayList<>(columns);
        all.add(new Column("solver", _ -> word(chosen.get().id())));
        all.add(new Column(chosen.get().control(), _ -> number(chosen.get().value())));
        return new SweepTable(layout, all);
    }

    /** The names of the columns. */
    public List<String> columns() {
        return columns.stream().map(Column::name).toList();
    }

    /** How it is written. */
    public Layout layout() {
        return layout;
    }

    /** What stands before the first row. */
    public String head() {
        return switch (layout) {
            case CSV -> String.join(",", columns()) + "\n";
            case JSON -> "[\n";
        };
    }

    /** What stands behind the last row. */
    public String tail() {
        return switch (layout) {
            case CSV -> "";
            case JSON -> "]\n";
        };
    }

    /**
     * One row, a line.
     *
     * @param last whether it is the last of the table
     */
    public String row(SweepRow row, boolean last) {
        return switch (layout) {
            // No field needs quotes.
            case CSV ->
                    columns.stream()
                            .map(column -> text(column.value.apply(row)))
                            .collect(Collectors.joining(",", "", "\n"));
            case JSON -> {
                ObjectNode object = JSON.createObjectNode();
                columns.forEach(column -> object.set(column.name, column.value.apply(row)));
                yield object + (last ? "\n" : ",\n");
            }
        };
    }

    /** Writes a whole table. */
    public void write(List<SweepRow> rows, Appendable out) throws IOException {
        out.append(head());
        for (int i = 0; i < rows.size(); i++) {
            out.append(row(rows.get(i), i == rows.size() - 1));
        }
        out.append(tail());
    }

    /**
     * Rows of a whole table, read back. Only those that are wanted are kept in memory.
     *
     * @param in the table, from its head
     * @param plan the plan of the table
     * @param wanted whether to keep the row of a point
     * @throws IOException if it cannot be read
     */
    public List<SweepRow> read(BufferedReader in, SweepPlan plan, Predicate<SweepPoint> wanted)
            throws IOException {
        List<SweepRow> rows = new ArrayList<>();
        in.readLine();
        for (long index = 0; index < plan.size(); index++) {
            String line = in.readLine();
            if (line == null) {
                throw new EOFException("the table ends before row " + (index + 1));
            }
            SweepPoint point = plan.point(index);
            if (wanted.test(point)) {
                rows.add(row(point, fields(line)));
            }
        }
        return rows;
    }

    /** The fields of a line by column; those that do not exist are empty. */
    private Map<String, String> fields(String line) {
        Map<String, String> fields = new HashMap<>();
        switch (layout) {
            case CSV -> {
                String[] values = line.split(",", -1);
                for (int i = 0; i < values.length; i++) {
                    fields.put(columns.get(i).name, values[i]);
                }
            }
            case JSON ->
                    JSON.readTree(line.substring(0, line.lastIndexOf('}') + 1))
                            .properties()
                            .forEach(field -> fields.put(field.getKey(), text(field.getValue())));
        }
        return fields;
    }

    private static SweepRow row(SweepPoint point, Map<String, String> fields) {
        return new SweepRow(
                point,
                number(fields, FREQUENCY),
                number(fields, FREQUENCY_UNCERTAINTY),
                number(fields, POWER),
                number(fields, POWER_UNCERTAINTY),
                field(fields, REGIME).map(Regime::of),
                field(fields, SETTLED).map(Boolean::parseBoolean).orElse(false),
                field(fields, FAILURE).map(RunFailure.Recorded::new));
    }

    private static Optional<String> field(Map<String, String> fields, String name) {
        return Optional.ofNullable(fields.get(name)).filter(text -> !text.isEmpty());
    }

    private static OptionalDouble number(Map<String, String> fields, String name) {
        return field(fields, name)
                .map(text -> OptionalDouble.of(Double.parseDouble(text)))
                .orElseGet(OptionalDouble::empty);
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.asString();
    }

    private static JsonNode number(double value) {
        return NODES.numberNode(value);
    }

    private static JsonNode word(String word) {
        return NODES.stringNode(word);
    }

    private static <T> JsonNode word(Optional<T> value, Function<T, String> word) {
        return value.map(present -> word(word.apply(present))).orElseGet(NODES::nullNode);
    }

    private static JsonNode value(SweepRow row, DeviceKey key) {
        return switch (key.get(row.point().device()).orElseThrow()) {
            case DeviceValue.Quantity quantity -> number(quantity.value());
            case DeviceValue.Switch choice -> NODES.booleanNode(choice.on());
        };
    }
}
