package larmor.cli.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;

/** Puts a device into a call: by a file, by {@code --set}, or the paper's own. */
final class DeviceFlags {

    private static final String NAME = "device.toml";
    private static final String FLAG = "--device";
    private static final String SET = "--set";

    private DeviceFlags() {}

    /** A device that is run; returns whether it is in SI units. */
    static boolean valid(Draw draw, Flags flags, Map<String, byte[]> files) {
        boolean si = false;
        if (draw.chance(0.5)) {
            DeviceText device = DeviceText.valid(draw);
            si = device.inSi();
            file(draw, device, flags, files);
        }
        if (draw.chance(0.5)) {
            flags.and(SET).and(validSetting(draw));
        }
        return si;
    }

    /** A device in a file. */
    static void file(Draw draw, DeviceText device, Flags flags, Map<String, byte[]> files) {
        files.put(NAME, device.file(draw));
        flags.with(FLAG, CommandCase.FOLDER + "/" + NAME);
    }

    private static String validSetting(Draw draw) {
        String blank = draw.word("", " ");
        return blank
                + switch (draw.count(0, 3)) {
                    case 0 ->
                            draw.word("magnet.damping", "magnet.intrinsic_damping")
                                    + blank
                                    + "="
                                    + Numerals.spelled(draw, draw.between(0.01, 0.05));
                    case 1 ->
                            "junction.polarization="
                                    + blank
                                    + Numerals.spelled(draw, draw.between(0.2, 1));
                    case 2 -> "junction.angular_torque=" + draw.word("true", "false");
                    default -> "magnet.anisotropy=[ 0.9, 0.3,0.1 ]";
                };
    }

    /** A device with numbers as small or as large as there are any. */
    static void extreme(Draw draw, Flags flags, Map<String, byte[]> files) {
        if (draw.chance(0.2)) {
            // Whether a reader takes these is up to it.
            String text = new String(DeviceText.valid(draw).file(draw), UTF_8);
            files.put(
                    NAME,
                    switch (draw.count(0, 2)) {
                        case 0 -> ("\ufeff" + text).getBytes(UTF_8);
                        case 1 -> text.replace("\n", "\r").getBytes(UTF_8);
                        default -> text.replace("0.", ".").getBytes(UTF_8);
                    });
        } else if (draw.chance(0.6)) {
            files.put(NAME, DeviceText.extreme(draw).file(draw));
        } else {
            flags.and(SET)
                    .and(
                            draw.word(
                                            "magnet.damping=",
                                            "magnet.field=",
                                            "magnet.spin_ratio=",
                                            "junction.polarization=",
                                            "junction.g_right=",
                                            "junction.g_parallel=",
                                            "junction.g_antiparallel=")
                                    + (draw.chance(0.1)
                                            ? draw.word(
                                                    "0x10", "0b11", "0o7", "1e-400", "1e999999999")
                                            : Numerals.spelled(draw, Numerals.extreme(draw))));
            return;
        }
        flags.with(FLAG, CommandCase.FOLDER + "/" + NAME);
    }

    /** A device with one mistake. */
    static void invalid(Draw draw, Flags flags, Map<String, byte[]> files) {
        switch (draw.count(0, 3)) {
            case 0 -> file(draw, DeviceText.invalid(draw), flags, files);
            case 1 -> {
                files.put(NAME, DeviceText.noFile(draw));
                flags.with(FLAG, CommandCase.FOLDER + "/" + NAME);
            }
            case 2 ->
                    flags.with(
                            FLAG,
                            draw.word(
                                    CommandCase.FOLDER,
                                    CommandCase.FOLDER + "/none.toml",
                                    CommandCase.FOLDER + "/no/ne.toml",
                                    "",
                                    "\u0000",
                                    "/dev/null",
                                    "x".repeat(5000)));
            default -> flags.and(SET).and(invalidSetting(draw));
        }
    }

    private static String invalidSetting(Draw draw) {
        int depth = draw.count(1, 30_000);
        return switch (draw.count(0, 3)) {
            case 0 -> "magnet.field=" + "[".repeat(depth) + "]".repeat(depth);
            case 1 -> "magnet.field=" + "{a=".repeat(depth);
            case 2 -> "magnet.damping=" + draw.word("true", "\"1\"", "nan", "inf", "-inf", "1e400");
            default ->
                    draw.word(
                            "",
                            "=",
                            "=1",
                            "magnet.field",
                            "magnet.field=",
                            "magnet.field= ",
                            "magnet.field=1\nmagnet.damping=2",
                            "magnet.field=1\nvalue2=2",
                            "magnet.field=1 # \u0000",
                            "magnet.field=1,2",
                            "magnet.field==1",
                            "field=1",
                            "magnet=1",
                            "magnet.colour=1",
                            "magnet.anisotropy=[1,2]",
                            "magnet.anisotropy[0]=1",
                            "si.volume=1e-24",
                            "junction.polarization=0",
                            "junction.polarization=1.0000000000000002",
                            "junction.g_right=0",
                            "junction.g_right=-0.0",
                            "junction.angular_torque=1",
                            "magnet.spin_ratio=0",
                            "magnet.field=1_",
                            "magnet.field=1e",
                            "magnet.field=" + "1".repeat(2000) + "e",
                            "magnet.field=\"\"\"",
                            "value=1");
        };
    }
}
