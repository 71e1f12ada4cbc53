package larmor.ode;

/** Integrates a batch with a scalar solver, one lane after the other. */
public final class ScalarBatch implements BatchSolver {

    /**
     * Lanes a thread takes at a time: enough to hide the handing out, few enough to share evenly.
     */
    private static final int RANGE = 8;

    private final Solver solver;

    /** A batch of runs of this solver. */
    public ScalarBatch(Solver solver) {
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
    public BatchSolution integrate(
            Batch batch, double endTime, Sampling sampling, BatchSampleSink sink, int threads) {
        Sampling.requireEndTime(endTime);
        BatchSolution outcome = new BatchSolution(batch.lanes());
        LaneRanges.share(
                batch.lanes(),
                RANGE,
                threads,
                () ->
                        (first, end) -> {
                            for (int lane = first; lane < end; lane++) {
                                outcome.set(
                                        lane,
                                        solver.integrate(
                                                batch.coefficients(lane),
                                                batch.start(lane),
                                                endTime,
                                                sampling,
                                                new OneLane(lane, sink)));
                            }
                        });
        return outcome;
    }

    /** Passes the samples of one lane on. */
    private static final class OneLane implements SampleSink {

        private final BatchSampleSink sink;
        private final int[] lane;
        private final double[] mx = new double[1];
        private final double[] my = new double[1];
        private final double[] mz = new double[1];

        OneLane(int lane, BatchSampleSink sink) {
            this.lane = new int[] {lane};
            this.sink = sink;
        }

        @Override
        public void accept(int index, double time, double x, double y, double z) {
            mx[0] = x;
            my[0] = y;
            mz[0] = z;
            sink.accept(index, time, 1, lane, mx, my, mz);
        }
    }
}
