package larmor.bench.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import larmor.bench.gate.RecordedPool.Candidate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rates of the gate on real launches: comparisons that are drawn out of recorded ones. */
class RecordedPoolTest {

    private static final int COMPARISONS = 1000;
    private static final double ALPHA = GateSettings.DEFAULT_ALPHA;
    private static final double MARGIN = StrictMath.log1p(GateSettings.DEFAULT_MARGIN);
    private static final long SEED = 20251122;

    /** Three standard errors of a rate of alpha in so many draws. */
    private static final double CHANCE = 3 * Math.sqrt(ALPHA * (1 - ALPHA) / COMPARISONS);

    private static final int PAIRS = 60;

    /** The kernel that the slow jar and the fast one change. */
    private static final String PLANTED = "recurrence";

    private static RecordedPool pool;
    private static List<String> benchmarks;

    /**
     * How often each was so in {@link #COMPARISONS}.
     *
     * @param planted {@link #PLANTED} fails
     * @param any a benchmark fails
     * @param passes a benchmark passes
     */
    private record Counts(int planted, int any, int passes) {}

    @BeforeAll
    static void readPool() throws IOException {
        pool = RecordedPool.read();
        benchmarks =
                pool.benchmarks(Candidate.SAME).stream()
                        .filter(name -> pairs(Candidate.SAME, name) >= PAIRS)
                        .toList();
    }

    private static int pairs(Candidate candidate, String benchmark) {
        return pool.differences(candidate, benchmark).length;
    }

    @Test
    void thePoolHoldsEnoughJudgedPairs() {
        assertThat(benchmarks).contains(PLANTED);
        assertThat(pairs(Candidate.SLOW, PLANTED)).isGreaterThanOrEqualTo(PAIRS);
        assertThat(pairs(Candidate.FAST, PLANTED)).isGreaterThanOrEqualTo(PAIRS);
        assertThat(benchmarks).hasSize(4);
    }

    @Test
    void aJarAgainstItselfFailsMoreRarelyThanAlpha() {
        assertThat(counts(Candidate.SAME).any()).isLessThanOrEqualTo(rarely());
    }

    @Test
    void fivePercentAreFoundInNineteenOfTwentyComparisons() {
        assertThat(counts(Candidate.SLOW).planted()).isGreaterThanOrEqualTo(mostly());
    }

    @Test
    void threePercentLessNeverFails() {
        Counts counts = counts(Candidate.FAST);
        assertThat(counts.planted()).isZero();
        assertThat(counts.any()).isLessThanOrEqualTo(rarely());
    }

    /** Where the promise is hardest to keep. */
    @Test
    void aSlowdownOfJustTheMarginIsRarelyJudgedEitherWay() {
        Counts counts = justTheMargin();
        assertThat((double) counts.any() / COMPARISONS).isLessThanOrEqualTo(ALPHA + CHANCE);
        assertThat((double) counts.passes() / COMPARISONS).isLessThanOrEqualTo(ALPHA + CHANCE);
    }

    @Test
    void thePageShowsTheRates() throws IOException {
        Counts same = counts(Candidate.SAME);
        Counts slow = counts(Candidate.SLOW);
        Counts fast = counts(Candidate.FAST);
        Counts margin = justTheMargin();
        GatePage.shows(
                "neighbours:\n\n",
                String.format(
                        Locale.ROOT,
                        "| candidate | FAIL of the changed kernel | FAIL of any kernel | PASS or FASTER"
                                + " of any |%n|---|---|---|---|%n"
                                + "| the base itself | – | %s | %s |%n"
                                + "| one kernel 5 %% slower | %s | %s | %s |%n"
                                + "| one kernel 3 %% faster | %s | %s | %s |%n"
                                + "| every kernel slower by just the margin | – | %s | %s |%n",
                        share(same.any()),
                        share(same.passes()),
                        share(slow.planted()),
                        share(slow.any()),
                        share(slow.passes()),
                        share(fast.planted()),
                        share(fast.any()),
                        share(fast.passes()),
                        share(margin.any()),
                        share(margin.passes())),
                "\nOn simulated launches");
    }

    private static String share(int comparisons) {
        return GatePage.percent((double) comparisons / COMPARISONS);
    }

    private static Counts justTheMargin() {
        return counts(
                benchmarks.stream()
                        .map(name -> {
                            double centre =
                                    new SignedRanks(pool.differences(Candidate.SAME, name))
                                            .estimate();
                            return drawing(Candidate.SAME, name, MARGIN - centre);
                        })
                        .toList());
    }

    private static int rarely() {
        return (int) (ALPHA * COMPARISONS);
    }

    private static int mostly() {
        return 95 * COMPARISONS / 100;
    }

    /** The kernel has the differences of this candidate, the others those of a jar with itself. */
    private static Counts counts(Candidate candidate) {
        return counts(
                benchmarks.stream()
                        .map(name ->
                                drawing(name.equals(PLANTED) ? candidate : Candidate.SAME, name, 0))
                        .toList());
    }

    private static Counts counts(List<Function<SplittableRandom, DoubleSupplier>> drawings) {
        int family = benchmarks.size();
        LookPlan plan = LookPlan.of(family, ALPHA, Optional.empty(), Optional.empty());
        SplittableRandom random = new SplittableRandom(SEED);
        int planted = 0;
        int any = 0;
        int passes = 0;
        for (int i = 0; i < COMPARISONS; i++) {
            List<DoubleSupplier> sources =
                    drawings.stream().map(drawing -> drawing.apply(random)).toList();
            List<Verdict> verdicts =
                    new SequentialTest(plan, MARGIN, family)
                            .run(new DrawnDifferences(sources)).stream()
                                    .map(outcome -> outcome.orElseThrow().verdict())
                                    .toList();
            planted += verdicts.get(benchmarks.indexOf(PLANTED)) == Verdict.FAIL ? 1 : 0;
            any += verdicts.contains(Verdict.FAIL) ? 1 : 0;
            passes += verdicts.contains(Verdict.PASS) || verdicts.contains(Verdict.FASTER) ? 1 : 0;
        }
        return new Counts(planted, any, passes);
    }

    /**
     * Draws runs of neighbouring pairs with replacement, since neighbours need not be independent.
     */
    private static Function<SplittableRandom, DoubleSupplier> drawing(
            Candidate candidate, String benchmark, double shift) {
        List<double[]> runs = pool.runs(candidate, benchmark);
        return random -> {
            ArrayDeque<Double> ahead = new ArrayDeque<>();
            return () -> {
                if (ahead.isEmpty()) {
                    Arrays.stream(runs.get(random.nextInt(runs.size()))).forEach(ahead::add);
                }
                return shift + ahead.remove();
            };
        };
    }
}
