package larmor.cli.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import larmor.cli.fuzz.CommandCase.Result;

/** Calls of the other commands. What measures is asked wrongly only, so that it never does. */
final class OtherCases {

    private static final String FILE = "file";
    private static final String IN_FILE = CommandCase.FOLDER + "/" + FILE;

    /** Nothing is done where there should be something to look at. */
    private static final Result NEVER =
            (out, _) -> {
                throw new AssertionError("was done: " + out);
            };

    private OtherCases() {}

    static FuzzCase device(Draw draw) {
        Flags flags = new Flags("device");
        Map<String, byte[]> files = new LinkedHashMap<>();
        String format = draw.word("text", "csv", "json");
        flags.with("--format", format);
        Expectation expectation = Expectation.VALID;
        switch (draw.count(0, 3)) {
            case 0 -> DeviceFlags.valid(draw, flags, files);
            case 1 -> {
                DeviceFlags.extreme(draw, flags, files);
                expectation = Expectation.EDGE;
            }
            default -> {
                DeviceFlags.invalid(draw, flags, files);
                expectation = Expectation.INVALID;
            }
        }
        return new CommandCase(
                "device",
                expectation,
                flags.row(draw),
                files,
                (out, written) -> {
                    assertThat(written).isEmpty();
                    switch (format) {
                        case "csv" -> assertThat(Written.csv(out)).isNotEmpty();
                        case "json" -> assertThat(Written.json(out).isObject()).isTrue();
                        default -> Written.requireFinite(out);
                    }
                    return false;
                });
    }

    /**
     * Of devices as they are: the branches of one beyond all measure can take minutes to follow.
     */
    static FuzzCase branches(Draw draw) {
        Flags flags = new Flags("branches");
        Map<String, byte[]> files = new LinkedHashMap<>();
        String format = draw.word("text", "csv", "json");
        flags.with("--format", format);
        String out = format.equals("text") ? CommandCase.FOLDER + "/page" : "";
        if (!out.isEmpty()) {
            flags.with("--out", out);
        }
        flags.with("--self-torque", draw.word("on", "off"));
        flags.with("--voltage", draw.between(0.5, 1) + ":" + draw.between(1.05, 1.3));
        Expectation expectation = Expectation.VALID;
        int kind = draw.count(0, 15);
        if (kind == 0) {
            // Not the paper's own device, whose page has checks that take long.
            files.put("device.toml", DeviceText.valid(draw).file(draw));
            flags.with("--device", CommandCase.FOLDER + "/device.toml");
        } else if (kind < 8) {
            DeviceFlags.invalid(draw, flags, files);
            expectation = Expectation.INVALID;
        } else {
            flags.with("--out", CommandCase.FOLDER + "/page");
            switch (draw.count(0, 3)) {
                case 0 ->
                        flags.with(
                                "--voltage",
                                draw.word(
                                        "1", "2:1", "1:1", "-1:2", "1:2:0.1", "1,2", "1:", ":",
                                        "1:x", "1mV:2mV", "1:2mV", "1:1e999"));
                case 1 -> flags.with("--form", draw.word("", "EXACT", "first-order"));
                case 2 -> flags.with("--self-torque", draw.word("", "ON", "maybe"));
                default -> flags.with("--out", draw.word("/dev/null", "/dev/null/x", "\u0000"));
            }
            expectation = Expectation.INVALID;
        }
        return new CommandCase(
                "branches",
                expectation,
                flags.row(draw),
                files,
                (text, written) -> {
                    switch (format) {
                        case "csv" -> Written.csv(text);
                        case "json" -> Written.json(text);
                        default -> {
                            Written.requireFinite(text);
                            Written.requirePage(written.getOrDefault("page/branches.html", ""));
                            Written.csv(written.getOrDefault("page/branches.csv", ""));
                            Written.json(written.getOrDefault("page/branches.json", ""));
                        }
                    }
                    return false;
                });
    }

    /** The figure itself is asked for with so few steps that each of its runs fails. */
    static FuzzCase figure2(Draw draw) {
        Flags flags = new Flags("figure2").with("--out", CommandCase.FOLDER + "/page");
        Map<String, byte[]> files = new LinkedHashMap<>();
        if (draw.chance(0.1)) {
            flags.with("--solver", draw.word("dopri5", "dop853-simd"))
                    .with("--max-steps", Integer.toString(draw.count(1, 50)))
                    .with("--self-torque", draw.word("on", "off", "both"));
            return new CommandCase(
                    "figure2",
                    Expectation.VALID,
                    flags.row(draw),
                    files,
                    (_, written) -> {
                        Written.requirePage(written.getOrDefault("page/figure2.html", ""));
                        Written.json(written.getOrDefault("page/figure2.json", ""));
                        String table = written.getOrDefault("page/figure2.csv", "");
                        return Written.requireSweep(table, "csv", 0) > 0;
                    });
        }
        switch (draw.count(0, 5)) {
            case 0 -> DeviceFlags.invalid(draw, flags, files);
            case 1 -> flags.with("--threads", draw.word("0", "-1", "1025", "x"));
            case 2 ->
                    flags.with("--solver", "rk4").with("--step", draw.word("0", "-1", "9", "NaN"));
            case 3 -> flags.with("--form", Numerals.none(draw));
            case 4 -> flags.with("--accuracy", draw.word("0", "1", "-1", "NaN", "1e300"));
            default -> flags.with("--out", draw.word("/dev/null", "/dev/null/x", "\u0000"));
        }
        return new CommandCase("figure2", Expectation.INVALID, flags.row(draw), files, NEVER);
    }

    /** Commands that measure, or take minutes, each with one mistake. */
    static FuzzCase refused(Draw draw) {
        Map<String, byte[]> files = Map.of(FILE, draw.bytes(draw.count(0, 2000)));
        String subject =
                draw.word(
                        "choose",
                        "benchmark",
                        "compare",
                        "calibrate",
                        "validate",
                        "report",
                        "larmor");
        Flags flags = subject.equals("larmor") ? new Flags() : new Flags(subject);
        String number = Numerals.none(draw);
        if (draw.chance(0.2) && !subject.equals("larmor")) {
            flags.and(draw.word("--colour", "stray", "--out", "-x", "--format=xml"));
            return new CommandCase(subject, Expectation.INVALID, flags.row(draw), files, NEVER);
        }
        switch (subject) {
            case "choose" -> {
                flags.with("--profile", CommandCase.FOLDER + "/profile/profile.json");
                switch (draw.count(0, 5)) {
                    case 0 ->
                            flags.with(
                                    "--accuracy",
                                    draw.oneOf(List.of(number, "0", "-1", "0.2", "1e-12")));
                    case 1 ->
                            flags.with("--batch", draw.word("0", "-1", "65537", "1.5", "many", ""));
                    case 2 ->
                            flags.with(
                                    "--time",
                                    draw.oneOf(List.of(number, "0", "9", "1e7", "1e300")));
                    case 3 ->
                            flags.with(
                                    "--budget",
                                    draw.oneOf(List.of(number, "0", "-5", "1e5", "1e300")));
                    case 4 -> flags.with("--quantity", draw.word("", "speed", "FREQUENCY"));
                    default -> flags.with(draw.word("--out", "--profile"), IN_FILE);
                }
            }
            case "benchmark" -> {
                switch (draw.count(0, 2)) {
                    case 0 ->
                            flags.with(
                                    "--include",
                                    draw.word("(", "[", "nothing like it", "*", "a{2,1}"));
                    case 1 -> flags.with("--format", draw.word("csv", "", "markdown"));
                    default -> flags.with("--out", draw.word(IN_FILE, IN_FILE + "/x", "\u0000"));
                }
            }
            case "compare", "calibrate" -> {
                if (subject.equals("compare")) {
                    flags.with("--base", IN_FILE)
                            .with("--candidate", draw.word(IN_FILE, "none.jar"));
                } else {
                    flags.with(
                            "--jar", draw.word(IN_FILE, "none.jar", CommandCase.FOLDER, "\u0000"));
                }
                String flag = draw.word("--alpha", "--warmup", "--time", "--pairs", "--max-pairs");
                if (draw.chance(0.7)) {
                    flags.with(flag, draw.oneOf(List.of(number, "0", "-1", "1e300", "601")));
                }
            }
            case "validate" -> {
                switch (draw.count(0, 3)) {
                    case 0 -> flags.with("--only", draw.word("", "everything", "\u0000"));
                    case 1 -> flags.with("--threads", draw.word("0", "-1", "1025", "x", ""));
                    case 2 -> flags.with("--sabotage", draw.word("", "nothing"));
                    default -> flags.with("--out", draw.word(IN_FILE, IN_FILE + "/x", "\u0000"));
                }
            }
            case "report" -> {
                switch (draw.count(0, 1)) {
                    case 0 -> flags.with("--threads", draw.word("0", "-1", "1025", "x", ""));
                    default -> flags.with("--out", draw.word(IN_FILE, IN_FILE + "/x", "\u0000"));
                }
            }
            default -> {
                if (draw.chance(0.8)) {
                    flags.and(
                            draw.chance(0.5)
                                    ? number
                                    : draw.word("simulat", "--colour", "-", "@file", "--", ""));
                }
            }
        }
        return new CommandCase(subject, Expectation.INVALID, flags.row(draw), files, NEVER);
    }
}
