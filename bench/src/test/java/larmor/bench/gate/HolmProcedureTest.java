package larmor.bench.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HolmProcedureTest {

    private static final double ALPHA = 0.05;

    @Test
    void theSmallestIsComparedWithTheWholeFamilyAndTheNextWithOneLess() {
        // 0.005 ≤ 0.05/4, 0.01 ≤ 0.05/3, 0.03 > 0.05/2, and 0.04 has no chance any more.
        double[] p = {0.01, 0.04, 0.03, 0.005};
        assertThat(HolmProcedure.divisors(p, ALPHA, 4)).containsExactly(3, 2, 2, 4);
        assertThat(rejected(p, 4)).containsExactly(0, 3);
    }

    @Test
    void whatHasNoValueCountsInTheFamily() {
        assertThat(rejected(new double[] {0.012}, 4)).containsExactly(0);
        assertThat(rejected(new double[] {0.013}, 4)).isEmpty();
        assertThat(rejected(new double[0], 4)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HolmProcedure.divisors(new double[2], ALPHA, 1));
    }

    /** Holm rejects what the closed testing of all Bonferroni intersections rejects. */
    @Test
    void itIsTheClosedTestOfBonferroni() {
        SplittableRandom random = new SplittableRandom(3);
        for (int trial = 0; trial < 2000; trial++) {
            double[] p = new double[4];
            for (int i = 0; i < p.length; i++) {
                p[i] = random.nextDouble() * random.nextDouble() * 0.2;
            }
            assertThat(rejected(p, p.length)).isEqualTo(closed(p));
        }
    }

    private static List<Integer> closed(double[] p) {
        List<Integer> rejected = new ArrayList<>();
        for (int i = 0; i < p.length; i++) {
            boolean all = true;
            for (int set = 1; set < 1 << p.length; set++) {
                if ((set >> i & 1) == 1) {
                    int members = set;
                    double smallest =
                            IntStream.range(0, p.length)
                                    .filter(j -> (members >> j & 1) == 1)
                                    .mapToDouble(j -> p[j])
                                    .min()
                                    .orElseThrow();
                    all &= smallest <= ALPHA / Integer.bitCount(set);
                }
            }
            if (all) {
                rejected.add(i);
            }
        }
        return rejected;
    }

    private static List<Integer> rejected(double[] p, int family) {
        int[] divisors = HolmProcedure.divisors(p, ALPHA, family);
        return IntStream.range(0, p.length)
                .filter(i -> p[i] <= ALPHA / divisors[i])
                .boxed()
                .toList();
    }
}
