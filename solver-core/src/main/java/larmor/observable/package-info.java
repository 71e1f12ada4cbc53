/**
 * What is read off a trajectory: frequency, power, regime, and whether it has settled, each with
 * its uncertainty.
 *
 * <p>{@link larmor.observable.SampledWindow} receives the samples from a solver; {@link
 * larmor.observable.SteadyState} is what they say. Frequencies are angular, in units of γμ₀M_s,
 * until a caller divides them by ω₀.
 *
 * <p>Nothing here integrates or writes files. Depends on {@code larmor.ode} (for the samples) and
 * Hipparchus (Fourier transform, root finding) only; {@code larmor.sweep}, {@code larmor.file} and
 * the modules above may depend on it.
 */
@NullMarked
package larmor.observable;

import org.jspecify.annotations.NullMarked;
