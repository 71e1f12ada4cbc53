/**
 * The oscillator with the charge of the nanomagnet as a variable of its own, from which GLD Eq. (8)
 * with its self-induced torque follows when the charge relaxes fast: {@link
 * larmor.validation.charge.ChargeDynamics}.
 *
 * <p>What eliminates the charge does not belong here: that is the equation of {@code larmor.ode},
 * which this package is held against. Depends on {@code larmor.model}, on Hipparchus and on {@code
 * larmor.ode} for its failure types and for ṁ of the eliminated equation, from which the charge
 * starts relaxed. Checks and {@code cli} may depend on it.
 */
@NullMarked
package larmor.validation.charge;

import org.jspecify.annotations.NullMarked;
