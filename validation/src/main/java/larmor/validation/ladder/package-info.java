/**
 * The ladder of checks: what a rung is, and what its checks read.
 *
 * <p>A {@link larmor.validation.ladder.CheckFamily} is a rung. It reads solvers, coefficients and
 * references from a {@link larmor.validation.ladder.Laboratory} and gives {@link
 * larmor.validation.ladder.Findings}: checks, and blocks for its section of the page. A {@link
 * larmor.validation.ladder.Sabotage} is a laboratory with one mistake in it; running the ladder on
 * it shows that the checks can fail. The kernels know nothing of this. {@link
 * larmor.validation.ladder.References} are what results are held against, {@link
 * larmor.validation.ladder.Effort} is how much a family may take, {@link
 * larmor.validation.ladder.PowerLaw} a fit and {@link larmor.validation.ladder.SolverRows} a table
 * that several families make.
 *
 * <p>The families live in packages of their own, by subject; no check lives here. Depends on {@code
 * larmor.validation}, its {@code certified} and {@code page} packages, {@code larmor.ode} and
 * {@code larmor.model}. The packages of families, {@code larmor.validation.report} and the modules
 * above may depend on it.
 */
@NullMarked
package larmor.validation.ladder;

import org.jspecify.annotations.NullMarked;
