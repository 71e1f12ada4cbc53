/**
 * The integrators of Hipparchus behind the interface of ours ({@link
 * larmor.validation.hipparchus.HipparchusSolver}): references that share no line of integration
 * with them.
 *
 * <p>They read the same {@link larmor.ode.LlgsEquation}, so they check the methods, not the
 * algebra; that is checked elsewhere against the equation in its implicit form.
 *
 * <table>
 *   <caption>Solvers of this package</caption>
 *   <tr><th>id</th><th>integrator</th><th>order</th><th>step</th></tr>
 *   <tr><td>{@code hipparchus-rk4}</td>
 *       <td>{@link org.hipparchus.ode.nonstiff.ClassicalRungeKuttaIntegrator}</td>
 *       <td>4</td><td>fixed</td></tr>
 *   <tr><td>{@code hipparchus-dopri5}</td>
 *       <td>{@link org.hipparchus.ode.nonstiff.DormandPrince54Integrator}</td>
 *       <td>5</td><td>adaptive</td></tr>
 *   <tr><td>{@code hipparchus-dop853}</td>
 *       <td>{@link org.hipparchus.ode.nonstiff.DormandPrince853Integrator}</td>
 *       <td>8</td><td>adaptive</td></tr>
 * </table>
 *
 * <p>Nothing of ours is measured or judged here. Checks, benchmarks and the list of solvers may
 * depend on this package; it depends on {@code larmor.ode} and {@code larmor.model}.
 */
@NullMarked
package larmor.validation.hipparchus;

import org.jspecify.annotations.NullMarked;
