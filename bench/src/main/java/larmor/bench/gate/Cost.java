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
    static final double STARTING = 1.2;

    private static final double MINUTE = 60;

    /** A line for people. */
    public String text() {
        return String.format(
                Locale.ROOT,
                "%d %s, %d to %d launches of %.1f s: %.0f to %.0f minutes, %.1f to %.1f for each;"
                        + " a pair that others disturb is repeated, up to twice",
                benchmarks,
                benchmarks == 1 ? "benchmark" : "benchmarks",
                fewest,
                most,
                seconds,
                Math.ceil(fewest * seconds / MINUTE),
                Math.ceil(most * seconds / MINUTE),
                fewest * seconds / MINUTE / benchmarks,
                most * seconds / MINUTE / benchmarks);
    }
}
