package larmor.validation.page;

import java.util.Comparator;
import java.util.List;
import larmor.validation.Check;

/** The verdict of a page in a line. */
final class Summary {

    private Summary() {}

    /** How many checks passed, and which one comes nearest to its limit. */
    static String of(List<Check> checks) {
        if (checks.isEmpty()) {
            return "No checks were run.";
        }
        long failed = checks.stream().filter(check -> !check.passed()).count();
        Check worst =
                checks.stream().max(Comparator.comparingDouble(Check::limitUsed)).orElseThrow();
        String count =
                failed == 0
                        ? checks.size() + " of " + checks.size() + " checks passed"
                        : failed + " of " + checks.size() + " checks failed";
        String share =
                Double.isInfinite(worst.limitUsed())
                        ? "has no finite error to compare with its limit"
                        : "uses " + Numeral.percent(worst.limitUsed()) + " of its limit";
        return count + ". The worst, " + worst.claim().name() + ", " + share + ".";
    }

    /** The state of a page: {@code passed}, {@code failed}, or {@code empty} without checks. */
    static String state(List<Check> checks) {
        if (checks.isEmpty()) {
            return "empty";
        }
        return checks.stream().allMatch(Check::passed) ? "passed" : "failed";
    }
}
