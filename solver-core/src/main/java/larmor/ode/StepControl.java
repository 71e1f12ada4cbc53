package larmor.ode;

/**
 * The proportional–integral step control of an adaptive solver.
 *
 * <p>With e² the squared error of the step, 1 being just good enough, and e₋² that of the last step
 * accepted, the next step is longer by the factor
 *
 * <pre>
 *   S (e²ᵖ / e₋²)^(−1/n),     not below 0.2 nor above 5
 * </pre>
 *
 * <p>that is S e^(−2p/n) e₋^(2/n). For an error that goes as hᵏ the deviation from the step sought
 * shrinks by the roots of λ² − (1 − 2pk/n) λ − 2k/n = 0; p and n are chosen such that both lie well
 * within the unit circle and that n is a power of two. Where the factor stays at 1 the error is e =
 * S^(n/(2p−2)) and the step e^(1/k) times the longest that is good enough: this share is 0.9 for S
 * = 0.9^(k(2p−2)/n). K. Gustafsson, ACM Trans. Math. Softw. 17, 533 (1991); E. Hairer, S. P.
 * Nørsett, G. Wanner, Solving Ordinary Differential Equations I, 2nd ed., Sec. II.4 and IV.2.
 *
 * <p>After a rejection e² above 1 and e₋² not above 1 make the factor less than S.
 *
 * @param errorPower p
 * @param rootShift s, where n = 2ˢ
 * @param safety S
 */
public record StepControl(int errorPower, int rootShift, double safety) {

    /** For an error that goes as h⁵: λ = 0.59 and −0.53, S = 0.9^(5/8). */
    public static final StepControl DOPRI5 = new StepControl(3, 5, 0.93627);

    /** For an error that goes as h⁸: λ = ±0.5, S = 0.9^(3/4). */
    public static final StepControl DOP853 = new StepControl(4, 6, 0.92402);

    /** The strongest shortening of the step. */
    public static final double LEAST_FACTOR = 0.2;

    /** The strongest lengthening of the step. */
    public static final double MOST_FACTOR = 5;

    /** Smaller squared errors count as this one. */
    public static final double LEAST_ERROR_SQUARED = 1e-12;

    /**
     * Larger squared errors count as this one, and so does NaN; its root is beyond {@link
     * #LEAST_FACTOR} for every pair of exponents in use.
     */
    public static final double MOST_ERROR_SQUARED = 1e12;

    /**
     * A remainder that is longer than the step by less than this factor is taken in one step, so
     * that no tiny last step is left.
     */
    public static final double LAST_STEP_STRETCH = 1.01;

    /** A step is too short if this part of it does not advance the clock. */
    public static final double CLOCK_SHARE = 0.0625;

    /**
     * The squared error within the range for {@link #factor}; NaN becomes the largest.
     *
     * @param errorSquared any number
     */
    public static double limited(double errorSquared) {
        double notLarge = errorSquared < MOST_ERROR_SQUARED ? errorSquared : MOST_ERROR_SQUARED;
        return notLarge > LEAST_ERROR_SQUARED ? notLarge : LEAST_ERROR_SQUARED;
    }

    /**
     * The next step over this one.
     *
     * @param errorSquared e², limited
     * @param inverseLastErrorSquared 1/e₋², limited
     */
    public double factor(double errorSquared, double inverseLastErrorSquared) {
        double power = errorSquared;
        for (int i = 1; i < errorPower; i++) {
            power *= errorSquared;
        }
        double factor = safety * InverseRoot.ofShift(power * inverseLastErrorSquared, rootShift);
        double notSmall = factor > LEAST_FACTOR ? factor : LEAST_FACTOR;
        return notSmall < MOST_FACTOR ? notSmall : MOST_FACTOR;
    }
}
