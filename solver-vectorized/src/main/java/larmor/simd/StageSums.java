package larmor.simd;

/**
 * Rows of a tableau, ready for lanes: for each row the stages that a sum runs over in rising order,
 * and their weights. All rows are laid end to end.
 */
final class StageSums {

    /** Where each row ends. */
    final int[] ends;

    /** Where h k of each term's stage stands in a {@link LaneBlock}. */
    final int[] rows;

    /** The weight of each term. */
    final double[] weights;

    private StageSums(int[] ends, int terms) {
        this.ends = ends;
        rows = new int[terms];
        weights = new double[terms];
    }

    /** Each row gives the weights of stages 1, 2, … Stages of weight 0 are left out. */
    static StageSums of(double[]... tableau) {
        int[] ends = new int[tableau.length];
        int terms = 0;
        for (int i = 0; i < ends.length; i++) {
            for (double weight : tableau[i]) {
                if (weight != 0) {
                    terms++;
                }
            }
            ends[i] = terms;
        }
        StageSums sums = new StageSums(ends, terms);
        int term = 0;
        for (double[] row : tableau) {
            for (int i = 0; i < row.length; i++) {
                if (row[i] != 0) {
                    sums.rows[term] = LaneBlock.k(i + 1);
                    sums.weights[term] = row[i];
                    term++;
                }
            }
        }
        return sums;
    }

    /** One row. */
    static StageSums row(double... weights) {
        return of(new double[][] {weights});
    }
}
