package larmor.bench.choice;

import larmor.model.InvalidInput;

/**
 * What the fastest solver is wanted for: the paper's device with the self-induced torque, exact
 * form, from m near +ẑ, at voltages from 0.8 to 3 V_c.
 *
 * @param quantity what has to be accurate
 * @param accuracy its largest error, from 1e-11 to 0.1
 * @param batch how many trajectories run at once, from 1 to 65536
 * @param time t' at the end, from 10 to 1e6, at least 5000 where a window is observed
 * @param threads how many threads may be used, at least 1
 */
public record Question(Quantity quantity, double accuracy, int batch, double time, int threads) {

    /** The lowest voltage, in V_c: below threshold, at rest. */
    public static final double LOWEST_VOLTAGE = 0.8;

    /** The highest voltage, in V_c: precession far out of the plane. */
    public static final double HIGHEST_VOLTAGE = 3;

    /** Where none is asked for. */
    public static final String DEFAULT_ACCURACY_AS_TYPED = "1e-6";

    /** The same as a number. */
    public static final double DEFAULT_ACCURACY = Double.parseDouble(DEFAULT_ACCURACY_AS_TYPED);

    private static final double LEAST_ACCURACY = 1e-11;
    static final double MOST_ACCURACY = 0.1;
    private static final int MOST_BATCH = 1 << 16;
    private static final double LEAST_TIME = 10;

    /** The window, a tenth, holds enough samples at the longest step. */
    private static final double LEAST_OBSERVED_TIME = 5000;

    /** Of a run that is chosen for: a longer one takes too long to measure. */
    public static final double MOST_TIME = 1e6;

    /**
     * @throws InvalidInput naming the flag at fault
     */
    public Question {
        requireAccuracy(accuracy);
        if (batch < 1 || batch > MOST_BATCH) {
            throw new InvalidInput("--batch", "must be from 1 to " + MOST_BATCH + ", not " + batch);
        }
        double least = leastTime(quantity);
        if (!(time >= least && time <= MOST_TIME)) {
            throw new InvalidInput(
                    "--time",
                    "must be from "
                            + least
                            + " to "
                            + MOST_TIME
                            + " for "
                            + quantity.id()
                            + ", not "
                            + time);
        }
        if (threads < 1) {
            throw new InvalidInput("--threads", "must be at least 1, not " + threads);
        }
    }

    /**
     * Looks at an accuracy by itself.
     *
     * @throws InvalidInput if it is out of range
     */
    public static void requireAccuracy(double accuracy) {
        if (!(accuracy >= LEAST_ACCURACY && accuracy <= MOST_ACCURACY)) {
            throw new InvalidInput(
                    "--accuracy",
                    "must be from "
                            + LEAST_ACCURACY
                            + " to "
                            + MOST_ACCURACY
                            + ", not "
                            + accuracy);
        }
    }

    /** The number of trajectories nearest to this one that can be asked for. */
    static int nearestBatch(long batch) {
        return Math.clamp(batch, 1, MOST_BATCH);
    }

    /** The time nearest to this one that can be asked for. */
    static double nearestTime(Quantity quantity, double time) {
        return Math.clamp(time, leastTime(quantity), MOST_TIME);
    }

    private static double leastTime(Quantity quantity) {
        return quantity.isObserved() ? LEAST_OBSERVED_TIME : LEAST_TIME;
    }

    /**
     * Voltages evenly over the whole range, its ends included.
     *
     * @param count at least 2
     */
    static double[] voltages(int count) {
        double[] voltages = new double[count];
        for (int i = 0; i < count; i++) {
            voltages[i] = LOWEST_VOLTAGE + (HIGHEST_VOLTAGE - LOWEST_VOLTAGE) * i / (count - 1);
        }
        return voltages;
    }
}
