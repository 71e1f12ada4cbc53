/**
 * What is read off a trajectory: frequency, power, regime, and whether it has settled, each with
 * its uncertainty.
 *
 * <p>{@link larmor.observable.SampledWindow} receives the samples from a solver; {@link
 * larmor.observable.SteadyState} is what they say. Frequencies are angular, in units of γμ₀M_s,
 * until a caller divides them by ω₀.
 *
 * <h2>Where the uncertainties come from</h2>
 *
 * <p>Three things part a frequency or a power read off a run from that of the limit cycle: the
 * window resolves only so much, the transient has not quite died out, and the solver follows an
 * equation slightly other than the one it was given, whose limit cycle lies elsewhere. The last is
 * the largest where a run is long, and a step's local error says little about it: what a turn adds
 * across the flow is divided by the contraction 1 − μ of a turn, μ being the Floquet multiplier,
 * and that is small for a weakly damped magnet, 3e-3 at v = 1.02.
 *
 * <p>So none of them is estimated by itself. The equation is integrated by {@code dop853} to 1e-14
 * from a state in the window, for a turn (m → m′) and for a turn from a state displaced across the
 * flow. With D the displacement of m′ along the Poincaré section and a the place on it, the cycle
 * lies to first order at
 *
 * <pre>
 *   a* = D/(1−μ),   1 − μ = −dD/da,   T* = T + (dT/da) a*,   ⟨p⟩* = ⟨p⟩ + (d⟨p⟩/da) a*,
 * </pre>
 *
 * <p>one step of Newton's method, repeated until D has fallen to a hundredth or to the error of a
 * turn. The distance from ω* = 2π/T* and ⟨p⟩* is the uncertainty, and added to it is what is not
 * known of them: |dT/da| and |d⟨p⟩/da| times what is left of a* plus η/(1−μ), η = (steps of the
 * turn) × 1e-14 × √(m_x²+m_y²) bounding the error of a turn. That last part is the floor: 1e-11 to
 * 2e-10 of ω₀ for the paper's device, 1e-7 at v = 1.005 where a turn contracts by 8e-4, and growing
 * towards the end of the in-plane orbit, where the period diverges. For a state at rest, which
 * every solver keeps exactly, Newton's method in the tangent plane takes the place of all this.
 *
 * <p>Three or four turns cost as much as some thousand steps of {@code rk4-simd}.
 *
 * <p>What it does not tell: a run next to a bifurcation may go to another attractor than the
 * equation would, because the solver's error moves the bifurcation too. There the uncertainty is
 * that of the attractor that was reached.
 *
 * <p>Depends on {@code larmor.model}, {@code larmor.ode} and Hipparchus (Fourier transform, root
 * finding) only; {@code larmor.sweep}, {@code larmor.file} and the modules above may depend on it.
 * It writes no files.
 */
@NullMarked
package larmor.observable;

import org.jspecify.annotations.NullMarked;
