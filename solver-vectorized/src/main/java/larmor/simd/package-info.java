/**
 * The SIMD batch solvers: many trajectories at once on the Vector API, with the bits of the scalar
 * solvers of {@code larmor.ode}.
 *
 * <table>
 *   <caption>Solvers of this package</caption>
 *   <tr><th>id</th><th>class</th><th>scalar twin</th><th>lanes advance</th></tr>
 *   <tr><td>{@code rk4-simd}</td><td>{@link larmor.simd.SimdRk4}</td>
 *       <td>{@link larmor.ode.Rk4}</td><td>in step</td></tr>
 * </table>
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
 * <h2>How a kernel is built</h2>
 *
 * <p>C2 keeps a vector in a register only where it inlines every call that the vector crosses; it
 * always inlines the Vector API, but not a method of ours once the caller is large. So one static
 * method holds the whole step, calls nothing of ours, and takes an array and scalars; loops over
 * steps and stages stand around the one text of the right-hand side. C2 makes two copies of the
 * innermost loop, one for the last stage. The state, stage points and coefficients of a block of
 * lanes are rows of a single array: one base register, constant offsets, and bounds checked once
 * per stage.
 *
 * <p>A lane does what its scalar twin does, operation for operation, {@code fma} where the twin has
 * {@code Math.fma}. The vector text is therefore kept beside {@link larmor.ode.LlgsEquation} and
 * {@link larmor.ode.Rk4} by the tests, which compare bits for random devices, at every width.
 *
 * <p>There are no masks of live lanes: a lane that has failed computes on until the next look at
 * the norms, is then taken out of its block and repeated by the scalar twin, which tells what
 * happened and when.
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
 * <p>What made no difference beyond 2 %: rows padded against aliasing, rows aligned to cache lines,
 * coefficients common to a block held in registers, d scaled so that d(0) = 1 (one load fewer),
 * signs arranged for three fused operations more, one call per step or per 64 steps.
 */
@NullMarked
package larmor.simd;

import org.jspecify.annotations.NullMarked;
