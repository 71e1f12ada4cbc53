package larmor.bench.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Comparisons made of differences that were measured before: each is drawn with replacement, with
 * its sign by chance, since the difference of a jar with itself has no direction, and shifted.
 */
final class Resampling implements SequentialTest.Source<RuntimeException> {

    private final List<double[]> pools;
    private final double[] shifts;
    private final SplittableRandom random;
    private final List<double[]> drawn = new ArrayList<>();

    /**
     * @param pools differences of each benchmark
     * @param shifts what is added to each benchmark's
     * @param random where chance comes from
     */
    Resampling(List<double[]> pools, double[] shifts, SplittableRandom random) {
        this.pools = pools;
        this.shifts = shifts;
        this.random = random;
        pools.forEach(_ -> drawn.add(new double[0]));
    }

    @Override
    public void extendTo(int pairs, List<Integer> benchmarks) {
        for (int benchmark : benchmarks) {
            double[] before = drawn.get(benchmark);
            double[] pool = pools.get(benchmark);
            double[] extended = Arrays.copyOf(before, pairs);
            for (int i = before.length; i < pairs; i++) {
                double difference = pool[random.nextInt(pool.length)];
                extended[i] = shifts[benchmark] + (random.nextBoolean() ? difference : -difference);
            }
            drawn.set(benchmark, extended);
        }
    }

    /** Of a larger family only the benchmarks that have pools are judged. */
    @Override
    public boolean withdrawn(int benchmark) {
        return benchmark >= pools.size();
    }

    @Override
    public double[] differences(int benchmark) {
        return drawn.get(benchmark);
    }
}
