package larmor.bench.gate;

import java.util.Optional;
import larmor.model.InvalidInput;

/**
 * How to compare.
 *
 * @param margin slowdown that is tolerated, as a share of the time per operation
 * @param alpha largest probability of a false FAIL, and of a false PASS, over all benchmarks
 * @param pairs pairs of launches at the first look; chosen by the number of benchmarks if empty
 * @param maxPairs pairs at the last look; twice the first if empty
 * @param warmup seconds of each launch before anything is timed
 * @param time seconds of each launch that are timed
 */
public record GateSettings(
        double margin,
        double alpha,
        Optional<Integer> pairs,
        Optional<Integer> maxPairs,
        double warmup,
        double time) {

    /**
     * Half of the slowdown that the gate is to find: a slowdown of twice the margin is then found
     * as surely as an unchanged benchmark passes. 5 % is what a change in the source does that
     * somebody would mend, so the margin is half of that.
     */
    public static final double DEFAULT_MARGIN = 0.025;

    /** The usual one. */
    public static final double DEFAULT_ALPHA = 0.05;

    /**
     * The compiler is done with a kernel after about half a second, and on one core it shares that
     * with the kernel.
     */
    public static final double DEFAULT_WARMUP = 1;

    /**
     * What varies is the launch, not the iteration, so time is better spent on launches: this is
     * enough for ten iterations of 50 ms.
     */
    public static final double DEFAULT_TIME = 0.5;

    private static final double LARGEST_MARGIN = 10;
    private static final double SMALLEST_MARGIN = 0.001;
    private static final double LEAST_ALPHA = 1e-6;
    private static final double LARGEST_ALPHA = 0.5;
    private static final double SHORTEST = 0.01;
    private static final double LONGEST = 600;

    /**
     * Checks the ranges.
     *
     * @throws InvalidInput naming the flag
     */
    public GateSettings {
        require("--margin", margin, SMALLEST_MARGIN, LARGEST_MARGIN);
        require("--alpha", alpha, LEAST_ALPHA, LARGEST_ALPHA);
        require("--warmup", warmup, SHORTEST, LONGEST);
        require("--time", time, SHORTEST, LONGEST);
    }

    private static void require(String flag, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new InvalidInput(
                    flag, "must be from " + least + " to " + most + ", not " + value);
        }
    }

    /** Logarithm of the slowdown that is tolerated. */
    double logMargin() {
        return StrictMath.log1p(margin);
    }

    /** The looks for so many benchmarks. */
    LookPlan plan(int benchmarks) {
        return LookPlan.of(benchmarks, alpha, pairs, maxPairs);
    }

    /** The same with the last look only, for those who want all launches. */
    public GateSettings withoutLooks(int benchmarks) {
        Optional<Integer> last = Optional.of(plan(benchmarks).most());
        return new GateSettings(margin, alpha, last, last, warmup, time);
    }

    /** Launches and time that a comparison takes, before it has begun. */
    public Cost cost(int benchmarks) {
        LookPlan plan = plan(benchmarks);
        double launch = warmup + time + Cost.STARTING;
        return new Cost(
                benchmarks,
                2 * plan.pairs().getFirst() * benchmarks,
                2 * plan.most() * benchmarks,
                launch);
    }
}
