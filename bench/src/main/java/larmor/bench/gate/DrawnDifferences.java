package larmor.bench.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;

/** Comparisons made of differences that are drawn, one after another, instead of measured. */
final class DrawnDifferences implements SequentialTest.Source<RuntimeException> {

    private final List<DoubleSupplier> sources;
    private final List<double[]> drawn = new ArrayList<>();

    /**
     * @param sources where the next difference of each benchmark comes from
     */
    DrawnDifferences(List<DoubleSupplier> sources) {
        this.sources = sources;
        sources.forEach(_ -> drawn.add(new double[0]));
    }

    /**
     * Draws with replacement from differences that were measured before, with the sign by chance,
     * since the difference of a jar with itself has no direction, and shifted.
     */
    static DoubleSupplier resampling(double[] pool, double shift, SplittableRandom random) {
        return () -> {
            double difference = pool[random.nextInt(pool.length)];
            return shift + (random.nextBoolean() ? difference : -difference);
        };
    }

    @Override
    public void extendTo(int pairs, List<Integer> benchmarks) {
        for (int benchmark : benchmarks) {
            double[] before = drawn.get(benchmark);
            double[] extended = Arrays.copyOf(before, pairs);
            for (int i = before.length; i < pairs; i++) {
                extended[i] = sources.get(benchmark).getAsDouble();
            }
            drawn.set(benchmark, extended);
        }
    }

    /** Of a larger family only the benchmarks that have a source are judged. */
    @Override
    public boolean withdrawn(int benchmark) {
        return benchmark >= sources.size();
    }

    @Override
    public double[] differences(int benchmark) {
        return drawn.get(benchmark);
    }
}
