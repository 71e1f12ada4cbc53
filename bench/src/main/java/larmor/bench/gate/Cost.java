package larmor.bench.gate;

import java.util.Locale;

/**
 * What a comparison takes.
 *
 * @param benchmarks how many
 * @param fewest launches if every verdict falls at the first look
 * @param most launches at the last look, without those that are repeated
 * @param seconds of a launch
 */
public record Cost(int benchmarks, int fewest, int most, double seconds) {

    /** Seconds that JMH's JVM and the fork take to start, on an ordinary machine. */
    static final double STARTING = 0.9;

    private static final double MINUTE = 60;

    /** A line for people. */
    public String text() {
        return String.format(
                Locale.ROOT,
                "%d %s, %s launches of %.1f s: %s minutes, %s for each; a pair that others disturb"
                        + " is repeated, up to twice",
                benchmarks,
                benchmarks == 1 ? "benchmark" : "benchmarks",
                range("%.0f", fewest, most),
                seconds,
                range("%.0f", Math.ceil(minutes(fewest)), Math.ceil(minutes(most))),
                range("%.1f", minutes(fewest) / benchmarks, minutes(most) / benchmarks));
    }

    private double minutes(int launches) {
        return launches * seconds / MINUTE;
    }

    private static String range(String format, double least, double most) {
        String first = String.format(Locale.ROOT, format, least);
        String last = String.format(Locale.ROOT, format, most);
        return first.equals(last) ? first : first + " to " + last;
    }
}
