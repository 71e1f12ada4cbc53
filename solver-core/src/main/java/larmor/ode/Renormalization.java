package larmor.ode;

/**
 * How the fixed-step solvers of order 4 bring m back to the unit sphere after a step, without a
 * root.
 *
 * <p>A step ends with the vector 3m and its square q = 9|m|². With |m|² = 1 + e,
 *
 * <pre>
 *   1/(3|m|) = (15 − 10|m|² + 3|m|⁴)/24 = 15/24 − (10/24)(q/9) + (3/24)(q/9)²    up to 5e³/48.
 * </pre>
 *
 * <p>The smallest and the largest q of a run tell how well the method itself kept the norm.
 */
public final class Renormalization {

    /** q of a unit vector. */
    public static final double UNIT = 9;

    /** Where |m|² leaves {@link NormRange}, the three terms no longer mend it and the run fails. */
    public static final double LEAST = NormRange.LEAST * UNIT;

    /** See {@link #LEAST}. */
    public static final double MOST = NormRange.MOST * UNIT;

    /** The coefficient of 1. */
    public static final double ZEROTH = 15.0 / 24;

    /** The coefficient of q. */
    public static final double FIRST = -10.0 / 24 / UNIT;

    /** The coefficient of q². */
    public static final double SECOND = 3.0 / 24 / (UNIT * UNIT);

    private Renormalization() {}

    /**
     * The statistics of a run at fixed step.
     *
     * @param steps taken
     * @param stages evaluations per step
     * @param least smallest q
     * @param most largest q
     */
    public static Statistics statistics(long steps, int stages, double least, double most) {
        return Statistics.of(steps, 0, stages * steps, least / UNIT, most / UNIT);
    }
}
