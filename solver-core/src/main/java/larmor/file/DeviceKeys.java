package larmor.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import larmor.model.Anisotropy;
import larmor.model.Damping;
import larmor.model.Device;
import larmor.model.DeviceKey;
import larmor.model.InvalidInput;
import larmor.model.Junction;
import larmor.model.Magnet;
import larmor.model.Spelling;
import larmor.model.Units;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The keys of a device and the device that their values make.
 *
 * @param values by dotted key
 */
record DeviceKeys(Map<String, JsonNode> values) {

    /** All three components of {@link DeviceKey#ANISOTROPY_X} and its like, as a list. */
    private static final String ANISOTROPY = "magnet.anisotropy";

    private static final Set<DeviceKey> COMPONENTS =
            EnumSet.of(DeviceKey.ANISOTROPY_X, DeviceKey.ANISOTROPY_Y, DeviceKey.ANISOTROPY_Z);

    private static final List<String> KNOWN =
            Arrays.stream(DeviceKey.values())
                    .map(key -> COMPONENTS.contains(key) ? ANISOTROPY : key.id())
                    .distinct()
                    .toList();

    static void requireKnown(String key) {
        if (!KNOWN.contains(key)) {
            throw unknown(key);
        }
    }

    static InvalidInput unknown(String key) {
        return new InvalidInput(key, "is not a key of a device" + Spelling.hintOfKey(key, KNOWN));
    }

    static boolean isSi(String key) {
        return DeviceKey.of(key).filter(DeviceKey::isSi).isPresent();
    }

    /** The key that says the same thing in another way. */
    static Optional<String> alternative(String key) {
        return DeviceKey.of(key).flatMap(DeviceKey::alternative).map(DeviceKey::id);
    }

    Device device() {
        Junction junction =
                new Junction(
                        number(DeviceKey.G_PARALLEL),
                        number(DeviceKey.G_ANTIPARALLEL),
                        number(DeviceKey.G_RIGHT),
                        number(DeviceKey.POLARIZATION),
                        switched(DeviceKey.ANGULAR_DAMPING),
                        switched(DeviceKey.ANGULAR_TORQUE));
        Magnet magnet = new Magnet(damping(), number(DeviceKey.FIELD), anisotropy());
        return new Device(junction, magnet, units());
    }

    private Damping damping() {
        if (!values.containsKey(DeviceKey.INTRINSIC_DAMPING.id())) {
            return new Damping.Total(number(DeviceKey.DAMPING));
        }
        if (values.containsKey(DeviceKey.DAMPING.id())) {
            throw new InvalidInput(
                    DeviceKey.INTRINSIC_DAMPING.id(),
                    "cannot stand beside " + DeviceKey.DAMPING.id());
        }
        return new Damping.Intrinsic(number(DeviceKey.INTRINSIC_DAMPING));
    }

    private Units units() {
        if (values.keySet().stream().noneMatch(DeviceKeys::isSi)) {
            return new Units.Dimensionless(number(DeviceKey.SPIN_RATIO));
        }
        if (values.containsKey(DeviceKey.SPIN_RATIO.id())) {
            throw new InvalidInput(
                    DeviceKey.SPIN_RATIO.id(),
                    "cannot stand beside [si], from which it is derived");
        }
        return new Units.Si(
                number(DeviceKey.SATURATION_MAGNETIZATION),
                number(DeviceKey.VOLUME),
                number(DeviceKey.GYROMAGNETIC_RATIO));
    }

    private Anisotropy anisotropy() {
        JsonNode node = required(ANISOTROPY);
        if (!node.isArray() || node.size() != 3) {
            throw new InvalidInput(
                    ANISOTROPY,
                    "must be a list of 3 numbers, not "
                            + shown(node)
                            + (node.size() > 3 ? "; " + InvalidInput.DECIMAL_POINT : ""));
        }
        List<Double> components = new ArrayList<>();
        for (JsonNode component : node) {
            components.add(number(ANISOTROPY + "[" + components.size() + "]", component));
        }
        return new Anisotropy(components.get(0), components.get(1), components.get(2));
    }

    private boolean switched(DeviceKey key) {
        JsonNode node = values.get(key.id());
        if (node == null) {
            return true;
        }
        if (!node.isBoolean()) {
            throw new InvalidInput(key.id(), "must be true or false, not " + shown(node));
        }
        return node.booleanValue();
    }

    private double number(DeviceKey key) {
        return number(key.id(), required(key.id()));
    }

    private static double number(String key, JsonNode node) {
        if (!node.isNumber()) {
            throw new InvalidInput(key, "must be a number, not " + shown(node));
        }
        return Double.parseDouble(node.asString());
    }

    /** What is in lists and tables may be deeper than can be shown. */
    private static String shown(JsonNode node) {
        if (node.isArray()) {
            return "a list of " + node.size();
        }
        return node.isObject() ? "a table" : node.toString();
    }

    private JsonNode required(String key) {
        @Nullable JsonNode node = values.get(key);
        if (node == null) {
            throw new InvalidInput(key, "is missing" + hint(key));
        }
        return node;
    }

    private static String hint(String key) {
        return key.equals(DeviceKey.SPIN_RATIO.id())
                ? "; a device in SI units has a table [si] instead"
                : "";
    }
}
