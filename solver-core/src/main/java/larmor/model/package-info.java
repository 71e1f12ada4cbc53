/**
 * The physical system: junction, magnet and their units, checked when they are made, and the few
 * numbers that the equation of motion reads from them.
 *
 * <p>The way of the data is {@link larmor.model.Device} (what the user gives, in SI or
 * dimensionless units) → {@link larmor.model.Oscillator} (dimensionless; α(c), σ(c), β(c), ω₀, V_c)
 * → {@link larmor.model.Coefficients} (the doubles a kernel reads). Physical units end at {@code
 * Oscillator}.
 *
 * <p>A device is a {@link larmor.model.Junction}, a {@link larmor.model.Magnet} with its {@link
 * larmor.model.Damping} and {@link larmor.model.Anisotropy}, and {@link larmor.model.Units}, from
 * {@link larmor.model.PhysicalConstants} where they are those of the SI. {@link
 * larmor.model.DeviceKey} has the names of its numbers in files and flags, {@link
 * larmor.model.DeviceValue} what they stand for. {@link larmor.model.DerivedNumbers} are those that
 * a user reads, {@link larmor.model.EquationForm} is how the equation is solved for ṁ, {@link
 * larmor.model.Magnetization} a direction. {@link larmor.model.InvalidInput} refuses what cannot be
 * used, in a line, which {@link larmor.model.OneLine} makes of any text; {@link
 * larmor.model.Rounded} and {@link larmor.model.Spelling} have the numbers of such lines and the
 * word that was probably meant.
 *
 * <p>Dimensionless units: time t' = γμ₀M_s t, fields in M_s (4πM in Gaussian units), conductances
 * in G₀ = 2e²/h, voltages in the critical voltage V_c. The polar angle enters as c = cos θ = m_z.
 *
 * <p>Source of the model: P. M. Gunnink, T. Ludwig, R. A. Duine, Phys. Rev. B 109, 024408 (2024),
 * quoted below as GLD with its equation numbers.
 *
 * <p>Nothing here integrates, reads a file or prints. Every other package may depend on this one;
 * it depends on none of ours.
 */
@NullMarked
package larmor.model;

import org.jspecify.annotations.NullMarked;
