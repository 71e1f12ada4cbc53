package larmor.simd;

import static larmor.ode.Dopri5Tableau.*;
import static larmor.simd.LaneBlock.k;

import larmor.ode.Dopri5;
import larmor.ode.StepControl;

/** One step of {@link larmor.ode.Dopri5Tableau} for all lanes of a {@link LaneBlock}. */
final class Dopri5Lanes implements LanePair {

    private static final StageSum[] POINTS =
            StageSum.points(
                    new double[][] {
                        {},
                        {A21},
                        {A31, A32},
                        {A41, A42, A43},
                        {A51, A52, A53, A54},
                        {A61, A62, A63, A64, A65}
                    });

    private static final StageSum INCREMENT = StageSum.of(B1, 0, B3, B4, B5, B6);

    private static final StageSum ERROR = StageSum.of(E1, 0, E3, E4, E5, E6, E7);

    private static final StageSum DENSE = StageSum.of(D1, 0, D3, D4, D5, D6, D7);

    /** The end of the step. */
    private static final int LAST_STAGE = 7;

    private static final StageSum NOTHING = StageSum.of();

    private static final int DENSE_SUM = k(LAST_STAGE + 1);

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public StepControl stepControl() {
        return Dopri5.STEP_CONTROL;
    }

    @Override
    public int evaluationsPerAttempt() {
        return LAST_STAGE - 1;
    }

    @Override
    public int evaluationsPerStep() {
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
        for (int stage = 1; stage < LAST_STAGE; stage++) {
            StageSum point = POINTS[stage - 1];
            StageKernel.stage(w, lanes, LaneBlock.M, point.rows, point.weights, k(stage));
        }
        StageKernel.increase(w, lanes, INCREMENT.rows, INCREMENT.weights);
        StageKernel.stage(w, lanes, LaneBlock.END, NOTHING.rows, NOTHING.weights, k(LAST_STAGE));
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
