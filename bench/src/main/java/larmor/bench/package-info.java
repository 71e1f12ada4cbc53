/** Benchmarks of the solvers: JMH, one class for each question. */
@NullMarked
package larmor.bench;

import org.jspecify.annotations.NullMarked;
