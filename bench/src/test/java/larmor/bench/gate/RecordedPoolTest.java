package larmor.bench.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rates of the gate on real launches, from comparisons that are drawn out of them. */
class RecordedPoolTest {

    private static final int COMPARISONS = 1000;
    private static final double ALPHA = GateSettings.DEFAULT_ALPHA;
    private static final long SEED = 20251122;

    /** The kernel in which the slow jar takes 5 % longer. */
    private static final String PLANTED = "recurrence";

    /**
     * How often {@link #PLANTED}, and any benchmark at all, fails.
     *
     * @param planted of so many comparisons
     * @param any likewise
     */
    private record Fails(int planted, int any) {}

    /** A pool is worth something only from a machine that nobody else used meanwhile. */
    @BeforeEach
    void requirePool() {
        assumeThat(RecordedPool.exists())
                .as("no pool is recorded yet: bench/gate-evidence.sh pool")
                .isTrue();
    }

    @Test
    void thePoolHoldsSixtyPairsOfFourBenchmarks() throws IOException {
        RecordedPool pool = RecordedPool.read();
        assertThat(pool.benchmarks()).hasSize(4).contains(PLANTED);
        assertThat(pool.benchmarks())
                .allSatisfy(
                        name -> assertThat(pool.differences(name)).hasSizeGreaterThanOrEqualTo(60));
    }

    @Test
    void aJarAgainstItselfFailsMoreRarelyThanAlpha() throws IOException {
        RecordedPool pool = RecordedPool.read();
        List<double[]> differences =
                pool.benchmarks().stream().map(pool::sameJarDifferences).toList();
        Fails fails = fails(pool, differences, true);
        assertThat(fails.any()).isLessThanOrEqualTo((int) (ALPHA * COMPARISONS));
    }

    @Test
    void fivePercentAreFoundInNineteenOfTwentyComparisons() throws IOException {
        RecordedPool pool = RecordedPool.read();
        List<double[]> differences = pool.benchmarks().stream().map(pool::differences).toList();
        Fails fails = fails(pool, differences, false);
        assertThat(fails.planted()).isGreaterThanOrEqualTo(95 * COMPARISONS / 100);
    }

    private static Fails fails(RecordedPool pool, List<double[]> differences, boolean eitherSign) {
        int benchmarks = differences.size();
        LookPlan plan = LookPlan.of(benchmarks, ALPHA, Optional.empty(), Optional.empty());
        double margin = StrictMath.log1p(GateSettings.DEFAULT_MARGIN);
        SplittableRandom random = new SplittableRandom(SEED);
        int planted = 0;
        int any = 0;
        for (int i = 0; i < COMPARISONS; i++) {
            List<Optional<SequentialTest.Outcome>> outcomes =
                    new SequentialTest(plan, margin, benchmarks)
                            .run(new Drawn(differences, eitherSign, random));
            planted += fails(outcomes.get(pool.benchmarks().indexOf(PLANTED))) ? 1 : 0;
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
        private final boolean eitherSign;
        private final SplittableRandom random;
        private final double[][] drawn;

        Drawn(List<double[]> pools, boolean eitherSign, SplittableRandom random) {
            this.pools = pools;
            this.eitherSign = eitherSign;
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
                    double difference = pool[random.nextInt(pool.length)];
                    boolean turned = eitherSign && random.nextBoolean();
                    drawn[benchmark][i] = turned ? -difference : difference;
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
