package larmor.bench.gate;

/**
 * The exact null distribution of Wilcoxon's signed-rank statistic: T, the sum of those of the ranks
 * 1…n that fair coins choose.
 */
final class SignedRankDistribution {

    /** Beyond this many differences the doubles below would lose small probabilities. */
    static final int MOST = 1000;

    private final double[] cumulative;

    private SignedRankDistribution(double[] cumulative) {
        this.cumulative = cumulative;
    }

    /**
     * The distribution for so many differences.
     *
     * @throws IllegalArgumentException if there are none or more than 1000
     */
    static SignedRankDistribution of(int n) {
        if (n < 1 || n > MOST) {
            throw new IllegalArgumentException("n must be from 1 to " + MOST + ", not " + n);
        }
        double[] probability = new double[n * (n + 1) / 2 + 1];
        probability[0] = 1;
        int largest = 0;
        for (int rank = 1; rank <= n; rank++) {
            largest += rank;
            for (int sum = largest; sum >= 0; sum--) {
                double without = probability[sum];
                double with = sum >= rank ? probability[sum - rank] : 0;
                probability[sum] = 0.5 * (without + with);
            }
        }
        for (int sum = 1; sum < probability.length; sum++) {
            probability[sum] += probability[sum - 1];
        }
        return new SignedRankDistribution(probability);
    }

    /** P(T ≤ t). */
    double atMost(int t) {
        return t < 0 ? 0 : cumulative[Math.min(t, cumulative.length - 1)];
    }

    /** P(T ≥ t), which by symmetry is P(T ≤ n(n+1)/2 − t). */
    double atLeast(int t) {
        return atMost(cumulative.length - 1 - t);
    }

    /** The largest c with P(T ≤ c − 1) ≤ alpha; 0 if there is none. */
    int rejected(double alpha) {
        int c = 0;
        while (c < cumulative.length && cumulative[c] <= alpha) {
            c++;
        }
        return c;
    }
}
