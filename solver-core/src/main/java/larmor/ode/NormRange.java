package larmor.ode;

/**
 * The range of |m|² in which a run means anything. The equation keeps |m| = 1; where a step takes
 * |m|² out of this range, it was too long for the method, and the run fails.
 */
public final class NormRange {

    /** |m|² has to stay above this. */
    public static final double LEAST = 0.5;

    /** |m|² has to stay below this. */
    public static final double MOST = 1.5;

    private NormRange() {}

    /** Whether |m|² is within the range; false for NaN. */
    public static boolean contains(double normSquared) {
        return normSquared > LEAST && normSquared < MOST;
    }
}
