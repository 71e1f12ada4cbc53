package larmor.simd;

import static larmor.simd.LaneBlock.ACCEPTED;
import static larmor.simd.LaneBlock.END;
import static larmor.simd.LaneBlock.ERROR_SQUARED;
import static larmor.simd.LaneBlock.H;
import static larmor.simd.LaneBlock.INVERSE_LAST_ERROR_SQUARED;
import static larmor.simd.LaneBlock.LEAST;
import static larmor.simd.LaneBlock.LENGTH;
import static larmor.simd.LaneBlock.M;
import static larmor.simd.LaneBlock.MOST;
import static larmor.simd.LaneBlock.MOVED;
import static larmor.simd.LaneBlock.REJECTED;
import static larmor.simd.LaneBlock.START;
import static larmor.simd.LaneBlock.START_H;
import static larmor.simd.LaneBlock.START_TIME;
import static larmor.simd.LaneBlock.STEP_END;
import static larmor.simd.LaneBlock.TIME;
import static larmor.simd.LaneBlock.WIDTH;
import static larmor.simd.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import larmor.model.Coefficients;
import larmor.model.Magnetization;
import larmor.ode.Batch;
import larmor.ode.BatchSampleSink;
import larmor.ode.BatchSolution;
import larmor.ode.DenseOutput;
import larmor.ode.ErrorControl;
import larmor.ode.FirstStep;
import larmor.ode.InverseRoot;
import larmor.ode.LaneRanges;
import larmor.ode.NormRange;
import larmor.ode.SampleSink;
import larmor.ode.Sampling;
import larmor.ode.Solution;
import larmor.ode.Solver;
import larmor.ode.Statistics;
import larmor.ode.StepControl;

/**
 * Advances the lanes of a range with steps chosen by error control, every lane with a time and a
 * step of its own. One object serves one thread.
 *
 * <p>All lanes of a block try a step together; masks decide which of them move. A lane that has
 * reached its end, or cannot go on, tries steps of length 0, which change nothing, until the next
 * look, {@value #BOUT} steps later at most. Then a waiting trajectory takes its place or, when none
 * waits, the last of the block. What a failure was the scalar solver tells: it repeats the lane.
 *
 * <p>Step control is that of the scalar solvers, operation for operation.
 */
final class AdaptiveLanes implements LaneRanges.Worker {

    /** Steps between two looks: looking costs a tenth of a step, idling lanes little. */
    private static final int BOUT = 8;

    /** Lanes in a range at most, so that a range is done in a time that can be shared. */
    private static final int LONGEST_RANGE = 16 * WIDTH;

    private final Solver scalar;
    private final LanePair pair;
    private final ErrorControl control;
    private final Batch batch;
    private final double endTime;
    private final Sampling sampling;
    private final BatchSampleSink sink;
    private final BatchSolution outcome;

    private final double[] w;
    private final int[] lanes = new int[WIDTH];
    private final int[] nextSample = new int[WIDTH];
    private final long[] denseOutputs = new long[WIDTH];
    private int count;
    private int waiting;
    private int end;

    private final int[] sampleLane = new int[1];
    private final double[] sampleX = new double[1];
    private final double[] sampleY = new double[1];
    private final double[] sampleZ = new double[1];
    private final double[] dense;

    AdaptiveLanes(
            Solver scalar,
            LanePair pair,
            ErrorControl control,
            Batch batch,
            double endTime,
            Sampling sampling,
            BatchSampleSink sink,
            BatchSolution outcome) {
        this.scalar = scalar;
        this.pair = pair;
        this.control = control;
        this.batch = batch;
        this.endTime = endTime;
        this.sampling = sampling;
        this.sink = sink;
        this.outcome = outcome;
        w = pair.newBlock();
        dense = new double[pair.denseTerms()];
    }

    /** Integrates a batch. */
    static BatchSolution integrate(
            Solver scalar,
            LanePair pair,
            ErrorControl control,
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
                longestRange(batch.lanes(), threads),
                threads,
                () ->
                        new AdaptiveLanes(
                                scalar, pair, control, batch, endTime, sampling, sink, outcome));
        return outcome;
    }

    /** The blocks of a range run half empty at its end, so that one thread takes long ranges. */
    private static int longestRange(int lanes, int threads) {
        int shares = threads > 1 ? 4 * threads : 1;
        return Math.clamp(Math.ceilDiv(lanes, shares), WIDTH, LONGEST_RANGE);
    }

    @Override
    public void work(int first, int end) {
        waiting = first;
        this.end = end;
        count = Math.min(end - first, WIDTH);
        for (int i = 0; i < count; i++) {
            load(i);
        }
        for (int i = count; i < LaneBlock.vectorized(count); i++) {
            LaneBlock.copy(w, count - 1, i);
        }
        while (count > 0) {
            if (sampling.count() > 0) {
                stepWithSamples();
            } else {
                for (int step = 0; step < BOUT; step++) {
                    judge(LaneBlock.vectorized(count));
                    pair.attempt(w, LaneBlock.vectorized(count));
                }
            }
            removeHalted();
        }
    }

    /** Puts the next trajectory that waits into a place. */
    private void load(int i) {
        int lane = waiting++;
        Coefficients coefficients = batch.coefficients(lane);
        Magnetization start = batch.start(lane);
        lanes[i] = lane;
        nextSample[i] = 0;
        denseOutputs[i] = 0;
        LaneBlock.load(w, i, coefficients, start);
        w[TIME + i] = 0;
        w[LENGTH + i] = FirstStep.choose(coefficients, start, control, pair.order());
        // As if the step before the first had been just good enough.
        w[INVERSE_LAST_ERROR_SQUARED + i] = 1;
        w[ACCEPTED + i] = 0;
        w[REJECTED + i] = 0;
        // No step was tried yet.
        w[H + i] = 0;
        while (hasSample(i) && sampling.time(nextSample[i]) <= 0) {
            deliver(i, start.x(), start.y(), start.z());
        }
    }

    private void removeHalted() {
        for (int i = count - 1; i >= 0; i--) {
            if (w[H + i] == 0) {
                conclude(i);
                if (waiting < end) {
                    load(i);
                } else {
                    count--;
                    move(count, i);
                }
            }
        }
    }

    private boolean isDone(int i) {
        return w[TIME + i] >= endTime;
    }

    private void move(int from, int to) {
        LaneBlock.copy(w, from, to);
        lanes[to] = lanes[from];
        nextSample[to] = nextSample[from];
        denseOutputs[to] = denseOutputs[from];
    }

    private void conclude(int i) {
        int lane = lanes[i];
        outcome.set(lane, isDone(i) ? completed(i) : repeated(lane));
    }

    private Solution completed(int i) {
        long accepted = (long) w[ACCEPTED + i];
        long rejected = (long) w[REJECTED + i];
        // The scalar solver evaluates the start of the first step besides.
        long evaluations =
                1
                        + FirstStep.EVALUATIONS
                        + pair.evaluationsPerAttempt() * (accepted + rejected)
                        + pair.evaluationsPerAcceptedStep() * accepted
                        + pair.evaluationsPerDenseOutput() * denseOutputs[i];
        return new Solution.Completed(
                LaneBlock.state(w, i),
                Statistics.of(accepted, rejected, evaluations, w[LEAST + i], w[MOST + i]));
    }

    private Solution repeated(int lane) {
        return scalar.integrate(
                batch.coefficients(lane), batch.start(lane), endTime, sampling, SampleSink.IGNORE);
    }

    /**
     * Judges the step that was tried, moves the lanes where it was good enough, and chooses the
     * next: 0 where a lane has reached its end or cannot go on.
     */
    private void judge(int vectorized) {
        judge(
                w,
                vectorized,
                control.inverseToleranceSquared(),
                control.norm().amplitudeWeight(),
                control.norm().floorSquared(),
                pair.stepControl().errorPower(),
                pair.stepControl().rootShift(),
                pair.stepControl().safety());
        move(w, vectorized);
        choose(w, vectorized, endTime, (double) control.mostSteps());
    }

    private void stepWithSamples() {
        int vectorized = LaneBlock.vectorized(count);
        System.arraycopy(w, M, w, START, 3 * WIDTH);
        System.arraycopy(w, TIME, w, START_TIME, WIDTH);
        System.arraycopy(w, H, w, START_H, WIDTH);
        judge(vectorized);
        boolean prepared = false;
        for (int i = 0; i < count; i++) {
            // The clock tells which lanes have moved.
            if (w[TIME + i] > w[START_TIME + i] && hasSample(i)) {
                if (!prepared && sampling.time(nextSample[i]) < w[TIME + i]) {
                    pair.prepareDense(w, vectorized);
                    prepared = true;
                }
                sample(i);
            }
        }
        pair.attempt(w, vectorized);
    }

    private boolean hasSample(int i) {
        return nextSample[i] < sampling.count();
    }

    /** Delivers the samples that lie in the step of one lane. */
    private void sample(int i) {
        double from = w[START_TIME + i];
        double to = w[TIME + i];
        if (sampling.time(nextSample[i]) < to) {
            denseOutputs[i]++;
        }
        while (hasSample(i)) {
            double time = sampling.time(nextSample[i]);
            if (time < to) {
                double theta = (time - from) / (to - from);
                deliver(
                        i,
                        interpolate(i, theta),
                        interpolate(i + WIDTH, theta),
                        interpolate(i + 2 * WIDTH, theta));
            } else if (time == to || to == endTime) {
                deliver(i, w[M + i], w[M + WIDTH + i], w[M + 2 * WIDTH + i]);
            } else {
                break;
            }
        }
    }

    private double interpolate(int place, double theta) {
        pair.dense(w, place, dense);
        return DenseOutput.interpolate(w[START + place], dense, theta);
    }

    private void deliver(int i, double x, double y, double z) {
        sampleLane[0] = lanes[i];
        sampleX[0] = x;
        sampleY[0] = y;
        sampleZ[0] = z;
        int index = nextSample[i]++;
        sink.accept(index, sampling.time(index), 1, sampleLane, sampleX, sampleY, sampleZ);
    }

    /**
     * Tells where the step that was tried was good enough, and how long the next should be.
     *
     * @param w the block. Modified: MOVED, LENGTH, INVERSE_LAST_ERROR_SQUARED
     * @param lanes how many, a multiple of the lanes in a vector
     */
    private static void judge(
            double[] w,
            int lanes,
            double inverseToleranceSquared,
            double amplitudeWeight,
            double floorSquared,
            int errorPower,
            int rootShift,
            double safety) {
        long offset = InverseRoot.offset(rootShift);
        DoubleVector zero = DoubleVector.zero(SPECIES);
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        for (int i = 0; i < lanes; i += Lanes.COUNT) {
            DoubleVector h = DoubleVector.fromArray(SPECIES, w, H + i);
            DoubleVector x = DoubleVector.fromArray(SPECIES, w, M + i);
            DoubleVector y = DoubleVector.fromArray(SPECIES, w, M + WIDTH + i);
            DoubleVector scaleSquared =
                    DoubleVector.broadcast(SPECIES, amplitudeWeight)
                            .fma(y.fma(y, x.mul(x)), DoubleVector.broadcast(SPECIES, floorSquared));
            DoubleVector errorSquared =
                    DoubleVector.fromArray(SPECIES, w, ERROR_SQUARED + i)
                            .mul(
                                    DoubleVector.broadcast(SPECIES, inverseToleranceSquared)
                                            .div(scaleSquared));

            DoubleVector most = DoubleVector.broadcast(SPECIES, StepControl.MOST_ERROR_SQUARED);
            DoubleVector least = DoubleVector.broadcast(SPECIES, StepControl.LEAST_ERROR_SQUARED);
            // Comparisons are false for NaN.
            DoubleVector limited =
                    most.blend(errorSquared, errorSquared.compare(VectorOperators.LT, most));
            limited = least.blend(limited, limited.compare(VectorOperators.GT, least));
            DoubleVector inverseLastErrorSquared =
                    DoubleVector.fromArray(SPECIES, w, INVERSE_LAST_ERROR_SQUARED + i);
            DoubleVector power = limited;
            for (int factor = 1; factor < errorPower; factor++) {
                power = power.mul(limited);
            }
            LongVector bits =
                    power.mul(inverseLastErrorSquared)
                            .reinterpretAsLongs()
                            .lanewise(VectorOperators.LSHR, rootShift)
                            .neg()
                            .add(offset);
            DoubleVector u =
                    bits.and(InverseRoot.FRACTION).or(InverseRoot.ONE).reinterpretAsDoubles();
            DoubleVector factor =
                    bits.and(InverseRoot.EXPONENT)
                            .reinterpretAsDoubles()
                            .mul(
                                    u.fma(
                                            u.fma(
                                                    DoubleVector.broadcast(SPECIES, InverseRoot.P2),
                                                    DoubleVector.broadcast(
                                                            SPECIES, InverseRoot.P1)),
                                            DoubleVector.broadcast(SPECIES, InverseRoot.P0)))
                            .mul(safety)
                            .max(StepControl.LEAST_FACTOR)
                            .min(StepControl.MOST_FACTOR);

            DoubleVector endX = DoubleVector.fromArray(SPECIES, w, END + i);
            DoubleVector endY = DoubleVector.fromArray(SPECIES, w, END + WIDTH + i);
            DoubleVector endZ = DoubleVector.fromArray(SPECIES, w, END + 2 * WIDTH + i);
            DoubleVector endNormSquared = endX.fma(endX, endY.fma(endY, endZ.mul(endZ)));
            VectorMask<Double> tried = h.compare(VectorOperators.GT, zero);
            VectorMask<Double> good = errorSquared.compare(VectorOperators.LE, one).and(tried);
            VectorMask<Double> moved =
                    endNormSquared
                            .compare(VectorOperators.GT, NormRange.LEAST)
                            .and(endNormSquared.compare(VectorOperators.LT, NormRange.MOST))
                            .and(good);
            // A lane that has lost m never tries a step again.
            DoubleVector.fromArray(SPECIES, w, LENGTH + i)
                    .blend(h.mul(factor), tried)
                    .blend(zero, good.andNot(moved))
                    .intoArray(w, LENGTH + i);
            inverseLastErrorSquared
                    .blend(one.div(limited), moved)
                    .intoArray(w, INVERSE_LAST_ERROR_SQUARED + i);
            zero.blend(one, moved).intoArray(w, MOVED + i);
        }
    }

    /**
     * Moves the lanes where MOVED says so to the end of the step.
     *
     * @param w the block. Modified: M, TIME, LEAST, MOST, ACCEPTED, REJECTED
     * @param lanes how many, a multiple of the lanes in a vector
     */
    private static void move(double[] w, int lanes) {
        DoubleVector zero = DoubleVector.zero(SPECIES);
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        for (int i = 0; i < lanes; i += Lanes.COUNT) {
            DoubleVector step = DoubleVector.fromArray(SPECIES, w, MOVED + i);
            VectorMask<Double> moved = step.compare(VectorOperators.GT, zero);
            VectorMask<Double> tried =
                    DoubleVector.fromArray(SPECIES, w, H + i).compare(VectorOperators.GT, zero);
            DoubleVector x =
                    DoubleVector.fromArray(SPECIES, w, M + i)
                            .blend(DoubleVector.fromArray(SPECIES, w, END + i), moved);
            DoubleVector y =
                    DoubleVector.fromArray(SPECIES, w, M + WIDTH + i)
                            .blend(DoubleVector.fromArray(SPECIES, w, END + WIDTH + i), moved);
            DoubleVector z =
                    DoubleVector.fromArray(SPECIES, w, M + 2 * WIDTH + i)
                            .blend(DoubleVector.fromArray(SPECIES, w, END + 2 * WIDTH + i), moved);
            DoubleVector normSquared = one.blend(x.fma(x, y.fma(y, z.mul(z))), moved);
            DoubleVector least = DoubleVector.fromArray(SPECIES, w, LEAST + i).min(normSquared);
            DoubleVector most = DoubleVector.fromArray(SPECIES, w, MOST + i).max(normSquared);
            DoubleVector time =
                    DoubleVector.fromArray(SPECIES, w, TIME + i)
                            .blend(DoubleVector.fromArray(SPECIES, w, STEP_END + i), moved);
            DoubleVector accepted = DoubleVector.fromArray(SPECIES, w, ACCEPTED + i).add(step);
            DoubleVector rejected =
                    DoubleVector.fromArray(SPECIES, w, REJECTED + i)
                            .add(zero.blend(one, tried).sub(step));
            x.intoArray(w, M + i);
            y.intoArray(w, M + WIDTH + i);
            z.intoArray(w, M + 2 * WIDTH + i);
            least.intoArray(w, LEAST + i);
            most.intoArray(w, MOST + i);
            time.intoArray(w, TIME + i);
            accepted.intoArray(w, ACCEPTED + i);
            rejected.intoArray(w, REJECTED + i);
        }
    }

    /**
     * Chooses the step to try: 0 where a lane has reached its end or cannot go on.
     *
     * @param w the block. Modified: H, STEP_END
     * @param lanes how many, a multiple of the lanes in a vector
     */
    private static void choose(double[] w, int lanes, double endTime, double mostSteps) {
        DoubleVector end = DoubleVector.broadcast(SPECIES, endTime);
        for (int i = 0; i < lanes; i += Lanes.COUNT) {
            DoubleVector time = DoubleVector.fromArray(SPECIES, w, TIME + i);
            DoubleVector length = DoubleVector.fromArray(SPECIES, w, LENGTH + i);
            VectorMask<Double> last =
                    length.mul(StepControl.LAST_STEP_STRETCH)
                            .compare(VectorOperators.GE, end.sub(time));
            VectorMask<Double> advances =
                    time.add(length.mul(StepControl.CLOCK_SHARE)).compare(VectorOperators.GT, time);
            VectorMask<Double> allowed =
                    DoubleVector.fromArray(SPECIES, w, ACCEPTED + i)
                            .add(DoubleVector.fromArray(SPECIES, w, REJECTED + i))
                            .compare(VectorOperators.LT, mostSteps);
            DoubleVector stepEnd =
                    time.blend(time.add(length).blend(end, last), last.or(advances).and(allowed));
            stepEnd.intoArray(w, STEP_END + i);
            stepEnd.sub(time).intoArray(w, H + i);
        }
    }
}
