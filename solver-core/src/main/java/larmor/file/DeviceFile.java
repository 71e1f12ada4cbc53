package larmor.file;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import larmor.model.Device;
import larmor.model.InvalidInput;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/**
 * Devices in TOML, and single keys that stand in for those of a file. A file is complete: every key
 * but the two switches must be there, and none that is not known, so that a slip of spelling cannot
 * pass for a default.
 *
 * <pre>
 * [junction]
 * g_parallel = 0.12
 * g_antiparallel = 0.05
 * g_right = 0.12
 * polarization = 0.4
 * angular_damping = true         # may be left out
 * angular_torque = true          # may be left out
 * [magnet]
 * damping = 0.01                 # or intrinsic_damping
 * spin_ratio = 1.0               # not beside [si]
 * field = 0.35
 * anisotropy = [1.0, 0.0, 0.0]
 * [si]                           # only for a device in SI units
 * saturation_magnetization = 8e5
 * volume = 1e-24
 * gyromagnetic_ratio = 1.76e11
 * </pre>
 */
public final class DeviceFile {

    /** A device takes a few hundred bytes; whatever is larger is some other file. */
    static final int MOST_BYTES = 1 << 16;

    /** The flag of the command that names the file. */
    public static final String FLAG = "--device";

    private static final String SET = "--set";

    /** {@link Device#PAPER} as a file. */
    private static final String PAPER =
            """
            [junction]
            g_parallel = 0.12
            g_antiparallel = 0.05
            g_right = 0.12
            polarization = 0.4
            [magnet]
            damping = 0.01
            spin_ratio = 1.0
            field = 0.35
            anisotropy = [1.0, 0.0, 0.0]
            """;

    private static final TomlMapper TOML = new TomlMapper();

    private DeviceFile() {}

    /**
     * The device of a file.
     *
     * @param settings each {@code KEY=VALUE}, replacing the file's value
     * @throws InvalidInput naming the key at fault, or {@code --device} if the file cannot be read
     */
    public static Device read(Path file, List<String> settings) {
        return parse(" in " + file, InputFile.text(FLAG, file, MOST_BYTES), settings);
    }

    /**
     * The device of {@link Device#PAPER}.
     *
     * @param settings each {@code KEY=VALUE}, replacing the paper's value
     * @throws InvalidInput naming the key at fault
     */
    public static Device paper(List<String> settings) {
        return parse("", PAPER, settings);
    }

    /**
     * The device that a text describes.
     *
     * @param toml the text
     * @param settings each {@code KEY=VALUE}, replacing the text's value
     * @throws InvalidInput naming the key at fault
     */
    public static Device parse(String toml, List<String> settings) {
        return parse("", toml, settings);
    }

    /**
     * @param source where the text stands, to be read after what is wrong with it
     */
    private static Device parse(String source, String toml, List<String> settings) {
        Map<String, JsonNode> values;
        try {
            values = flatten(TOML.readTree(toml));
        } catch (JacksonException e) {
            throw new InvalidInput(
                    FLAG, "is not valid TOML" + source + TomlMistake.of(e, toml).text());
        }
        values.putAll(replacements(settings, values));
        return new DeviceKeys(values).device();
    }

    /** The tree as dotted keys; devices have tables of one level only. */
    private static Map<String, JsonNode> flatten(JsonNode tree) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> table : tree.properties()) {
            if (!table.getValue().isObject()) {
                throw DeviceKeys.unknown(table.getKey());
            }
            for (Map.Entry<String, JsonNode> entry : table.getValue().properties()) {
                String key = table.getKey() + "." + entry.getKey();
                DeviceKeys.requireKnown(key);
                values.put(key, entry.getValue());
            }
        }
        return values;
    }

    /** The values of the settings; takes what they stand in for out of the values given. */
    private static Map<String, JsonNode> replacements(
            List<String> settings, Map<String, JsonNode> values) {
        boolean si = values.keySet().stream().anyMatch(DeviceKeys::isSi);
        Map<String, JsonNode> replacements = new LinkedHashMap<>();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            if (equals < 0) {
                throw new InvalidInput(SET, "must be KEY=VALUE, not " + setting);
            }
            String key = setting.substring(0, equals).strip();
            DeviceKeys.requireKnown(key);
            if (DeviceKeys.isSi(key) && !si) {
                // Its fields and conductances would silently turn into tesla and siemens.
                throw new InvalidInput(
                        key, "can be set only for a device file with a table [si], in SI units");
            }
            JsonNode value = value(key, setting);
            if (replacements.put(key, value) != null) {
                throw new InvalidInput(key, "is set twice");
            }
        }
        for (String key : replacements.keySet()) {
            DeviceKeys.alternative(key).ifPresent(values::remove);
        }
        return replacements;
    }

    private static JsonNode value(String key, String setting) {
        String text = setting.substring(setting.indexOf('=') + 1);
        String toml = "value = " + text;
        JsonNode tree;
        try {
            tree = TOML.readTree(toml);
        } catch (JacksonException e) {
            throw new InvalidInput(key, "cannot be set: " + TomlMistake.of(e, toml).what());
        }
        // A line break would let one setting bring further keys in.
        if (tree.size() != 1) {
            throw new InvalidInput(key, "must have one value, not " + text);
        }
        return tree.path("value");
    }
}
