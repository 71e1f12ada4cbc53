package larmor.bench.choice;

import java.util.concurrent.atomic.LongAdder;
import larmor.ode.Batch;
import larmor.ode.BatchSampleSink;
import larmor.ode.BatchSolution;
import larmor.ode.BatchSolver;
import larmor.ode.Sampling;
import larmor.ode.SolverDescription;

/** Counts the evaluations of a solver that somebody else runs. */
final class CountingSolver implements BatchSolver {

    private final BatchSolver solver;
    private final LongAdder evaluations = new LongAdder();

    CountingSolver(BatchSolver solver) {
        this.solver = solver;
    }

    /** Of all runs until now. */
    long evaluations() {
        return evaluations.sum();
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
    public BatchSolution integrate(
            Batch batch, double endTime, Sampling sampling, BatchSampleSink sink, int threads) {
        BatchSolution solution = solver.integrate(batch, endTime, sampling, sink, threads);
        evaluations.add(evaluationsOf(solution));
        return solution;
    }

    /** Of all lanes. */
    static long evaluationsOf(BatchSolution solution) {
        long sum = 0;
        for (int lane = 0; lane < solution.lanes(); lane++) {
            sum += solution.solution(lane).statistics().evaluations();
        }
        return sum;
    }
}
