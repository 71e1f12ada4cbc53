/**
 * What Larmor's results are held against, and the outcome of each comparison.
 *
 * <p>A {@link larmor.validation.Check} is one comparison with its reference, its error, the limit
 * of that error and the reason for that limit. The tests and the report read the same checks, so
 * that they cannot disagree.
 *
 * <p>Checks of one property form a family: the frame is {@code larmor.validation.ladder}, the
 * families are in {@code larmor.validation.numerics} and {@code larmor.validation.physics}. Outside
 * of the ladder are {@link larmor.validation.Figure2Checks}, which need a whole Fig. 2 and come
 * with {@code report}, {@link larmor.validation.RangeChecks}, which come with {@code branches}, and
 * those of {@code larmor.validation.coverage}, which only tests run.
 *
 * <p>{@link larmor.validation.Figure2} is the paper's Fig. 2 as a run makes it, {@link
 * larmor.validation.OscillationRange} the range of auto-oscillation with its {@link
 * larmor.validation.RangeEnd}s as branches or theory have it, {@link
 * larmor.validation.SimulatedRange} as a sweep has it, {@link larmor.validation.CertifiedEndStates}
 * a table that solvers are held against, each a {@link larmor.validation.Subject}.
 *
 * <p>{@link larmor.validation.SolverCatalogue} has all solvers by their ids, ours and those of
 * Hipparchus: here is where both are known.
 *
 * <p>Depends on {@code larmor.model}, {@code larmor.ode}, {@code larmor.observable}, {@code
 * larmor.sweep}, {@code larmor.orbit}, {@code larmor.validation.exact}, {@code
 * larmor.validation.hipparchus}, Hipparchus and Jackson (a check as JSON). {@code
 * larmor.validation.page}, the packages of families, {@code larmor.validation.report}, {@code
 * bench} and {@code cli} may depend on it. It draws nothing: that is {@code
 * larmor.validation.page}.
 */
@NullMarked
package larmor.validation;

import org.jspecify.annotations.NullMarked;
