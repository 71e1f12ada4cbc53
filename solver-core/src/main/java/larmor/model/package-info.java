/**
 * The physical system: junction, magnet and their units, checked when they are made, and the few
 * numbers that the equation of motion reads from them.
 *
 * <p>The way of the data is {@link larmor.model.Device} (what the user gives, in SI or
 * dimensionless units) → {@link larmor.model.Oscillator} (dimensionless; α(c), σ(c), β(c), ω₀, V_c)
 * → {@link larmor.model.Coefficients} (the doubles a kernel reads). Physical units end at {@code
 * Oscillator}.
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
