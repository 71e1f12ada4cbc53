package larmor.validation.ladder;

import java.util.List;
import larmor.validation.Check;
import larmor.validation.page.Block;

/**
 * What a family of checks found.
 *
 * @param checks its checks, in the order of its argument
 * @param blocks figures, tables and text for its section of the page, without the checks
 */
public record Findings(List<Check> checks, List<Block> blocks) {

    /** Copies the lists. */
    public Findings {
        checks = List.copyOf(checks);
        blocks = List.copyOf(blocks);
    }
}
