package larmor.cli.fuzz;

import java.util.Map;
import larmor.model.Anisotropy;
import larmor.model.Damping;
import larmor.model.Device;
import larmor.model.InvalidInput;
import larmor.model.Junction;
import larmor.model.Magnet;
import larmor.model.Units;
import org.jspecify.annotations.Nullable;

/** Devices as a program makes them, without a file. */
final class Devices {

    private Devices() {}

    /**
     * The device of a text whose values are numbers and switches.
     *
     * @throws InvalidInput if it is none
     */
    static Device of(DeviceText text) {
        Map<String, String> values = text.values();
        String[] n =
                values.getOrDefault("magnet.anisotropy", "")
                        .replaceAll("[\\[\\] ]", "")
                        .split(",", -1);
        @Nullable String total = values.get("magnet.damping");
        return new Device(
                new Junction(
                        number(values, "junction.g_parallel"),
                        number(values, "junction.g_antiparallel"),
                        number(values, "junction.g_right"),
                        number(values, "junction.polarization"),
                        isOn(values, "junction.angular_damping"),
                        isOn(values, "junction.angular_torque")),
                new Magnet(
                        total == null
                                ? new Damping.Intrinsic(number(values, "magnet.intrinsic_damping"))
                                : new Damping.Total(number(values, "magnet.damping")),
                        number(values, "magnet.field"),
                        new Anisotropy(number(n[0]), number(n[1]), number(n[2]))),
                text.inSi()
                        ? new Units.Si(
                                number(values, "si.saturation_magnetization"),
                                number(values, "si.volume"),
                                number(values, "si.gyromagnetic_ratio"))
                        : new Units.Dimensionless(number(values, "magnet.spin_ratio")));
    }

    private static double number(Map<String, String> values, String key) {
        return number(values.getOrDefault(key, ""));
    }

    static double number(String text) {
        return Double.parseDouble(text.replace("_", ""));
    }

    private static boolean isOn(Map<String, String> values, String key) {
        return !values.getOrDefault(key, "true").equals("false");
    }
}
