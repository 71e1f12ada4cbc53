package larmor.simd;

import static larmor.ode.Dop853Tableau.*;
import static larmor.simd.LaneBlock.END;
import static larmor.simd.LaneBlock.ERROR_SQUARED;
import static larmor.simd.LaneBlock.H;
import static larmor.simd.LaneBlock.M;
import static larmor.simd.LaneBlock.START;
import static larmor.simd.LaneBlock.START_H;
import static larmor.simd.LaneBlock.WIDTH;
import static larmor.simd.LaneBlock.k;
import static larmor.simd.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import larmor.ode.StepControl;

/** One step of {@link larmor.ode.Dop853Tableau} for all lanes of a {@link LaneBlock}. */
final class Dop853Lanes implements LanePair, LaneMethod {

    /** Evaluations of a step, its end not included. */
    private static final int STAGES = 12;

    private static final int K1 = k(1);
    private static final int K9 = k(9);
    private static final int K12 = k(12);

    private static final StageSums POINTS =
            StageSums.of(
                    new double[][] {
                        {},
                        {A0201},
                        {A0301, A0302},
                        {A0401, 0, A0403},
                        {A0501, 0, A0503, A0504},
                        {A0601, 0, 0, A0604, A0605},
                        {A0701, 0, 0, A0704, A0705, A0706},
                        {A0801, 0, 0, A0804, A0805, A0806, A0807},
                        {A0901, 0, 0, A0904, A0905, A0906, A0907, A0908},
                        {A1001, 0, 0, A1004, A1005, A1006, A1007, A1008, A1009},
                        {A1101, 0, 0, A1104, A1105, A1106, A1107, A1108, A1109, A1110},
                        {A1201, 0, 0, A1204, A1205, A1206, A1207, A1208, A1209, A1210, A1211}
                    });

    private static final StageSums DENSE_POINTS =
            StageSums.of(
                    new double[][] {
                        {A1401, 0, 0, 0, 0, 0, A1407, A1408, A1409, A1410, A1411, A1412, A1413},
                        {A1501, 0, 0, 0, 0, A1506, A1507, A1508, 0, 0, A1511, A1512, A1513, A1514},
                        {
                            A1601, 0, 0, 0, 0, A1606, A1607, A1608, A1609, 0, 0, 0, A1613, A1614,
                            A1615
                        }
                    });

    private static final StageSums[] DENSE_SUMS = {
        StageSums.row(
                D401, 0, 0, 0, 0, D406, D407, D408, D409, D410, D411, D412, D413, D414, D415, D416),
        StageSums.row(
                D501, 0, 0, 0, 0, D506, D507, D508, D509, D510, D511, D512, D513, D514, D515, D516),
        StageSums.row(
                D601, 0, 0, 0, 0, D606, D607, D608, D609, D610, D611, D612, D613, D614, D615, D616),
        StageSums.row(
                D701, 0, 0, 0, 0, D706, D707, D708, D709, D710, D711, D712, D713, D714, D715, D716)
    };

    private static final StageSums ERROR_OF_ORDER_5 =
            StageSums.row(E01, 0, 0, 0, 0, E06, E07, E08, E09, E10, E11, E12);

    private static final StageSums NOTHING = StageSums.row();

    /** The end of the step. */
    private static final int END_STAGE = STAGES + 1;

    private static final int LAST_STAGE = END_STAGE + 3;

    private static final StageSums INCREMENT =
            StageSums.row(B01, 0, 0, 0, 0, B06, B07, B08, B09, B10, B11, B12);

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public StepControl stepControl() {
        return StepControl.DOP853;
    }

    @Override
    public int evaluationsPerAttempt() {
        return STAGES - 1;
    }

    @Override
    public int evaluationsPerAcceptedStep() {
        return 1;
    }

    @Override
    public int evaluationsPerStep() {
        return STAGES;
    }

    @Override
    public int evaluationsPerDenseOutput() {
        return DENSE_POINTS.ends.length;
    }

    @Override
    public int denseTerms() {
        return 3 + DENSE_SUMS.length;
    }

    @Override
    public double[] newBlock() {
        return LaneBlock.withStages(LAST_STAGE + DENSE_SUMS.length);
    }

    @Override
    public void attempt(double[] w, int lanes) {
        computeStages(w, lanes);
        StageKernel.errorSquared(w, lanes, ERROR_OF_ORDER_5.rows, ERROR_OF_ORDER_5.weights);
        combineErrors(w, lanes);
    }

    @Override
    public void advance(double[] w, int lanes, int steps) {
        for (int step = 0; step < steps; step++) {
            computeStages(w, lanes);
            StageKernel.moveToEnd(w, lanes);
        }
    }

    /** Fills the stages, the increment and the end of the step. */
    private static void computeStages(double[] w, int lanes) {
        StageKernel.stages(w, lanes, H, M, POINTS.ends, POINTS.rows, POINTS.weights, k(1));
        StageKernel.increase(w, lanes, INCREMENT.rows, INCREMENT.weights);
    }

    /**
     * Takes the estimate of order 3 into account.
     *
     * @param w the block. Modified: ERROR_SQUARED
     * @param lanes how many, a multiple of the lanes in a vector
     */
    private static void combineErrors(double[] w, int lanes) {
        DoubleVector weight1 = DoubleVector.broadcast(SPECIES, -BHH01);
        DoubleVector weight9 = DoubleVector.broadcast(SPECIES, -BHH09);
        DoubleVector weight12 = DoubleVector.broadcast(SPECIES, -BHH12);
        for (int i = 0; i < lanes; i += Lanes.COUNT) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, w, LaneBlock.INCREMENT + i);
            DoubleVector y = DoubleVector.fromArray(SPECIES, w, LaneBlock.INCREMENT + WIDTH + i);
            DoubleVector z =
                    DoubleVector.fromArray(SPECIES, w, LaneBlock.INCREMENT + 2 * WIDTH + i);
            x = weight1.fma(DoubleVector.fromArray(SPECIES, w, K1 + i), x);
            y = weight1.fma(DoubleVector.fromArray(SPECIES, w, K1 + WIDTH + i), y);
            z = weight1.fma(DoubleVector.fromArray(SPECIES, w, K1 + 2 * WIDTH + i), z);
            x = weight9.fma(DoubleVector.fromArray(SPECIES, w, K9 + i), x);
            y = weight9.fma(DoubleVector.fromArray(SPECIES, w, K9 + WIDTH + i), y);
            z = weight9.fma(DoubleVector.fromArray(SPECIES, w, K9 + 2 * WIDTH + i), z);
            x = weight12.fma(DoubleVector.fromArray(SPECIES, w, K12 + i), x);
            y = weight12.fma(DoubleVector.fromArray(SPECIES, w, K12 + WIDTH + i), y);
            z = weight12.fma(DoubleVector.fromArray(SPECIES, w, K12 + 2 * WIDTH + i), z);
            DoubleVector squared3 = x.fma(x, y.fma(y, z.mul(z)));
            DoubleVector squared5 = DoubleVector.fromArray(SPECIES, w, ERROR_SQUARED + i);
            DoubleVector both =
                    DoubleVector.broadcast(SPECIES, THIRD_ORDER_SHARE)
                            .fma(squared3, squared5)
                            .add(Double.MIN_NORMAL);
            squared5.mul(squared5.div(both)).intoArray(w, ERROR_SQUARED + i);
        }
    }

    @Override
    public void prepareDense(double[] w, int lanes) {
        StageKernel.stages(
                w, lanes, START_H, END, NOTHING.ends, NOTHING.rows, NOTHING.weights, k(END_STAGE));
        StageKernel.stages(
                w,
                lanes,
                START_H,
                START,
                DENSE_POINTS.ends,
                DENSE_POINTS.rows,
                DENSE_POINTS.weights,
                k(END_STAGE + 1));
        for (int i = 0; i < DENSE_SUMS.length; i++) {
            StageSums sum = DENSE_SUMS[i];
            StageKernel.sum(w, lanes, sum.rows, sum.weights, k(LAST_STAGE + 1 + i));
        }
    }

    @Override
    public void dense(double[] w, int place, double[] dense) {
        double increment = w[LaneBlock.INCREMENT + place];
        dense[0] = increment;
        dense[1] = w[k(1) + place] - increment;
        dense[2] = (increment - w[k(END_STAGE) + place]) - dense[1];
        for (int i = 0; i < DENSE_SUMS.length; i++) {
            dense[3 + i] = w[k(LAST_STAGE + 1 + i) + place];
        }
    }
}
