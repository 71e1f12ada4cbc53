package larmor.validation.exact;

import larmor.model.EquationForm;
import larmor.model.InvalidInput;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import org.hipparchus.complex.Complex;

/**
 * Small deviations (m_x, m_y) from m = ẑ, which grow and turn as exp(λt').
 *
 * <p>With a = h₀+N_y−N_z, b = h₀+N_x−N_z, s = s_c v and α = α(1) they obey ṙ = J r, where
 *
 * <pre>
 *   exact:          J = [[s−αb, −a−αs], [b+αs, s−αa]] / (1+α²)
 *   leading order:  J = [[s−αb, −a],    [b,    s−αa]]
 * </pre>
 *
 * <p>and λ = ½tr J ± i√(det J − ¼tr² J). The real part vanishes at v = 1 in both forms. The
 * self-induced torque is of third order in the deviation and does not enter.
 */
public final class LinearStability {

    private LinearStability() {}

    /**
     * The eigenvalue λ of J, without error in α: growth rate and frequency in units of γμ₀M_s.
     *
     * @return the one with a positive imaginary part; where both are real (overdamped), the larger
     */
    public static Complex eigenvalue(Oscillator oscillator, double v, EquationForm form) {
        double a = oscillator.stiffnessY();
        double b = oscillator.stiffnessX();
        double s = oscillator.spinTransferTorque(v, 1);
        double alpha = oscillator.damping(1);
        double chi = form == EquationForm.EXACT ? alpha : 0;
        double scale = 1 / (1 + alpha * chi);
        double trace = scale * (2 * s - alpha * (a + b));
        double determinant =
                scale * scale * ((s - alpha * b) * (s - alpha * a) + (a + chi * s) * (b + chi * s));
        return upperRoot(trace, determinant);
    }

    /**
     * The eigenvalue that a run shows. Samples at equal distance Δt obey r₂ = tr·r₁ − det·r₀ with
     * the trace and the determinant of exp(JΔt), so that λ = ln μ/Δt, μ² − tr·μ + det = 0. The
     * error is of the order of the square of the deviation.
     *
     * @param first the first sample, not parallel to the second in the plane of m_x and m_y
     * @param second the next
     * @param third the last
     * @param interval Δt in t', shorter than half a period
     * @throws InvalidInput if the first two deviations are parallel
     */
    public static Complex observedEigenvalue(
            Magnetization first, Magnetization second, Magnetization third, double interval) {
        double area = cross(second, first);
        if (area == 0) {
            throw new InvalidInput("samples", "must not lie on one line through m = z");
        }
        double trace = cross(third, first) / area;
        double determinant = cross(third, second) / area;
        return upperRoot(trace, determinant).log().divide(interval);
    }

    private static double cross(Magnetization left, Magnetization right) {
        return left.x() * right.y() - left.y() * right.x();
    }

    private static Complex upperRoot(double trace, double determinant) {
        double half = 0.5 * trace;
        double discriminant = determinant - half * half;
        return discriminant >= 0
                ? new Complex(half, Math.sqrt(discriminant))
                : new Complex(half + Math.sqrt(-discriminant), 0);
    }
}
