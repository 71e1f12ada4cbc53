package larmor.simd;

import static larmor.ode.Dopri5Tableau.*;
import static larmor.simd.LaneBlock.END;
import static larmor.simd.LaneBlock.H;
import static larmor.simd.LaneBlock.M;
import static larmor.simd.LaneBlock.k;

import larmor.ode.StepControl;

/** One step of {@link larmor.ode.Dopri5Tableau} for all lanes of a {@link LaneBlock}. */
final class Dopri5Lanes implements LanePair {

    private static final StageSums POINTS =
            StageSums.of(
                    new double[][] {
                        {},
                        {A21},
                        {A31, A32},
                        {A41, A42, A43},
                        {A51, A52, A53, A54},
                        {A61, A62, A63, A64, A65}
                    });

    private static final StageSums INCREMENT = StageSums.row(B1, 0, B3, B4, B5, B6);

    private static final StageSums ERROR = StageSums.row(E1, 0, E3, E4, E5, E6, E7);

    private static final StageSums DENSE = StageSums.row(D1, 0, D3, D4, D5, D6, D7);

    /** The end of the step. */
    private static final int LAST_STAGE = 7;

    private static final StageSums NOTHING = StageSums.row();

    private static final int DENSE_SUM = k(LAST_STAGE + 1);

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public StepControl stepControl() {
        return StepControl.DOPRI5;
    }

    @Override
    public int evaluationsPerAttempt() {
        return LAST_STAGE - 1;
    }

    @Override
    public int evaluationsPerAcceptedStep() {
        return 0;
    }

    @Override
    public int evaluationsPerDenseOutput() {
        return 0;
    }

    @Override
    public int denseTerms() {
        return 4;
    }

    @Override
    public double[] newBlock() {
        return LaneBlock.withStages(LAST_STAGE + 1);
    }

    @Override
    public void attempt(double[] w, int lanes) {
        StageKernel.stages(w, lanes, H, M, POINTS.ends, POINTS.rows, POINTS.weights, k(1));
        StageKernel.increase(w, lanes, INCREMENT.rows, INCREMENT.weights);
        StageKernel.stages(
                w, lanes, H, END, NOTHING.ends, NOTHING.rows, NOTHING.weights, k(LAST_STAGE));
        StageKernel.errorSquared(w, lanes, ERROR.rows, ERROR.weights);
    }

    @Override
    public void prepareDense(double[] w, int lanes) {
        StageKernel.sum(w, lanes, DENSE.rows, DENSE.weights, DENSE_SUM);
    }

    @Override
    public void dense(double[] w, int place, double[] dense) {
        double increment = w[LaneBlock.INCREMENT + place];
        dense[0] = increment;
        dense[1] = w[k(1) + place] - increment;
        dense[2] = (increment - w[k(LAST_STAGE) + place]) - dense[1];
        dense[3] = w[DENSE_SUM + place];
    }
}
