package larmor.cli.fuzz;

import java.util.LinkedHashMap;
import java.util.Map;

/** Calls of {@code branches}. */
final class BranchCases {

    private static final String SUBJECT = "branches";
    private static final String VOLTAGE = "--voltage";
    private static final String OUT = "--out";
    private static final String PAGE = CommandCase.FOLDER + "/page";

    private BranchCases() {}

    private static Flags flags(Draw draw, String format) {
        return new Flags(SUBJECT)
                .with("--format", format)
                .with("--self-torque", draw.word("on", "off"))
                .with(VOLTAGE, draw.between(0.5, 1) + ":" + draw.between(1.05, 1.3))
                .with(OUT, PAGE);
    }

    private static String format(Draw draw) {
        return draw.word("text", "csv", "json");
    }

    /** Not the paper's own device, whose page has checks that take long. */
    static FuzzCase valid(Draw draw) {
        return of(draw, Expectation.VALID, DeviceText.valid(draw));
    }

    /** Devices and voltages as small or large as there are any. */
    static FuzzCase beyondMeasure(Draw draw) {
        return of(
                draw,
                Expectation.EDGE,
                switch (draw.count(0, 4)) {
                    case 0 -> DeviceText.valid(draw);
                    case 1 -> DeviceText.extreme(draw);
                    default -> DeviceText.scaled(draw);
                });
    }

    private static FuzzCase of(Draw draw, Expectation expectation, DeviceText device) {
        String format = format(draw);
        Flags flags = flags(draw, format);
        Map<String, byte[]> files = new LinkedHashMap<>();
        DeviceFlags.file(draw, device, flags, files);
        if (expectation == Expectation.EDGE && draw.chance(0.2)) {
            flags.with(
                    VOLTAGE, Numerals.extremeSpelled(draw) + ":" + Numerals.extremeSpelled(draw));
        }
        return new CommandCase(
                SUBJECT,
                expectation,
                flags.row(draw),
                files,
                (text, written) -> {
                    Written.requireResult(text, format);
                    Written.requirePage(written.getOrDefault("page/branches.html", ""));
                    Written.csv(written.getOrDefault("page/branches.csv", ""));
                    return !Written.json(written.getOrDefault("page/branches.json", ""))
                            .get("unfinished")
                            .isEmpty();
                });
    }

    static FuzzCase refused(Draw draw) {
        Flags flags = flags(draw, format(draw));
        Map<String, byte[]> files = new LinkedHashMap<>();
        switch (draw.count(0, 7)) {
            case 0 ->
                    flags.with(
                            VOLTAGE,
                            draw.word(
                                    "1", "2:1", "1:1", "-1:2", "1:2:0.1", "1,2", "1:", ":", "1:x",
                                    "1mV:2mV", "1:2mV", "1:1e999"));
            case 1 -> flags.with("--form", draw.word("", "EXACT", "first-order"));
            case 2 -> flags.with("--self-torque", draw.word("", "ON", "maybe"));
            case 3 -> flags.with(OUT, draw.word("/dev/null", "/dev/null/x", "\u0000"));
            default -> DeviceFlags.invalid(draw, flags, files);
        }
        return new CommandCase(
                SUBJECT, Expectation.INVALID, flags.row(draw), files, CommandCase.NEVER);
    }
}
