package larmor.bench.gate;

import java.util.Arrays;

/**
 * The centre of a symmetric distribution from a sample of it: the Hodges–Lehmann estimate, the
 * median of the means of all pairs (each observation with itself included), and one-sided bounds
 * and tests that are exact whatever that distribution is. Wilcoxon's statistic for a centre c, the
 * sum of the ranks of the observations above it, is the number of those means above c; a bound is
 * the order statistic of the means at which the test stops to reject.
 *
 * <p>The difference of two observations of one distribution is symmetric about 0 whatever that
 * distribution is, so the test is exact for jars that differ by a constant factor or not at all. It
 * is not where a change alters the form of the distribution, as a slowdown of some launches does.
 */
final class SignedRanks {

    private final double[] means;
    private final SignedRankDistribution distribution;

    /**
     * Of this sample.
     *
     * @param sample at least one value. Not modified.
     */
    SignedRanks(double[] sample) {
        means = new double[sample.length * (sample.length + 1) / 2];
        int next = 0;
        for (int i = 0; i < sample.length; i++) {
            for (int j = i; j < sample.length; j++) {
                means[next++] = 0.5 * (sample[i] + sample[j]);
            }
        }
        Arrays.sort(means);
        distribution = SignedRankDistribution.of(sample.length);
    }

    /** The Hodges–Lehmann estimate of the centre. */
    double estimate() {
        return 0.5 * (means[(means.length - 1) / 2] + means[means.length / 2]);
    }

    /**
     * A lower bound of the centre, −∞ where the sample is too small for it.
     *
     * @param alpha largest probability with which it is above the centre
     */
    double low(double alpha) {
        int rejected = distribution.rejected(alpha);
        return rejected == 0 ? Double.NEGATIVE_INFINITY : means[rejected - 1];
    }

    /**
     * An upper bound of the centre, +∞ where the sample is too small for it.
     *
     * @param alpha largest probability with which it is below the centre
     */
    double high(double alpha) {
        int rejected = distribution.rejected(alpha);
        return rejected == 0 ? Double.POSITIVE_INFINITY : means[means.length - rejected];
    }

    /** Probability of a sample at least as far above this centre if the centre is at most this. */
    double probabilityAbove(double centre) {
        int above = 0;
        while (above < means.length && means[means.length - 1 - above] > centre) {
            above++;
        }
        return distribution.atLeast(above);
    }

    /** Probability of a sample at least as far below this centre if the centre is at least this. */
    double probabilityBelow(double centre) {
        int below = 0;
        while (below < means.length && means[below] < centre) {
            below++;
        }
        return distribution.atLeast(below);
    }
}
