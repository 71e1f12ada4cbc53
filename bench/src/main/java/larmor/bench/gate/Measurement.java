package larmor.bench.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What one launch of a JVM says of a benchmark.
 *
 * @param unit of the scores, as JMH prints it, such as {@code ns/op}
 * @param iterations what is known of each measured iteration, at least one
 * @param allocation bytes per operation; empty if the JVM did not say
 * @param counters what the benchmark reports of itself, by name, a value for each iteration
 * @param threads that ran the benchmark at once
 * @param version of the jar's JMH
 * @param arguments of the JVM
 */
public record Measurement(
        String unit,
        List<Iteration> iterations,
        OptionalDouble allocation,
        Map<String, List<Double>> counters,
        int threads,
        String version,
        List<String> arguments) {

    /**
     * A timed interval.
     *
     * @param score in the unit of the measurement, greater than 0
     * @param waited the share of it for which the timed threads waited for a processor
     * @param stolen the processors' time that a hypervisor gave to others, over its length
     * @param operations in it; 0 if unknown
     */
    public record Iteration(double score, double waited, double stolen, double operations) {

        /** What others took away. */
        public double disturbance() {
            return waited + stolen;
        }
    }

    /**
     * An iteration that lost more than this is not used. The time in the run queue can be taken out
     * of its score, but not what the other program did to the caches meanwhile.
     */
    static final double CALM = 0.01;

    /**
     * One in so many iterations has to be calm. Three of ten give a median that one of them alone
     * cannot shift; asking for more repeats launches that tell enough.
     */
    private static final int LEAST_CALM = 4;

    /** A thread that ran at all; more would come from the times being read one after another. */
    private static final double MOST_WAIT = 0.99;

    private static final String THROUGHPUT = "ops/";

    /**
     * Copies the collections.
     *
     * @throws IllegalArgumentException if there is no iteration or a score is not positive
     */
    public Measurement {
        iterations = List.copyOf(iterations);
        counters = Map.copyOf(counters);
        arguments = List.copyOf(arguments);
        if (iterations.isEmpty()) {
            throw new IllegalArgumentException("a measurement has at least one iteration");
        }
        for (Iteration iteration : iterations) {
            if (!(iteration.score() > 0 && iteration.score() < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "a score is positive and finite, not " + iteration.score());
            }
        }
    }

    /** Whether more than three quarters of the iterations lost time to others. */
    public boolean disturbed() {
        return LEAST_CALM * calm().size() < iterations.size();
    }

    /** The share of time that the median iteration lost. */
    public double disturbance() {
        return median(iterations.stream().mapToDouble(Iteration::disturbance).toArray());
    }

    /**
     * The median score of the calm iterations, or of all where the launch was disturbed, less the
     * time in the run queue. Calm is decided by the kernel's counters and not by the score, so the
     * choice favours neither jar.
     */
    public double score() {
        List<Iteration> used = disturbed() ? iterations : calm();
        return median(used.stream().mapToDouble(this::running).toArray());
    }

    /** The score of the time for which the timed threads ran. */
    private double running(Iteration iteration) {
        double ran = 1 - Math.min(iteration.waited(), MOST_WAIT);
        return throughput() ? iteration.score() / ran : iteration.score() * ran;
    }

    private boolean throughput() {
        return unit.startsWith(THROUGHPUT);
    }

    private List<Iteration> calm() {
        return iterations.stream().filter(iteration -> iteration.disturbance() <= CALM).toList();
    }

    /** Logarithm of the time per operation, up to a constant of the unit; more is slower. */
    double logTime() {
        double log = StrictMath.log(score());
        return throughput() ? -log : log;
    }

    /** What besides the code is not the same in another jar, a phrase each. */
    List<String> otherCircumstances(Measurement candidate) {
        List<String> others = new ArrayList<>();
        if (!version.equals(candidate.version)) {
            others.add("JMH was " + version + " and is " + candidate.version);
        }
        if (!arguments.equals(candidate.arguments)) {
            others.add("the JVM's arguments were " + arguments + " and are " + candidate.arguments);
        }
        return others;
    }

    /** Operations of all iterations; 0 if unknown. */
    double operations() {
        return iterations.stream().mapToDouble(Iteration::operations).sum();
    }

    /** The values of each counter over its operations, where those are known. */
    Map<String, List<Double>> countersPerOperation() {
        Map<String, List<Double>> all = new TreeMap<>();
        counters.forEach((name, values) -> {
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < Math.min(values.size(), iterations.size()); i++) {
                if (iterations.get(i).operations() > 0) {
                    ratios.add(values.get(i) / iterations.get(i).operations());
                }
            }
            all.put(name, ratios);
        });
        return all;
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int count = sorted.length;
        return 0.5 * (sorted[(count - 1) / 2] + sorted[count / 2]);
    }
}
