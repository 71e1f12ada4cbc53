package larmor.ode;

import larmor.model.Coefficients;
import larmor.model.Magnetization;

/**
 * Integrates the equation of motion along one trajectory, from t' = 0. Implementations are
 * immutable and safe for use by many threads.
 */
public interface Solver {

    /** What the solver is, for people and for files. */
    SolverDescription description();

    /**
     * Integrates one trajectory.
     *
     * @param coefficients the equation
     * @param start m(0), a unit vector
     * @param endTime t' at which to stop, at least 0
     * @param sampling the times at which to report the state, none after {@code endTime}
     * @param sink told every sample, in order
     * @return the state at {@code endTime}, or why the solver had to give up before it
     * @throws larmor.model.InvalidInput if the end time is not a finite number of at least 0, or if
     *     it cannot be reached in a sensible number of steps
     */
    Solution integrate(
            Coefficients coefficients,
            Magnetization start,
            double endTime,
            Sampling sampling,
            SampleSink sink);

    /**
     * Looks at whether a run to this time takes a sensible number of steps, without a run: a sweep
     * asks before it begins, and refuses what would not end. A solver at fixed step has to say, by
     * {@link EqualSteps#requireDividing}; one with error control cannot know and does nothing; one
     * that wraps another asks that one.
     *
     * @param endTime t' at which to stop, at least 0
     * @param sampling the times at which to report the state, none after {@code endTime}
     * @throws larmor.model.InvalidInput if it does not
     */
    void requireReachable(double endTime, Sampling sampling);

    /** Integrates one trajectory without samples. */
    default Solution integrate(Coefficients coefficients, Magnetization start, double endTime) {
        return integrate(coefficients, start, endTime, Sampling.NONE, SampleSink.IGNORE);
    }
}
