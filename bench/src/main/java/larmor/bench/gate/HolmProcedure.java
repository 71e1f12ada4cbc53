package larmor.bench.gate;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Holm's step-down procedure: the chance of one false rejection or more in a family of hypotheses
 * stays below alpha, however they depend on each other. The smallest p-value is compared with alpha
 * over the size of the family, the next with alpha over one less, until one is not rejected.
 */
final class HolmProcedure {

    private HolmProcedure() {}

    /**
     * What alpha is divided by for each hypothesis: it is rejected exactly if its p-value is at
     * most alpha over that.
     *
     * @param p the p-values. Not modified.
     * @param alpha for the whole family
     * @param family at least as many hypotheses as p-values; those without one are not rejected
     */
    static int[] divisors(double[] p, double alpha, int family) {
        if (family < p.length) {
            throw new IllegalArgumentException(
                    "a family of " + family + " with " + p.length + " p-values");
        }
        Integer[] ascending = new Integer[p.length];
        Arrays.setAll(ascending, i -> i);
        Arrays.sort(ascending, Comparator.comparingDouble(i -> p[i]));
        int[] divisors = new int[p.length];
        int divisor = family;
        boolean rejecting = true;
        for (int rank = 0; rank < p.length; rank++) {
            divisors[ascending[rank]] = divisor;
            rejecting = rejecting && p[ascending[rank]] <= alpha / divisor;
            if (rejecting) {
                divisor--;
            }
        }
        return divisors;
    }
}
