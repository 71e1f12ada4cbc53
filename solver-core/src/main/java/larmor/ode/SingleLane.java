package larmor.ode;

import larmor.model.Coefficients;
import larmor.model.Magnetization;

/** Integrates one trajectory with a batch solver, as a batch of one lane. */
public final class SingleLane implements Solver {

    private final BatchSolver solver;

    /** Runs of this solver, one lane each. */
    public SingleLane(BatchSolver solver) {
        this.solver = solver;
    }

    @Override
    public SolverDescription description() {
        return solver.description();
    }

    @Override
    public void requireReachable(double endTime, Sampling sampling) {
        solver.requireReachable(endTime, sampling);
    }

    @Override
    public Solution integrate(
            Coefficients coefficients,
            Magnetization start,
            double endTime,
            Sampling sampling,
            SampleSink sink) {
        Batch batch = new Batch(1);
        batch.set(0, coefficients, start);
        return solver.integrate(
                        batch,
                        endTime,
                        sampling,
                        (index, time, _, _, x, y, z) -> sink.accept(index, time, x[0], y[0], z[0]),
                        1)
                .solution(0);
    }
}
