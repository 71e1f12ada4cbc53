package larmor.cli.fuzz;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Numbers and lists as somebody types them. */
final class Numerals {

    /** As far out as there are doubles, and on the way there. */
    private static final List<Double> EXTREMES =
            List.of(
                    Double.MIN_VALUE,
                    -Double.MIN_VALUE,
                    Double.MIN_NORMAL,
                    1e-300,
                    1e-100,
                    1e-20,
                    1e-6,
                    -0.0,
                    0.0,
                    1 + 0x1p-52,
                    -1.0,
                    1e6,
                    1e20,
                    1e155,
                    -1e155,
                    1e300,
                    -1e300,
                    Double.MAX_VALUE,
                    -Double.MAX_VALUE);

    /** The flags take none of these. */
    private static final List<String> NONE =
            List.of(
                    "NaN",
                    "nan",
                    "Infinity",
                    "-Infinity",
                    "inf",
                    "1e309",
                    "-1e999",
                    "1e-9999",
                    "1e99999",
                    "0x1p3",
                    "1d",
                    "1f",
                    "",
                    " ",
                    "one",
                    "1;5",
                    "1 5",
                    "1e",
                    "e5",
                    ".",
                    "+",
                    "-",
                    "--1",
                    "1.2.3",
                    "1_000",
                    "1/2",
                    "\u0661\u0662",
                    "\u221e",
                    "1\n2",
                    "1\u0000",
                    "1".repeat(65),
                    "9".repeat(100_000));

    private Numerals() {}

    static double extreme(Draw draw) {
        return draw.oneOf(EXTREMES);
    }

    /** A number by one of its spellings. */
    static String spelled(Draw draw, double value) {
        BigDecimal exact = new BigDecimal(Double.toString(value));
        return switch (draw.count(0, 3)) {
            case 0 -> Double.toString(value);
            case 1 -> exact.unscaledValue() + "e" + -exact.scale();
            default ->
                    exact.precision() < 30 && Math.abs(exact.scale()) < 30
                            ? exact.toPlainString()
                            : Double.toString(value);
        };
    }

    static String extremeSpelled(Draw draw) {
        return draw.chance(0.1)
                ? draw.word("-0", "00001", "1.", ".5", "+1", "1e-400", "1e-320", "0e0")
                : spelled(draw, extreme(draw));
    }

    /** A time or a step that does not make a run merely long. */
    static String extremeSpan(Draw draw) {
        double span = extreme(draw);
        return spelled(draw, span == 1e6 || span == 1e-6 ? span * span * span * span : span);
    }

    static String none(Draw draw) {
        return draw.oneOf(NONE);
    }

    /** A list of so many numbers, in ascending order: the words or start:stop:step. */
    static String list(Draw draw, int size, double least, double most) {
        BigDecimal first = BigDecimal.valueOf(least);
        BigDecimal step =
                BigDecimal.valueOf(most)
                        .subtract(first)
                        .multiply(BigDecimal.valueOf(draw.count(1, 99)))
                        .divide(BigDecimal.valueOf(100L * (size + 1)), MathContext.DECIMAL32);
        BigDecimal start = first.add(step);
        if (size > 1 && draw.chance(0.5)) {
            // A stop between two steps belongs to no run.
            BigDecimal beyond = draw.chance(0.5) ? BigDecimal.ZERO : new BigDecimal("0.5");
            BigDecimal stop = start.add(step.multiply(BigDecimal.valueOf(size - 1).add(beyond)));
            return start.toPlainString() + ":" + stop.toPlainString() + ":" + step.toPlainString();
        }
        List<String> words = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            words.add(
                    start.add(step.multiply(BigDecimal.valueOf(i))).toPlainString()
                            + (draw.chance(0.1) ? " " : ""));
        }
        return String.join(",", words);
    }

    static String extremeList(Draw draw) {
        String first = extremeSpelled(draw);
        return switch (draw.count(0, 4)) {
            case 0 -> first;
            case 1 -> first + "," + extremeSpelled(draw);
            case 2 -> first + ":" + extremeSpelled(draw) + ":" + extremeSpelled(draw);
            case 3 -> first + ":" + first + ":" + extremeSpelled(draw);
            default ->
                    draw.word(
                            "-1e308:1e308:1e308",
                            "0:1e-300:1e-300",
                            "0:4.9e-324:4.9e-324",
                            "1e300:1e300:1e-300",
                            "1:1.0000000000000002:2.2e-16",
                            "-1.7976931348623157e308:1.7976931348623157e308:1.7976931348623157e308");
        };
    }

    /** No list, whatever it is a list of. */
    static String noList(Draw draw) {
        return draw.chance(0.4)
                ? none(draw)
                : draw.word(
                        "1:2",
                        "1:2:0",
                        "1:2:-0.1",
                        "2:1:0.1",
                        "1:2:3:4",
                        "1,,2",
                        ",",
                        ":",
                        "::",
                        "1:2:",
                        ":1:2",
                        "1:2:NaN",
                        "1:NaN:1",
                        "0:1:1e-300",
                        "0:1e300:1e-300",
                        "0:1e5:1",
                        "1,2:3:1",
                        "1:2:1,3",
                        "1,".repeat(100_000) + "1");
    }
}
