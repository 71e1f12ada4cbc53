package larmor.bench.choice;

import java.util.Optional;

/**
 * A setting that was timed against the fastest.
 *
 * @param setting what to type
 * @param threads how many share the batch
 * @param promise what is known of its error
 * @param evaluations of the right-hand side a trajectory, in the mean
 * @param time seconds a trajectory, the whole batch being run at once
 * @param ratio its time over that of the fastest, round by round; empty for the fastest
 * @param rounds how often it was timed
 */
public record Candidate(
        Setting setting,
        int threads,
        Promise promise,
        double evaluations,
        RankInterval time,
        Optional<RankInterval> ratio,
        int rounds) {

    /** Seconds for an evaluation, all threads together. */
    public double timePerEvaluation() {
        return time.median() / evaluations;
    }

    /** Whether it is slower than the fastest for sure. */
    public boolean isBehind() {
        return ratio.map(known -> known.low() > 1).orElse(false);
    }
}
