package larmor.observable;

/**
 * What the equation of motion itself tends to from near the end of a run: what the run would have
 * come to with no limit of time and no error of its steps.
 */
sealed interface Attractor {

    /** ⟨p⟩. */
    double power();

    /** Largest error of the power. */
    double powerUncertainty();

    /**
     * A limit cycle.
     *
     * @param period T in t'
     * @param periodUncertainty largest error of the period
     * @param power ⟨p⟩ over a period
     * @param powerUncertainty largest error of the power
     */
    record Cycle(double period, double periodUncertainty, double power, double powerUncertainty)
            implements Attractor {}

    /**
     * A state at rest.
     *
     * @param power p
     * @param powerUncertainty largest error of the power
     */
    record Rest(double power, double powerUncertainty) implements Attractor {}
}
