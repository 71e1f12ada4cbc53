package larmor.file;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import larmor.model.DerivedNumbers;
import larmor.model.Units;
import larmor.orbit.Bifurcation;
import larmor.orbit.Branch;
import larmor.orbit.BranchDiagram;
import larmor.orbit.BranchPoint;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Branches of static states and limit cycles as a table, a row for each point in the order along
 * its branch. Voltages are V/V_c, frequencies ω/ω₀, powers ⟨p⟩, periods and growth rates in units
 * of t' = γμ₀M_s t and its inverse, {@code mx}, {@code my}, {@code mz} a point of the cycle or the
 * static state; for a device in SI units the last two columns are the voltage in volts and the
 * frequency in hertz.
 *
 * <p>{@code branch} counts the branches of a setting of the self-induced torque from 1. What does
 * not exist is an empty field in CSV and null in JSON: the frequency of a static state, the period
 * of a homoclinic orbit, {@code stable} where stability changes. {@code bifurcation} is {@code
 * hopf}, {@code fold}, {@code homoclinic} or nothing.
 */
public final class BranchTable {

    /** The columns, and the keys of a row in JSON. */
    public static final List<String> COLUMNS =
            List.of(
                    "self_torque",
                    "branch",
                    "regime",
                    "voltage",
                    "frequency",
                    "power",
                    "period",
                    "multiplier",
                    "growth_rate",
                    "stable",
                    "bifurcation",
                    "mx",
                    "my",
                    "mz");

    private static final JsonMapper JSON = new JsonMapper();

    private BranchTable() {}

    /**
     * A header and a line for each point. No field needs quotes.
     *
     * @param diagrams of one device
     */
    public static String csv(List<BranchDiagram> diagrams) {
        List<String> header = new ArrayList<>(COLUMNS);
        if (diagrams.stream().anyMatch(BranchTable::inSiUnits)) {
            header.addAll(List.of(SweepTable.VOLTS, SweepTable.HERTZ));
        }
        StringBuilder csv = new StringBuilder(String.join(",", header)).append('\n');
        for (ObjectNode row : rows(diagrams)) {
            String separator = "";
            for (String key : row.propertyNames()) {
                JsonNode value = row.get(key);
                csv.append(separator).append(value.isNull() ? "" : value.asString());
                separator = ",";
            }
            csv.append('\n');
        }
        return csv.toString();
    }

    /**
     * An array of objects, one on each line.
     *
     * @param diagrams of one device
     */
    public static String json(List<BranchDiagram> diagrams) {
        return rows(diagrams).stream()
                .map(ObjectNode::toString)
                .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    /** The rows as trees, for a file that holds more than them. */
    public static List<ObjectNode> rows(List<BranchDiagram> diagrams) {
        return diagrams.stream().flatMap(diagram -> rows(diagram).stream()).toList();
    }

    private static List<ObjectNode> rows(BranchDiagram diagram) {
        List<ObjectNode> rows = new ArrayList<>();
        int number = 1;
        for (Branch branch : diagram.branches()) {
            for (BranchPoint point : branch.points()) {
                rows.add(row(diagram, branch, number, point));
            }
            number++;
        }
        return rows;
    }

    private static ObjectNode row(
            BranchDiagram diagram, Branch branch, int number, BranchPoint point) {
        ObjectNode row = JSON.createObjectNode();
        row.put("self_torque", diagram.driven().selfTorque() ? "on" : "off");
        row.put("branch", number);
        row.put("regime", branch.regime().id());
        row.put("voltage", point.voltage());
        row.set("frequency", OptionalNumber.node(point.frequency()));
        row.put("power", point.power());
        row.set("period", OptionalNumber.node(point.period()));
        row.set("multiplier", OptionalNumber.node(point.multiplier()));
        row.set("growth_rate", OptionalNumber.node(point.growthRate()));
        point.stable()
                .ifPresentOrElse(stable -> row.put("stable", stable), () -> row.putNull("stable"));
        point.bifurcation()
                .map(Bifurcation::id)
                .ifPresentOrElse(
                        id -> row.put("bifurcation", id), () -> row.putNull("bifurcation"));
        row.put("mx", point.m().x());
        row.put("my", point.m().y());
        row.put("mz", point.m().z());
        if (inSiUnits(diagram)) {
            DerivedNumbers numbers = DerivedNumbers.of(diagram.driven().oscillator());
            row.set(SweepTable.VOLTS, OptionalNumber.node(numbers.volts(point.voltage())));
            row.set(SweepTable.HERTZ, OptionalNumber.node(numbers.hertz(point.frequency())));
        }
        return row;
    }

    private static boolean inSiUnits(BranchDiagram diagram) {
        return diagram.driven().oscillator().device().units() instanceof Units.Si;
    }
}
