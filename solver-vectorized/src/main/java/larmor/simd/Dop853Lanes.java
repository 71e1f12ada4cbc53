package larmor.simd;

import static larmor.ode.Dop853Tableau.*;
import static larmor.simd.LaneBlock.LEAST;
import static larmor.simd.LaneBlock.M;
import static larmor.simd.LaneBlock.MOST;
import static larmor.simd.LaneBlock.WIDTH;
import static larmor.simd.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;

/** One step of {@link larmor.ode.Dop853Tableau} for all lanes of a {@link LaneBlock}. */
final class Dop853Lanes {

    /** Evaluations of a step, its end not included. */
    static final int STAGES = 12;

    private static final StageSum[] POINTS =
            StageSum.points(
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

    private static final StageSum INCREMENT =
            StageSum.of(B01, 0, 0, 0, 0, B06, B07, B08, B09, B10, B11, B12);

    private Dop853Lanes() {}

    /** Fills the stages and the increment. */
    static void computeStages(double[] w, int lanes) {
        for (int stage = 1; stage <= STAGES; stage++) {
            StageSum point = POINTS[stage - 1];
            StageKernel.stage(
                    w, lanes, LaneBlock.M, point.rows, point.weights, LaneBlock.k(stage));
        }
        StageKernel.sum(w, lanes, INCREMENT.rows, INCREMENT.weights, LaneBlock.INCREMENT);
    }

    /**
     * Moves to the end of the step, whatever came out of it.
     *
     * @param w the block. Modified: M, LEAST, MOST
     * @param lanes how many, a multiple of the lanes in a vector
     */
    static void advance(double[] w, int lanes) {
        for (int i = 0; i < lanes; i += Lanes.COUNT) {
            DoubleVector x =
                    DoubleVector.fromArray(SPECIES, w, M + i)
                            .add(DoubleVector.fromArray(SPECIES, w, LaneBlock.INCREMENT + i));
            DoubleVector y =
                    DoubleVector.fromArray(SPECIES, w, M + WIDTH + i)
                            .add(
                                    DoubleVector.fromArray(
                                            SPECIES, w, LaneBlock.INCREMENT + WIDTH + i));
            DoubleVector z =
                    DoubleVector.fromArray(SPECIES, w, M + 2 * WIDTH + i)
                            .add(
                                    DoubleVector.fromArray(
                                            SPECIES, w, LaneBlock.INCREMENT + 2 * WIDTH + i));
            DoubleVector normSquared = x.fma(x, y.fma(y, z.mul(z)));
            DoubleVector.fromArray(SPECIES, w, LEAST + i).min(normSquared).intoArray(w, LEAST + i);
            DoubleVector.fromArray(SPECIES, w, MOST + i).max(normSquared).intoArray(w, MOST + i);
            x.intoArray(w, M + i);
            y.intoArray(w, M + WIDTH + i);
            z.intoArray(w, M + 2 * WIDTH + i);
        }
    }
}
