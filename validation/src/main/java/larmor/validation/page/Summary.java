package larmor.validation.page;

import java.util.List;
import java.util.Locale;
import larmor.validation.Check;

/**
 * The verdict of a page in a line.
 *
 * @param state how it is set
 * @param text the line
 */
public record Summary(State state, String text) {

    /** How a verdict is set. */
    public enum State {
        /** For good. */
        PASSED,
        /** For bad. */
        FAILED,
        /** Without colour: there is no answer. */
        EMPTY;

        /** The name of its style. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static double median(List<Check> checks) {
        return checks.stream()
                .mapToDouble(Check::limitUsed)
                .sorted()
                .skip((checks.size() - 1) / 2)
                .findFirst()
                .orElseThrow();
    }

    /**
     * How much of their limit half of them use; empty where bits are compared in so many that this
     * is nothing.
     */
    private static String typical(List<Check> telling, boolean all) {
        double median = median(telling);
        return median > 0
                ? ", half of "
                        + (all ? "them" : "those that have a margin")
                        + " with at most "
                        + Numeral.percent(median)
                        + " of their limit"
                : "";
    }

    /**
     * How many checks passed, how near to their limits, and which one comes nearest to its limit,
     * but for those that do by construction.
     *
     * @param checks at least one
     */
    static Summary of(List<Check> checks) {
        long failed = checks.stream().filter(check -> !check.passed()).count();
        String count =
                failed == 0
                        ? checks.size() + " of " + checks.size() + " checks passed"
                        : failed + " of " + checks.size() + " checks failed";
        List<Check> telling = Check.withMargin(checks);
        int byConstruction = checks.size() - telling.size();
        String typical =
                failed == 0 && telling.size() > 1 ? typical(telling, byConstruction == 0) : "";
        return new Summary(
                failed == 0 ? State.PASSED : State.FAILED,
                count
                        + typical
                        + "."
                        + Check.nearestToLimit(checks).map(Summary::nearest).orElse("")
                        + (byConstruction > 0 ? withoutMargin(byConstruction) : ""));
    }

    private static String nearest(Check worst) {
        String share =
                Double.isInfinite(worst.limitUsed())
                        ? "has no finite error to compare with its limit"
                        : "uses " + Numeral.percent(worst.limitUsed()) + " of its limit";
        return " The worst, " + worst.claim().name() + ", " + share + ".";
    }

    private static String withoutMargin(int checks) {
        return " For "
                + checks
                + (checks == 1 ? " check" : " checks")
                + " the limit is the uncertainty that the number itself states: a share near 100 %"
                + " is by construction, and is no margin.";
    }
}
