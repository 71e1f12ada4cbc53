package larmor.simd;

import static larmor.simd.LaneBlock.H;
import static larmor.simd.LaneBlock.LEAST;
import static larmor.simd.LaneBlock.M;
import static larmor.simd.LaneBlock.MOST;
import static larmor.simd.LaneBlock.WIDTH;

import java.util.Arrays;
import larmor.ode.Batch;
import larmor.ode.BatchSampleSink;
import larmor.ode.BatchSolution;
import larmor.ode.EqualSteps;
import larmor.ode.LaneRanges;
import larmor.ode.SampleSink;
import larmor.ode.Sampling;
import larmor.ode.Solution;
import larmor.ode.Solver;
import larmor.ode.Statistics;

/**
 * Advances the lanes of a range in step, with equal steps between the times at which their states
 * are asked for. One object serves one thread.
 *
 * <p>The kernel does not watch for failures. It keeps the least and the largest |m|² of each lane,
 * and between bouts of {@value #BOUT} steps the lanes that left the range are taken out of their
 * block. What the failure was, and when, the scalar solver tells: it repeats the lane.
 */
final class FixedStepLanes implements LaneRanges.Worker {

    /** Steps between two looks at the norms: looking costs as much as a tenth of a step. */
    private static final int BOUT = 64;

    private final Solver scalar;
    private final LaneMethod method;
    private final double stepSize;
    private final Batch batch;
    private final double endTime;
    private final Sampling sampling;
    private final BatchSampleSink sink;
    private final BatchSolution outcome;

    private final double[] w;
    private final int[] lanes = new int[WIDTH];
    private final double[] sampleX = new double[WIDTH];
    private final double[] sampleY = new double[WIDTH];
    private final double[] sampleZ = new double[WIDTH];
    private int count;
    private double time;
    private long steps;

    FixedStepLanes(
            Solver scalar,
            LaneMethod method,
            double stepSize,
            Batch batch,
            double endTime,
            Sampling sampling,
            BatchSampleSink sink,
            BatchSolution outcome) {
        this.scalar = scalar;
        this.method = method;
        this.stepSize = stepSize;
        this.batch = batch;
        this.endTime = endTime;
        this.sampling = sampling;
        this.sink = sink;
        this.outcome = outcome;
        w = method.newBlock();
    }

    /** Integrates a batch. */
    static BatchSolution integrate(
            Solver scalar,
            LaneMethod method,
            double stepSize,
            Batch batch,
            double endTime,
            Sampling sampling,
            BatchSampleSink sink,
            int threads) {
        Sampling.requireEndTime(endTime);
        sampling.requireWithin(endTime);
        BatchSolution outcome = new BatchSolution(batch.lanes());
        LaneRanges.share(
                batch.lanes(),
                WIDTH,
                threads,
                () ->
                        new FixedStepLanes(
                                scalar, method, stepSize, batch, endTime, sampling, sink, outcome));
        return outcome;
    }

    @Override
    public void work(int first, int end) {
        load(first, end);
        for (int index = 0; index < sampling.count() && count > 0; index++) {
            double sampleTime = sampling.time(index);
            advanceTo(sampleTime);
            deliver(index, sampleTime);
        }
        advanceTo(endTime);
        complete();
    }

    private void load(int first, int end) {
        count = end - first;
        time = 0;
        steps = 0;
        for (int i = 0; i < LaneBlock.vectorized(count); i++) {
            int lane = Math.min(first + i, end - 1);
            lanes[i] = lane;
            LaneBlock.load(w, i, batch.coefficients(lane), batch.start(lane));
            w[LEAST + i] = method.unit();
            w[MOST + i] = method.unit();
        }
    }

    private void advanceTo(double target) {
        double span = target - time;
        if (!(span > 0)) {
            return;
        }
        EqualSteps equal = EqualSteps.dividing(span, stepSize);
        Arrays.fill(w, H, H + WIDTH, equal.size());
        long left = equal.count();
        while (left > 0 && count > 0) {
            int bout = (int) Math.min(left, BOUT);
            method.advance(w, LaneBlock.vectorized(count), bout);
            left -= bout;
            removeFailed();
        }
        steps += equal.count();
        time = target;
    }

    private void removeFailed() {
        for (int i = count - 1; i >= 0; i--) {
            if (hasFailed(i)) {
                repeat(lanes[i]);
                count--;
                lanes[i] = lanes[count];
                LaneBlock.copy(w, count, i);
            }
        }
    }

    private boolean hasFailed(int i) {
        // Once |m|² is not a number m never is again, so m itself tells.
        return !(method.keepsNorm(w[LEAST + i], w[MOST + i]) && Double.isFinite(w[M + i]));
    }

    private void repeat(int lane) {
        outcome.set(
                lane,
                scalar.integrate(
                        batch.coefficients(lane),
                        batch.start(lane),
                        endTime,
                        sampling,
                        SampleSink.IGNORE));
    }

    private void deliver(int index, double sampleTime) {
        if (count > 0) {
            System.arraycopy(w, M, sampleX, 0, count);
            System.arraycopy(w, M + WIDTH, sampleY, 0, count);
            System.arraycopy(w, M + 2 * WIDTH, sampleZ, 0, count);
            sink.accept(index, sampleTime, count, lanes, sampleX, sampleY, sampleZ);
        }
    }

    private void complete() {
        for (int i = 0; i < count; i++) {
            Statistics statistics = method.statistics(steps, w[LEAST + i], w[MOST + i]);
            outcome.set(lanes[i], new Solution.Completed(LaneBlock.state(w, i), statistics));
        }
    }
}
