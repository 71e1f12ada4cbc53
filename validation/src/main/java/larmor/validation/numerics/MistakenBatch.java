package larmor.validation.numerics;

import larmor.model.Magnetization;
import larmor.ode.Batch;
import larmor.ode.BatchSampleSink;
import larmor.ode.BatchSolution;
import larmor.ode.BatchSolver;
import larmor.ode.Sampling;
import larmor.ode.Solution;
import larmor.ode.SolverDescription;

/**
 * A batch solver whose results are spoilt after the fact.
 *
 * @param solver gives the right results
 * @param mistake spoils them
 */
record MistakenBatch(BatchSolver solver, Mistake mistake) implements BatchSolver {

    @Override
    public SolverDescription description() {
        return solver.description();
    }

    @Override
    public void requireReachable(double endTime, Sampling sampling) {
        solver.requireReachable(endTime, sampling);
    }

    @Override
    public BatchSolution integrate(
            Batch batch, double endTime, Sampling sampling, BatchSampleSink sink, int threads) {
        BatchSolution right = solver.integrate(batch, endTime, sampling, sink, threads);
        BatchSolution spoilt = new BatchSolution(batch.lanes());
        for (int lane = 0; lane < batch.lanes(); lane++) {
            Solution solution = right.solution(source(lane, batch.lanes()));
            spoilt.set(
                    lane,
                    solution instanceof Solution.Completed completed
                            ? new Solution.Completed(
                                    spoilt(completed.end(), lane, batch), completed.statistics())
                            : solution);
        }
        return spoilt;
    }

    private int source(int lane, int lanes) {
        return mistake == Mistake.SWAPPED && lanes > 1 && lane < 2 ? 1 - lane : lane;
    }

    private Magnetization spoilt(Magnetization m, int lane, Batch batch) {
        return switch (mistake) {
            case SWAPPED -> m;
            case LAST_PLACE ->
                    lane == batch.lanes() - 1
                            ? new Magnetization(Math.nextUp(m.x()), m.y(), m.z())
                            : m;
            case SPILL ->
                    lane > 0 && !batch.start(lane - 1).isFinite()
                            ? new Magnetization(Double.NaN, Double.NaN, Double.NaN)
                            : m;
        };
    }
}
