/**
 * How fast the solvers are: benchmarks, the choice of the fastest solver and the regression gate.
 *
 * <p>Depends on {@code solver-core}, {@code solver-vectorized}, {@code validation} and JMH.
 */
@NullMarked
package larmor.bench;

import org.jspecify.annotations.NullMarked;
