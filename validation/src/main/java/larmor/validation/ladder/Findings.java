package larmor.validation.ladder;

import java.util.List;
import larmor.validation.Check;
import larmor.validation.page.Block;

/**
 * What a family of checks found.
 *
 * @param result what was measured, in a line for those who read no further
 * @param checks its checks, in the order of its argument
 * @param blocks figures, tables and text for its section of the page, without the checks
 */
public record Findings(String result, List<Check> checks, List<Block> blocks) {

    /** Copies the lists. */
    public Findings {
        checks = List.copyOf(checks);
        blocks = List.copyOf(blocks);
    }

    /**
     * The largest error of the checks whose names begin like this.
     *
     * @return NaN if one of them is not a number, 0 if there are none
     */
    public static double largestError(List<Check> checks, String beginning) {
        return checks.stream()
                .filter(check -> check.claim().name().startsWith(beginning))
                .mapToDouble(Check::error)
                .reduce(0, Math::max);
    }
}
