package larmor.validation.ladder;

import java.util.List;

/**
 * A rung of the ladder: checks of one property, with the figures and tables that show it.
 *
 * <p>A family reads solvers, coefficients and references from its {@link Laboratory} and from
 * nowhere else, so that a sabotage of any of them reaches it. Equal laboratories give equal
 * findings: a family reads no clock and draws no random number without a fixed seed.
 */
public interface CheckFamily {

    /** Short and unique, of lower case letters, digits and hyphens, such as {@code convergence}. */
    String name();

    /** The heading of its section. */
    String title();

    /** What is checked, by which method and against what: one text for each paragraph. */
    List<String> introduction();

    /** Runs the checks. */
    Findings examine(Laboratory laboratory, Effort effort);
}
