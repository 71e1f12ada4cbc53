package larmor.bench.choice;

import java.util.Arrays;

/** How much a solver errs at some voltages, and what it takes. */
final class Errors {

    private final double[] values;
    private final double evaluations;

    /**
     * @param values in the order of the voltages, infinite where a run failed
     * @param evaluations of the right-hand side, in the mean of all runs
     */
    Errors(double[] values, double evaluations) {
        this.values = values.clone();
        this.evaluations = evaluations;
    }

    double evaluations() {
        return evaluations;
    }

    /**
     * The error that all but a few stay below or at.
     *
     * @param allowed how many may be above it
     */
    double allBut(int allowed) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length - 1 - allowed];
    }

    /** How many are above this. */
    int above(double error) {
        return (int) Arrays.stream(values).filter(value -> value > error).count();
    }

    double largest() {
        return allBut(0);
    }

    /** The places of the largest errors, in no order. */
    int[] worst(int count) {
        double least = allBut(Math.min(count, values.length) - 1);
        int[] places = new int[values.length];
        int found = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] >= least) {
                places[found++] = i;
            }
        }
        return Arrays.copyOf(places, found);
    }
}
