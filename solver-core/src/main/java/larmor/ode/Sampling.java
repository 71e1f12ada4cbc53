package larmor.ode;

import larmor.model.InvalidInput;

/**
 * Equally spaced times at which a solver reports the state.
 *
 * @param start the first, at least 0
 * @param interval distance of neighbours, greater than 0
 * @param count how many, at least 0
 */
public record Sampling(double start, double interval, int count) {

    /** No samples. */
    public static final Sampling NONE = new Sampling(0, 1, 0);

    /** The last sample may lie behind the end of a run by this share of its time. */
    private static final double ROUNDING = 1e-12;

    /**
     * @throws InvalidInput if a value is outside its range
     */
    public Sampling {
        if (!(start >= 0 && start < Double.POSITIVE_INFINITY)) {
            throw new InvalidInput("--samples", "must start at a time of at least 0, not " + start);
        }
        if (!(interval > 0 && interval < Double.POSITIVE_INFINITY)) {
            throw new InvalidInput("--samples", "must have an interval above 0, not " + interval);
        }
        if (count < 0) {
            throw new InvalidInput("--samples", "must be at least 0, not " + count);
        }
    }

    /**
     * Checks the end of a run.
     *
     * @throws InvalidInput if it is not a finite number of at least 0
     */
    public static void requireEndTime(double endTime) {
        if (!(endTime >= 0 && endTime < Double.POSITIVE_INFINITY)) {
            throw new InvalidInput(
                    "--time", "must be a finite number of at least 0, not " + endTime);
        }
    }

    /** The samples that divide [0, endTime] into equal parts, both ends included. */
    public static Sampling dividing(double endTime, int intervals) {
        return new Sampling(0, endTime / intervals, intervals + 1);
    }

    /**
     * Checks that no sample lies after the end of a run, but for rounding.
     *
     * @throws InvalidInput if one does
     */
    public void requireWithin(double endTime) {
        if (count > 0 && time(count - 1) > endTime * (1 + ROUNDING)) {
            throw new InvalidInput("--samples", "must not lie after the end at t' = " + endTime);
        }
    }

    /** The time of a sample. */
    public double time(int index) {
        return start + index * interval;
    }
}
