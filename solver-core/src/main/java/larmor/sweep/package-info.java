/**
 * Many runs: a grid of voltages, fields and torque settings, each integrated by the same protocol.
 *
 * <p>{@link larmor.sweep.SweepPlan} says what to run, {@link larmor.sweep.Sweep} runs it on any
 * number of threads, {@link larmor.sweep.SweepRow} is one result. The rows, their order and their
 * bits do not depend on the number of threads.
 *
 * <p>Depends on {@code larmor.model}, {@code larmor.ode} and {@code larmor.observable}. It writes
 * no files: that is {@code larmor.file}, which may depend on it, as may the modules above.
 */
@NullMarked
package larmor.sweep;

import org.jspecify.annotations.NullMarked;
