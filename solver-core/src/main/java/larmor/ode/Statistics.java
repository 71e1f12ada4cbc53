package larmor.ode;

/**
 * What a run cost and how well it kept the norm.
 *
 * @param steps accepted steps
 * @param rejected rejected steps; 0 at fixed step
 * @param evaluations of the right-hand side
 * @param normError the largest | |m|−1 | at the end of a step, before any renormalisation
 */
public record Statistics(long steps, long rejected, long evaluations, double normError) {

    /** The statistics of a run in which |m|² after a step lay between these two, 1 among them. */
    public static Statistics of(
            long steps,
            long rejected,
            long evaluations,
            double leastNormSquared,
            double mostNormSquared) {
        double normError =
                Math.max(1 - Math.sqrt(leastNormSquared), Math.sqrt(mostNormSquared) - 1);
        return new Statistics(steps, rejected, evaluations, normError);
    }
}
