package larmor.ode;

import static java.lang.Math.fma;

import larmor.model.Coefficients;

/**
 * The equation of motion of the oscillator in explicit form, for one device at one voltage.
 *
 * <p>GLD Eq. (8) with Eqs. (9) and (10), dimensionless, reads
 *
 * <pre>
 *   ṁ = −m×h + α m×ṁ − σ p + β (q·ṁ) p,     p = m×(ẑ×m),   q = ẑ×m,
 * </pre>
 *
 * with h = h₀ẑ − N m. With w = −m×h and f = w − σp it is solved by
 *
 * <pre>
 *   exact:          ṁ = [f + α m×f + β (q·f) p] / [1 + α² + αβ(m_x²+m_y²)]
 *   leading order:  ṁ =  w + α m×w − σ p + β (q·w) p                        (GLD Appendix B)
 * </pre>
 *
 * <p>Both are put over d = g_l(c) + g_r, so that S = dσ and B = dβ do not depend on the angle and
 * one division is left, and both are written as one rotation, ṁ = Ω×m / D. Adding a multiple of m
 * to h changes nothing, hence h ≡ (h_x, 0, a) with h_x = −n m_x, n = N_x−N_y and a =
 * h₀+(N_y−N_z)m_z; and q·f = q·w, m×p = −q. With G = B(q·w) − S and χ = 1 in the exact form, 0 to
 * leading order:
 *
 * <pre>
 *   Ω = d h + αd m×h + χαS ẑ − G q,     D = d + χα[αd + B(m_x²+m_y²)].
 * </pre>
 *
 * <p>As q·w = a(m_x²+m_y²) + n m_z m_x², the bracket in D serves Ω as well. With
 *
 * <pre>
 *   e = αd,   f = e + B(m_x²+m_y²),   g = ea + G = fa + (Bn m_z m_x² − S):
 *
 *   Ω_x = m_y g + d h_x,   Ω_y = e h_x m_z − m_x g,   Ω_z = da + χαS − e h_x m_y,   D = d + χαf.
 * </pre>
 *
 * <p>Because ṁ is a rotation, m·ṁ vanishes to rounding for any m, on and off the unit sphere, which
 * keeps |m| without projection.
 *
 * <p>27 multiplications or fused multiply-adds, 6 subtractions and one division; where a difference
 * of two products stands, the subtraction is left to the adders, which idle otherwise. The vector
 * solvers repeat this text operation for operation.
 */
public final class LlgsEquation {

    private final double h0;
    private final double nyz;
    private final double minusN;
    private final double d0;
    private final double d1;
    private final double alpha0;
    private final double minusAlpha1;
    private final double s;
    private final double b;
    private final double bn;
    private final double chi;

    /** The equation with these coefficients. */
    public LlgsEquation(Coefficients coefficients) {
        h0 = coefficients.h0();
        nyz = coefficients.nyz();
        minusN = -coefficients.nxy();
        d0 = coefficients.d0();
        d1 = coefficients.d1();
        alpha0 = coefficients.alpha0();
        minusAlpha1 = -coefficients.alpha1();
        s = coefficients.s();
        b = coefficients.b();
        bn = coefficients.bn();
        chi = coefficients.chi();
    }

    /**
     * The rate of change as numerators and their common denominator, so that a solver can fold its
     * step into the one division.
     *
     * @param x m_x
     * @param y m_y
     * @param z m_z
     * @param rate of length at least 4. Modified: D·ṁ in elements 0 to 2, D in element 3
     */
    void evaluate(double x, double y, double z, double[] rate) {
        double d = fma(d1, z, d0);
        double alpha = fma(minusAlpha1, z, alpha0);
        double xx = x * x;
        double e = alpha * d;
        double f = fma(b, fma(y, y, xx), e);
        double chiAlpha = chi * alpha;
        double denominator = fma(chiAlpha, f, d);
        double a = fma(nyz, z, h0);
        double g = fma(a, f, bn * z * xx - s);
        double hx = minusN * x;
        double ehx = e * hx;
        double omegaX = fma(y, g, d * hx);
        double omegaY = ehx * z - x * g;
        double omegaZ = fma(d, a, chiAlpha * s) - ehx * y;
        rate[0] = omegaY * z - omegaZ * y;
        rate[1] = omegaZ * x - omegaX * z;
        rate[2] = omegaX * y - omegaY * x;
        rate[3] = denominator;
    }

    /**
     * The rate of change ṁ = dm/dt'.
     *
     * @param m of length 3, any vector. Not modified.
     * @param rate of length at least 3. Modified: ṁ
     */
    public void rate(double[] m, double[] rate) {
        double[] numerators = new double[4];
        evaluate(m[0], m[1], m[2], numerators);
        for (int i = 0; i < 3; i++) {
            rate[i] = numerators[i] / numerators[3];
        }
    }
}
