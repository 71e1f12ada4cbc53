package larmor.bench;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Counts what an operation is made of, so that JMH also tells the time of one step and of one
 * evaluation.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.OPERATIONS)
public class StepCounter {

    /** The name of {@link #laneSteps} in JMH's results. */
    static final String STEPS = "laneSteps";

    /** The name of {@link #laneEvaluations} in JMH's results. */
    static final String EVALUATIONS = "laneEvaluations";

    /** Trajectories times steps, with the rejected steps of an adaptive solver. */
    public long laneSteps;

    /** Trajectories times evaluations of the right-hand side. */
    public long laneEvaluations;

    /** Counts one call. */
    void count(LaneBatch lanes) {
        laneSteps += lanes.steps();
        laneEvaluations += (long) lanes.values().evaluations();
    }
}
