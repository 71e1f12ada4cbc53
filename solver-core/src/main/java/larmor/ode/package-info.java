/**
 * The equation of motion, the solvers that integrate it one trajectory at a time, and batches of
 * trajectories.
 *
 * <p>{@link larmor.ode.LlgsEquation} is the one place where the scalar algebra stands; every {@link
 * larmor.ode.Solver} calls it. A solver is immutable and holds its settings, so one object may
 * serve any number of threads; {@link larmor.ode.Solver#integrate} allocates a few objects per call
 * and none per step.
 *
 * <table>
 *   <caption>Solvers of this package</caption>
 *   <tr><th>id</th><th>class</th><th>order</th><th>step</th><th>evaluations per step</th></tr>
 *   <tr><td>{@code rk4}</td><td>{@link larmor.ode.Rk4}</td><td>4</td><td>fixed</td><td>4</td></tr>
 *   <tr><td>{@code dopri5}</td><td>{@link larmor.ode.Dopri5}</td><td>5</td><td>adaptive</td>
 *       <td>6</td></tr>
 *   <tr><td>{@code dop853}</td><td>{@link larmor.ode.Dop853}</td><td>8</td>
 *       <td>adaptive or fixed</td><td>12; 3 more where a sample is interpolated</td></tr>
 *   <tr><td>{@code verner9}</td><td>{@link larmor.ode.Verner9}</td><td>9</td><td>fixed</td>
 *       <td>15</td></tr>
 * </table>
 *
 * <p>An adaptive solver is given an {@link larmor.ode.ErrorControl}, starts with {@link
 * larmor.ode.FirstStep} and goes on with {@link larmor.ode.StepControl}. It samples by dense output
 * and finds the crossings of a plane, see {@link larmor.ode.CrossingSolver}.
 *
 * <p>Many trajectories are a {@link larmor.ode.Batch}, given to a {@link larmor.ode.BatchSolver}
 * together with the times at which every lane is to be sampled; a {@link
 * larmor.ode.BatchSampleSink} receives the samples of several lanes at a time, and nothing is kept
 * of a trajectory but its outcome. {@link larmor.ode.BatchSolvers} finds the SIMD solvers where
 * they can run and has {@link larmor.ode.ScalarBatch} where they cannot; the bits are the same.
 *
 * <p>{@link larmor.ode.LlgsJacobian} has the derivatives of the equation, and {@link
 * larmor.ode.SystemStep} takes steps of {@code dop853} of whatever goes along with it, such as its
 * variations.
 *
 * <p>The same input gives the same bits everywhere: the loops use only +, ×, ÷, √, fma, comparisons
 * and shifts of bits, in the order in which the vector solvers use them.
 *
 * <p>Depends on {@code larmor.model} only; every package but that one may depend on it. What is
 * made of a trajectory (frequencies, powers) lives in {@code larmor.observable}.
 */
@NullMarked
package larmor.ode;

import org.jspecify.annotations.NullMarked;
