package larmor.cli.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A device as its user writes it.
 *
 * @param values by dotted key, each as TOML
 * @param expectation of whatever reads it
 */
record DeviceText(Map<String, String> values, Expectation expectation) {

    private static final double CONDUCTANCE_QUANTUM = 7.748e-5;
    private static final double VACUUM_PERMEABILITY = 1.2566e-6;
    private static final String SI = "si.volume";
    private static final String FIELD = "magnet.field";
    private static final String ANISOTROPY = "magnet.anisotropy";
    private static final String RATIO = "magnet.spin_ratio";

    /** The size that a device file may have. */
    private static final int MOST_BYTES = 1 << 16;

    static DeviceText of(Draw draw) {
        int kind = draw.count(0, 9);
        return kind < 5 ? valid(draw) : kind < 8 ? extreme(draw) : invalid(draw);
    }

    /**
     * Conductances that differ by so much, a field and stiffnesses of so much, and a damping that
     * only grows with the angle make an oscillator, whatever the other numbers are.
     */
    static DeviceText valid(Draw draw) {
        boolean si = draw.chance(0.3);
        Map<String, String> values = new LinkedHashMap<>();
        double siemens = si ? CONDUCTANCE_QUANTUM : 1;
        double magnetization = draw.betweenLogs(1e5, 2e6);
        double antiparallel = draw.chance(0.1) ? 0 : draw.between(0.005, 0.1);
        put(
                draw,
                values,
                "junction.g_parallel",
                siemens * (antiparallel + draw.between(0.01, 0.2)));
        put(draw, values, "junction.g_antiparallel", siemens * antiparallel);
        put(draw, values, "junction.g_right", siemens * draw.between(0.02, 0.3));
        put(draw, values, "junction.polarization", draw.chance(0.1) ? 1 : draw.between(0.2, 1));
        if (draw.chance(0.2)) {
            values.put("junction.angular_damping", draw.word("true", "false"));
        }
        if (draw.chance(0.2)) {
            values.put("junction.angular_torque", draw.word("true", "false"));
        }
        String damping = draw.word("magnet.damping", "magnet.intrinsic_damping");
        put(draw, values, damping, draw.betweenLogs(3e-3, 5e-2));
        if (si) {
            put(draw, values, "si.saturation_magnetization", magnetization);
            put(draw, values, SI, draw.betweenLogs(1e-25, 1e-22));
            put(draw, values, "si.gyromagnetic_ratio", draw.between(1.5e11, 2e11));
        } else {
            put(draw, values, RATIO, draw.between(0.05, 1.5));
        }
        double tesla = si ? VACUUM_PERMEABILITY * magnetization : 1;
        put(draw, values, FIELD, tesla * draw.between(0.2, 1.5));
        double nx = draw.between(0.1, 1);
        double ny = draw.between(0, 1);
        values.put(
                ANISOTROPY,
                "["
                        + Numerals.spelled(draw, nx)
                        + ", "
                        + Numerals.spelled(draw, ny)
                        + ","
                        + Numerals.spelled(draw, draw.between(0, Math.min(nx, ny)))
                        + (draw.chance(0.5) ? "]" : " ,]"));
        return new DeviceText(values, Expectation.VALID);
    }

    private static void put(Draw draw, Map<String, String> values, String key, double value) {
        String number = Numerals.spelled(draw, value);
        values.put(
                key,
                draw.chance(0.05) && number.matches("0\\.\\d\\d+")
                        ? number.substring(0, 3) + "_" + number.substring(3)
                        : number);
    }

    /** The same with one to three numbers as small or as large as there are any. */
    static DeviceText extreme(Draw draw) {
        Map<String, String> values = new LinkedHashMap<>(valid(draw).values());
        for (int i = draw.count(1, 3); i > 0; i--) {
            String key = draw.oneOf(numbers(values));
            String value = Numerals.spelled(draw, Numerals.extreme(draw));
            values.put(
                    key,
                    key.equals(ANISOTROPY)
                            ? "[" + value + "," + Numerals.extreme(draw) + ", 1e-3]"
                            : value);
        }
        return new DeviceText(values, Expectation.EDGE);
    }

    /** A valid one, of which a number is larger or smaller by orders of magnitude. */
    static DeviceText scaled(Draw draw) {
        Map<String, String> values = new LinkedHashMap<>(valid(draw).values());
        String key =
                draw.oneOf(
                        numbers(values).stream()
                                .filter(number -> !number.equals(ANISOTROPY))
                                .toList());
        double scale = draw.betweenLogs(1e-8, 1e8);
        values.computeIfPresent(key, (_, value) -> Double.toString(scale * Devices.number(value)));
        return new DeviceText(values, Expectation.EDGE);
    }

    private static List<String> numbers(Map<String, String> values) {
        return values.keySet().stream().filter(key -> !key.contains("angular")).toList();
    }

    /** The same with one mistake. */
    static DeviceText invalid(Draw draw) {
        Map<String, String> values = new LinkedHashMap<>(valid(draw).values());
        boolean si = values.containsKey(SI);
        switch (draw.count(0, 6)) {
            case 0 -> values.remove(draw.oneOf(numbers(values)));
            case 1 ->
                    values.put(
                            draw.word(
                                    "magnet.colour",
                                    "junction.G_RIGHT",
                                    "magnet.anisotropy_x",
                                    "device.field",
                                    "magnet.\"\"",
                                    "magnet.\"fi eld\""),
                            "1.0");
            case 2 ->
                    values.put(
                            draw.oneOf(numbers(values)),
                            draw.word(
                                    "true",
                                    "\"0.1\"",
                                    "'1'",
                                    "{}",
                                    "{a = 1}",
                                    "[]",
                                    "[1]",
                                    "[1,2]",
                                    "[1,2,3,4]",
                                    "[1,2,\"3\"]",
                                    "[[1,2,3]]",
                                    "[1,2,inf]",
                                    "1979-05-27",
                                    "07:32:00",
                                    "nan",
                                    "+inf",
                                    "-inf",
                                    "1e400",
                                    "1" + "0".repeat(400)));
            case 3 ->
                    values.put(
                            draw.word("junction.angular_damping", "junction.angular_torque"),
                            draw.word("1", "0", "\"true\"", "[true]", "0.5"));
            case 4 -> {
                String key =
                        draw.oneOf(
                                numbers(values).stream()
                                        .filter(number -> !number.equals(ANISOTROPY))
                                        .filter(number -> !number.equals("junction.g_parallel"))
                                        .filter(number -> !number.endsWith("_antiparallel"))
                                        .toList());
                // Below 0 by more than any pumping or anisotropy makes up for.
                values.put(key, draw.word("-1e3", "-1e30", "-1000000"));
            }
            case 5 -> {
                if (si) {
                    values.put(RATIO, "1.0");
                } else {
                    values.put(SI, "1e-24");
                }
            }
            default -> {
                values.putIfAbsent("magnet.damping", "0.01");
                values.putIfAbsent("magnet.intrinsic_damping", "0.01");
            }
        }
        return new DeviceText(values, Expectation.INVALID);
    }

    boolean inSi() {
        return values.containsKey(SI);
    }

    /** A file in one of TOML's ways to say the same. */
    byte[] file(Draw draw) {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            int dot = key.indexOf('.');
            tables.computeIfAbsent(key.substring(0, dot), _ -> new ArrayList<>())
                    .add(key.substring(dot + 1) + " = " + value);
        });
        String end = draw.chance(0.2) ? "\r\n" : "\n";
        int style = draw.count(0, 3);
        StringBuilder text = new StringBuilder(draw.chance(0.2) ? "# Ein Ger\u00e4t" + end : "");
        tables.forEach((table, lines) -> {
            switch (style) {
                case 0 ->
                        text.append(table)
                                .append(" = { ")
                                .append(String.join(", ", lines))
                                .append(" }")
                                .append(end);
                case 1 ->
                        lines.forEach(
                                line -> text.append(table).append(" . ").append(line).append(end));
                default -> {
                    text.append("[ ").append(table).append(" ]").append(end);
                    lines.forEach(line -> text.append("\t ").append(line).append(" #").append(end));
                }
            }
        });
        if (draw.chance(0.05)) {
            int room = MOST_BYTES - text.toString().getBytes(UTF_8).length;
            text.append("#".repeat(draw.chance(0.5) ? room : draw.count(0, room)));
        }
        return text.toString().getBytes(UTF_8);
    }

    /** A file that holds no device, whatever else it holds. */
    static byte[] noFile(Draw draw) {
        String device = new String(valid(draw).file(draw), UTF_8);
        int depth = draw.count(1, 30_000);
        return switch (draw.count(0, 12)) {
            case 0 -> draw.bytes(draw.count(0, 3000));
            case 1 -> device.replaceFirst("=", "").getBytes(UTF_8);
            case 2 -> (device + "\nmagnet.field = 1\nmagnet.field = 1\n").getBytes(UTF_8);
            case 3 -> ("field = 1\n" + device).getBytes(UTF_8);
            case 4 -> (device + "#".repeat(MOST_BYTES)).getBytes(UTF_8);
            case 5 -> (device + "\n# \u00e4").getBytes(ISO_8859_1);
            case 6 -> ("a = " + "[".repeat(depth) + "]".repeat(depth)).getBytes(UTF_8);
            case 7 -> ("a = " + "[".repeat(depth)).getBytes(UTF_8);
            case 8 -> ("a" + ".a".repeat(depth) + " = 1").getBytes(UTF_8);
            case 9 -> ("a = " + "{a = ".repeat(depth / 5)).getBytes(UTF_8);
            case 10 -> ("[" + "a.".repeat(depth) + "a]").getBytes(UTF_8);
            case 11 -> device.substring(0, draw.count(0, device.lastIndexOf('='))).getBytes(UTF_8);
            default -> (device + "\nx = \"" + "\u0000" + "\"").getBytes(UTF_8);
        };
    }
}
