package larmor.bench.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The error rates that the gate promises, on simulated launches. */
class SequentialTestTest {

    private static final int COMPARISONS = 10_000;
    private static final int BENCHMARKS = 4;
    private static final double ALPHA = 0.05;
    private static final double MARGIN = StrictMath.log1p(GateSettings.DEFAULT_MARGIN);
    private static final long SEED = 20251122;

    /** Three standard errors of a rate of 5 % in 10 000 draws. */
    private static final double CHANCE = 3 * Math.sqrt(ALPHA * (1 - ALPHA) / COMPARISONS);

    /** How the logarithm of a launch's time varies; the scale does not matter to ranks. */
    enum Noise {
        NORMAL,
        /** So heavy in its tails that it has no mean. */
        CAUCHY,
        /** Mostly quiet, and every tenth launch far slower, as beside other programs. */
        BURSTS,
        /** Two ways to compile, one of them slower. */
        BIMODAL;

        private static final double SCALE = 0.01;

        /** The difference of two launches, the second slower by the shift. */
        double difference(SplittableRandom random, double shift) {
            double first = draw(random);
            double second = draw(random);
            return shift + SCALE * (second - first);
        }

        private double draw(SplittableRandom random) {
            return switch (this) {
                case NORMAL -> normal(random);
                case CAUCHY -> StrictMath.tan(StrictMath.PI * (random.nextDouble() - 0.5));
                case BURSTS ->
                        normal(random) + (random.nextInt(10) == 0 ? 30 * random.nextDouble() : 0);
                case BIMODAL -> 0.3 * normal(random) + (random.nextBoolean() ? 0 : 5);
            };
        }

        private static double normal(SplittableRandom random) {
            double radius = Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
            return radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSlowdownOfJustTheMarginRarelyFailsAnyBenchmarkAndRarelyPassesAny(Noise noise) {
        int fails = 0;
        int passes = 0;
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < COMPARISONS; i++) {
            List<Verdict> verdicts =
                    verdicts(noise, Collections.nCopies(BENCHMARKS, MARGIN), random);
            fails += verdicts.contains(Verdict.FAIL) ? 1 : 0;
            passes += verdicts.contains(Verdict.PASS) || verdicts.contains(Verdict.FASTER) ? 1 : 0;
        }
        assertThat(fails / (double) COMPARISONS).isBetween(0.0, ALPHA + CHANCE);
        assertThat(passes / (double) COMPARISONS).isBetween(0.0, ALPHA + CHANCE);
        // The bound is not an empty one: three looks of discrete tests come near to it.
        assertThat(fails).isGreaterThan(COMPARISONS / 100);
    }

    @ParameterizedTest
    @EnumSource(names = "CAUCHY")
    void equalJarsFailMoreRarelyThanAlpha(Noise noise) {
        SplittableRandom random = new SplittableRandom(SEED);
        int fails = 0;
        for (int i = 0; i < COMPARISONS; i++) {
            fails +=
                    verdicts(noise, Collections.nCopies(BENCHMARKS, 0.0), random)
                                    .contains(Verdict.FAIL)
                            ? 1
                            : 0;
        }
        assertThat(fails / (double) COMPARISONS).isLessThan(ALPHA);
    }

    @Test
    void aSlowdownOfTwiceTheMarginIsFoundAmongBenchmarksThatPass() {
        SplittableRandom random = new SplittableRandom(SEED);
        List<Double> shifts = new ArrayList<>(Collections.nCopies(BENCHMARKS, 0.0));
        shifts.set(2, StrictMath.log(1.05));
        int found = 0;
        int blamed = 0;
        int trials = 1000;
        for (int i = 0; i < trials; i++) {
            List<Verdict> verdicts = verdicts(Noise.NORMAL, shifts, random);
            found += verdicts.get(2) == Verdict.FAIL ? 1 : 0;
            blamed += Collections.frequency(verdicts, Verdict.FAIL) > 1 ? 1 : 0;
        }
        assertThat(found).isGreaterThan(95 * trials / 100);
        assertThat(blamed).isLessThan(5 * trials / 100);
    }

    @ParameterizedTest
    @EnumSource
    void theBoundsAreOnTheWrongSideOfTheTruthAsRarelyAsTheySay(Noise noise) {
        for (int pairs : List.of(12, 18, 24)) {
            double alpha = ALPHA / 3;
            SplittableRandom random = new SplittableRandom(SEED);
            int missedLow = 0;
            int missedHigh = 0;
            for (int i = 0; i < COMPARISONS; i++) {
                double[] sample = new double[pairs];
                for (int j = 0; j < pairs; j++) {
                    sample[j] = noise.difference(random, MARGIN);
                }
                SignedRanks ranks = new SignedRanks(sample);
                missedLow += ranks.low(alpha) > MARGIN ? 1 : 0;
                missedHigh += ranks.high(alpha) < MARGIN ? 1 : 0;
            }
            double chance = 3 * Math.sqrt(alpha * (1 - alpha) / COMPARISONS);
            assertThat(missedLow / (double) COMPARISONS).isLessThan(alpha + chance);
            assertThat(missedHigh / (double) COMPARISONS).isLessThan(alpha + chance);
        }
    }

    @Test
    void theVerdictsFollowTheBounds() {
        assertThat(verdict(constant(0.10))).isEqualTo(Verdict.FAIL);
        assertThat(verdict(constant(0.01))).isEqualTo(Verdict.PASS);
        assertThat(verdict(constant(-0.03))).isEqualTo(Verdict.FASTER);
        // From 1 to 4 %: certainly slower, and on either side of the margin of 2.5 %.
        assertThat(verdict(spread(0.01, 0.04))).isEqualTo(Verdict.WARN);
        assertThat(verdict(spread(-0.2, 0.2))).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void aDecidedBenchmarkIsMeasuredNoFurther() {
        List<Integer> asked = new ArrayList<>();
        new SequentialTest(plan(2), MARGIN, 2)
                .run(
                        new Fixed(constant(0.1), spread(-0.2, 0.2)) {
                            @Override
                            public void extendTo(int pairs, List<Integer> benchmarks) {
                                asked.add(benchmarks.size());
                            }
                        });
        assertThat(asked).containsExactly(2, 1, 1);
    }

    private static List<Verdict> verdicts(
            Noise noise, List<Double> shifts, SplittableRandom random) {
        return new SequentialTest(plan(BENCHMARKS), MARGIN, BENCHMARKS)
                        .run(
                                new DrawnDifferences(
                                        shifts.stream()
                                                .map(shift ->
                                                        (DoubleSupplier)
                                                                () ->
                                                                        noise.difference(
                                                                                random, shift))
                                                .toList()))
                        .stream()
                        .map(outcome -> outcome.orElseThrow().verdict())
                        .toList();
    }

    private static Verdict verdict(double[] differences) {
        return new SequentialTest(plan(1), MARGIN, 1)
                .run(new Fixed(differences))
                .getFirst()
                .orElseThrow()
                .verdict();
    }

    private static LookPlan plan(int benchmarks) {
        return LookPlan.of(benchmarks, ALPHA, Optional.empty(), Optional.empty());
    }

    private static double[] constant(double value) {
        return spread(value, value);
    }

    private static double[] spread(double low, double high) {
        double[] values = new double[24];
        for (int i = 0; i < values.length; i++) {
            values[i] = low + (high - low) * i / (values.length - 1);
        }
        return values;
    }

    /** The same differences at every look. */
    private static class Fixed implements SequentialTest.Source<RuntimeException> {

        private final List<double[]> differences;

        Fixed(double[]... differences) {
            this.differences = List.of(differences);
        }

        @Override
        public void extendTo(int pairs, List<Integer> benchmarks) {}

        @Override
        public boolean withdrawn(int benchmark) {
            return false;
        }

        @Override
        public double[] differences(int benchmark) {
            return differences.get(benchmark);
        }
    }
}
