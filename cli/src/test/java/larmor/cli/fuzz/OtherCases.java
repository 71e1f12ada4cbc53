package larmor.cli.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import larmor.cli.CommandRun;

/**
 * Calls of the other commands. What measures is asked wrongly, or for its help, so that it never
 * does.
 */
final class OtherCases {

    /** The command without a command. */
    private static final String ITSELF = "larmor";

    /** Commands that measure or take minutes, and the command itself. */
    static final List<String> MEASURING =
            List.of("choose", "benchmark", "compare", "calibrate", "validate", "report", ITSELF);

    private static final String SOLVERS = "solvers";
    private static final String HELP = "help";
    private static final String FORMAT = "--format";
    private static final String FILE = "file";
    private static final String IN_FILE = CommandCase.FOLDER + "/" + FILE;

    private static final CommandCase.Result USAGE =
            (out, written) -> {
                assertThat(written).isEmpty();
                assertThat(out).startsWith("Usage: larmor").contains("Exit status:");
                return false;
            };

    private OtherCases() {}

    static FuzzCase device(Draw draw) {
        Flags flags = new Flags("device");
        Map<String, byte[]> files = new LinkedHashMap<>();
        String format = draw.word("text", "csv", "json");
        flags.with(FORMAT, format);
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
                    Written.requireResult(out, format);
                    return false;
                });
    }

    /** The figure itself is asked for with so few steps that each of its runs fails. */
    static FuzzCase figure2(Draw draw) {
        Flags flags =
                figure2Flags()
                        .with("--solver", draw.word("dopri5", "dop853-simd"))
                        .with("--max-steps", Integer.toString(draw.count(1, 50)))
                        .with("--self-torque", draw.word("on", "off", "both"));
        return new CommandCase(
                "figure2",
                Expectation.VALID,
                flags.row(draw),
                Map.of(),
                (_, written) -> {
                    Written.requirePage(written.getOrDefault("page/figure2.html", ""));
                    Written.json(written.getOrDefault("page/figure2.json", ""));
                    String table = written.getOrDefault("page/figure2.csv", "");
                    return Written.requireSweep(table, "csv", 0) > 0;
                });
    }

    private static Flags figure2Flags() {
        return new Flags("figure2").with("--out", CommandCase.FOLDER + "/page");
    }

    static FuzzCase refusedFigure2(Draw draw) {
        Flags flags = figure2Flags();
        Map<String, byte[]> files = new LinkedHashMap<>();
        switch (draw.count(0, 6)) {
            case 0 -> DeviceFlags.invalid(draw, flags, files);
            case 1 -> flags.with("--threads", draw.word("0", "-1", "1025", "x"));
            case 2 ->
                    flags.with("--solver", "rk4").with("--step", draw.word("0", "-1", "9", "NaN"));
            case 3 -> flags.with("--form", Numerals.none(draw));
            case 4 -> flags.with("--accuracy", draw.word("0", "1", "-1", "NaN", "1e300"));
            case 5 -> {
                files.put(FILE, draw.bytes(draw.count(0, 2000)));
                flags.with("--profile", IN_FILE);
            }
            default -> flags.with("--out", draw.word("/dev/null", "/dev/null/x", "\u0000"));
        }
        return new CommandCase(
                "figure2", Expectation.INVALID, flags.row(draw), files, CommandCase.NEVER);
    }

    static FuzzCase solvers(Draw draw) {
        String format = draw.word("text", "csv", "json");
        return new CommandCase(
                SOLVERS,
                Expectation.VALID,
                new Flags(SOLVERS).with(FORMAT, format).row(draw),
                Map.of(),
                (out, written) -> {
                    assertThat(written).isEmpty();
                    Written.requireResult(out, format);
                    return false;
                });
    }

    static FuzzCase refusedSolvers(Draw draw) {
        Flags flags = new Flags(SOLVERS);
        if (draw.chance(0.5)) {
            flags.with(FORMAT, draw.word("xml", "CSV", "", "text,csv"));
        } else {
            flags.and(draw.word("--colour", "stray", "--format", "-x", "\u0000"));
        }
        return new CommandCase(
                SOLVERS, Expectation.INVALID, flags.row(draw), Map.of(), CommandCase.NEVER);
    }

    /**
     * All that is done of a command that measures: it would take minutes, or depend on the machine.
     */
    static FuzzCase help(Draw draw, String subject) {
        Flags flags = flags(subject).and(draw.word("--help", "-h"));
        return new CommandCase(subject, Expectation.VALID, flags.row(draw), Map.of(), USAGE);
    }

    /** In the other order. */
    static FuzzCase helpOfAny(Draw draw) {
        Flags flags = new Flags(HELP);
        if (draw.chance(0.9)) {
            flags.and(draw.oneOf(CommandRun.commands()));
        }
        return new CommandCase(HELP, Expectation.VALID, flags.row(draw), Map.of(), USAGE);
    }

    static FuzzCase refusedHelp(Draw draw) {
        Flags flags = new Flags(HELP);
        if (draw.chance(0.7)) {
            flags.and(draw.word("swep", "SWEEP", ITSELF, "", " ", "--colour", "-x", "\u0000"));
        } else {
            flags.and(draw.oneOf(CommandRun.commands())).and(draw.word("stray", "sweep", "--out"));
        }
        return new CommandCase(
                HELP, Expectation.INVALID, flags.row(draw), Map.of(), CommandCase.NEVER);
    }

    private static Flags flags(String subject) {
        return subject.equals(ITSELF) ? new Flags() : new Flags(subject);
    }

    /** Commands that measure, or take minutes, each with one mistake. */
    static FuzzCase refused(Draw draw, String subject) {
        Map<String, byte[]> files = Map.of(FILE, draw.bytes(draw.count(0, 2000)));
        Flags flags = flags(subject);
        String number = Numerals.none(draw);
        if (draw.chance(0.2) && !subject.equals(ITSELF)) {
            flags.and(draw.word("--colour", "stray", "--out", "-x", "--format=xml"));
            return new CommandCase(
                    subject, Expectation.INVALID, flags.row(draw), files, CommandCase.NEVER);
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
        return new CommandCase(
                subject, Expectation.INVALID, flags.row(draw), files, CommandCase.NEVER);
    }
}
