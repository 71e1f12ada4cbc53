package larmor.model;

/**
 * The numbers that the equation of motion reads, for one device at one voltage. See {@code
 * larmor.ode.LlgsEquation} for the formula they stand in.
 *
 * @param h0 applied field along ẑ, in M_s
 * @param nxy N_x − N_y
 * @param nyz N_y − N_z
 * @param d0 conductance d(c) = g_l(c) + g_r at c = 0, in G₀
 * @param d1 slope of d(c) = d0 + d1 c
 * @param alpha0 damping α(c) at c = 0
 * @param alpha1 slope of α(c) = alpha0 − alpha1 c
 * @param s drive S = d(c) σ(c), independent of c
 * @param b self-induced torque B = d(c) β(c), independent of c; 0 where it is switched off
 * @param chi 1 in the exact form of the equation, 0 to leading order in α
 */
public record Coefficients(
        double h0,
        double nxy,
        double nyz,
        double d0,
        double d1,
        double alpha0,
        double alpha1,
        double s,
        double b,
        double chi) {

    /** B (N_x − N_y), the one product of coefficients that a kernel reads. */
    public double bn() {
        return b * nxy;
    }

    /**
     * A bound of the rate |m×h| at which m precesses, whatever its direction: |h₀| and the largest
     * difference of two components of N, h being free up to a multiple of m.
     */
    public double fastestPrecession() {
        return fastestPrecession(h0, nxy, nyz);
    }

    static double fastestPrecession(double h0, double nxy, double nyz) {
        double nxz = nxy + nyz;
        double largest = Math.max(nxz, Math.max(nyz, 0));
        double least = Math.min(nxz, Math.min(nyz, 0));
        return Math.abs(h0) + (largest - least);
    }
}
