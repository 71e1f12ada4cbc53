package larmor.bench;

import org.openjdk.jmh.annotations.Param;

/** Time per trajectory and step, in batches of every size. */
public class LaneSteps extends LaneBenchmark {

    /** Short, so that large batches fit into an iteration, and hundreds of steps of order 4. */
    private static final double END_TIME = 25.6;

    /** The default accuracy of a sweep is reached at 0.05 in order 4. */
    private static final double STEP = 0.05;

    /** How many trajectories. */
    @Param({"1", "8", "64", "4096"})
    public int batch = 1;

    /** What has run in the JVM before, see {@link EarlierRuns}. */
    @Param(EarlierRuns.NONE)
    public String history = EarlierRuns.NONE;

    @Override
    LaneBatch lanes() {
        EarlierRuns.run(history);
        return LaneBatch.of(solver, form, batch, END_TIME, STEP);
    }
}
