package larmor.simd;

import larmor.ode.Batch;
import larmor.ode.BatchSampleSink;
import larmor.ode.BatchSolution;
import larmor.ode.BatchSolver;
import larmor.ode.Rk4;
import larmor.ode.Sampling;
import larmor.ode.SolverDescription;

/**
 * The classical fourth-order Runge–Kutta method at fixed step, many trajectories at once: {@link
 * Rk4} in lanes, with its bits.
 *
 * <p>All lanes share the time; how they are advanced: {@link FixedStepLanes}.
 */
public final class SimdRk4 implements BatchSolver {

    private static final Rk4Lanes METHOD = new Rk4Lanes();

    private final Rk4 scalar;

    /**
     * @param stepSize h in t', greater than 0; the steps taken are this long or a little shorter
     * @throws larmor.model.InvalidInput if the step is not a finite number greater than 0
     */
    public SimdRk4(double stepSize) {
        scalar = new Rk4(stepSize);
    }

    @Override
    public SolverDescription description() {
        return new SolverDescription(
                "rk4-simd", 4, false, Lanes.COUNT, "sweeps at moderate accuracy");
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
