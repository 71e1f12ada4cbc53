/**
 * Whether the physics comes out right: families of checks that hold runs against exact solutions,
 * against theory and against the paper.
 *
 * <p>Each class that implements {@link larmor.validation.ladder.CheckFamily} is one family; the
 * other classes are instruments that several of them use. {@link
 * larmor.validation.physics.PhysicsFamilies} lists them, {@link
 * larmor.validation.physics.PhysicsSabotages} the mistakes that they have to catch. Solvers,
 * coefficients and references come from the {@link larmor.validation.ladder.Laboratory}. What tests
 * a solver as a numerical method belongs to the families of the numerics.
 *
 * <p>Depends on {@code larmor.validation} and its packages {@code ladder}, {@code exact}, {@code
 * charge} and {@code page}, on {@code larmor.orbit}, {@code larmor.sweep}, {@code
 * larmor.observable}, {@code larmor.ode}, {@code larmor.model} and Hipparchus. {@code
 * larmor.validation.report} and the modules above may depend on it.
 */
@NullMarked
package larmor.validation.physics;

import org.jspecify.annotations.NullMarked;
