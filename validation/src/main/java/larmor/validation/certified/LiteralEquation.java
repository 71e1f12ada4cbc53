package larmor.validation.certified;

import larmor.model.Coefficients;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;

/**
 * The equation of motion in decimal arithmetic, written as vector algebra: with w = −m×h, f = w −
 * σp, p = m×(ẑ×m), q = ẑ×m
 *
 * <pre>
 *   exact:          ṁ = [f + α m×f + β(q·f)p] / [1 + α² + αβ(m_x²+m_y²)]
 *   leading order:  ṁ =  w + α m×w − σp + β(q·w)p
 * </pre>
 *
 * <p>Its coefficients are the doubles that a solver reads, taken as exact numbers.
 */
public final class LiteralEquation {

    /** Twice those of a double. */
    private static final int DIGITS = 32;

    private final Dfp h0;
    private final Dfp nxy;
    private final Dfp nyz;
    private final Dfp d0;
    private final Dfp d1;
    private final Dfp alpha0;
    private final Dfp alpha1;
    private final Dfp drive;
    private final Dfp selfTorque;
    private final boolean exact;

    /** The equation with these coefficients, to twice the digits of a double. */
    public LiteralEquation(Coefficients coefficients) {
        this(new DfpField(DIGITS), coefficients);
    }

    LiteralEquation(DfpField field, Coefficients coefficients) {
        h0 = field.newDfp(coefficients.h0());
        nxy = field.newDfp(coefficients.nxy());
        nyz = field.newDfp(coefficients.nyz());
        d0 = field.newDfp(coefficients.d0());
        d1 = field.newDfp(coefficients.d1());
        alpha0 = field.newDfp(coefficients.alpha0());
        alpha1 = field.newDfp(coefficients.alpha1());
        drive = field.newDfp(coefficients.s());
        selfTorque = field.newDfp(coefficients.b());
        exact = coefficients.chi() == 1;
    }

    /**
     * ṁ, rounded once.
     *
     * @param m of length 3, any vector. Not modified.
     */
    public double[] rate(double[] m) {
        DfpField field = h0.getField();
        Dfp[] rate = rate(new Dfp[] {field.newDfp(m[0]), field.newDfp(m[1]), field.newDfp(m[2])});
        return new double[] {rate[0].toDouble(), rate[1].toDouble(), rate[2].toDouble()};
    }

    /** ṁ. */
    Dfp[] rate(Dfp[] m) {
        Dfp zero = h0.getZero();
        Dfp conductance = d0.add(d1.multiply(m[2]));
        Dfp alpha = alpha0.subtract(alpha1.multiply(m[2]));
        Dfp sigma = drive.divide(conductance);
        Dfp beta = selfTorque.divide(conductance);
        Dfp[] h = {nxy.multiply(m[0]).negate(), zero, h0.add(nyz.multiply(m[2]))};
        Dfp[] q = {m[1].negate(), m[0], zero};
        Dfp[] p = cross(m, q);
        Dfp[] w = cross(h, m);
        Dfp[] torque = scaled(sigma.negate(), p);
        Dfp[] f = exact ? sum(w, torque) : w;
        Dfp[] rate = sum(sum(f, scaled(alpha, cross(m, f))), scaled(beta.multiply(dot(q, f)), p));
        if (!exact) {
            return sum(rate, torque);
        }
        Dfp denominator = alpha.multiply(alpha.add(beta.multiply(dot(q, q)))).add(zero.getOne());
        return scaled(denominator.reciprocal(), rate);
    }

    private static Dfp[] cross(Dfp[] a, Dfp[] b) {
        return new Dfp[] {
            a[1].multiply(b[2]).subtract(a[2].multiply(b[1])),
            a[2].multiply(b[0]).subtract(a[0].multiply(b[2])),
            a[0].multiply(b[1]).subtract(a[1].multiply(b[0]))
        };
    }

    private static Dfp dot(Dfp[] a, Dfp[] b) {
        return a[0].multiply(b[0]).add(a[1].multiply(b[1])).add(a[2].multiply(b[2]));
    }

    private static Dfp[] sum(Dfp[] a, Dfp[] b) {
        return new Dfp[] {a[0].add(b[0]), a[1].add(b[1]), a[2].add(b[2])};
    }

    private static Dfp[] scaled(Dfp factor, Dfp[] a) {
        return new Dfp[] {factor.multiply(a[0]), factor.multiply(a[1]), factor.multiply(a[2])};
    }
}
