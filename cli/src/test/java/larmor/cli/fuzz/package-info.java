/**
 * Generated inputs, valid, at the edge and invalid, run against model, solvers and command. {@link
 * larmor.cli.fuzz.FuzzTest} counts how they end and fails where one ends otherwise than it may.
 *
 * <p>What generates an input knows whether it may be refused: {@link larmor.cli.fuzz.Expectation}.
 * An input depends on its seed alone, so that each can be run again by itself, and has a home of
 * its own, where a machine profile may be. Nothing is measured here: what would measure is asked
 * wrongly or for its help. Nobody may depend on this package.
 */
@NullMarked
package larmor.cli.fuzz;

import org.jspecify.annotations.NullMarked;
