package larmor.simd;

import larmor.ode.Batch;
import larmor.ode.BatchSampleSink;
import larmor.ode.BatchSolution;
import larmor.ode.BatchSolver;
import larmor.ode.Dop853;
import larmor.ode.Dop853Tableau;
import larmor.ode.ErrorControl;
import larmor.ode.Sampling;
import larmor.ode.SolverDescription;

/**
 * The method of Dormand and Prince of order 8, many trajectories at once, either with steps chosen
 * by error estimates or at fixed step: {@link Dop853} in lanes, with its bits.
 *
 * <p>At fixed step all lanes share the time ({@link FixedStepLanes}); else every lane has a time
 * and a step of its own ({@link AdaptiveLanes}).
 */
public final class SimdDop853 implements BatchSolver {

    private static final Dop853Lanes METHOD = new Dop853Lanes();

    private final Dop853 scalar;

    /** With the steps of this scalar solver. */
    SimdDop853(Dop853 scalar) {
        this.scalar = scalar;
    }

    /** Steps chosen by this error control. */
    public SimdDop853(ErrorControl control) {
        this(new Dop853(control));
    }

    /**
     * Fixed steps.
     *
     * @param stepSize h in t', greater than 0; the steps taken are this long or a little shorter
     * @throws larmor.model.InvalidInput if the step is not a finite number greater than 0
     */
    public static SimdDop853 withStep(double stepSize) {
        return new SimdDop853(Dop853.withStep(stepSize));
    }

    @Override
    public SolverDescription description() {
        return new SolverDescription(
                "dop853-simd",
                Dop853Tableau.ORDER,
                scalar.control().isPresent(),
                Lanes.COUNT,
                "accurate sweeps; a fixed step as well");
    }

    @Override
    public void requireReachable(double endTime, Sampling sampling) {
        scalar.requireReachable(endTime, sampling);
    }

    @Override
    public BatchSolution integrate(
            Batch batch, double endTime, Sampling sampling, BatchSampleSink sink, int threads) {
        return scalar.control()
                .map(control ->
                        AdaptiveLanes.integrate(
                                scalar, METHOD, control, batch, endTime, sampling, sink, threads))
                .orElseGet(() ->
                        FixedStepLanes.integrate(
                                scalar,
                                METHOD,
                                scalar.stepSize().orElseThrow(),
                                batch,
                                endTime,
                                sampling,
                                sink,
                                threads));
    }
}
