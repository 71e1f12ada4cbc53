package larmor.bench;

import org.openjdk.jmh.annotations.Param;

/**
 * One step, with all that a call takes besides: its score less that of {@link LaneSteps} is the
 * price of a call, which is why short runs are better made in one call than in many.
 */
public class OneStep extends LaneBenchmark {

    /** Shorter than the first step of any adaptive solver here, so that one is all it takes. */
    private static final double STEP = 0.01;

    /** How many trajectories take their step in one call. */
    @Param({"1", "64"})
    public int batch = 1;

    @Override
    LaneBatch lanes() {
        LaneBatch lanes = LaneBatch.of(solver, form, batch, STEP, STEP);
        if (lanes.steps() != batch) {
            throw new IllegalStateException(solver + " takes " + lanes.steps() + " steps");
        }
        return lanes;
    }
}
