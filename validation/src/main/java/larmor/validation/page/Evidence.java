package larmor.validation.page;

import java.util.Comparator;
import java.util.List;
import larmor.validation.Check;

/**
 * A table of checks; the ones that failed come first. The verdict of the page counts the checks of
 * all its tables.
 *
 * @param checks at least one, in any order
 * @param folded whether only a line about them shows until the reader asks for them; on paper all
 *     show
 */
public record Evidence(List<Check> checks, boolean folded) implements Block {

    /** All checks in sight. */
    public Evidence(List<Check> checks) {
        this(checks, false);
    }

    /**
     * Puts the failed checks first and keeps the order otherwise.
     *
     * @throws IllegalArgumentException if there are none
     */
    public Evidence {
        if (checks.isEmpty()) {
            throw new IllegalArgumentException("a table of checks without checks");
        }
        checks = checks.stream().sorted(Comparator.comparing(Check::passed)).toList();
    }
}
