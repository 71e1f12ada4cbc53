package larmor.ode;

/**
 * What a run cost and how well it kept the norm.
 *
 * @param steps accepted steps
 * @param rejected rejected steps; 0 at fixed step
 * @param evaluations of the right-hand side
 * @param normError the largest | |m|−1 | at the end of a step, before any renormalisation
 */
public record Statistics(long steps, long rejected, long evaluations, double normError) {}
