/**
 * The regression gate: whether one JMH jar is slower than another by more than a margin.
 *
 * <p>It proves that there is no such slowdown, or proves one, or says that it cannot tell. The way
 * of the data: {@link larmor.bench.gate.BenchmarkJar} (what a jar holds) and {@link
 * larmor.bench.gate.Pairing} (what both hold), {@link larmor.bench.gate.Launcher} (one launch of a
 * JVM, which is one observation), {@link larmor.bench.gate.Comparison} (launches of both jars by
 * turns, disturbed ones again), {@link larmor.bench.gate.SequentialTest} (the verdicts), {@link
 * larmor.bench.gate.GateReport} and {@link larmor.bench.gate.History} (what is written).
 *
 * <p>A {@link larmor.bench.gate.BenchmarkId} is a benchmark with its parameters, a {@link
 * larmor.bench.gate.Launch} one of a {@link larmor.bench.gate.Side} in its place, made by {@link
 * larmor.bench.gate.JmhLauncher}, which gives a {@link larmor.bench.gate.Measurement} or {@link
 * larmor.bench.gate.LaunchFailed}. {@link larmor.bench.gate.GateSettings} say how to compare and
 * what {@link larmor.bench.gate.Cost} that has; a {@link larmor.bench.gate.GateResult} holds a
 * {@link larmor.bench.gate.BenchmarkResult} with a {@link larmor.bench.gate.Verdict} for each
 * benchmark, and an {@link larmor.bench.gate.AllocationComparison}; {@link
 * larmor.bench.gate.GateText} has its words. {@link larmor.bench.gate.Calibration} says which
 * margin a machine supports.
 *
 * <p>Why so. Times of one JVM are not a sample: compilation and memory layout differ from launch to
 * launch by more than iterations do. Launches minutes apart are not comparable either on a machine
 * that others use. So launches of the two jars stand next to each other in the order of Thue and
 * Morse, which takes any slow drift out of their ratio, and only the ratios of neighbours are
 * judged, by ranks, because a shared machine's noise has heavy tails: Hodges and Lehmann, Ann.
 * Math. Stat. 34, 598 (1963), for the estimate; Wilcoxon's signed ranks for its interval; Holm,
 * Scand. J. Stat. 6, 65 (1979), over the benchmarks; an equal share of the error probability for
 * each of the planned looks.
 *
 * <p>The statistics know nothing of JMH and read no clock. Depends on JMH (its list of benchmarks),
 * Jackson, {@code larmor.model} (refusals), {@code larmor.file}, {@code larmor.validation} and its
 * pages. {@code larmor.cli} may depend on it.
 */
@NullMarked
package larmor.bench.gate;

import org.jspecify.annotations.NullMarked;
