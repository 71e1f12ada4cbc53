package larmor.ode;

import larmor.model.InvalidInput;

/**
 * How accurate each step of an adaptive solver has to be: the root mean square of the error's three
 * components, in units of the norm, at most ε. E. Hairer, S. P. Nørsett, G. Wanner, Solving
 * Ordinary Differential Equations I, 2nd ed., Eq. (II.4.11).
 *
 * @param tolerance ε, from 1e-16 to 1
 * @param norm what the error is measured against
 * @param mostSteps how many steps, rejected ones included, a run may try
 */
public record ErrorControl(double tolerance, ErrorNorm norm, long mostSteps) {

    /** Below this the error of a step is rounding error, which shorter steps do not reduce. */
    public static final double LEAST_TOLERANCE = 1e-16;

    /** Hours of work, or a mistake. */
    public static final long MOST_STEPS = 1_000_000_000_000L;

    /**
     * @throws InvalidInput if the tolerance or the number of steps is outside its range
     */
    public ErrorControl {
        requireTolerance(tolerance);
        if (mostSteps < 1) {
            throw new InvalidInput("--max-steps", "must be at least 1, not " + mostSteps);
        }
    }

    /** The error relative to the transverse amplitude, with practically no limit to the steps. */
    public static ErrorControl of(double tolerance) {
        return new ErrorControl(tolerance, ErrorNorm.AMPLITUDE_RELATIVE, MOST_STEPS);
    }

    /**
     * The tolerance, if it can be one.
     *
     * @throws InvalidInput if it is not from 1e-16 to 1
     */
    public static double requireTolerance(double tolerance) {
        if (!(tolerance >= LEAST_TOLERANCE && tolerance <= 1)) {
            throw new InvalidInput("--tolerance", "must be from 1e-16 to 1, not " + tolerance);
        }
        return tolerance;
    }

    /** 1/(3ε²), by which the square of the error's length becomes the mean square over ε². */
    public double inverseToleranceSquared() {
        return 1 / (3 * tolerance * tolerance);
    }
}
