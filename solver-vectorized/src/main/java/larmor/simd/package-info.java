/**
 * The SIMD batch solvers: many trajectories at once on the Vector API, with the bits of the scalar
 * solvers of {@code larmor.ode}.
 *
 * <h2>Methods</h2>
 *
 * <table>
 *   <caption>Solvers of this package</caption>
 *   <tr><th>id</th><th>class</th><th>scalar twin</th><th>order</th><th>lanes advance</th>
 *       <th>evaluations in lanes per step tried</th><th>rows of a block</th></tr>
 *   <tr><td>{@code rk4-simd}</td><td>{@link larmor.simd.SimdRk4}</td>
 *       <td>{@link larmor.ode.Rk4}</td><td>4</td><td>in step</td><td>4</td>
 *       <td>48, 25 kB</td></tr>
 *   <tr><td>{@code dopri5-simd}</td><td>{@link larmor.simd.SimdDopri5}</td>
 *       <td>{@link larmor.ode.Dopri5}</td><td>5</td><td>each with its own time and step</td>
 *       <td>7</td><td>60, 31 kB</td></tr>
 *   <tr><td>{@code dop853-simd}</td><td>{@link larmor.simd.SimdDop853}</td>
 *       <td>{@link larmor.ode.Dop853}</td><td>8</td>
 *       <td>in step, or each with its own time and step</td><td>12; 4 more for the dense output
 *       of a step</td><td>96, 49 kB</td></tr>
 *   <tr><td>{@code verner9-simd}</td><td>{@link larmor.simd.SimdVerner9}</td>
 *       <td>{@link larmor.ode.Verner9}</td><td>9</td><td>in step</td><td>15</td>
 *       <td>81, 42 kB</td></tr>
 * </table>
 *
 * <p>Estimates, dense output, sources and the evaluations that an accuracy costs are those of the
 * twin: see {@code larmor.ode}. A {@link larmor.ode.Statistics} counts what the twin would have
 * evaluated, since it has the twin's bits; with error control the lanes do a little more, for they
 * evaluate the start of each step anew. Each thread has one block of 64 lanes, whatever the size of
 * the batch: a row is one number of every lane, 512 bytes.
 *
 * <h2>Which one</h2>
 *
 * <ul>
 *   <li>{@code verner9-simd}: the least time from an error of 1e-4 down, with no branch that lanes
 *       could disagree on.
 *   <li>{@code dop853-simd} with a tolerance: where the step is not known beforehand. Lanes that
 *       need different steps do not wait for each other.
 *   <li>{@code rk4-simd}: frequency and power of long runs, since |m| does not drift; the least
 *       time for a step.
 *   <li>{@code dopri5-simd}: where the steps of {@code dopri5} are asked for.
 *   <li>A scalar solver: a single trajectory, crossings of a plane, or a processor that has vectors
 *       of 128 bits only.
 * </ul>
 *
 * <p>Times for equal errors: {@code java -jar bench/target/benchmarks.jar BatchTrajectories}, whose
 * table the README has, with the machine; of a step, for batches of 1 to 4096: {@code LaneSteps}.
 * {@code larmor choose} measures which is fastest on the machine at hand.
 *
 * <h2>Use</h2>
 *
 * <p>{@link larmor.simd.SimdProvider} is found by {@link larmor.ode.BatchSolvers#choose}, which
 * falls back to the scalar solvers where the Vector API is not resolved ({@code --add-modules
 * jdk.incubator.vector}). The width is that of the processor; the system property {@code
 * larmor.simd.bits} (128, 256, 512 or preferred) sets another, for tests. Widths beyond the
 * processor's, and 128 bits on x86 (where C2 has no masks of two doubles), give the same bits
 * slowly.
 *
 * <p>Start Java with {@code -XX:ObjectAlignmentInBytes=64} too. Where the JVM aligns objects to 8
 * bytes only, seven arrays in eight make every vector of 512 bits straddle two cache lines: a batch
 * then takes up to 1.4 times as long, by the luck of where its arrays lie, in all methods but
 * {@code rk4-simd}. The flag rounds small objects up to 64 bytes, which a program of few objects
 * does not notice. No bits depend on it.
 *
 * <h2>How a kernel is built</h2>
 *
 * <p>C2 keeps a vector in a register only where it inlines every call that the vector crosses; it
 * always inlines the Vector API, but not a method of ours once the caller is large. So one static
 * method holds the whole step, calls nothing of ours, and takes an array and scalars; loops over
 * steps and stages stand around its text of the right-hand side. C2 makes two copies of the
 * innermost loop, one for the last stage. The state, stage points and coefficients of a block of
 * lanes are rows of a single array: one base register, constant offsets, and bounds checked once
 * per stage.
 *
 * <p>A lane does what its scalar twin does, operation for operation, {@code fma} where the twin has
 * {@code Math.fma}. The vector text is therefore kept beside {@link larmor.ode.LlgsEquation} and
 * {@link larmor.ode.Rk4} by the tests, which compare bits for random devices, at every width.
 *
 * <p>At fixed step there are no masks of live lanes: a lane that has failed computes on until the
 * next look at the norms, is then taken out of its block and repeated by the scalar twin, which
 * tells what happened and when.
 *
 * <p>The other methods share one text of the right-hand side, with a loop over the terms of a
 * stage's sum inside, so that a tableau is data; {@code rk4-simd} has a second one, in which its
 * own sums are written out. With error control masks decide which lanes move; a lane that is done
 * or cannot go on tries steps of length 0 until the next look, and a waiting trajectory takes its
 * place.
 *
 * <h2>What was tried</h2>
 *
 * <p>Nanoseconds per trajectory and step, 512 lanes, one core of a Zen 5 (AVX-512), Temurin 25,
 * default flags; the C++ kernel, four vectors interleaved by hand, took 1.97 at that time. Each
 * line differs from its neighbour in the one thing named, so only differences within a group mean
 * something.
 *
 * <table>
 *   <caption>Variants</caption>
 *   <tr><th>variant</th><th>ns</th></tr>
 *   <tr><td>a call for each stage: bounds of 40 rows checked on each call</td><td>3.02</td></tr>
 *   <tr><td>the stages in a loop inside the method</td><td>2.65</td></tr>
 *   <tr><td>and subtractions in place of negations, two coefficients fewer</td><td>2.20</td></tr>
 *   <tr><td>array exactly as long as needed: the check of stores that are skipped fails, and C2 no longer
 *       hoists it</td><td>2.38</td></tr>
 *   <tr><td>the same with room for those stores</td><td>2.20</td></tr>
 *   <tr><td>a native segment, aligned to 64 bytes: bounds checked at each access</td><td>3.27</td></tr>
 *   <tr><td>blocks of 32 lanes in place of 64</td><td>2.45</td></tr>
 *   <tr><td>blocks of 96 or 128 lanes</td><td>2.19 to 2.25</td></tr>
 *   <tr><td>least and largest |m|² by {@code min} and {@code max}, for {@code compare} and {@code
 *       blend}</td><td>2.57 against 2.49</td></tr>
 * </table>
 *
 * <p>What made no difference beyond 2 %: rows padded against aliasing, rows aligned to cache lines
 * (with the stages of this method; the others gain a quarter, below), coefficients common to a
 * block held in registers, d scaled so that d(0) = 1 (one load fewer), signs arranged for three
 * fused operations more, one call per step or per 64 steps.
 *
 * <p>For a step of order 8 at fixed step, nanoseconds per trajectory and step on the same core
 * while it was also used by others (hence ranges, over several launches):
 *
 * <table>
 *   <caption>Variants of the stages</caption>
 *   <tr><th>variant</th><th>ns</th></tr>
 *   <tr><td>a method for each stage with the right-hand side repeated in it, twelve times</td>
 *       <td>10.3 to 12.6</td></tr>
 *   <tr><td>a method for each number of terms</td><td>11.7 to 13.1</td></tr>
 *   <tr><td>one method, a loop over the terms, called for each stage</td><td>14.5 to 15.7</td></tr>
 *   <tr><td>the same with the terms in nested conditions</td><td>14.6 to 15.0</td></tr>
 *   <tr><td>the same with two terms at a time</td><td>15.9 to 16.5</td></tr>
 *   <tr><td>sums in methods of their own, the right-hand side in another: the bounds of short loops
 *       cost a third</td><td>15.4 to 17.3</td></tr>
 *   <tr><td>one method, loops over stages and terms inside: what is used</td>
 *       <td>13.5 to 14.0</td></tr>
 * </table>
 *
 * <p>The first was the faster by up to a quarter on an idle core and not at all on a shared one; it
 * is not worth the same text twelve times. A C++ kernel with two vectors interleaved, which uses
 * |m| = 1 in the right-hand side, took 14.5 to 14.7.
 *
 * <p>One method for the stages of all methods, {@code rk4-simd} included, so that the right-hand
 * side would stand once: each stage starts from a sum of rows and adds its result to another sum or
 * to none. Nanoseconds per trajectory and step, launches by turns, on a core that was also used by
 * others:
 *
 * <table>
 *   <caption>One text of the right-hand side for all methods, against two</caption>
 *   <tr><th>variant</th><th>rk4</th><th>dop853, fixed step</th><th>dopri5, an attempt</th></tr>
 *   <tr><td>two texts: what is used</td><td>2.24 to 2.31</td><td>12.1 to 12.8</td>
 *       <td>8.6 to 9.6</td></tr>
 *   <tr><td>loops over the terms of both sums</td><td>3.49 to 3.51</td><td>14.1 to 14.4</td>
 *       <td>9.6 to 9.9</td></tr>
 *   <tr><td>terms in nested conditions</td><td>3.02 to 3.20</td><td>14.6 to 15.6</td>
 *       <td>8.8 to 9.2</td></tr>
 *   <tr><td>and the renormalisation in the same method: C2 gives up and boxes</td><td>320 to 500</td>
 *       <td>15.0 to 15.2</td><td>560 to 620</td></tr>
 * </table>
 *
 * <p>At 3.5 instructions a cycle each further instruction costs. So {@code rk4-simd} has a text of
 * its own.
 *
 * <p>Rows that start cache lines, with {@code -XX:ObjectAlignmentInBytes=64}, against arrays that
 * lie anywhere: median of the microseconds per trajectory to t' = 1000, 512 lanes, launches by
 * turns.
 *
 * <table>
 *   <caption>Alignment</caption>
 *   <tr><th>arrays</th><th>rk4, h 0.05</th><th>verner9, h 0.3</th><th>dopri5, 1e-8</th></tr>
 *   <tr><td>anywhere</td><td>47.8 to 48.2</td><td>79.3 to 80.5</td><td>74.8 to 76.7</td></tr>
 *   <tr><td>at cache lines</td><td>47.0 to 47.6</td><td>55.8 to 56.5</td><td>57.9 to 58.9</td></tr>
 *   <tr><td>anywhere, the best batch of a launch</td><td>46.3 to 46.7</td><td>53.3 to 54.8</td>
 *       <td>56.0 to 58.3</td></tr>
 * </table>
 *
 * <p>For {@code dopri5-simd} the last stage of an accepted step was kept as the first of the next,
 * as the scalar solver does: the numerators of ṁ and 1/D at both ends of the step in eight rows
 * more, chosen by mask. At tolerance 1e-8, with a norm of the error that took a fifth more steps
 * and arrays anywhere, a trajectory to t' = 1000 took 72.1 to 81.9 µs with it and 70.7 to 82.0 µs
 * without, seven launches each by turns on one shared core. Alone, the evaluation of a block takes
 * 0.63 to 0.71 ns per lane, the rows in its place 0.35 to 0.70 ns. So the lanes evaluate the start
 * of each step anew.
 *
 * <p>The width is a constant of the JVM, {@link larmor.simd.SimdProvider#BITS}, because a kernel
 * compiles to vector instructions only where its species is a constant. Checks that compare widths
 * have the classes of this package loaded once more for each: {@link larmor.simd.WidthLoader}.
 */
@NullMarked
package larmor.simd;

import org.jspecify.annotations.NullMarked;
