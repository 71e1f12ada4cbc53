package larmor.bench.gate;

import java.util.Arrays;

/**
 * The centre of a symmetric distribution from a sample of it: the Hodges–Lehmann estimate, the
 * median of the means of all pairs (each observation with itself included), and one-sided bounds
 * that are exact whatever the distribution. A bound is the order statistic of those means at which
 * Wilcoxon's signed-rank test stops to reject.
 *
 * <p>The difference of two observations of one distribution is symmetric about 0 whatever that
 * distribution is, which is what makes the test exact for launches.
 *
 * @param estimate Hodges–Lehmann
 * @param low lower bound; −∞ where the sample is too small for its level
 * @param high upper bound; +∞ likewise
 */
record WilcoxonInterval(double estimate, double low, double high) {

    /**
     * Estimate and bounds.
     *
     * @param sample at least one value. Not modified.
     * @param alphaLow largest probability with which the lower bound is above the centre
     * @param alphaHigh largest probability with which the upper bound is below it
     */
    static WilcoxonInterval of(double[] sample, double alphaLow, double alphaHigh) {
        double[] means = pairMeans(sample);
        Arrays.sort(means);
        int count = means.length;
        SignedRankDistribution distribution = SignedRankDistribution.of(sample.length);
        int below = distribution.rejected(alphaLow);
        int above = distribution.rejected(alphaHigh);
        return new WilcoxonInterval(
                0.5 * (means[(count - 1) / 2] + means[count / 2]),
                below == 0 ? Double.NEGATIVE_INFINITY : means[below - 1],
                above == 0 ? Double.POSITIVE_INFINITY : means[count - above]);
    }

    /**
     * Probability of a sample at least as far above the centre as this one is.
     *
     * @param sample at least one value. Not modified.
     * @param centre the hypothesis: the centre is at most this
     */
    static double probabilityAbove(double[] sample, double centre) {
        int above = 0;
        for (double mean : pairMeans(sample)) {
            if (mean > centre) {
                above++;
            }
        }
        return SignedRankDistribution.of(sample.length).atLeast(above);
    }

    /**
     * Probability of a sample at least as far below the centre as this one is.
     *
     * @param sample at least one value. Not modified.
     * @param centre the hypothesis: the centre is at least this
     */
    static double probabilityBelow(double[] sample, double centre) {
        int below = 0;
        for (double mean : pairMeans(sample)) {
            if (mean < centre) {
                below++;
            }
        }
        return SignedRankDistribution.of(sample.length).atLeast(below);
    }

    private static double[] pairMeans(double[] sample) {
        double[] means = new double[sample.length * (sample.length + 1) / 2];
        int next = 0;
        for (int i = 0; i < sample.length; i++) {
            for (int j = i; j < sample.length; j++) {
                means[next++] = 0.5 * (sample[i] + sample[j]);
            }
        }
        return means;
    }
}
