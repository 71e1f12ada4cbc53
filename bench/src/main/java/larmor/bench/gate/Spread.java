package larmor.bench.gate;

import java.util.Arrays;

/**
 * Whether the launches of the candidate vary more than those of the base, which the centre of the
 * differences does not show: a compilation that goes wrong in a few launches.
 */
final class Spread {

    /** Chance of a note without a reason, of one benchmark; a note decides nothing. */
    static final double ALPHA = 0.02;

    private Spread() {}

    /**
     * Whether the distances from the own median are greater for the candidate, by Wilcoxon's signed
     * ranks over the pairs: were the jars alike but for a constant factor, either of a pair would
     * be as likely the farther one.
     *
     * @param base logarithms of the times of the judged launches, in the order of the pairs
     * @param candidate likewise
     */
    static boolean isLarger(double[] base, double[] candidate) {
        double[] before = distances(base);
        double[] after = distances(candidate);
        double[] excess = new double[before.length];
        Arrays.setAll(excess, i -> after[i] - before[i]);
        return new SignedRanks(excess).probabilityAbove(0) <= ALPHA;
    }

    private static double[] distances(double[] logarithms) {
        double median = Measurement.median(logarithms);
        return Arrays.stream(logarithms).map(value -> Math.abs(value - median)).toArray();
    }
}
