package larmor.cli.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import larmor.cli.fuzz.CommandCase.Result;

/** Calls of {@code sweep} over small grids. */
final class SweepCases {

    private static final String SUBJECT = "sweep";
    private static final String OUT = "--out";

    /** Where nothing is, so that no answer of the machine that runs this plays a part. */
    private static final String NO_PROFILE = CommandCase.FOLDER + "/profile.json";

    private static final String DIRECTORY = CommandCase.FOLDER + "/map/";

    /** The window then holds the fewest samples that there may be, or a few more. */
    private static final int SHORTEST = 100;

    private SweepCases() {}

    static FuzzCase of(Draw draw) {
        int kind = draw.count(0, 9);
        Flags flags = new Flags(SUBJECT);
        Map<String, byte[]> files = new LinkedHashMap<>();
        int points = 0;
        if (kind == 9) {
            // A list of another key could mend it.
            DeviceFlags.invalid(draw, flags, files);
            flags.with("--voltage", Numerals.list(draw, 2, -0.5, 2.5));
        } else {
            boolean si = DeviceFlags.valid(draw, flags, files);
            points = grid(draw, flags, si);
        }
        protocol(draw, flags);
        String format = draw.word("csv", "json", "text");
        flags.with("--format", format);
        if (!format.equals("text") && draw.chance(0.5)) {
            flags.with(OUT, draw.chance(0.7) ? CommandCase.FOLDER + "/rows" : DIRECTORY);
            if (draw.chance(0.2)) {
                flags.and("--resume");
            }
        }
        Expectation expectation = Expectation.VALID;
        if (kind == 9) {
            expectation = Expectation.INVALID;
        } else if (kind >= 6) {
            spoil(draw, flags);
            expectation = Expectation.INVALID;
        } else if (kind >= 4) {
            exaggerate(draw, flags, files);
            expectation = Expectation.EDGE;
        }
        return new CommandCase(
                SUBJECT,
                expectation,
                flags.row(draw),
                files,
                expectation == Expectation.EDGE
                        ? result(flags, format, 0)
                        : result(flags, format, points));
    }

    /** What is run; returns how many points that are. */
    private static int grid(Draw draw, Flags flags, boolean si) {
        int voltages = draw.count(1, 3);
        int points = voltages;
        flags.with("--voltage", Numerals.list(draw, voltages, -0.5, 2.5));
        if (!si && draw.chance(0.3)) {
            int fields = draw.count(1, 2);
            points *= fields;
            flags.with("--field", Numerals.list(draw, fields, 0.2, 1.5));
        }
        if (draw.chance(0.3)) {
            int values = draw.count(1, 2);
            points *= values;
            flags.and("--grid")
                    .and(
                            draw.chance(0.5)
                                    ? "magnet.damping=" + Numerals.list(draw, values, 0.01, 0.05)
                                    : " junction.polarization ="
                                            + Numerals.list(draw, values, 0.2, 0.9));
        }
        if (draw.chance(0.2)) {
            points *= 2;
            flags.and("--grid").and("junction.angular_torque=true, false");
        }
        if (draw.chance(0.4)) {
            String torque = draw.word("on", "off", "both");
            points *= torque.equals("both") ? 2 : 1;
            flags.with("--self-torque", torque);
        }
        if (draw.chance(0.3)) {
            String direction = draw.word("up", "down", "both");
            points *= direction.equals("both") ? 2 : 1;
            flags.with("--direction", direction);
        }
        if (draw.chance(0.3)) {
            flags.with("--initial", "random")
                    .with("--seed", Long.toString(draw.random().nextLong()))
                    .with("--tilt", Numerals.spelled(draw, draw.betweenLogs(1e-6, 1.5)));
            if (draw.chance(0.5)) {
                int members = draw.count(1, 2);
                points *= members;
                flags.with("--ensemble", Integer.toString(members));
            }
        }
        return points;
    }

    private static void protocol(Draw draw, Flags flags) {
        int time = draw.count(SHORTEST, SHORTEST + 50);
        flags.with("--time", Integer.toString(time));
        flags.with("--window", Integer.toString(draw.count(SHORTEST - 20, time)));
        flags.with("--threads", Integer.toString(draw.count(1, 3)));
        flags.with("--form", draw.word("exact", "leading-order"));
        switch (draw.count(0, 4)) {
            case 0 ->
                    flags.with("--solver", draw.word("rk4", "rk4-simd", "verner9", "verner9-simd"));
            case 1 -> flags.with("--solver", "auto").with("--profile", NO_PROFILE);
            case 2 ->
                    flags.with("--solver", draw.word("dopri5", "dop853-simd", "dop853"))
                            .with(
                                    "--tolerance",
                                    Numerals.spelled(draw, draw.betweenLogs(1e-12, 1e-8)));
            case 3 ->
                    flags.with("--solver", draw.word("dopri5-simd", "dop853"))
                            .with("--max-steps", Integer.toString(draw.count(1, 3000)));
            default -> {}
        }
    }

    /** Puts one thing to an extreme. */
    private static void exaggerate(Draw draw, Flags flags, Map<String, byte[]> files) {
        if (!flags.has("--max-steps") && flags.has("--tolerance")) {
            flags.with("--max-steps", "20000");
        }
        switch (draw.count(0, 7)) {
            case 0 -> DeviceFlags.extreme(draw, flags, files);
            case 1 -> flags.with("--voltage", Numerals.extremeList(draw));
            case 2 -> flags.with("--field", Numerals.extremeList(draw));
            case 3 ->
                    flags.and("--grid")
                            .and(
                                    draw.word(
                                                    "magnet.spin_ratio",
                                                    "magnet.anisotropy[1]",
                                                    "junction.g_right",
                                                    "junction.g_parallel")
                                            + "="
                                            + Numerals.extremeList(draw));
            case 4 -> flags.with(draw.word("--time", "--window"), Numerals.extremeSpan(draw));
            case 5 ->
                    flags.with("--initial", "random").with("--tilt", Numerals.extremeSpelled(draw));
            case 6 -> {
                flags.with("--time", "1e12").with("--window", "80");
                if (!flags.has("--max-steps")) {
                    flags.without("--accuracy").with("--solver", "rk4");
                }
            }
            default -> {
                if (!flags.has("--max-steps")) {
                    flags.without("--accuracy").with("--solver", draw.word("rk4", "verner9"));
                    flags.with("--step", Numerals.extremeSpan(draw));
                }
            }
        }
    }

    /** Makes one mistake. */
    private static void spoil(Draw draw, Flags flags) {
        switch (draw.count(0, 15)) {
            case 0 -> flags.with("--voltage", Numerals.noList(draw));
            case 1 -> flags.with("--field", Numerals.noList(draw));
            case 2 ->
                    flags.and("--grid")
                            .and(
                                    draw.chance(0.5)
                                            ? "magnet.spin_ratio=" + Numerals.noList(draw)
                                            : draw.word(
                                                    "",
                                                    "magnet.damping",
                                                    "magnet.colour=1",
                                                    "magnet.field=1",
                                                    "magnet.anisotropy=1",
                                                    "junction.angular_damping=1",
                                                    "junction.angular_damping=true,,false",
                                                    "junction.g_right=1,true",
                                                    "junction.g_right=0",
                                                    "junction.g_parallel=0.1,-0.1"));
            case 3 -> flags.with(draw.word("--time", "--window"), Numerals.none(draw));
            case 4 -> flags.with("--window", draw.word("0", "-1", "1e-3", "151", "1e300"));
            case 5 -> flags.with("--direction", draw.word("UP", "", "sideways", "up,down"));
            case 6 ->
                    flags.with("--initial", "random")
                            .with(
                                    "--ensemble",
                                    draw.word("0", "-1", "1.5", "x", "99999999999", ""));
            case 7 -> flags.with("--initial", "0,0,1").without("--seed");
            case 8 ->
                    flags.with("--initial", "random")
                            .with("--seed", draw.word("x", "1.5", "1e3", ""));
            case 9 ->
                    flags.with("--initial", "random")
                            .with("--tilt", draw.word("0", "-1", "1.6", "NaN", "1e300"));
            case 10 ->
                    flags.with(
                            "--threads", draw.word("0", "-1", "1025", "1e2", "many", "9999999999"));
            case 11 ->
                    flags.with(OUT, CommandCase.FOLDER + "/part")
                            .with(
                                    "--shard",
                                    draw.word(
                                            "0/2",
                                            "3/2",
                                            "-1/2",
                                            "1/0",
                                            "1/1000001",
                                            "half",
                                            "1/2/3",
                                            "",
                                            "9999999999/9999999999"));
            case 12 -> {
                flags.without("--profile").without("--max-steps").without("--tolerance");
                flags.with("--solver", "rk4");
                flags.with(
                        "--step",
                        draw.chance(0.5) ? Numerals.none(draw) : draw.word("0", "-1", "9"));
            }
            case 13 ->
                    flags.with(
                            OUT,
                            draw.word(
                                    CommandCase.FOLDER + "/none/rows",
                                    "/dev/null",
                                    "/dev/null/",
                                    "\u0000",
                                    ""));
            case 14 -> {
                flags.without("--max-steps").without("--tolerance");
                flags.with("--solver", "auto")
                        .with("--profile", NO_PROFILE)
                        .with("--accuracy", draw.word("1e-6", "1e-11", "0", "1", "x"));
            }
            default ->
                    flags.and(
                            draw.word("--colour", "stray", "--voltage", "--field=1=2", "--shard"));
        }
    }

    /**
     * @param points how many rows there have to be; 0 for any number
     */
    private static Result result(Flags flags, String format, int points) {
        String file = flags.value(OUT);
        return (out, written) -> {
            String table = out;
            if (file.equals(DIRECTORY)) {
                table = written.getOrDefault("map/sweep." + format, "");
                Written.requirePage(written.getOrDefault("map/sweep.html", ""));
                assertThat(written).hasSize(3);
            } else if (!file.isEmpty()) {
                table = written.getOrDefault("rows", "");
                assertThat(written).hasSize(1);
                assertThat(out).isEmpty();
            } else {
                assertThat(written).isEmpty();
            }
            return Written.requireSweep(table, format, points) > 0;
        };
    }
}
