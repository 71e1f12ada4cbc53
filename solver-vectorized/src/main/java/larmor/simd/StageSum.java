package larmor.simd;

/**
 * A row of a tableau, ready for lanes: the stages that a sum runs over in rising order, and their
 * weights.
 */
final class StageSum {

    /** Where h k of each stage stands in a {@link LaneBlock}. */
    final int[] rows;

    /** The weight of each. */
    final double[] weights;

    private StageSum(int terms) {
        rows = new int[terms];
        weights = new double[terms];
    }

    /** The sum over stages 1, 2, … with these weights. Stages of weight 0 are left out. */
    static StageSum of(double... stageWeights) {
        int terms = 0;
        for (double weight : stageWeights) {
            if (weight != 0) {
                terms++;
            }
        }
        StageSum sum = new StageSum(terms);
        int term = 0;
        for (int i = 0; i < stageWeights.length; i++) {
            if (stageWeights[i] != 0) {
                sum.rows[term] = LaneBlock.k(i + 1);
                sum.weights[term] = stageWeights[i];
                term++;
            }
        }
        return sum;
    }

    /** The sums that give the points of the stages, row by row of a tableau. */
    static StageSum[] points(double[][] tableau) {
        StageSum[] points = new StageSum[tableau.length];
        for (int i = 0; i < points.length; i++) {
            points[i] = of(tableau[i]);
        }
        return points;
    }
}
