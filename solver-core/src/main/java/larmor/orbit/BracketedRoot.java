package larmor.orbit;

import java.util.OptionalDouble;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.exception.MathRuntimeException;

/** The root of a function between two places at which its signs differ. */
final class BracketedRoot {

    private static final int BRENT_ORDER = 5;
    private static final int MOST_STEPS = 100;

    private BracketedRoot() {}

    /** Whether two values make a bracket; a root on the right end counts, one on the left not. */
    static boolean between(double before, double after) {
        // False for NaN.
        return before < 0 ? after >= 0 : before > 0 && after <= 0;
    }

    /**
     * Finds the root.
     *
     * @param function NaN where it has no value
     * @param left one end of the bracket
     * @param right the other end, above it
     * @param accuracy of the root, relative and absolute
     * @return empty if the function has no value somewhere within the bracket
     */
    static OptionalDouble of(
            UnivariateFunction function, double left, double right, double accuracy) {
        try {
            return OptionalDouble.of(
                    new BracketingNthOrderBrentSolver(accuracy, accuracy, BRENT_ORDER)
                            .solve(MOST_STEPS, function, left, right));
        } catch (MathRuntimeException notBracketed) {
            return OptionalDouble.empty();
        }
    }
}
