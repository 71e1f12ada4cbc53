package larmor.file;

import java.util.Map;
import java.util.stream.Collectors;
import larmor.model.DerivedNumbers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The derived numbers of a device as JSON and CSV. What does not exist, such as the critical
 * voltage where there is no spin-transfer torque or hertz without a table [si], is null or empty.
 *
 * @param numbers what to write
 */
public record DeviceSummary(DerivedNumbers numbers) {

    private static final JsonMapper JSON = new JsonMapper();

    /** One object. */
    public String json() {
        return object().toPrettyString() + "\n";
    }

    /** A line for each number: its name, its value. */
    public String csv() {
        return object().properties().stream()
                .map(entry -> entry.getKey() + "," + text(entry))
                .collect(Collectors.joining("\n", "name,value\n", "\n"));
    }

    private static String text(Map.Entry<String, JsonNode> entry) {
        return entry.getValue().isNull() ? "" : entry.getValue().asString();
    }

    private ObjectNode object() {
        ObjectNode object = JSON.createObjectNode();
        object.put("fmr_frequency", numbers.fmrFrequency());
        object.set("fmr_hertz", OptionalNumber.node(numbers.fmrHertz()));
        object.set("critical_voltage", OptionalNumber.node(numbers.criticalVoltage()));
        object.set("critical_volts", OptionalNumber.node(numbers.criticalVolts()));
        object.set("time_unit_seconds", OptionalNumber.node(numbers.seconds(1)));
        object.set("saturation_tesla", OptionalNumber.node(numbers.saturationTesla()));
        object.put("damping_parallel", numbers.dampingParallel());
        object.put("damping_antiparallel", numbers.dampingAntiparallel());
        object.put("intrinsic_damping", numbers.intrinsicDamping());
        object.put("spin_ratio", numbers.spinRatio());
        object.put("critical_torque", numbers.criticalTorque());
        object.set("tmr_left", OptionalNumber.node(numbers.tmrLeft()));
        object.set("tmr_series", OptionalNumber.node(numbers.tmrSeries()));
        object.put("self_torque_strength", numbers.selfTorqueStrength());
        object.put("lead_polarization", numbers.leadPolarization());
        return object;
    }
}
