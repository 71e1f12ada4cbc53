/**
 * Checks of the solvers as numerical methods: orders of convergence, error against tolerance,
 * agreement with each other and with the certified tables, equality of bits, independence of lanes,
 * growth of errors in long runs, rounding.
 *
 * <p>{@link larmor.validation.numerics.NumericsFamilies} lists the families, {@link
 * larmor.validation.numerics.NumericsSabotages} the mistakes that they are meant to notice. No
 * physics is judged here beyond what a solver needs to be right.
 *
 * <p>Depends on {@code larmor.validation}, its packages {@code ladder}, {@code page}, {@code
 * certified} and {@code exact}, on {@code larmor.ode}, {@code larmor.model} and Hipparchus. {@code
 * larmor.validation.report} and the modules above may depend on it.
 */
@NullMarked
package larmor.validation.numerics;

import org.jspecify.annotations.NullMarked;
