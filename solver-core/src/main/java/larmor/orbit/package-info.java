/**
 * Limit cycles found directly, by Newton's method on a Poincaré section, and their branches as the
 * voltage changes: stable and unstable ones, where they begin, turn and end.
 *
 * <p>m has two degrees of freedom, so a section is a line: half a meridian from the static state
 * about which m precesses. Where m meets it again is a function P(s) of one amplitude s, a cycle is
 * a fixed point of it, and P' is the Floquet multiplier of the cycle that is not 1.
 *
 * <table>
 *   <caption>Where to begin</caption>
 *   <tr><td>{@link larmor.orbit.LimitCycles}</td>
 *       <td>all cycles at one voltage: period, frequency, power, multiplier</td></tr>
 *   <tr><td>{@link larmor.orbit.StaticStates}</td>
 *       <td>all static states at one voltage, with their stability</td></tr>
 *   <tr><td>{@link larmor.orbit.BranchDiagram}</td>
 *       <td>both over a range of voltages, as branches with their Hopf bifurcations, folds and
 *       homoclinic ends</td></tr>
 * </table>
 *
 * <p>A {@link larmor.orbit.DrivenOscillator} is an oscillator whose voltage is open. A {@link
 * larmor.orbit.LimitCycle} or a {@link larmor.orbit.StaticState} is one state, a {@link
 * larmor.orbit.Branch} a row of {@link larmor.orbit.BranchPoint}s, some of which are a {@link
 * larmor.orbit.Bifurcation}. An {@link larmor.orbit.UnfinishedSearch} is the search for a kind of
 * cycles, given up at one voltage or over a range.
 *
 * <p>How it works: {@code ReturnMap} integrates m together with its derivatives by amplitude and
 * voltage and the integral of the power, by {@link larmor.ode.SystemStep} on {@link
 * larmor.ode.LlgsJacobian}, at a fixed step, so that P is smooth and its derivatives are those of
 * what is computed. {@code BranchTracer} follows the zeros of P(s, v) − s by pseudo-arclength
 * continuation. A branch whose period diverges is taken to its very end by {@code HomoclinicOrbit},
 * which meets the manifolds of the saddle instead of waiting for the period.
 *
 * <p>Nothing depends on the scale of time or of the damping, so a cycle next to the threshold costs
 * what any other costs. Noise, and motion that is not periodic, are not seen here.
 *
 * <p>The same input gives the same bits everywhere. Depends on {@code larmor.model}, {@code
 * larmor.ode}, {@code larmor.observable} (the names of regimes) and Hipparchus (root finding).
 * {@code larmor.file} and the modules above may depend on it.
 */
@NullMarked
package larmor.orbit;

import org.jspecify.annotations.NullMarked;
