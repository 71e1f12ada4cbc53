package larmor.simd;

import static larmor.simd.LaneBlock.ALPHA0;
import static larmor.simd.LaneBlock.B;
import static larmor.simd.LaneBlock.BN;
import static larmor.simd.LaneBlock.CHI;
import static larmor.simd.LaneBlock.D0;
import static larmor.simd.LaneBlock.D1;
import static larmor.simd.LaneBlock.H;
import static larmor.simd.LaneBlock.H0;
import static larmor.simd.LaneBlock.LEAST;
import static larmor.simd.LaneBlock.M;
import static larmor.simd.LaneBlock.MINUS_ALPHA1;
import static larmor.simd.LaneBlock.MINUS_N;
import static larmor.simd.LaneBlock.MOST;
import static larmor.simd.LaneBlock.NYZ;
import static larmor.simd.LaneBlock.S;
import static larmor.simd.LaneBlock.WIDTH;
import static larmor.simd.LaneBlock.k;
import static larmor.simd.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import larmor.ode.Renormalization;
import larmor.ode.Statistics;

/**
 * One step of {@link larmor.ode.Rk4} for all lanes of a {@link LaneBlock}.
 *
 * <p>The right-hand side stands here a second time beside {@link StageKernel}: what comes before
 * and after it differs, and the one method for both that was tried takes 40 % longer. The tests
 * hold both texts to the bits of {@link larmor.ode.LlgsEquation}.
 */
final class Rk4Lanes implements LaneMethod {

    // The points at which stages two, three and four evaluate, three rows each.
    private static final int M1 = k(1);
    private static final int M2 = k(2);

    private static final int STAGES = 4;

    /**
     * Room for a fourth point, which the last stage does not store: the compiler checks the bounds
     * of those stores once per stage, before it knows that they are skipped, and gives the hoisting
     * up for good (at a cost of 7 %) if the check fails.
     */
    private static final int POINTS = STAGES;

    private static final int LAST_STAGE = STAGES - 1;

    @Override
    public double[] newBlock() {
        return LaneBlock.withStages(POINTS);
    }

    @Override
    public double unit() {
        return Renormalization.UNIT;
    }

    @Override
    public int evaluationsPerStep() {
        return STAGES;
    }

    @Override
    public boolean keepsNorm(double least, double most) {
        return least > Renormalization.LEAST && most < Renormalization.MOST;
    }

    @Override
    public Statistics statistics(long steps, double least, double most) {
        return Renormalization.statistics(steps, STAGES, least, most);
    }

    @Override
    public void advance(double[] w, int lanes, int steps) {
        advance(w, lanes, steps, w[H]);
    }

    /**
     * Takes steps. The right-hand side is that of {@link larmor.ode.LlgsEquation}, line by line;
     * the stages and the renormalisation are those of {@link larmor.ode.Rk4}.
     *
     * @param w the block. Modified: M, LEAST, MOST and the stage points
     * @param lanes how many, a multiple of the lanes in a vector
     * @param steps how many
     * @param h the step in t'
     */
    private static void advance(double[] w, int lanes, int steps, double h) {
        for (int step = 0; step < steps; step++) {
            for (int stage = 0; stage <= LAST_STAGE; stage++) {
                int point = stage == 0 ? M : M1 + (stage - 1) * (M2 - M1);
                int next = M1 + stage * (M2 - M1);
                double length = stage == 2 ? h : 0.5 * h;
                for (int i = 0; i < lanes; i += Lanes.COUNT) {
                    DoubleVector x = DoubleVector.fromArray(SPECIES, w, point + i);
                    DoubleVector y = DoubleVector.fromArray(SPECIES, w, point + WIDTH + i);
                    DoubleVector z = DoubleVector.fromArray(SPECIES, w, point + 2 * WIDTH + i);

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

                    DoubleVector mx = DoubleVector.fromArray(SPECIES, w, M + i);
                    DoubleVector my = DoubleVector.fromArray(SPECIES, w, M + WIDTH + i);
                    DoubleVector mz = DoubleVector.fromArray(SPECIES, w, M + 2 * WIDTH + i);
                    if (stage < LAST_STAGE) {
                        r.fma(kx, mx).intoArray(w, next + i);
                        r.fma(ky, my).intoArray(w, next + WIDTH + i);
                        r.fma(kz, mz).intoArray(w, next + 2 * WIDTH + i);
                    } else {
                        DoubleVector ax = DoubleVector.fromArray(SPECIES, w, M1 + i);
                        DoubleVector ay = DoubleVector.fromArray(SPECIES, w, M1 + WIDTH + i);
                        DoubleVector az = DoubleVector.fromArray(SPECIES, w, M1 + 2 * WIDTH + i);
                        DoubleVector bx = DoubleVector.fromArray(SPECIES, w, M2 + i);
                        DoubleVector by = DoubleVector.fromArray(SPECIES, w, M2 + WIDTH + i);
                        DoubleVector bz = DoubleVector.fromArray(SPECIES, w, M2 + 2 * WIDTH + i);
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
                        sumX.mul(scale).intoArray(w, M + i);
                        sumY.mul(scale).intoArray(w, M + WIDTH + i);
                        sumZ.mul(scale).intoArray(w, M + 2 * WIDTH + i);
                    }
                }
            }
        }
    }
}
