package larmor.simd;

import larmor.ode.Batch;
import larmor.ode.BatchSampleSink;
import larmor.ode.BatchSolution;
import larmor.ode.BatchSolver;
import larmor.ode.Sampling;
import larmor.ode.SolverDescription;
import larmor.ode.Verner9;
import larmor.ode.Verner9Tableau;

/**
 * Verner's method of order 9 at fixed step, many trajectories at once: {@link Verner9} in lanes,
 * with its bits.
 *
 * <p>All lanes share the time; how they are advanced: {@link FixedStepLanes}.
 */
public final class SimdVerner9 implements BatchSolver {

    private static final Verner9Lanes METHOD = new Verner9Lanes();

    private final Verner9 scalar;

    /**
     * @param stepSize h in t', greater than 0; the steps taken are this long or a little shorter
     * @throws larmor.model.InvalidInput if the step is not a finite number greater than 0
     */
    public SimdVerner9(double stepSize) {
        scalar = new Verner9(stepSize);
    }

    @Override
    public SolverDescription description() {
        return new SolverDescription(
                "verner9-simd", Verner9Tableau.ORDER, false, Lanes.COUNT, "fastest from 1e-4 on");
    }

    @Override
    public void requireReachable(double endTime, Sampling sampling) {
        scalar.requireReachable(endTime, sampling);
    }

    @Override
    public BatchSolution integrate(
            Batch batch, double endTime, Sampling sampling, BatchSampleSink sink, int threads) {
        return FixedStepLanes.integrate(
                scalar, METHOD, scalar.stepSize(), batch, endTime, sampling, sink, threads);
    }
}
