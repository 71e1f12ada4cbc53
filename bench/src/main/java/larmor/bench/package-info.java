/**
 * Measurements of speed. Each benchmark checks its answers before it is timed, so that no time
 * stands for a wrong one, and shows them in an {@link larmor.bench.Answer}, so that {@code
 * larmor.bench.gate} can hold them against those of another version.
 *
 * <p>Of one evaluation: {@link larmor.bench.RightHandSide}; of one step: {@link
 * larmor.bench.OneStep}, and {@link larmor.bench.LaneSteps} in batches; of whole trajectories at
 * equal error: {@link larmor.bench.ScalarTrajectories} and {@link larmor.bench.BatchTrajectories}.
 * {@link larmor.bench.StepCounter} makes times of a step of them, {@link
 * larmor.bench.BenchmarkSuite} runs them.
 *
 * <p>Depends on every module but {@code larmor.cli}, which is the only one that may depend on it.
 */
@NullMarked
package larmor.bench;

import org.jspecify.annotations.NullMarked;
