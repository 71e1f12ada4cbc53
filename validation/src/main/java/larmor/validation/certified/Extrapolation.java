package larmor.validation.certified;

import java.util.function.UnaryOperator;
import org.hipparchus.dfp.Dfp;

/**
 * Gragg's extrapolation method at fixed step and order, in decimal arithmetic, for m' = F(m).
 *
 * <p>The modified midpoint rule with n = 2, 4, …, 2k substeps has an error in even powers of the
 * substep; k such results extrapolated to substep 0 (Aitken–Neville) have order 2k. One step takes
 * k(k+1) evaluations. (W. B. Gragg, SIAM J. Numer. Anal. 2, 384 (1965).)
 */
final class Extrapolation {

    private final UnaryOperator<Dfp[]> field;
    private final int columns;

    /**
     * @param field F
     * @param columns k; the order is 2k
     */
    Extrapolation(UnaryOperator<Dfp[]> field, int columns) {
        this.field = field;
        this.columns = columns;
    }

    /** The state after {@code steps} equal steps that span {@code time}. */
    Dfp[] integrate(Dfp[] start, Dfp time, int steps) {
        Dfp step = time.divide(steps);
        Dfp[] state = start;
        for (int i = 0; i < steps; i++) {
            state = advance(state, step);
        }
        return state;
    }

    private Dfp[] advance(Dfp[] state, Dfp step) {
        Dfp[] slope = field.apply(state);
        Dfp[][] tableau = new Dfp[columns][];
        for (int row = 0; row < columns; row++) {
            tableau[row] = midpoint(state, slope, step, 2 * (row + 1));
            // Afterwards tableau[j] is the extrapolation from substeps 2(j+1) … 2(row+1).
            for (int j = row - 1; j >= 0; j--) {
                int coarse = (j + 1) * (j + 1);
                int fine = (row + 1) * (row + 1);
                Dfp[] better = tableau[j + 1];
                Dfp[] extrapolated = new Dfp[state.length];
                for (int i = 0; i < state.length; i++) {
                    Dfp correction = better[i].subtract(tableau[j][i]);
                    extrapolated[i] =
                            better[i].add(correction.multiply(coarse).divide(fine - coarse));
                }
                tableau[j] = extrapolated;
            }
        }
        return tableau[0];
    }

    private Dfp[] midpoint(Dfp[] state, Dfp[] slope, Dfp step, int substeps) {
        Dfp h = step.divide(substeps);
        Dfp twice = h.multiply(2);
        Dfp[] previous = state;
        Dfp[] current = moved(state, h, slope);
        for (int i = 1; i < substeps; i++) {
            Dfp[] next = moved(previous, twice, field.apply(current));
            previous = current;
            current = next;
        }
        return current;
    }

    private static Dfp[] moved(Dfp[] from, Dfp distance, Dfp[] slope) {
        Dfp[] to = new Dfp[from.length];
        for (int i = 0; i < from.length; i++) {
            to[i] = from[i].add(distance.multiply(slope[i]));
        }
        return to;
    }
}
