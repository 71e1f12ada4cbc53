package larmor.bench.choice;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What an evaluation of the right-hand side takes by a few short runs, in seconds. It is enough to
 * put methods in an order. Other programs that run at the same time make a run longer by any factor
 * and never shorter, so a number of times is only given as a bound.
 *
 * @param best by the fastest run
 * @param most the upper end of the interval for the median of the runs that came when the time had
 *     settled; empty where it had not
 */
record ShortTiming(double best, OptionalDouble most) {

    /** A smaller ratio than this is no reason to tell one from the other. */
    private static final double LEAST_RATIO = 1.1;

    /**
     * Of runs with so many evaluations.
     *
     * @param best seconds of the fastest run
     * @param settled seconds of the runs since the time has settled; empty if it has not
     */
    static ShortTiming of(double best, List<Double> settled, long evaluations) {
        return new ShortTiming(
                best / evaluations,
                settled.isEmpty()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(
                                RankInterval.of(settled.stream().mapToDouble(run -> run).toArray())
                                                .high()
                                        / evaluations));
    }

    /**
     * The same with what was measured at another moment: the one that was disturbed less counts.
     */
    ShortTiming or(ShortTiming another) {
        return another.best < best ? another : this;
    }

    /**
     * How many times as long as another it takes at least: its best over the other's worst.
     *
     * @param evaluations of this one
     * @param other the other
     * @param otherEvaluations of the other
     * @return empty where one of them had not settled, or where the two are not told apart
     */
    OptionalDouble timesAsLong(double evaluations, ShortTiming other, double otherEvaluations) {
        if (most.isEmpty() || other.most.isEmpty()) {
            return OptionalDouble.empty();
        }
        double ratio = best * evaluations / (other.most.getAsDouble() * otherEvaluations);
        return ratio >= LEAST_RATIO ? OptionalDouble.of(ratio) : OptionalDouble.empty();
    }
}
