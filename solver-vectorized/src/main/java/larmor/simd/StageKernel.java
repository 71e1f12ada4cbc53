package larmor.simd;

import static larmor.simd.LaneBlock.ALPHA0;
import static larmor.simd.LaneBlock.B;
import static larmor.simd.LaneBlock.BN;
import static larmor.simd.LaneBlock.CHI;
import static larmor.simd.LaneBlock.D0;
import static larmor.simd.LaneBlock.D1;
import static larmor.simd.LaneBlock.END;
import static larmor.simd.LaneBlock.ERROR_SQUARED;
import static larmor.simd.LaneBlock.H0;
import static larmor.simd.LaneBlock.INCREMENT;
import static larmor.simd.LaneBlock.LEAST;
import static larmor.simd.LaneBlock.M;
import static larmor.simd.LaneBlock.MINUS_ALPHA1;
import static larmor.simd.LaneBlock.MINUS_N;
import static larmor.simd.LaneBlock.MOST;
import static larmor.simd.LaneBlock.NYZ;
import static larmor.simd.LaneBlock.S;
import static larmor.simd.LaneBlock.WIDTH;
import static larmor.simd.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;

/**
 * What the stages of every tableau have in common, for all lanes of a {@link LaneBlock}. Each
 * method is one loop over vectors with nothing but the Vector API inside, so that nothing is boxed,
 * and does what {@code larmor.ode.RungeKuttaStep} does to one lane, operation for operation.
 */
final class StageKernel {

    private StageKernel() {}

    /**
     * Stages one after the other: the point of each, and the rate of change there times h. The
     * right-hand side is that of {@link larmor.ode.LlgsEquation}, line by line.
     *
     * <p>The loop over the stages stands inside, so that the bounds of the rows are checked once.
     *
     * @param w the block. Modified: three rows at {@code k}, the next three and so on
     * @param lanes how many, a multiple of the lanes in a vector
     * @param h the row of the step
     * @param from the first of the three rows that the sum of each stage is added to
     * @param ends the sums: {@link StageSums#ends}
     * @param rows {@link StageSums#rows}
     * @param weights {@link StageSums#weights}
     * @param k the first of the three rows for h k of the first of these stages
     */
    static void stages(
            double[] w,
            int lanes,
            int h,
            int from,
            int[] ends,
            int[] rows,
            double[] weights,
            int k) {
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        int first = 0;
        for (int stage = 0; stage < ends.length; stage++) {
            int end = ends[stage];
            int target = k + stage * 3 * WIDTH;
            // At the ends of a step the scalar solver divides before it knows h.
            boolean atAnEnd = first == end;
            for (int i = 0; i < lanes; i += Lanes.COUNT) {
                DoubleVector x = DoubleVector.fromArray(SPECIES, w, from + i);
                DoubleVector y = DoubleVector.fromArray(SPECIES, w, from + WIDTH + i);
                DoubleVector z = DoubleVector.fromArray(SPECIES, w, from + 2 * WIDTH + i);
                for (int j = first; j < end; j++) {
                    int row = rows[j];
                    DoubleVector weight = DoubleVector.broadcast(SPECIES, weights[j]);
                    x = weight.fma(DoubleVector.fromArray(SPECIES, w, row + i), x);
                    y = weight.fma(DoubleVector.fromArray(SPECIES, w, row + WIDTH + i), y);
                    z = weight.fma(DoubleVector.fromArray(SPECIES, w, row + 2 * WIDTH + i), z);
                }

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
                DoubleVector length = DoubleVector.fromArray(SPECIES, w, h + i);
                DoubleVector r =
                        atAnEnd ? length.mul(one.div(denominator)) : length.div(denominator);
                DoubleVector a =
                        DoubleVector.fromArray(SPECIES, w, NYZ + i)
                                .fma(z, DoubleVector.fromArray(SPECIES, w, H0 + i));
                DoubleVector s = DoubleVector.fromArray(SPECIES, w, S + i);
                DoubleVector g =
                        a.fma(f, DoubleVector.fromArray(SPECIES, w, BN + i).mul(z).mul(xx).sub(s));
                DoubleVector hx = DoubleVector.fromArray(SPECIES, w, MINUS_N + i).mul(x);
                DoubleVector ehx = e.mul(hx);
                DoubleVector omegaX = y.fma(g, d.mul(hx));
                DoubleVector omegaY = ehx.mul(z).sub(x.mul(g));
                DoubleVector omegaZ = d.fma(a, chiAlpha.mul(s)).sub(ehx.mul(y));
                r.mul(omegaY.mul(z).sub(omegaZ.mul(y))).intoArray(w, target + i);
                r.mul(omegaZ.mul(x).sub(omegaX.mul(z))).intoArray(w, target + WIDTH + i);
                r.mul(omegaX.mul(y).sub(omegaY.mul(x))).intoArray(w, target + 2 * WIDTH + i);
            }
            first = end;
        }
    }

    /**
     * The sum over stages that is not added to anything.
     *
     * @param w the block. Modified: three rows at {@code target}
     * @param lanes how many, a multiple of the lanes in a vector
     * @param rows h k of the stages, at least one
     * @param weights their weights
     * @param target the first of the three rows for the sum
     */
    static void sum(double[] w, int lanes, int[] rows, double[] weights, int target) {
        int first = rows[0];
        double firstWeight = weights[0];
        for (int i = 0; i < lanes; i += Lanes.COUNT) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, w, first + i).mul(firstWeight);
            DoubleVector y = DoubleVector.fromArray(SPECIES, w, first + WIDTH + i).mul(firstWeight);
            DoubleVector z =
                    DoubleVector.fromArray(SPECIES, w, first + 2 * WIDTH + i).mul(firstWeight);
            for (int j = 1; j < rows.length; j++) {
                int row = rows[j];
                DoubleVector weight = DoubleVector.broadcast(SPECIES, weights[j]);
                x = weight.fma(DoubleVector.fromArray(SPECIES, w, row + i), x);
                y = weight.fma(DoubleVector.fromArray(SPECIES, w, row + WIDTH + i), y);
                z = weight.fma(DoubleVector.fromArray(SPECIES, w, row + 2 * WIDTH + i), z);
            }
            x.intoArray(w, target + i);
            y.intoArray(w, target + WIDTH + i);
            z.intoArray(w, target + 2 * WIDTH + i);
        }
    }

    /**
     * The increments of m over the step and m at its end.
     *
     * @param w the block. Modified: INCREMENT, END
     * @param lanes how many, a multiple of the lanes in a vector
     * @param rows h k of the stages, at least one
     * @param weights their weights
     */
    static void increase(double[] w, int lanes, int[] rows, double[] weights) {
        int first = rows[0];
        double firstWeight = weights[0];
        for (int i = 0; i < lanes; i += Lanes.COUNT) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, w, first + i).mul(firstWeight);
            DoubleVector y = DoubleVector.fromArray(SPECIES, w, first + WIDTH + i).mul(firstWeight);
            DoubleVector z =
                    DoubleVector.fromArray(SPECIES, w, first + 2 * WIDTH + i).mul(firstWeight);
            for (int j = 1; j < rows.length; j++) {
                int row = rows[j];
                DoubleVector weight = DoubleVector.broadcast(SPECIES, weights[j]);
                x = weight.fma(DoubleVector.fromArray(SPECIES, w, row + i), x);
                y = weight.fma(DoubleVector.fromArray(SPECIES, w, row + WIDTH + i), y);
                z = weight.fma(DoubleVector.fromArray(SPECIES, w, row + 2 * WIDTH + i), z);
            }
            x.intoArray(w, INCREMENT + i);
            y.intoArray(w, INCREMENT + WIDTH + i);
            z.intoArray(w, INCREMENT + 2 * WIDTH + i);
            DoubleVector.fromArray(SPECIES, w, M + i).add(x).intoArray(w, END + i);
            DoubleVector.fromArray(SPECIES, w, M + WIDTH + i).add(y).intoArray(w, END + WIDTH + i);
            DoubleVector.fromArray(SPECIES, w, M + 2 * WIDTH + i)
                    .add(z)
                    .intoArray(w, END + 2 * WIDTH + i);
        }
    }

    /**
     * The square of a sum over stages that is not added to anything: |e|².
     *
     * @param w the block. Modified: ERROR_SQUARED
     * @param lanes how many, a multiple of the lanes in a vector
     * @param rows h k of the stages, at least one
     * @param weights their weights
     */
    static void errorSquared(double[] w, int lanes, int[] rows, double[] weights) {
        int first = rows[0];
        double firstWeight = weights[0];
        for (int i = 0; i < lanes; i += Lanes.COUNT) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, w, first + i).mul(firstWeight);
            DoubleVector y = DoubleVector.fromArray(SPECIES, w, first + WIDTH + i).mul(firstWeight);
            DoubleVector z =
                    DoubleVector.fromArray(SPECIES, w, first + 2 * WIDTH + i).mul(firstWeight);
            for (int j = 1; j < rows.length; j++) {
                int row = rows[j];
                DoubleVector weight = DoubleVector.broadcast(SPECIES, weights[j]);
                x = weight.fma(DoubleVector.fromArray(SPECIES, w, row + i), x);
                y = weight.fma(DoubleVector.fromArray(SPECIES, w, row + WIDTH + i), y);
                z = weight.fma(DoubleVector.fromArray(SPECIES, w, row + 2 * WIDTH + i), z);
            }
            x.fma(x, y.fma(y, z.mul(z))).intoArray(w, ERROR_SQUARED + i);
        }
    }

    /**
     * Moves to the end of the step, whatever came out of it.
     *
     * @param w the block. Modified: M, LEAST, MOST
     * @param lanes how many, a multiple of the lanes in a vector
     */
    static void moveToEnd(double[] w, int lanes) {
        for (int i = 0; i < lanes; i += Lanes.COUNT) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, w, END + i);
            DoubleVector y = DoubleVector.fromArray(SPECIES, w, END + WIDTH + i);
            DoubleVector z = DoubleVector.fromArray(SPECIES, w, END + 2 * WIDTH + i);
            DoubleVector normSquared = x.fma(x, y.fma(y, z.mul(z)));
            DoubleVector.fromArray(SPECIES, w, LEAST + i).min(normSquared).intoArray(w, LEAST + i);
            DoubleVector.fromArray(SPECIES, w, MOST + i).max(normSquared).intoArray(w, MOST + i);
            x.intoArray(w, M + i);
            y.intoArray(w, M + WIDTH + i);
            z.intoArray(w, M + 2 * WIDTH + i);
        }
    }
}
