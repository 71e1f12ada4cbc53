package larmor.ode;

import larmor.model.InvalidInput;

/**
 * A span of time divided into the fewest equal steps that are not longer than the one asked for.
 * All solvers at fixed step divide by this rule, so that their steps have the same bits.
 *
 * @param count how many, at least 1
 * @param size the length of each
 */
public record EqualSteps(long count, double size) {

    /** More steps than this between two samples are taken for a mistake. */
    private static final double MOST_STEPS = 1e12;

    /**
     * A span may exceed a whole number of steps by this share of one before another step is added.
     */
    private static final double SLACK = 1e-9;

    /**
     * Divides a span.
     *
     * @param span greater than 0
     * @param longest step, greater than 0
     * @throws InvalidInput if that takes more than 10¹² steps
     */
    public static EqualSteps dividing(double span, double longest) {
        double count = Math.max(1, Math.ceil(span / longest - SLACK));
        if (count > MOST_STEPS) {
            throw new InvalidInput(
                    "--step", "is too small: " + longest + " takes more than 1e12 steps");
        }
        return new EqualSteps((long) count, span / count);
    }

    /**
     * Looks at whether a run from t' = 0 can be divided: from sample to sample, and to its end.
     *
     * @param endTime of the run
     * @param sampling within it
     * @param longest step, greater than 0
     * @throws InvalidInput if that takes more than 10¹² steps between two of these times
     */
    public static void requireDividing(double endTime, Sampling sampling, double longest) {
        double time = 0;
        for (int index = 0; index < sampling.count(); index++) {
            requireStretch(time, sampling.time(index), longest);
            time = sampling.time(index);
        }
        requireStretch(time, endTime, longest);
    }

    private static void requireStretch(double from, double to, double longest) {
        if (to > from) {
            EqualSteps _ = dividing(to - from, longest);
        }
    }

    /**
     * The longest step, if it can be one.
     *
     * @throws InvalidInput if it is not a finite number greater than 0
     */
    public static double requireLongest(double step) {
        if (!(step > 0 && step < Double.POSITIVE_INFINITY)) {
            throw new InvalidInput("--step", "must be a finite number above 0, not " + step);
        }
        return step;
    }
}
