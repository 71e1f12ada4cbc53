package larmor.ode;

import larmor.model.Magnetization;

/** The outcome of a run. */
public sealed interface Solution {

    /** What the run cost. */
    Statistics statistics();

    /**
     * The run reached its end.
     *
     * @param end the state there
     * @param statistics what it cost
     */
    record Completed(Magnetization end, Statistics statistics) implements Solution {}

    /**
     * The run had to stop early.
     *
     * @param failure why and where
     * @param statistics what it cost until then
     */
    record Failed(NumericalFailure failure, Statistics statistics) implements Solution {}
}
