/**
 * The equation of motion, the solvers that integrate it one trajectory at a time, and batches of
 * trajectories.
 *
 * <p>{@link larmor.ode.LlgsEquation} is the one place where the scalar algebra stands; every {@link
 * larmor.ode.Solver} calls it. A solver is immutable and holds its settings, so one object may
 * serve any number of threads; {@link larmor.ode.Solver#integrate} allocates a few objects per call
 * and none per step.
 *
 * <h2>Methods</h2>
 *
 * <table>
 *   <caption>Solvers of this package</caption>
 *   <tr><th>id</th><th>class</th><th>order</th><th>of the estimate</th><th>step</th>
 *       <th>evaluations per step</th><th>dense output</th><th>|m|</th></tr>
 *   <tr><td>{@code rk4}</td><td>{@link larmor.ode.Rk4}</td><td>4</td><td>none</td>
 *       <td>fixed</td><td>4</td><td>none: samples lie on steps</td>
 *       <td>renormalised after each step</td></tr>
 *   <tr><td>{@code dopri5}</td><td>{@link larmor.ode.Dopri5}</td><td>5</td><td>4</td>
 *       <td>adaptive</td><td>6 of 7 stages, accepted or rejected: the last stage is the first of
 *       the next step</td><td>order 4, no further evaluation</td><td>free</td></tr>
 *   <tr><td>{@code dop853}</td><td>{@link larmor.ode.Dop853}</td><td>8</td><td>5 and 3</td>
 *       <td>adaptive or fixed</td><td>12; 11 where rejected</td>
 *       <td>adaptive: order 7, 3 more evaluations in a step that holds a sample; at fixed step
 *       samples lie on steps</td><td>free</td></tr>
 *   <tr><td>{@code verner9}</td><td>{@link larmor.ode.Verner9}</td><td>9</td><td>none</td>
 *       <td>fixed</td><td>15</td><td>none: samples lie on steps</td><td>free</td></tr>
 * </table>
 *
 * <p>A run of any but {@code rk4} costs one evaluation more, at its start, and with error control
 * another two for the length of the first step. {@link larmor.ode.Statistics} counts all of them.
 * No trajectory is kept: a run holds one state and the stages of one step, a batch 104 bytes for
 * each of its trajectories and 68 to 72 for each outcome.
 *
 * <p>Sources: {@code rk4}, W. Kutta, Z. Math. Phys. 46, 435 (1901). {@code dopri5}, {@link
 * larmor.ode.Dopri5Tableau}: J. R. Dormand, P. J. Prince, J. Comput. Appl. Math. 6, 19 (1980).
 * {@code dop853}, {@link larmor.ode.Dop853Tableau}: P. J. Prince, J. R. Dormand, J. Comput. Appl.
 * Math. 7, 67 (1981), with the estimates and the dense output of E. Hairer, S. P. Nørsett, G.
 * Wanner, Solving Ordinary Differential Equations I, 2nd ed., Sec. II.10. {@code verner9}, {@link
 * larmor.ode.Verner9Tableau}: J. H. Verner, Numer. Algorithms 53, 383 (2010). The steps of the
 * adaptive ones: {@link larmor.ode.ErrorControl} (what is held to the tolerance), {@link
 * larmor.ode.FirstStep} and {@link larmor.ode.StepControl}, after K. Gustafsson, ACM Trans. Math.
 * Softw. 17, 533 (1991).
 *
 * <h2>What an accuracy costs</h2>
 *
 * <p>Evaluations of the right-hand side per trajectory to t' = 1000, mean of the 64 voltages of the
 * certified table, with the step or tolerance whose largest error is just below the one asked for.
 * These numbers are the same on every machine; {@code java -jar bench/target/benchmarks.jar
 * BatchTrajectories} counts them for its 512 trajectories and times them in lanes.
 *
 * <table>
 *   <caption>Evaluations for a largest error, in thousands (h or tolerance)</caption>
 *   <tr><th>largest error</th><th>{@code rk4}</th><th>{@code dopri5}</th>
 *       <th>{@code dop853}, adaptive</th><th>{@code dop853}, fixed step</th>
 *       <th>{@code verner9}</th></tr>
 *   <tr><td>1e-4</td><td>108.1 (0.037)</td><td>59.5 (1.08e-9)</td><td>17.8 (9.5e-9)</td>
 *       <td>19.4 (0.62)</td><td>17.1 (0.88)</td></tr>
 *   <tr><td>1e-6</td><td>341.9 (0.0117)</td><td>149.8 (1.06e-11)</td><td>28.1 (1.2e-10)</td>
 *       <td>32.4 (0.37)</td><td>26.3 (0.57)</td></tr>
 *   <tr><td>1e-8</td><td>1081.1 (0.0037)</td><td>377.0 (1.05e-13)</td><td>48.0 (1.5e-12)</td>
 *       <td>54.6 (0.22)</td><td>41.1 (0.365)</td></tr>
 *   <tr><td>1e-10</td><td>rounding forbids it</td><td>947.1 (1.05e-15)</td>
 *       <td>84.1 (1.7e-14)</td><td>93.0 (0.129)</td><td>66.7 (0.225)</td></tr>
 * </table>
 *
 * <p>An evaluation does not cost the same in all: a stage of a method of high order sums up to ten
 * earlier ones. {@code java -jar bench/target/benchmarks.jar ScalarTrajectories} times the scalar
 * solvers at equal error, {@code LaneSteps} a step of each.
 *
 * <h2>Which one</h2>
 *
 * <ul>
 *   <li>{@code verner9}: least work from an error of 1e-4 down. The speed along the orbit of an
 *       oscillator is nearly uniform, so that error control has little to gain.
 *   <li>{@code dop853} with a tolerance: where the step is not known beforehand, as for a strange
 *       device or a run from far away; where a plane is crossed, see {@link
 *       larmor.ode.CrossingSolver}, for which it serves at fixed step too.
 *   <li>{@code dopri5}: moderate accuracy with error control and crossings, or close samples, for
 *       its dense output is free.
 *   <li>{@code rk4}: the simplest to check, and the one whose |m| does not drift in a long run, as
 *       for frequency and power over t' = 5×10⁴, for which a step of 0.05 does.
 * </ul>
 *
 * <p>Many trajectories at once go in lanes, {@code larmor.simd}, to the same bits. {@code larmor
 * choose} finds the fastest for an accuracy by measurement on the machine at hand.
 *
 * <h2>Use</h2>
 *
 * <p>Many trajectories are a {@link larmor.ode.Batch}, given to a {@link larmor.ode.BatchSolver}
 * together with the times at which every lane is to be sampled; a {@link
 * larmor.ode.BatchSampleSink} receives the samples of several lanes at a time, and nothing is kept
 * of a trajectory but its outcome. {@link larmor.ode.BatchSolvers} finds the SIMD solvers where
 * they can run and has {@link larmor.ode.ScalarBatch} where they cannot; the bits are the same.
 *
 * <p>A {@link larmor.ode.Solution} is the state at the end or a {@link
 * larmor.ode.NumericalFailure}, which says when and where a run had to be given up: {@link
 * larmor.ode.NormRange} says what |m| may become. A batch has a {@link larmor.ode.BatchSolution}.
 * {@link larmor.ode.Sampling} are the times of samples, {@link larmor.ode.SampleSink} receives
 * those of one trajectory; {@link larmor.ode.PlaneCrossing} is a plane and {@link
 * larmor.ode.CrossingSink} receives its crossings. {@link larmor.ode.SolverDescription} is what a
 * solver is called and good for. {@link larmor.ode.SingleLane} makes a solver of one trajectory of
 * a batch solver, {@link larmor.ode.BatchSolverProvider} is how a batch solver in lanes is found.
 *
 * <p>What the scalar solvers and those in lanes have to do alike stands here once: {@link
 * larmor.ode.EqualSteps} divides a time, {@link larmor.ode.Renormalization} brings m back to the
 * sphere, {@link larmor.ode.DenseOutput} gives m within a step, {@link larmor.ode.ErrorNorm} is
 * what an error is measured against, {@link larmor.ode.InverseRoot} has a root with the same bits
 * everywhere, and {@link larmor.ode.LaneRanges} shares lanes among threads.
 *
 * <p>{@link larmor.ode.LlgsJacobian} has the derivatives of the equation, and {@link
 * larmor.ode.SystemStep} takes steps of {@code dop853} of any {@link larmor.ode.AutonomousSystem},
 * such as m with its variations.
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
