package larmor.ode;

import larmor.model.InvalidInput;

/** How a span of time is divided into equal steps. */
public final class FixedSteps {

    /** More steps than this in one span are taken for a mistake. */
    private static final double MOST_STEPS = 1e12;

    /**
     * A span may exceed a whole number of steps by this share of one before another step is added.
     */
    private static final double STEP_SLACK = 1e-9;

    private FixedSteps() {}

    /**
     * The fewest equal steps not longer than the one asked for.
     *
     * @param span greater than 0
     * @param stepSize greater than 0
     * @throws InvalidInput if they are too many
     */
    public static long count(double span, double stepSize) {
        double count = Math.max(1, Math.ceil(span / stepSize - STEP_SLACK));
        if (count > MOST_STEPS) {
            throw new InvalidInput(
                    "--step", "is too small: " + stepSize + " takes more than 1e12 steps");
        }
        return (long) count;
    }

    /**
     * The step, if it can be one.
     *
     * @throws InvalidInput if it is not a finite number greater than 0
     */
    public static double requireStep(double stepSize) {
        if (!(stepSize > 0 && stepSize < Double.POSITIVE_INFINITY)) {
            throw new InvalidInput("--step", "must be a finite number above 0, not " + stepSize);
        }
        return stepSize;
    }

    /**
     * The end time, if it can be one.
     *
     * @throws InvalidInput if it is not a finite number of at least 0
     */
    public static double requireEndTime(double endTime) {
        if (!(endTime >= 0 && endTime < Double.POSITIVE_INFINITY)) {
            throw new InvalidInput(
                    "--time", "must be a finite number of at least 0, not " + endTime);
        }
        return endTime;
    }
}
