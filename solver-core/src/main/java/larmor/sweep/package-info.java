/**
 * Many runs: a grid of voltages, fields, further keys of the device and torque settings, each
 * integrated by the same protocol.
 *
 * <p>{@link larmor.sweep.SweepPlan} says what to run, one {@link larmor.sweep.SweepPoint} for each
 * index; {@link larmor.sweep.SweepProtocol} how each run goes, {@link larmor.sweep.InitialState}
 * where it starts; {@link larmor.sweep.Sweep} runs it on any number of threads, {@link
 * larmor.sweep.SweepRow} is one result, {@link larmor.sweep.RunFailure} why there is none, {@link
 * larmor.sweep.SweepTally} how they all went. A {@link larmor.sweep.GridAxis} is a key that varies.
 * The rows, their order and their bits do not depend on the number of threads. Memory does not grow
 * with the plan: rows are handed on chunk by chunk, and {@link larmor.sweep.Shard} cuts a plan into
 * parts that can be run apart.
 *
 * <p>Without a {@link larmor.sweep.Direction} every run starts afresh. With one, the voltages of
 * each combination of all other keys form a chain, run one after the other, each from the last
 * state of the one before; a state at rest is tilted by a small angle first, because it would
 * otherwise stay at rest long after it has become unstable. The lanes of a batch are then the
 * chains: the first voltage of all of them, then the second. Chunks and shards hold whole chains.
 *
 * <p>Depends on {@code larmor.model}, {@code larmor.ode} and {@code larmor.observable}. It writes
 * no files: that is {@code larmor.file}, which may depend on it, as may the modules above.
 */
@NullMarked
package larmor.sweep;

import org.jspecify.annotations.NullMarked;
