package larmor.simd;

import larmor.ode.Batch;
import larmor.ode.BatchSampleSink;
import larmor.ode.BatchSolution;
import larmor.ode.BatchSolver;
import larmor.ode.Dopri5;
import larmor.ode.Dopri5Tableau;
import larmor.ode.ErrorControl;
import larmor.ode.Sampling;
import larmor.ode.SolverDescription;

/**
 * The method of Dormand and Prince of order 5 with steps chosen by an error estimate of order 4,
 * many trajectories at once: {@link Dopri5} in lanes, with its bits.
 *
 * <p>Every lane has a time and a step of its own; how lanes are advanced: {@link AdaptiveLanes}.
 */
public final class SimdDopri5 implements BatchSolver {

    private static final Dopri5Lanes PAIR = new Dopri5Lanes();

    private final Dopri5 scalar;

    /** With this error control. */
    public SimdDopri5(ErrorControl control) {
        scalar = new Dopri5(control);
    }

    @Override
    public SolverDescription description() {
        return new SolverDescription(
                "dopri5-simd", Dopri5Tableau.ORDER, true, Lanes.COUNT, "sweeps with error control");
    }

    @Override
    public void requireReachable(double endTime, Sampling sampling) {
        scalar.requireReachable(endTime, sampling);
    }

    @Override
    public BatchSolution integrate(
            Batch batch, double endTime, Sampling sampling, BatchSampleSink sink, int threads) {
        return AdaptiveLanes.integrate(
                scalar, PAIR, scalar.control(), batch, endTime, sampling, sink, threads);
    }
}
