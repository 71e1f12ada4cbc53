package larmor.bench.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankIntervalTest {

    /** 3 standard deviations of a share of 0.05 among 4000 draws: 0.0103. */
    private static final double SLACK = 0.0104;

    @Test
    void tenValuesLeaveOutTheOuterOneOnEachSide() {
        // P(at most 1 of 10 coins) = 11/1024 = 0.0107 < 0.025 < P(at most 2) = 0.055.
        double[] sample = IntStream.rangeClosed(1, 10).mapToDouble(i -> i).toArray();
        assertThat(RankInterval.of(sample)).isEqualTo(new RankInterval(2, 5.5, 9));
    }

    @Test
    void theIntervalMissesTheMedianAsRarelyAsItSays() {
        SplittableRandom random = new SplittableRandom(11);
        int misses = 0;
        int draws = 4000;
        for (int draw = 0; draw < draws; draw++) {
            // The median of 1/u³ for even u is 8: far from normal.
            double[] sample =
                    IntStream.range(0, 15)
                            .mapToDouble(_ -> {
                                double u = random.nextDouble();
                                return 1 / (u * u * u);
                            })
                            .toArray();
            RankInterval interval = RankInterval.of(sample);
            if (interval.low() > 8 || interval.high() < 8) {
                misses++;
            }
        }
        assertThat(misses / (double) draws).isLessThan(RankInterval.MISSES + SLACK);
    }
}
