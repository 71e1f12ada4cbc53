/**
 * What is read off a trajectory: frequency, power, regime, and whether it has settled, each with
 * its uncertainty.
 *
 * <p>{@link larmor.observable.SampledWindow} receives the samples from a solver; {@link
 * larmor.observable.SteadyState} is what they say, {@link larmor.observable.Regime} the kind of
 * state that it is. Frequencies are angular, in units of γμ₀M_s, until a caller divides them by ω₀.
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
 * from a state in the window, for a turn, and for a turn from a state displaced across the flow.
 * With D the displacement after a turn along the Poincaré section and a the place on it, the cycle
 * lies to first order at
 *
 * <pre>
 *   a* = D/(1−μ),   1 − μ = −dD/da,   T* = T + (dT/da) a*,   ⟨p⟩* = ⟨p⟩ + (d⟨p⟩/da) a*,
 * </pre>
 *
 * <p>one step of Newton's method, repeated until D has fallen to a hundredth or to the error of a
 * turn. The distance of the run's frequency and power from 2π/T* and ⟨p⟩* is the uncertainty, with
 * what is not known of them added: |dT/da| and |d⟨p⟩/da| times what is left of a* plus η/(1−μ),
 * where η = (steps of the turn) × 1e-14 × √(m_x²+m_y²) bounds the error of a turn. That is the
 * floor, below which an uncertainty does not go: 2e-11 to 5e-10 of ω₀ for the paper's device, and
 * growing towards the end of the in-plane orbit, where the period diverges. A state at rest, which
 * every solver keeps exactly, is found by Newton's method in the tangent plane, to rounding.
 *
 * <p>{@code larmor.orbit} finds cycles too, all that there are and with their branches, but from
 * the centre of a family outwards. Here one is looked for next to a given state, whatever its
 * family, and for the price of a few turns, because every row of a sweep asks.
 *
 * <p>An uncertainty made so is nearly the error itself. The values are not corrected by it: a row
 * says what the run gave, and how far that is from the limit cycle.
 *
 * <p>Where a run does not repeat itself within a tenth from one period to the next, where a turn
 * leads away from where it began (an oscillation below half its final power, or a cycle that the
 * solver's error made), or where the cycle lies farther away than half the orbit's size, the
 * uncertainty is as large as the value can be wrong.
 *
 * <p>What it does not tell: a run next to a bifurcation may come to another attractor than the
 * equation would from the same start, because the solver's error moves the bifurcation too. The
 * uncertainty is that of the attractor that was reached.
 *
 * <p>Depends on {@code larmor.model}, {@code larmor.ode} and Hipparchus (Fourier transform, root
 * finding) only; {@code larmor.sweep}, {@code larmor.file} and the modules above may depend on it.
 * It writes no files.
 */
@NullMarked
package larmor.observable;

import org.jspecify.annotations.NullMarked;
