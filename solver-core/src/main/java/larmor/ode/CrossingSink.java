package larmor.ode;

/** Receives the crossings of a plane in the order of time. */
@FunctionalInterface
public interface CrossingSink {

    /**
     * One crossing.
     *
     * @param time t'
     * @param x m_x
     * @param y m_y
     * @param z m_z
     * @return whether to go on; if not, the run is complete and ends at this crossing
     */
    boolean accept(double time, double x, double y, double z);
}
