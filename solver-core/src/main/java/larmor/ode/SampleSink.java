package larmor.ode;

/** Receives the samples of a trajectory in the order of time. */
@FunctionalInterface
public interface SampleSink {

    /** Takes no notice. */
    SampleSink IGNORE = (_, _, _, _, _) -> {};

    /**
     * One sample.
     *
     * @param index 0 for the first
     * @param time t'
     * @param x m_x
     * @param y m_y
     * @param z m_z
     */
    void accept(int index, double time, double x, double y, double z);
}
