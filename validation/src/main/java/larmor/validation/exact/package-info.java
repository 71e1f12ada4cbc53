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
