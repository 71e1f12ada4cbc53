package larmor.ode;

/** First-order equations whose right-hand side does not depend on time. */
public interface AutonomousSystem {

    /** The number of components, at least 1. */
    int dimension();

    /**
     * The rate of change.
     *
     * @param state of length {@link #dimension()}. Not modified.
     * @param rate of the same length. Modified: the derivative by t'
     */
    void rate(double[] state, double[] rate);
}
