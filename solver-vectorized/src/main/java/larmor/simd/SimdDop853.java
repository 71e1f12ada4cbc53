package larmor.simd;

import larmor.ode.Batch;
import larmor.ode.BatchSampleSink;
import larmor.ode.BatchSolution;
import larmor.ode.BatchSolver;
import larmor.ode.Dop853;
import larmor.ode.Dop853Tableau;
import larmor.ode.LaneRanges;
import larmor.ode.Sampling;
import larmor.ode.SolverDescription;

/**
 * The method of Dormand and Prince of order 8, many trajectories at once: {@link Dop853} in lanes,
 * with its bits.
 */
public final class SimdDop853 implements BatchSolver {

    private final double stepSize;
    private final Dop853 scalar;

    private SimdDop853(double stepSize) {
        this.stepSize = stepSize;
        scalar = Dop853.withStep(stepSize);
    }

    /**
     * Fixed steps.
     *
     * @param stepSize h in t', greater than 0; the steps taken are this long or a little shorter
     * @throws larmor.model.InvalidInput if the step is not a finite number greater than 0
     */
    public static SimdDop853 withStep(double stepSize) {
        return new SimdDop853(stepSize);
    }

    @Override
    public SolverDescription description() {
        return new SolverDescription(
                "dop853-simd", Dop853Tableau.ORDER, false, Lanes.COUNT, "sweeps at high accuracy");
    }

    @Override
    public BatchSolution integrate(
            Batch batch, double endTime, Sampling sampling, BatchSampleSink sink, int threads) {
        Sampling.requireEndTime(endTime);
        BatchSolution outcome = new BatchSolution(batch.lanes());
        LaneRanges.share(
                batch.lanes(),
                LaneBlock.WIDTH,
                threads,
                () ->
                        new FixedStepLanes(
                                scalar, stepSize, batch, endTime, sampling, sink, outcome));
        return outcome;
    }
}
