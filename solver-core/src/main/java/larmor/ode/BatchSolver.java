package larmor.ode;

/**
 * Integrates many independent trajectories, each from t' = 0. Implementations are immutable and
 * safe for use by many threads.
 *
 * <p>A lane's bits are those of the scalar solver of the same name: they depend neither on its
 * neighbours, nor on its place in the batch, nor on the number of threads. A lane that fails
 * neither stops nor changes the others.
 */
public interface BatchSolver {

    /** What the solver is, for people and for files. */
    SolverDescription description();

    /**
     * Integrates a batch.
     *
     * @param batch the trajectories. Not modified.
     * @param endTime t' at which to stop, at least 0
     * @param sampling the times at which to report the states, none after {@code endTime}
     * @param sink told every sample
     * @param threads how many threads share the lanes, at least 1
     * @return for each lane the state at {@code endTime}, or why it had to be given up before
     * @throws larmor.model.InvalidInput if the end time is not a finite number of at least 0, if it
     *     cannot be reached in a sensible number of steps, or if the number of threads is below 1
     */
    BatchSolution integrate(
            Batch batch, double endTime, Sampling sampling, BatchSampleSink sink, int threads);

    /**
     * Looks at whether a batch to this time takes a sensible number of steps, without a run, as
     * {@link Solver#requireReachable} does.
     *
     * @param endTime t' at which to stop, at least 0
     * @param sampling the times at which to report the state, none after {@code endTime}
     * @throws larmor.model.InvalidInput if it does not
     */
    void requireReachable(double endTime, Sampling sampling);

    /** Integrates a batch on the calling thread, without samples. */
    default BatchSolution integrate(Batch batch, double endTime) {
        return integrate(batch, endTime, Sampling.NONE, BatchSampleSink.IGNORE, 1);
    }
}
