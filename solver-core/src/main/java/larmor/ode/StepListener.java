package larmor.ode;

/**
 * Looks at every step that is good enough, before m moves to its end.
 *
 * @param <S> what it needs to know of a step
 */
interface StepListener<S extends RungeKuttaStep> {

    /** Takes no notice. */
    StepListener<RungeKuttaStep> NONE = (_, _, end) -> end;

    /**
     * One step.
     *
     * @param step finished. Modified at most by another attempt, finished too
     * @param start t' at its start
     * @param end t' at its end
     * @return the time at which the run ends because of what was found in the step, with the step
     *     leading there; or {@code end}, with the step as it was
     */
    double inspect(S step, double start, double end);
}
