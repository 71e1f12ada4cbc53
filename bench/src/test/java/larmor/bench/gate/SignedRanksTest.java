package larmor.bench.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedRanksTest {

    /** Sums of at most 1024 equal powers of two are exact. */
    private static final double EXACT = 0;

    private static final double ROUNDING = 1e-15;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 10})
    void theNullDistributionIsThatOfAllSigns(int n) {
        int[] counts = new int[n * (n + 1) / 2 + 1];
        for (int signs = 0; signs < 1 << n; signs++) {
            int sum = 0;
            for (int rank = 1; rank <= n; rank++) {
                sum += (signs >> (rank - 1) & 1) * rank;
            }
            counts[sum]++;
        }
        SignedRankDistribution distribution = SignedRankDistribution.of(n);
        int below = 0;
        for (int t = 0; t < counts.length; t++) {
            assertThat(distribution.atLeast(t))
                    .isCloseTo(1 - Math.scalb((double) below, -n), within(EXACT));
            below += counts[t];
            assertThat(distribution.atMost(t))
                    .isCloseTo(Math.scalb((double) below, -n), within(EXACT));
        }
    }

    /** Critical values from the tables in every textbook: P(T ≤ t) ≤ alpha, one-sided. */
    @ParameterizedTest
    @CsvSource({
        "10, 0.05, 10", "10, 0.025, 8", "10, 0.01, 5", "10, 0.005, 3", "12, 0.05, 17",
        "12, 0.01, 9", "12, 0.005, 7", "20, 0.05, 60", "20, 0.01, 43", "24, 0.025, 81",
        "24, 0.005, 61"
    })
    void theCriticalValuesAreThoseOfTheTables(int n, double alpha, int critical) {
        assertThat(SignedRankDistribution.of(n).rejected(alpha)).isEqualTo(critical + 1);
    }

    /**
     * Hamilton's depression scale before and after treatment, M. Hollander and D. A. Wolfe,
     * Nonparametric Statistical Methods (1973), Table 3.1: T = 40, one-sided P = 10/512, estimate
     * 0.46.
     */
    @Test
    void aPublishedExampleComesOut() {
        double[] before = {1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30};
        double[] after = {0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29};
        double[] decrease = new double[before.length];
        for (int i = 0; i < before.length; i++) {
            decrease[i] = before[i] - after[i];
        }
        SignedRanks ranks = new SignedRanks(decrease);
        assertThat(ranks.probabilityAbove(0)).isCloseTo(10.0 / 512, within(ROUNDING));
        assertThat(ranks.estimate()).isCloseTo(0.46, within(ROUNDING));
    }

    @Test
    void aBoundIsWhereTheTestStopsToReject() {
        SplittableRandom random = new SplittableRandom(7);
        double alpha = 0.02;
        for (int n = 6; n < 30; n++) {
            double[] sample = random.doubles(n).toArray();
            SignedRanks ranks = new SignedRanks(sample);
            double low = ranks.low(alpha);
            double high = ranks.high(alpha);
            assertThat(ranks.probabilityAbove(Math.nextDown(low))).isLessThanOrEqualTo(alpha);
            assertThat(ranks.probabilityAbove(low)).isGreaterThan(alpha);
            assertThat(ranks.probabilityBelow(Math.nextUp(high))).isLessThanOrEqualTo(alpha);
            assertThat(ranks.probabilityBelow(high)).isGreaterThan(alpha);
            assertThat(ranks.estimate()).isBetween(low, high);
        }
    }

    @Test
    void aSampleTooSmallForItsLevelHasNoBounds() {
        SignedRanks ranks = new SignedRanks(new double[] {1, 2, 3, 4});
        // Four signs are all alike with a probability of 1/16.
        assertThat(ranks.low(0.06)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(ranks.high(0.06)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(ranks.low(0.0625)).isEqualTo(1);
        assertThat(ranks.high(0.0625)).isEqualTo(4);
    }

    @Test
    void equalObservationsAreTheirOwnCentre() {
        SignedRanks ranks = new SignedRanks(new double[] {0, 0, 0, 0, 0, 0, 0, 0});
        assertThat(ranks.estimate()).isZero();
        assertThat(ranks.probabilityAbove(0)).isEqualTo(1);
        assertThat(ranks.probabilityBelow(0)).isEqualTo(1);
    }
}
