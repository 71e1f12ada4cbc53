package larmor.simd;

import static larmor.simd.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import larmor.model.Coefficients;
import larmor.model.Magnetization;
import larmor.ode.Batch;
import larmor.ode.BatchSampleSink;
import larmor.ode.BatchSolution;
import larmor.ode.BatchSolver;
import larmor.ode.EqualSteps;
import larmor.ode.LaneRanges;
import larmor.ode.Renormalization;
import larmor.ode.Rk4;
import larmor.ode.SampleSink;
import larmor.ode.Sampling;
import larmor.ode.Solution;
import larmor.ode.SolverDescription;

/**
 * The classical fourth-order Runge–Kutta method at fixed step, many trajectories at once: {@link
 * Rk4} in lanes, with its bits.
 *
 * <p>Lanes advance in blocks whose state, stage points and coefficients stay in the first-level
 * cache: rows of one array, row r of lane i at {@code r * BLOCK + i}. {@link #advance} holds the
 * right-hand side once and loops over steps, stages and vectors around it; nothing but the Vector
 * API is called inside, so nothing is boxed.
 *
 * <p>The kernel does not watch for failures. It keeps the least and the largest |m|² of each lane,
 * and between bouts of {@value #BOUT} steps the lanes that left the range are taken out of their
 * block. What the failure was, and when, the scalar solver tells: it repeats the lane.
 */
public final class SimdRk4 implements BatchSolver {

    /** Lanes in a block: 25 rows of 64 are 13 kB. */
    private static final int BLOCK = 64;

    /** Steps between two looks at the norms: looking costs as much as a tenth of a step. */
    private static final int BOUT = 64;

    // Rows of a block.
    private static final int X = 0;
    private static final int Y = BLOCK;
    private static final int Z = 2 * BLOCK;
    private static final int H0 = 3 * BLOCK;
    private static final int NYZ = 4 * BLOCK;
    private static final int MINUS_N = 5 * BLOCK;
    private static final int D0 = 6 * BLOCK;
    private static final int D1 = 7 * BLOCK;
    private static final int ALPHA0 = 8 * BLOCK;
    private static final int MINUS_ALPHA1 = 9 * BLOCK;
    private static final int S = 10 * BLOCK;
    private static final int B = 11 * BLOCK;
    private static final int BN = 12 * BLOCK;
    private static final int CHI = 13 * BLOCK;
    private static final int LEAST = 14 * BLOCK;
    private static final int MOST = 15 * BLOCK;
    // The points at which stages two, three and four evaluate, three rows each.
    private static final int M1 = 16 * BLOCK;
    private static final int M2 = 19 * BLOCK;

    /**
     * Room for a fourth point, which the last stage does not store: the compiler checks the bounds
     * of those stores once per stage, before it knows that they are skipped, and gives the hoisting
     * up for good (at a cost of 7 %) if the check fails.
     */
    private static final int SIZE = 28 * BLOCK;

    private static final int LAST_STAGE = 3;

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
    public BatchSolution integrate(
            Batch batch, double endTime, Sampling sampling, BatchSampleSink sink, int threads) {
        Sampling.requireEndTime(endTime);
        BatchSolution outcome = new BatchSolution(batch.lanes());
        LaneRanges.share(
                batch.lanes(),
                BLOCK,
                threads,
                () -> new Block(batch, endTime, sampling, sink, outcome));
        return outcome;
    }

    /** The memory of one thread. */
    private final class Block implements LaneRanges.Worker {

        private final Batch batch;
        private final double endTime;
        private final Sampling sampling;
        private final BatchSampleSink sink;
        private final BatchSolution outcome;

        private final double[] block = new double[SIZE];
        private final int[] lanes = new int[BLOCK];
        private final double[] sampleX = new double[BLOCK];
        private final double[] sampleY = new double[BLOCK];
        private final double[] sampleZ = new double[BLOCK];
        private int count;
        private double time;
        private long steps;

        Block(
                Batch batch,
                double endTime,
                Sampling sampling,
                BatchSampleSink sink,
                BatchSolution outcome) {
            this.batch = batch;
            this.endTime = endTime;
            this.sampling = sampling;
            this.sink = sink;
            this.outcome = outcome;
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
            // The last vector is filled up with copies of the last lane.
            for (int i = 0; i < vectorized(count); i++) {
                int lane = Math.min(first + i, end - 1);
                lanes[i] = lane;
                load(i, batch.coefficients(lane), batch.start(lane));
            }
        }

        private void load(int i, Coefficients coefficients, Magnetization start) {
            block[X + i] = start.x();
            block[Y + i] = start.y();
            block[Z + i] = start.z();
            block[H0 + i] = coefficients.h0();
            block[NYZ + i] = coefficients.nyz();
            block[MINUS_N + i] = -coefficients.nxy();
            block[D0 + i] = coefficients.d0();
            block[D1 + i] = coefficients.d1();
            block[ALPHA0 + i] = coefficients.alpha0();
            block[MINUS_ALPHA1 + i] = -coefficients.alpha1();
            block[S + i] = coefficients.s();
            block[B + i] = coefficients.b();
            block[BN + i] = coefficients.bn();
            block[CHI + i] = coefficients.chi();
            block[LEAST + i] = Renormalization.UNIT;
            block[MOST + i] = Renormalization.UNIT;
        }

        private void advanceTo(double target) {
            double span = target - time;
            if (!(span > 0)) {
                return;
            }
            EqualSteps equal = EqualSteps.dividing(span, scalar.stepSize());
            long left = equal.count();
            while (left > 0 && count > 0) {
                int bout = (int) Math.min(left, BOUT);
                advance(block, vectorized(count), bout, equal.size());
                left -= bout;
                removeFailed();
            }
            steps += equal.count();
            time = target;
        }

        /** Whole vectors that hold so many lanes, in lanes. */
        private static int vectorized(int lanes) {
            return Math.ceilDiv(lanes, Lanes.COUNT) * Lanes.COUNT;
        }

        private void removeFailed() {
            for (int i = count - 1; i >= 0; i--) {
                if (hasFailed(i)) {
                    repeat(lanes[i]);
                    count--;
                    lanes[i] = lanes[count];
                    for (int row = 0; row < M1; row += BLOCK) {
                        block[row + i] = block[row + count];
                    }
                }
            }
        }

        private boolean hasFailed(int i) {
            // Once |m|² is not a number m never is again, so m itself tells.
            return !(block[LEAST + i] > Renormalization.LEAST
                    && block[MOST + i] < Renormalization.MOST
                    && Double.isFinite(block[X + i]));
        }

        private void repeat(int lane) {
            // With the samples, since the steps fit between them.
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
                System.arraycopy(block, X, sampleX, 0, count);
                System.arraycopy(block, Y, sampleY, 0, count);
                System.arraycopy(block, Z, sampleZ, 0, count);
                sink.accept(index, sampleTime, count, lanes, sampleX, sampleY, sampleZ);
            }
        }

        private void complete() {
            for (int i = 0; i < count; i++) {
                Magnetization m = new Magnetization(block[X + i], block[Y + i], block[Z + i]);
                outcome.set(
                        lanes[i],
                        new Solution.Completed(
                                m,
                                Renormalization.statistics(
                                        steps, 4, block[LEAST + i], block[MOST + i])));
            }
        }
    }

    /**
     * Takes steps with all lanes of a block. The right-hand side is that of {@link
     * larmor.ode.LlgsEquation}, line by line; the stages and the renormalisation are those of
     * {@link Rk4}.
     *
     * @param w the block. Modified: X, Y, Z, LEAST, MOST and the stage points
     * @param lanes how many, a multiple of the lanes in a vector
     * @param steps how many
     * @param h the step in t'
     */
    private static void advance(double[] w, int lanes, int steps, double h) {
        for (int step = 0; step < steps; step++) {
            for (int stage = 0; stage <= LAST_STAGE; stage++) {
                int point = stage == 0 ? 0 : M1 + (stage - 1) * (M2 - M1);
                int next = M1 + stage * (M2 - M1);
                double length = stage == 2 ? h : 0.5 * h;
                for (int i = 0; i < lanes; i += Lanes.COUNT) {
                    DoubleVector x = DoubleVector.fromArray(SPECIES, w, point + X + i);
                    DoubleVector y = DoubleVector.fromArray(SPECIES, w, point + Y + i);
                    DoubleVector z = DoubleVector.fromArray(SPECIES, w, point + Z + i);

                    DoubleVector d =
                            DoubleVector.fromArray(SPECIES, w, D1 + i)
                                    .fma(z, DoubleVector.fromArray(SPECIES, w, D0 + i));
                    DoubleVector alpha =
                            DoubleVector.fromArray(SPECIES, w, MINUS_ALPHA1 + i)
                                    .fma(z, DoubleVector.fromArray(SPECIES, w, ALPHA0 + i));
                    DoubleVector xx = x.mul(x);
                    DoubleVector e = alpha.mul(d);
                    DoubleVector f = DoubleVector.fromArray(SPECIES, w, B + i).fma(y.fma(y, xx), e);
                    DoubleVector chiAlpha = DoubleVector.fromArray(SPECIES, w, CHI + i).mul(alpha);
                    DoubleVector denominator = chiAlpha.fma(f, d);
                    DoubleVector r = DoubleVector.broadcast(SPECIES, length).div(denominator);
                    DoubleVector a =
                            DoubleVector.fromArray(SPECIES, w, NYZ + i)
                                    .fma(z, DoubleVector.fromArray(SPECIES, w, H0 + i));
                    DoubleVector s = DoubleVector.fromArray(SPECIES, w, S + i);
                    DoubleVector g =
                            a.fma(
                                    f,
                                    DoubleVector.fromArray(SPECIES, w, BN + i)
                                            .mul(z)
                                            .mul(xx)
                                            .sub(s));
                    DoubleVector hx = DoubleVector.fromArray(SPECIES, w, MINUS_N + i).mul(x);
                    DoubleVector ehx = e.mul(hx);
                    DoubleVector omegaX = y.fma(g, d.mul(hx));
                    DoubleVector omegaY = ehx.mul(z).sub(x.mul(g));
                    DoubleVector omegaZ = d.fma(a, chiAlpha.mul(s)).sub(ehx.mul(y));
                    DoubleVector kx = omegaY.mul(z).sub(omegaZ.mul(y));
                    DoubleVector ky = omegaZ.mul(x).sub(omegaX.mul(z));
                    DoubleVector kz = omegaX.mul(y).sub(omegaY.mul(x));

                    DoubleVector mx = DoubleVector.fromArray(SPECIES, w, X + i);
                    DoubleVector my = DoubleVector.fromArray(SPECIES, w, Y + i);
                    DoubleVector mz = DoubleVector.fromArray(SPECIES, w, Z + i);
                    if (stage < LAST_STAGE) {
                        r.fma(kx, mx).intoArray(w, next + X + i);
                        r.fma(ky, my).intoArray(w, next + Y + i);
                        r.fma(kz, mz).intoArray(w, next + Z + i);
                    } else {
                        DoubleVector ax = DoubleVector.fromArray(SPECIES, w, M1 + X + i);
                        DoubleVector ay = DoubleVector.fromArray(SPECIES, w, M1 + Y + i);
                        DoubleVector az = DoubleVector.fromArray(SPECIES, w, M1 + Z + i);
                        DoubleVector bx = DoubleVector.fromArray(SPECIES, w, M2 + X + i);
                        DoubleVector by = DoubleVector.fromArray(SPECIES, w, M2 + Y + i);
                        DoubleVector bz = DoubleVector.fromArray(SPECIES, w, M2 + Z + i);
                        DoubleVector sumX = r.fma(kx, ax.sub(mx).add(bx.add(bx)).add(x));
                        DoubleVector sumY = r.fma(ky, ay.sub(my).add(by.add(by)).add(y));
                        DoubleVector sumZ = r.fma(kz, az.sub(mz).add(bz.add(bz)).add(z));
                        DoubleVector q = sumX.fma(sumX, sumY.fma(sumY, sumZ.mul(sumZ)));
                        DoubleVector least = DoubleVector.fromArray(SPECIES, w, LEAST + i);
                        DoubleVector most = DoubleVector.fromArray(SPECIES, w, MOST + i);
                        least.blend(q, q.lt(least)).intoArray(w, LEAST + i);
                        most.blend(q, most.lt(q)).intoArray(w, MOST + i);
                        DoubleVector second =
                                DoubleVector.broadcast(SPECIES, Renormalization.SECOND);
                        DoubleVector first = DoubleVector.broadcast(SPECIES, Renormalization.FIRST);
                        DoubleVector zeroth =
                                DoubleVector.broadcast(SPECIES, Renormalization.ZEROTH);
                        DoubleVector scale = q.fma(q.fma(second, first), zeroth);
                        sumX.mul(scale).intoArray(w, X + i);
                        sumY.mul(scale).intoArray(w, Y + i);
                        sumZ.mul(scale).intoArray(w, Z + i);
                    }
                }
            }
        }
    }
}
