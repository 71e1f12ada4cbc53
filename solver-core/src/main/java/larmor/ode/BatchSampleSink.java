package larmor.ode;

/**
 * Receives the samples of a batch, several lanes at a time.
 *
 * <p>The samples of one lane arrive in the order of time, all on one thread, and end where the lane
 * fails. Nothing is said of the order between lanes, and different lanes may arrive on different
 * threads at once: a sink writes to places that belong to the lane.
 */
@FunctionalInterface
public interface BatchSampleSink {

    /** Takes no notice. */
    BatchSampleSink IGNORE = (_, _, _, _, _, _, _) -> {};

    /**
     * One sample of several lanes. The arrays belong to the solver and hold these values only
     * during the call; elements from {@code count} on mean nothing.
     *
     * @param index 0 for the first sample
     * @param time t'
     * @param count how many lanes
     * @param lanes their numbers in the batch. Not modified.
     * @param x m_x of each. Not modified.
     * @param y m_y of each. Not modified.
     * @param z m_z of each. Not modified.
     */
    void accept(int index, double time, int count, int[] lanes, double[] x, double[] y, double[] z);
}
