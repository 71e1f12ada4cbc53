package larmor.simd;

import static larmor.ode.Verner9Tableau.*;
import static larmor.simd.LaneBlock.H;
import static larmor.simd.LaneBlock.M;
import static larmor.simd.LaneBlock.k;

/** Steps of {@link larmor.ode.Verner9Tableau} for all lanes of a {@link LaneBlock}. */
final class Verner9Lanes implements LaneMethod {

    private static final int STAGES = 15;

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
                        {A0801, 0, 0, 0, 0, A0806, A0807},
                        {A0901, 0, 0, 0, 0, A0906, A0907, A0908},
                        {A1001, 0, 0, 0, 0, A1006, A1007, A1008, A1009},
                        {A1101, 0, 0, 0, 0, A1106, A1107, A1108, A1109, A1110},
                        {A1201, 0, 0, 0, 0, A1206, A1207, A1208, A1209, A1210, A1211},
                        {A1301, 0, 0, 0, 0, A1306, A1307, A1308, A1309, A1310, A1311, A1312},
                        {A1401, 0, 0, 0, 0, A1406, A1407, A1408, A1409, A1410, A1411, A1412, A1413},
                        {
                            A1501, 0, 0, 0, 0, A1506, A1507, A1508, A1509, A1510, A1511, A1512,
                            A1513, A1514
                        }
                    });

    private static final StageSums INCREMENT =
            StageSums.row(B01, 0, 0, 0, 0, 0, 0, B08, B09, B10, B11, B12, B13, B14, B15);

    @Override
    public double[] newBlock() {
        return LaneBlock.withStages(STAGES);
    }

    @Override
    public int evaluationsPerStep() {
        return STAGES;
    }

    @Override
    public void advance(double[] w, int lanes, int steps) {
        for (int step = 0; step < steps; step++) {
            StageKernel.stages(w, lanes, H, M, POINTS.ends, POINTS.rows, POINTS.weights, k(1));
            StageKernel.increase(w, lanes, INCREMENT.rows, INCREMENT.weights);
            StageKernel.moveToEnd(w, lanes);
        }
    }
}
