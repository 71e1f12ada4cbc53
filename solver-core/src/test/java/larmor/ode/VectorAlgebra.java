package larmor.ode;

import larmor.model.Anisotropy;
import larmor.model.EquationForm;
import larmor.model.Oscillator;

/**
 * The equation of motion as it stands on paper, in vector algebra and with the functions α(c),
 * σ(c), β(c) of the oscillator: nothing is shared with the minimised algebra of {@link
 * LlgsEquation}.
 */
final class VectorAlgebra {

    private static final double[] Z = {0, 0, 1};

    private final Oscillator oscillator;
    private final double v;
    private final boolean selfTorque;

    VectorAlgebra(Oscillator oscillator, double v, boolean selfTorque) {
        this.oscillator = oscillator;
        this.v = v;
        this.selfTorque = selfTorque;
    }

    /** The explicit forms, for unit vectors m. */
    double[] rate(double[] m, EquationForm form) {
        double alpha = oscillator.damping(m[2]);
        double sigma = oscillator.spinTransferTorque(v, m[2]);
        double beta = beta(m[2]);
        double[] q = cross(Z, m);
        double[] p = cross(m, q);
        double[] w = scaled(-1, cross(m, field(m)));
        if (form == EquationForm.LEADING_ORDER) {
            return sum(
                    w, scaled(alpha, cross(m, w)), scaled(-sigma, p), scaled(beta * dot(q, w), p));
        }
        double[] f = sum(w, scaled(-sigma, p));
        double[] numerator = sum(f, scaled(alpha, cross(m, f)), scaled(beta * dot(q, f), p));
        double sineSquared = m[0] * m[0] + m[1] * m[1];
        return scaled(1 / (1 + alpha * alpha + alpha * beta * sineSquared), numerator);
    }

    /** ṁ + m×h − α m×ṁ + σp − β(q·ṁ)p, GLD Eq. (8) with (9) and (10), for a given ṁ. */
    double[] implicitResidual(double[] m, double[] rate) {
        double[] q = cross(Z, m);
        double[] p = cross(m, q);
        return sum(
                rate,
                cross(m, field(m)),
                scaled(-oscillator.damping(m[2]), cross(m, rate)),
                scaled(oscillator.spinTransferTorque(v, m[2]), p),
                scaled(-beta(m[2]) * dot(q, rate), p));
    }

    /** The terms of ṁ added without regard to sign: the size to which rounding is relative. */
    double scale(double[] m) {
        double length = norm(m);
        double torques =
                norm(field(m)) * length * (1 + beta(m[2]) * length * length * length)
                        + Math.abs(oscillator.spinTransferTorque(v, m[2])) * length * length;
        return torques * (1 + oscillator.damping(m[2]) * length);
    }

    private double beta(double c) {
        return selfTorque ? oscillator.selfInducedTorque(c) : 0;
    }

    private double[] field(double[] m) {
        Anisotropy n = oscillator.device().magnet().anisotropy();
        return new double[] {-n.nx() * m[0], -n.ny() * m[1], oscillator.field() - n.nz() * m[2]};
    }

    static double[] cross(double[] a, double[] b) {
        return new double[] {
            a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
        };
    }

    static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }

    private static double[] scaled(double factor, double[] a) {
        return new double[] {factor * a[0], factor * a[1], factor * a[2]};
    }

    private static double[] sum(double[]... terms) {
        double[] sum = new double[3];
        for (double[] term : terms) {
            for (int i = 0; i < 3; i++) {
                sum[i] += term[i];
            }
        }
        return sum;
    }
}
