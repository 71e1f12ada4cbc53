/**
 * Closed forms and quadratures that a solver can be held against: what is known about the equation
 * of motion without integrating it in time.
 *
 * <table>
 *   <caption>Solutions of this package</caption>
 *   <tr><th>class</th><th>what it knows</th><th>how exactly</th></tr>
 *   <tr><td>{@link larmor.validation.exact.OrbitAveragedTheory}</td>
 *       <td>the auto-oscillations of an easy-plane film, Fig. 2 of GLD</td>
 *       <td>up to O(α²)</td></tr>
 *   <tr><td>{@link larmor.validation.exact.LinearStability}</td>
 *       <td>growth rate and frequency of small deviations from m = ẑ</td>
 *       <td>without error in α</td></tr>
 *   <tr><td>{@link larmor.validation.exact.ConservativeOrbit}</td>
 *       <td>period and turning points of the undamped precession of an easy-plane film</td>
 *       <td>closed form</td></tr>
 *   <tr><td>{@link larmor.validation.exact.AxisymmetricMagnet}</td>
 *       <td>limit cycles, rates and switching times for N_x = N_y, all torques acting</td>
 *       <td>without error in α; times by quadrature</td></tr>
 * </table>
 *
 * <p>Time stepping does not belong here, nor do limits and verdicts: these are the checks' own.
 *
 * <p>Depends on {@code larmor.model} and Hipparchus. The checks, the report page and {@code cli}
 * may depend on it; no solver may.
 */
@NullMarked
package larmor.validation.exact;

import org.jspecify.annotations.NullMarked;
