package larmor.cli.fuzz;

import larmor.model.Coefficients;

/**
 * How far a solver may leave |m| = 1. The equation is a rotation, ṁ = Ω(m)×m, on and off the
 * sphere, so that nothing that has been lost grows: what is lost in N steps is at most the sum of
 * what each step loses, and no step loses more of |m| than its error.
 */
final class NormBound {

    /** Rounding of the sums of a step and of its norm: a few units in the last place. */
    private static final double ROUNDING = 0x1p-49;

    private NormBound() {}

    /**
     * Of the end state, from the largest | |m|−1 | at the end of a step.
     *
     * <p>Without renormalisation the end is one of these. With it, |m|² = 1 + e becomes |m| = 1 +
     * f(e), f(e) = √(1+e) (1 − e/2 + 3e²/8) − 1, for which f′ = 15e²/(16√(1+e)); e ≥ −1/2 gives |f|
     * ≤ (5√2/16)|e|³.
     */
    static double ofEnd(boolean renormalized, double normError) {
        if (!renormalized) {
            return normError + ROUNDING;
        }
        double e = normError * (2 + normError);
        return 5 * Math.sqrt(2) / 16 * e * e * e + ROUNDING;
    }

    /**
     * Of one step of length h with a method of order p; infinite where the step is too long for its
     * order to say anything. Numerators are of degree 4 in m at most, so that each derivative along
     * the orbit brings a factor of 4r at most, r the largest rate: the first term that the method
     * does not have is (4hr)^(p+1)/(p+1)!.
     */
    static double ofStep(Coefficients c, double step, int order) {
        double turn = 4 * step * fastestRate(c);
        if (!(turn <= 1)) {
            return Double.POSITIVE_INFINITY;
        }
        double bound = ROUNDING;
        double term = 1;
        for (int k = 1; k <= order + 1; k++) {
            term *= turn / k;
        }
        return bound + term;
    }

    /** Of one step that error control has accepted: |e| ≤ ερ, ρ² = m_x² + m_y² + 10⁻⁶. */
    static double ofTolerance(double tolerance) {
        return tolerance * Math.sqrt(1 + 1e-6) + ROUNDING;
    }

    /** |ṁ| ≤ (|m×h| + S/d)(1+α)(1+B/d), with d and α at their worst angles. */
    private static double fastestRate(Coefficients c) {
        double d = c.d0() - Math.abs(c.d1());
        double alpha = c.alpha0() + Math.abs(c.alpha1());
        return (c.fastestPrecession() + Math.abs(c.s()) / d) * (1 + alpha) * (1 + c.b() / d);
    }
}
