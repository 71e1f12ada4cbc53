/**
 * Measurements of speed. Each benchmark checks its answers before it is timed and again afterwards,
 * when they are those of compiled code, so that no time stands for a wrong one. It shows them in an
 * {@link larmor.bench.Answer}, so that {@code larmor.bench.gate} can hold them against those of
 * another version; a {@link larmor.bench.StepCounter} makes times of a step and of an evaluation.
 *
 * <p>{@link larmor.bench.BenchmarkSuite} runs them: {@link larmor.bench.RightHandSide} an
 * evaluation; {@link larmor.bench.OneStep} and {@link larmor.bench.LaneSteps}, with {@link
 * larmor.bench.LaneBenchmark} in common, a step in a call of its own and many in one; {@link
 * larmor.bench.ScalarTrajectories} and {@link larmor.bench.BatchTrajectories} whole trajectories at
 * equal accuracy. {@code larmor.bench.choice} finds the fastest solver for an accuracy, and has
 * clocks of its own.
 *
 * <p>Depends on every module but {@code larmor.cli}, which is the only one that may depend on it.
 */
@NullMarked
package larmor.bench;

import org.jspecify.annotations.NullMarked;
