/**
 * End states known to more digits than a double holds, as a yardstick for every solver: a committed
 * table ({@link larmor.validation.certified.ReferenceEndStates}), how it was made, and the
 * arithmetic to make it again ({@link larmor.validation.certified.LiteralEquation}).
 *
 * <p>The equation stands here in its literal vector form, and the integrator is an extrapolation
 * method over decimal arithmetic: neither shares a line or an idea with the solvers that are held
 * against it. Hipparchus' own high-order field integrator cannot do this: in its release 4.0.3 the
 * row sums of two stages of {@code DormandPrince853FieldIntegrator} miss their node by 1e-16 and
 * 6e-16 in any arithmetic.
 *
 * <p>Solvers do not belong here; limits and verdicts are the checks' own. Depends on {@code
 * larmor.model} and Hipparchus. Checks, tests and benchmarks may depend on it.
 */
@NullMarked
package larmor.validation.certified;

import org.jspecify.annotations.NullMarked;
