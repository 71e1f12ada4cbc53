package larmor.bench.gate.planted;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Four kernels of different kinds: latency of arithmetic, memory, branches, allocation. The first
 * does what {@code planted.properties} beside the classes says; without it, nothing special.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
public class PlantedKernels {

    /** The name of the file of properties. */
    public static final String PROPERTIES = "planted.properties";

    /** Its key for the additional share of time, negative for less. */
    public static final String SLOWDOWN = "slowdown";

    /** Its key for the coefficient of the recurrence. */
    public static final String COEFFICIENT = "coefficient";

    /** Its key for what is thrown instead of an answer. */
    public static final String CRASH = "crash";

    /** Steps that make the answer. */
    private static final int STEPS = 4_000;

    /** Steps after the answer: a share of these is left out or added, and the answer stays. */
    private static final int PADDING = 4_000;

    private static final int NUMBERS = 4_096;

    /** What the recurrence computes. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Answer {
        /** Its last value. */
        public double value;

        /** Its steps. */
        public long evaluations;
    }

    private double coefficient = 0.5;
    private int padding = PADDING;
    private final double[] numbers = new double[NUMBERS];

    /** Reads the properties. */
    @Setup
    public void prepare() {
        Properties planted = new Properties();
        try (InputStream file = PlantedKernels.class.getResourceAsStream(PROPERTIES)) {
            if (file != null) {
                planted.load(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (planted.containsKey(CRASH)) {
            throw new IllegalStateException(planted.getProperty(CRASH));
        }
        coefficient = Double.parseDouble(planted.getProperty(COEFFICIENT, "0.5"));
        double slowdown = Double.parseDouble(planted.getProperty(SLOWDOWN, "0"));
        padding = PADDING + (int) Math.round(slowdown * (STEPS + PADDING));
        SplittableRandom random = new SplittableRandom(1);
        Arrays.setAll(numbers, _ -> random.nextDouble());
    }

    /** Each step waits for the one before, so the time is proportional to their number. */
    @Benchmark
    public void recurrence(Answer answer, Blackhole blackhole) {
        double value = recur(1, STEPS);
        answer.value = value;
        answer.evaluations += STEPS;
        blackhole.consume(recur(value, padding));
    }

    private double recur(double start, int steps) {
        double value = start;
        for (int i = 0; i < steps; i++) {
            value = Math.fma(value, coefficient, 1);
        }
        return value;
    }

    /** Reads memory. */
    @Benchmark
    public double sum() {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum;
    }

    /** Takes branches that nobody can foresee. */
    @Benchmark
    public double sort() {
        double[] copy = numbers.clone();
        Arrays.sort(copy, 0, NUMBERS / 4);
        return copy[0];
    }

    /** Allocates. */
    @Benchmark
    public void allocate(Blackhole blackhole) {
        for (int i = 0; i < NUMBERS / 64; i++) {
            blackhole.consume(new double[64]);
        }
    }
}
