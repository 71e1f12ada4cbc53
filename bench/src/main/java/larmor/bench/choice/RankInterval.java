package larmor.bench.choice;

import java.util.Arrays;

/**
 * The median of a distribution from a sample, with an interval between two order statistics, which
 * needs no assumption about the distribution.
 *
 * @param low lower end of the interval
 * @param median of the sample
 * @param high upper end of the interval
 */
public record RankInterval(double low, double median, double high) {

    /** 0.5 to the power of many more is not a number above 0. */
    private static final int MOST_VALUES = 1000;

    /** Probability with which the interval misses the median of the distribution. */
    public static final double MISSES = 0.05;

    /**
     * @throws IllegalArgumentException if the values are not finite, above 0 and in this order
     */
    public RankInterval {
        if (!(low > 0 && low <= median && median <= high && high < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "low, median and high must be finite, above 0 and in this order, not "
                            + low
                            + ", "
                            + median
                            + ", "
                            + high);
        }
    }

    /** Of this sample; of fewer than six values it is the whole range. */
    static RankInterval of(double[] sample) {
        return of(sample, MISSES);
    }

    /**
     * The same with another probability.
     *
     * @param misses with which it misses the median; of few values it is the whole range
     */
    static RankInterval of(double[] sample, double misses) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        int cut = Math.max(1, cut(n, misses));
        return new RankInterval(
                sorted[cut - 1], 0.5 * (sorted[(n - 1) / 2] + sorted[n / 2]), sorted[n - cut]);
    }

    /** Whether so many values are enough for an interval that misses so rarely. */
    static boolean isResolved(int count, double misses) {
        return cut(count, misses) > 0;
    }

    /**
     * The largest k for which fewer than k of n fair coins fall one way with a probability of at
     * most half of the given one; 0 if n is too small for any.
     */
    private static int cut(int n, double misses) {
        if (n > MOST_VALUES) {
            throw new IllegalArgumentException(
                    "a sample must have at most " + MOST_VALUES + " values, not " + n);
        }
        double probability = StrictMath.pow(0.5, n);
        double sum = 0;
        int k = 0;
        while (sum + probability <= misses / 2) {
            sum += probability;
            k++;
            probability *= (n - k + 1.0) / k;
        }
        return k;
    }

    /** The same in another unit. */
    RankInterval times(double factor) {
        return new RankInterval(factor * low, factor * median, factor * high);
    }
}
