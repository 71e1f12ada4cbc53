package larmor.simd;

import larmor.ode.NormRange;
import larmor.ode.Statistics;

/** A Runge–Kutta method at fixed step, for all lanes of a {@link LaneBlock}. */
interface LaneMethod {

    /** The memory of a block. */
    double[] newBlock();

    /** The measure of |m|² that the method keeps, of a unit vector. */
    default double unit() {
        return 1;
    }

    /** Evaluations of a step. */
    int evaluationsPerStep();

    /**
     * Takes steps of the same length H in all lanes, whatever comes out of them.
     *
     * @param w the block. Modified: M, LEAST, MOST and the stages
     * @param lanes how many, a multiple of the lanes in a vector
     * @param steps how many
     */
    void advance(double[] w, int lanes, int steps);

    /** Whether these extremes of the measure of |m|² are such as the scalar solver accepts. */
    default boolean keepsNorm(double least, double most) {
        return NormRange.contains(least) && NormRange.contains(most);
    }

    /**
     * What the scalar solver would report.
     *
     * @param steps taken
     * @param least the smallest measure of |m|² after a step
     * @param most the largest
     */
    default Statistics statistics(long steps, double least, double most) {
        // The scalar solver evaluates the end of each step, and the start of the first.
        return Statistics.of(steps, 0, 1 + evaluationsPerStep() * steps, least, most);
    }
}
