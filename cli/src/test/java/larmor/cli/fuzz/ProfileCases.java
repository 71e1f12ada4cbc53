package larmor.cli.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import larmor.bench.choice.Control;
import larmor.bench.choice.Fingerprint;
import larmor.bench.choice.MachineProfile;
import larmor.bench.choice.Quantity;
import larmor.bench.choice.Question;
import larmor.bench.choice.RankInterval;
import larmor.bench.choice.Setting;
import larmor.cli.ThisMachine;
import larmor.cli.fuzz.CommandCase.Result;

/** Calls that leave the solver to a machine profile, by its flag or in the default place. */
final class ProfileCases {

    private static final String SUBJECT = "profile";
    private static final String NAMED = "profile.json";

    /** Seen from the home of the user. */
    private static final String DEFAULT = ".local/state/larmor/machine-profile.json";

    /** The size that a profile may have, and that of an answer, at least. */
    private static final int MOST_BYTES = 1 << 22;

    private static final int ANSWER_BYTES = 250;

    /**
     * What is looked up: an answer of another accuracy, or of a batch by a factor of 9, is none.
     */
    private static final double ACCURACY = 1e-6;

    private static final int FAR_BATCH = 4096;

    private ProfileCases() {}

    /** What a profile is good for. */
    private enum Use {
        /** It has an answer. */
        ANSWERS,
        /** It is one of another machine or with no answer to the question. */
        NONE,
        /** It is no profile. */
        NO_PROFILE,
        /** Nobody knows. */
        UNKNOWN
    }

    /** What is at the place. */
    private static final class Content {

        private final Use use;
        private final byte[] bytes;

        Content(Use use, byte[] bytes) {
            this.use = use;
            this.bytes = bytes;
        }

        Content(Use use, String text) {
            this(use, text.getBytes(UTF_8));
        }
    }

    static FuzzCase of(Draw draw) {
        boolean sweep = draw.chance(0.5);
        Quantity quantity = sweep ? Quantity.FREQUENCY : Quantity.END_STATE;
        Content content = content(draw, quantity);
        Flags flags = sweep ? sweep(draw) : simulate(draw);
        boolean named = draw.chance(0.5);
        if (named) {
            flags.with("--profile", CommandCase.FOLDER + "/" + NAMED);
        }
        boolean wish = draw.chance(0.3);
        if (wish) {
            flags.with("--accuracy", Numerals.spelled(draw, ACCURACY));
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        if (content.bytes.length > 0 || draw.chance(0.5)) {
            files.put(named ? NAMED : DEFAULT, content.bytes);
        } else {
            content = new Content(Use.NONE, content.bytes);
        }
        return new CommandCase(
                SUBJECT,
                expectation(content.use, named, wish),
                flags.row(draw),
                files,
                result(sweep));
    }

    /** A file that was named has to be a profile, a wish that was typed has to be met. */
    private static Expectation expectation(Use use, boolean named, boolean wish) {
        return switch (use) {
            case ANSWERS -> Expectation.VALID;
            case NONE -> wish ? Expectation.INVALID : Expectation.VALID;
            case NO_PROFILE -> wish || named ? Expectation.INVALID : Expectation.VALID;
            case UNKNOWN -> Expectation.EDGE;
        };
    }

    private static Result result(boolean sweep) {
        return (out, written) -> {
            assertThat(written).isEmpty();
            if (sweep) {
                return Written.requireSweep(out, "csv", 0) > 0;
            }
            Written.requireEnd(out);
            return false;
        };
    }

    private static Flags sweep(Draw draw) {
        Flags flags =
                new Flags("sweep")
                        .with("--voltage", Numerals.list(draw, draw.count(1, 3), 0.5, 2.5))
                        .with("--time", "150")
                        .with("--window", "100")
                        .with("--threads", Integer.toString(draw.count(1, 3)));
        return draw.chance(0.5) ? flags : flags.with("--solver", "auto");
    }

    private static Flags simulate(Draw draw) {
        return new Flags("simulate")
                .with("--voltage", Numerals.spelled(draw, draw.between(-1, 3)))
                .with("--time", Numerals.spelled(draw, draw.between(0.1, 20)))
                .with("--format", "json")
                .with("--solver", "auto");
    }

    private static Content content(Draw draw, Quantity quantity) {
        Fingerprint here = ThisMachine.fingerprint();
        String profile = json(here, List.of(answer(draw, quantity, draw.count(1, 8))));
        return switch (draw.count(0, 8)) {
            case 0 -> new Content(Use.ANSWERS, profile);
            case 1 -> new Content(Use.ANSWERS, large(draw, quantity));
            case 2 -> new Content(Use.NONE, json(here, unfitting(draw, quantity)));
            case 3 ->
                    new Content(
                            Use.NONE,
                            json(another(draw, here), List.of(answer(draw, quantity, 4))));
            case 4 -> new Content(Use.NO_PROFILE, damaged(draw, profile));
            case 5 -> new Content(Use.NO_PROFILE, draw.bytes(draw.count(0, 3000)));
            case 6 -> new Content(Use.NO_PROFILE, huge(draw, profile));
            case 7 ->
                    new Content(
                            Use.UNKNOWN,
                            draw.changed(profile.getBytes(UTF_8), 0, profile.length()));
            default -> new Content(Use.UNKNOWN, extreme(draw, profile));
        };
    }

    private static String json(Fingerprint machine, List<MachineProfile.Answer> answers) {
        return new MachineProfile(machine, answers).json();
    }

    private static MachineProfile.Answer answer(Draw draw, Quantity quantity, int batch) {
        int threads = draw.count(1, 64);
        double median = draw.betweenLogs(1e-9, 1e3);
        return new MachineProfile.Answer(
                new Question(
                        quantity,
                        draw.betweenLogs(1e-10, ACCURACY),
                        batch,
                        draw.betweenLogs(5e3, 1e6),
                        threads),
                setting(draw),
                draw.count(1, threads),
                draw.chance(0.1) ? 0 : draw.betweenLogs(1e-12, ACCURACY),
                new RankInterval(median * draw.between(0.1, 1), median, median * 2));
    }

    /** What runs in a fraction of a second. */
    private static Setting setting(Draw draw) {
        return draw.chance(0.5)
                ? new Setting(
                        draw.word("rk4", "rk4-simd", "dop853-simd", "verner9-simd"),
                        Control.STEP,
                        draw.betweenLogs(0.01, 0.4))
                : new Setting(
                        draw.word("dopri5", "dopri5-simd", "dop853", "dop853-simd"),
                        Control.TOLERANCE,
                        draw.betweenLogs(1e-12, 1e-8));
    }

    /** As many answers as there is room for, one of which fits. */
    private static String large(Draw draw, Quantity quantity) {
        List<MachineProfile.Answer> answers = new ArrayList<>();
        for (int i = draw.count(1, MOST_BYTES / (4 * ANSWER_BYTES)); i > 0; i--) {
            answers.add(answer(draw, quantity, FAR_BATCH));
        }
        answers.add(draw.count(0, answers.size()), answer(draw, quantity, 4));
        return json(ThisMachine.fingerprint(), answers);
    }

    private static List<MachineProfile.Answer> unfitting(Draw draw, Quantity quantity) {
        return switch (draw.count(0, 2)) {
            case 0 -> List.of();
            case 1 -> List.of(answer(draw, quantity, FAR_BATCH));
            default -> List.of(answer(draw, Quantity.POWER, 4));
        };
    }

    /** Of a machine that differs in one thing. */
    private static Fingerprint another(Draw draw, Fingerprint here) {
        String other = draw.word("", "another", "a\nb", "\u001b[31m", "\u0000", "x".repeat(10_000));
        return switch (draw.count(0, 3)) {
            case 0 -> new Fingerprint(other, here.jdk(), here.lanes(), here.version());
            case 1 -> new Fingerprint(here.cpu(), other, here.lanes(), here.version());
            case 2 -> new Fingerprint(here.cpu(), here.jdk(), other, here.version());
            default -> new Fingerprint(here.cpu(), here.jdk(), here.lanes(), other);
        };
    }

    private static String damaged(Draw draw, String profile) {
        int depth = draw.count(1, 100_000);
        return switch (draw.count(0, 8)) {
            case 0 -> profile.substring(0, draw.count(0, profile.lastIndexOf('}') - 1));
            case 1 -> profile.replaceFirst("\"version\" : 1", "\"version\" : 2");
            case 2 -> profile.replaceFirst("\"answers\"", "\"replies\"");
            case 3 -> profile.replaceFirst(draw.word(":", ",", "\\{", "\\["), "");
            case 4 -> "[".repeat(depth) + "]".repeat(depth);
            case 5 -> "{\"a\":".repeat(depth);
            case 6 -> draw.word("", " ", "null", "1", "[]", "{}", "\"\"", "NaN");
            case 7 -> profile.replaceFirst("\"cpu\" : \"[^\"]*\"", "\"cpu\" : 1");
            default -> "\u00e4" + profile;
        };
    }

    private static String huge(Draw draw, String profile) {
        return draw.chance(0.5)
                ? profile + " ".repeat(MOST_BYTES)
                : profile.replaceFirst(
                        "\"version\"", "\"x\" : \"" + "x".repeat(MOST_BYTES) + "\", \"version\"");
    }

    /** With a number that is none, or beyond all others. */
    private static String extreme(Draw draw, String profile) {
        String key =
                draw.word(
                        "accuracy",
                        "batch",
                        "time",
                        "most_threads",
                        "value",
                        "threads",
                        "error",
                        "seconds",
                        "seconds_low",
                        "seconds_high");
        String number =
                draw.word(
                        "1e300",
                        "-1e300",
                        "1e-300",
                        "4.9e-324",
                        "0",
                        "-1",
                        "1.5",
                        "1e999",
                        "NaN",
                        "null",
                        "true",
                        "[]",
                        "{}",
                        "\"1\"",
                        "99999999999999999999");
        return profile.replaceFirst("\"" + key + "\" : [^,\n]+", "\"" + key + "\" : " + number);
    }
}
