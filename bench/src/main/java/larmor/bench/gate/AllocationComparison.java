package larmor.bench.gate;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Bytes that an operation allocates in either jar.
 *
 * <p>A program allocates the same in every launch, so this is compared without an error
 * probability; but the number that JMH gives is not exact. It holds what JMH itself allocates in an
 * iteration, spread over the operations, so that it changes with speed; and the compiler removes an
 * allocation in some launches and not in others. Hence the rule: an operation allocates more if
 * every launch of the candidate has more than every launch of the base, if by chance alone that
 * would happen in two of a million comparisons at most, which takes eleven launches of each, and if
 * all operations of an iteration together allocate more than JMH's own share could be.
 *
 * @param base median over the launches, in bytes per operation; empty if unknown
 * @param candidate likewise
 * @param change what is proved
 */
public record AllocationComparison(OptionalDouble base, OptionalDouble candidate, Change change) {

    /** What is proved. */
    public enum Change {
        /** Nothing. */
        NONE,
        /** The candidate allocates less. */
        LESS,
        /** The candidate allocates more. */
        MORE
    }

    /**
     * Three times what JMH 1.37 allocates in an iteration of a benchmark that allocates nothing,
     * which is 5 kB.
     */
    private static final double OWN_BYTES = 16_384;

    /** So small that it need not be taken from alpha, for any number of benchmarks in use. */
    private static final double CHANCE = 2e-6;

    /**
     * Compares launches.
     *
     * @param base may be none
     * @param candidate may be none
     */
    static AllocationComparison of(List<Measurement> base, List<Measurement> candidate) {
        double[] before = allocations(base);
        double[] after = allocations(candidate);
        if (before.length == 0 || after.length == 0) {
            return new AllocationComparison(
                    OptionalDouble.empty(), OptionalDouble.empty(), Change.NONE);
        }
        double difference = Measurement.median(after) - Measurement.median(before);
        double bytes = Math.abs(difference) * Math.min(operations(base), operations(candidate));
        Change change = Change.NONE;
        boolean proved = bytes > OWN_BYTES && separation(before.length, after.length) <= CHANCE;
        if (proved && smallest(after) > largest(before)) {
            change = Change.MORE;
        } else if (proved && largest(after) < smallest(before)) {
            change = Change.LESS;
        }
        return new AllocationComparison(
                OptionalDouble.of(Measurement.median(before)),
                OptionalDouble.of(Measurement.median(after)),
                change);
    }

    private static double[] allocations(List<Measurement> launches) {
        return launches.stream()
                .filter(launch -> launch.allocation().isPresent())
                .mapToDouble(launch -> launch.allocation().getAsDouble())
                .toArray();
    }

    /** Operations in an iteration. */
    private static double operations(List<Measurement> launches) {
        return Measurement.median(
                launches.stream()
                        .mapToDouble(launch -> launch.operations() / launch.iterations().size())
                        .toArray());
    }

    /**
     * The chance that of equal launches all of one jar are above all of the other: m! n! / (m+n)!.
     */
    private static double separation(int before, int after) {
        double chance = 1;
        for (int i = 1; i <= before; i++) {
            chance *= (double) i / (after + i);
        }
        return chance;
    }

    private static double smallest(double[] values) {
        double smallest = values[0];
        for (double value : values) {
            smallest = Math.min(smallest, value);
        }
        return smallest;
    }

    private static double largest(double[] values) {
        double largest = values[0];
        for (double value : values) {
            largest = Math.max(largest, value);
        }
        return largest;
    }
}
