package larmor.bench.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import larmor.bench.gate.RecordedPool.Candidate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rates of the gate on real launches: comparisons that are drawn out of recorded ones. */
class RecordedPoolTest {

    private static final int COMPARISONS = 1000;
    private static final double ALPHA = GateSettings.DEFAULT_ALPHA;
    private static final long SEED = 20251122;

    /** At least so many launches of each jar. */
    private static final int LAUNCHES = 60;

    /** The kernel that the slow jar and the fast one change. */
    private static final String PLANTED = "recurrence";

    private static RecordedPool pool;
    private static List<String> benchmarks;

    /**
     * How often {@link #PLANTED}, and any benchmark at all, fails.
     *
     * @param planted of so many comparisons
     * @param any likewise
     */
    private record Fails(int planted, int any) {}

    @BeforeAll
    static void readPool() throws IOException {
        pool = RecordedPool.read();
        benchmarks = pool.benchmarks(Candidate.SAME);
    }

    @Test
    void thePoolHoldsEnoughLaunchesOfFourBenchmarks() {
        assertThat(benchmarks).hasSize(4).contains(PLANTED);
        assertThat(benchmarks)
                .allSatisfy(name ->
                        // Both launches of these pairs are of one jar.
                        assertThat(2 * pool.differences(Candidate.SAME, name).length)
                                .isGreaterThanOrEqualTo(LAUNCHES));
        assertThat(pool.differences(Candidate.SLOW, PLANTED)).hasSizeGreaterThanOrEqualTo(LAUNCHES);
        assertThat(pool.differences(Candidate.FAST, PLANTED)).hasSizeGreaterThanOrEqualTo(LAUNCHES);
    }

    @Test
    void aJarAgainstItselfFailsMoreRarelyThanAlpha() {
        assertThat(fails(Candidate.SAME).any()).isLessThanOrEqualTo(rarely());
    }

    @Test
    void fivePercentAreFoundInNineteenOfTwentyComparisons() {
        assertThat(fails(Candidate.SLOW).planted()).isGreaterThanOrEqualTo(mostly());
    }

    @Test
    void threePercentLessNeverFails() {
        Fails fails = fails(Candidate.FAST);
        assertThat(fails.planted()).isZero();
        assertThat(fails.any()).isLessThanOrEqualTo(rarely());
    }

    private static int rarely() {
        return (int) (ALPHA * COMPARISONS);
    }

    private static int mostly() {
        return 95 * COMPARISONS / 100;
    }

    /** The kernel has the differences of this candidate, the others those of a jar with itself. */
    private static Fails fails(Candidate candidate) {
        List<double[]> drawnFrom =
                benchmarks.stream()
                        .map(name ->
                                pool.differences(
                                        name.equals(PLANTED) ? candidate : Candidate.SAME, name))
                        .toList();
        int family = benchmarks.size();
        LookPlan plan = LookPlan.of(family, ALPHA, Optional.empty(), Optional.empty());
        double margin = StrictMath.log1p(GateSettings.DEFAULT_MARGIN);
        SplittableRandom random = new SplittableRandom(SEED);
        int planted = 0;
        int any = 0;
        for (int i = 0; i < COMPARISONS; i++) {
            List<Optional<SequentialTest.Outcome>> outcomes =
                    new SequentialTest(plan, margin, family).run(new Drawn(drawnFrom, random));
            planted += fails(outcomes.get(benchmarks.indexOf(PLANTED))) ? 1 : 0;
            any += outcomes.stream().anyMatch(RecordedPoolTest::fails) ? 1 : 0;
        }
        return new Fails(planted, any);
    }

    private static boolean fails(Optional<SequentialTest.Outcome> outcome) {
        return outcome.orElseThrow().verdict() == Verdict.FAIL;
    }

    /** Draws with replacement. */
    private static final class Drawn implements SequentialTest.Source<RuntimeException> {

        private final List<double[]> pools;
        private final SplittableRandom random;
        private final double[][] drawn;

        Drawn(List<double[]> pools, SplittableRandom random) {
            this.pools = pools;
            this.random = random;
            this.drawn = new double[pools.size()][0];
        }

        @Override
        public void extendTo(int pairs, List<Integer> benchmarks) {
            for (int benchmark : benchmarks) {
                double[] pool = pools.get(benchmark);
                int before = drawn[benchmark].length;
                drawn[benchmark] = Arrays.copyOf(drawn[benchmark], pairs);
                for (int i = before; i < pairs; i++) {
                    drawn[benchmark][i] = pool[random.nextInt(pool.length)];
                }
            }
        }

        @Override
        public boolean withdrawn(int benchmark) {
            return false;
        }

        @Override
        public double[] differences(int benchmark) {
            return drawn[benchmark];
        }
    }
}
