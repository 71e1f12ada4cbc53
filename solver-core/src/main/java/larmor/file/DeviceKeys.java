package larmor.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import larmor.model.Anisotropy;
import larmor.model.Damping;
import larmor.model.Device;
import larmor.model.InvalidInput;
import larmor.model.Junction;
import larmor.model.Magnet;
import larmor.model.Units;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The keys of a device and the device that their values make.
 *
 * @param values by dotted key
 */
record DeviceKeys(Map<String, JsonNode> values) {

    private static final String G_PARALLEL = "junction.g_parallel";
    private static final String G_ANTIPARALLEL = "junction.g_antiparallel";
    private static final String G_RIGHT = "junction.g_right";
    private static final String POLARIZATION = "junction.polarization";
    private static final String ANGULAR_DAMPING = "junction.angular_damping";
    private static final String ANGULAR_TORQUE = "junction.angular_torque";
    private static final String DAMPING = "magnet.damping";
    private static final String INTRINSIC_DAMPING = "magnet.intrinsic_damping";
    private static final String SPIN_RATIO = "magnet.spin_ratio";
    private static final String FIELD = "magnet.field";
    private static final String ANISOTROPY = "magnet.anisotropy";
    private static final String SATURATION_MAGNETIZATION = "si.saturation_magnetization";
    private static final String VOLUME = "si.volume";
    private static final String GYROMAGNETIC_RATIO = "si.gyromagnetic_ratio";

    private static final Set<String> KNOWN =
            Set.of(
                    G_PARALLEL,
                    G_ANTIPARALLEL,
                    G_RIGHT,
                    POLARIZATION,
                    ANGULAR_DAMPING,
                    ANGULAR_TORQUE,
                    DAMPING,
                    INTRINSIC_DAMPING,
                    SPIN_RATIO,
                    FIELD,
                    ANISOTROPY,
                    SATURATION_MAGNETIZATION,
                    VOLUME,
                    GYROMAGNETIC_RATIO);

    static void requireKnown(String key) {
        if (!KNOWN.contains(key)) {
            throw unknown(key);
        }
    }

    static InvalidInput unknown(String key) {
        return new InvalidInput(key, "is not a key of a device");
    }

    static boolean isSi(String key) {
        return key.startsWith("si.");
    }

    /** The key that says the same thing in another way. */
    static Optional<String> alternative(String key) {
        return switch (key) {
            case DAMPING -> Optional.of(INTRINSIC_DAMPING);
            case INTRINSIC_DAMPING -> Optional.of(DAMPING);
            default -> Optional.empty();
        };
    }

    Device device() {
        Junction junction =
                new Junction(
                        number(G_PARALLEL),
                        number(G_ANTIPARALLEL),
                        number(G_RIGHT),
                        number(POLARIZATION),
                        switched(ANGULAR_DAMPING),
                        switched(ANGULAR_TORQUE));
        Magnet magnet = new Magnet(damping(), number(FIELD), anisotropy());
        return new Device(junction, magnet, units());
    }

    private Damping damping() {
        if (!values.containsKey(INTRINSIC_DAMPING)) {
            return new Damping.Total(number(DAMPING));
        }
        if (values.containsKey(DAMPING)) {
            throw new InvalidInput(INTRINSIC_DAMPING, "cannot stand beside " + DAMPING);
        }
        return new Damping.Intrinsic(number(INTRINSIC_DAMPING));
    }

    private Units units() {
        if (values.keySet().stream().noneMatch(DeviceKeys::isSi)) {
            return new Units.Dimensionless(number(SPIN_RATIO));
        }
        if (values.containsKey(SPIN_RATIO)) {
            throw new InvalidInput(
                    SPIN_RATIO, "cannot stand beside [si], from which it is derived");
        }
        return new Units.Si(
                number(SATURATION_MAGNETIZATION), number(VOLUME), number(GYROMAGNETIC_RATIO));
    }

    private Anisotropy anisotropy() {
        JsonNode node = required(ANISOTROPY);
        if (!node.isArray() || node.size() != 3) {
            throw new InvalidInput(ANISOTROPY, "must be a list of 3 numbers, not " + node);
        }
        List<Double> components = new ArrayList<>();
        for (JsonNode component : node) {
            components.add(number(ANISOTROPY + "[" + components.size() + "]", component));
        }
        return new Anisotropy(components.get(0), components.get(1), components.get(2));
    }

    private boolean switched(String key) {
        JsonNode node = values.get(key);
        if (node == null) {
            return true;
        }
        if (!node.isBoolean()) {
            throw new InvalidInput(key, "must be true or false, not " + node);
        }
        return node.booleanValue();
    }

    private double number(String key) {
        return number(key, required(key));
    }

    private static double number(String key, JsonNode node) {
        if (!node.isNumber()) {
            throw new InvalidInput(key, "must be a number, not " + node);
        }
        return Double.parseDouble(node.asString());
    }

    private JsonNode required(String key) {
        @Nullable JsonNode node = values.get(key);
        if (node == null) {
            throw new InvalidInput(key, "is missing" + hint(key));
        }
        return node;
    }

    private static String hint(String key) {
        return key.equals("magnet.spin_ratio")
                ? "; a device in SI units has a table [si] instead"
                : "";
    }
}
