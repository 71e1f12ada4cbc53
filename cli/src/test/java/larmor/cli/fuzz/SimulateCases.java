package larmor.cli.fuzz;

import java.util.LinkedHashMap;
import java.util.Map;
import larmor.cli.fuzz.CommandCase.Result;

/** Calls of {@code simulate}. */
final class SimulateCases {

    private static final String SUBJECT = "simulate";
    private static final String CHARGE = "--charge-relaxation-time";
    private static final String OUT = "--out";
    private static final String FILE = "out.txt";

    /** So that the longest run takes a fraction of a second. */
    private static final String MOST_STEPS = "20000";

    private SimulateCases() {}

    static FuzzCase of(Draw draw) {
        Flags flags = new Flags(SUBJECT);
        Map<String, byte[]> files = new LinkedHashMap<>();
        int kind = draw.count(0, 9);
        boolean invalidDevice = kind == 9;
        boolean si = false;
        if (invalidDevice) {
            DeviceFlags.invalid(draw, flags, files);
        } else {
            si = DeviceFlags.valid(draw, flags, files);
        }
        flags.with("--voltage", voltage(draw, si));
        flags.with("--time", Numerals.spelled(draw, draw.betweenLogs(0.01, 20)));
        String format = draw.word("text", "json", "csv");
        flags.with("--format", format);
        if (draw.chance(0.3)) {
            flags.with("--initial", direction(draw));
        }
        int samples = 1001;
        if (format.equals("csv") && draw.chance(0.7)) {
            samples = draw.count(2, 50);
            flags.with("--samples", Integer.toString(samples));
        }
        if (draw.chance(0.3)) {
            flags.with(OUT, CommandCase.FOLDER + "/" + FILE);
        }
        if (!format.equals("csv") && draw.chance(0.15)) {
            flags.with(CHARGE, Numerals.spelled(draw, draw.betweenLogs(1e-2, 10)));
        } else {
            solver(draw, flags);
        }
        Expectation expectation = Expectation.VALID;
        if (invalidDevice) {
            expectation = Expectation.INVALID;
        } else if (kind >= 7) {
            spoil(draw, flags);
            expectation = Expectation.INVALID;
        } else if (kind >= 5) {
            exaggerate(draw, flags, files);
            expectation = Expectation.EDGE;
        }
        return new CommandCase(
                SUBJECT, expectation, flags.row(draw), files, result(flags, format, samples));
    }

    static String voltage(Draw draw, boolean si) {
        String number = Numerals.spelled(draw, draw.between(-1, 3));
        return si && draw.chance(0.5) ? number + draw.word("mV", "uV", " mV", "nV") : number;
    }

    private static String direction(Draw draw) {
        return Numerals.spelled(draw, draw.between(-1, 1))
                + ","
                + Numerals.spelled(draw, draw.between(-1, 1))
                + ", "
                + draw.word("1", "-1", "0.5", "1e-300", "-3e20");
    }

    /** One of them, with what it needs to end soon. */
    static void solver(Draw draw, Flags flags) {
        if (draw.chance(0.5)) {
            flags.with(
                            "--solver",
                            draw.word("rk4", "rk4-simd", "verner9", "verner9-simd", "dop853"))
                    .with("--step", Numerals.spelled(draw, draw.betweenLogs(2e-3, 0.5)));
        } else {
            flags.with(
                            "--solver",
                            draw.word(
                                    "dopri5",
                                    "dop853",
                                    "dopri5-simd",
                                    "dop853-simd",
                                    "hipparchus-dopri5",
                                    "hipparchus-dop853"))
                    .with("--tolerance", Numerals.spelled(draw, draw.betweenLogs(1e-12, 1e-3)));
            if (draw.chance(0.3)) {
                flags.with("--max-steps", Integer.toString(draw.count(1, 20_000)));
            }
        }
        if (draw.chance(0.3)) {
            flags.with("--form", draw.word("exact", "leading-order"));
        }
        if (draw.chance(0.3)) {
            flags.with("--self-torque", draw.word("on", "off"));
        }
    }

    /** Puts one thing to an extreme. */
    private static void exaggerate(Draw draw, Flags flags, Map<String, byte[]> files) {
        if (flags.has("--tolerance")) {
            flags.with("--max-steps", MOST_STEPS);
        }
        switch (draw.count(0, 5)) {
            // The charge has no limit of steps to set, only one that takes a minute to reach.
            case 0 -> DeviceFlags.extreme(draw, flags.without(CHARGE), files);
            case 1 -> flags.without(CHARGE).with("--voltage", Numerals.extremeSpelled(draw));
            case 2 -> flags.without(CHARGE).with("--time", Numerals.extremeSpan(draw));
            case 3 ->
                    flags.with(
                            "--initial",
                            Numerals.extremeSpelled(draw)
                                    + ","
                                    + Numerals.extremeSpelled(draw)
                                    + ","
                                    + Numerals.extremeSpelled(draw));
            case 4 -> {
                if (flags.has("--step")) {
                    flags.with("--step", Numerals.extremeSpan(draw));
                } else if (flags.has("--tolerance")) {
                    flags.with("--tolerance", Numerals.extremeSpelled(draw));
                } else {
                    flags.with(CHARGE, Numerals.spelled(draw, draw.chance(0.5) ? 1e-300 : 1e300));
                }
            }
            default -> {
                // Few steps of any length.
                if (flags.has("--step")) {
                    String power = draw.word("e300", "e-300", "e-320", "e15", "e-15");
                    flags.with("--step", "1" + power).with("--time", draw.count(1, 300) + power);
                }
            }
        }
    }

    /** Makes one mistake. */
    private static void spoil(Draw draw, Flags flags) {
        switch (draw.count(0, 9)) {
            case 0 -> flags.with("--time", draw.chance(0.5) ? Numerals.none(draw) : "-1e-300");
            case 1 -> flags.with("--voltage", draw.chance(0.5) ? Numerals.none(draw) : "1,2");
            case 2 ->
                    flags.with(
                            "--voltage",
                            draw.word("1V V", "mV", "1kV", "1:2", "1mV,2", "V", "1 m V"));
            case 3 -> flags.without(draw.word("--time", "--voltage"));
            case 4 -> flags.with("--format", draw.word("xml", "CSV", "", "text,json", "-"));
            case 5 ->
                    flags.with(
                            "--initial",
                            draw.word(
                                    "0,0,0", "1,0", "1,0,0,0", "1:2:3", "random", "x,y,z", "1,,1",
                                    ""));
            case 6 ->
                    flags.with(
                            OUT,
                            draw.word(
                                    CommandCase.FOLDER,
                                    CommandCase.FOLDER + "/none/out.csv",
                                    "/dev/null",
                                    "\u0000"));
            case 7 ->
                    flags.and(
                            draw.word(
                                    "--colour", "-x", "stray", "--time", "--step=0.1=2", "\u00e4"));
            case 8 -> {
                flags.without(CHARGE);
                flags.with("--solver", draw.word("euler", "RK4", "Auto", "rk4-", "", "rk4,dopri5"));
            }
            default -> {
                flags.without(CHARGE).without("--tolerance").without("--max-steps");
                flags.with("--solver", draw.word("rk4", "verner9-simd", "dop853"));
                flags.with(
                        "--step",
                        draw.chance(0.5)
                                ? Numerals.none(draw)
                                : draw.word("0", "-0.0", "-0.1", "-1e300", "1e-330"));
            }
        }
    }

    private static Result result(Flags flags, String format, int samples) {
        boolean inFile = flags.has(OUT);
        return (out, written) -> {
            String text = inFile ? written.getOrDefault(FILE, "") : out;
            switch (format) {
                case "csv" -> Written.requireTrajectory(text, samples);
                case "json" -> Written.requireEnd(text);
                default -> Written.requireFinite(text);
            }
            if (!text.endsWith("\n")
                    || written.size() != (inFile ? 1 : 0)
                    || inFile != out.isEmpty()) {
                throw new AssertionError("files " + written.keySet() + " beside\n" + out);
            }
            return false;
        };
    }
}
