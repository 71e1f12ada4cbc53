/**
 * What Larmor's results are held against, and the outcome of each comparison.
 *
 * <p>A {@link larmor.validation.Check} is one comparison with its reference, its error, the limit
 * of that error and the reason for that limit. The tests and the report read the same checks, so
 * that they cannot disagree.
 *
 * <p>Depends on {@code larmor.model}, {@code larmor.ode}, {@code larmor.observable}, {@code
 * larmor.sweep} and Hipparchus. It draws nothing: that is {@code larmor.validation.page}.
 */
@NullMarked
package larmor.validation;

import org.jspecify.annotations.NullMarked;
