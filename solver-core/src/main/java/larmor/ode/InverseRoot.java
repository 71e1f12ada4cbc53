package larmor.ode;

import static java.lang.Math.fma;

/**
 * x^(−1/n) to one per cent, enough to choose a step, in operations that every lane of a vector has
 * and that give the same bits everywhere.
 *
 * <p>The bits of a positive double, read as an integer, are 2⁵²(1023 + E + f) where x = 2ᴱ(1+f),
 * and log₂x ≈ E + f. Dividing them by −n, a logical shift where n is a power of two, gives the E +
 * f of the root, whose value 2ᴱ2ᶠ follows with a parabola through 2ᶠ at f = 0, ½ and 1. (A Newton
 * step for y⁻ⁿ = x would square an error of 3 % but multiply it by (n+1)/2, which is no gain for n
 * = 64.)
 */
public final class InverseRoot {

    /** The bits of the exponent of a double. */
    public static final long EXPONENT = 0x7ffL << 52;

    /** The bits of the fraction of a double. */
    public static final long FRACTION = (1L << 52) - 1;

    /** The bits of 1. */
    public static final long ONE = 1023L << 52;

    /** log₂(1+f) lies above f by 0 to 0.0861; the middle of that, in units of the last bit. */
    private static final long CENTRE = (long) (0.043 * (1L << 52));

    /** 6 − 4√2, so that the parabola has its three points on 2ᶠ. */
    private static final double CURVATURE = 0.34314575050761980;

    /** 2ᶠ ≈ P0 + P1 (1+f) + P2 (1+f)². */
    public static final double P0 = 2 * CURVATURE;

    /** See {@link #P0}. */
    public static final double P1 = 1 - 3 * CURVATURE;

    /** See {@link #P0}. */
    public static final double P2 = CURVATURE;

    private InverseRoot() {}

    /**
     * The n-th inverse root.
     *
     * @param x above 0 and normal
     * @param n at least 2
     */
    static double of(double x, int n) {
        return value(ONE + (ONE - CENTRE) / n - Double.doubleToRawLongBits(x) / n);
    }

    /**
     * The inverse root of order 2ˢ.
     *
     * @param x above 0 and normal
     * @param s at least 1
     */
    public static double ofShift(double x, int s) {
        return value(offset(s) - (Double.doubleToRawLongBits(x) >>> s));
    }

    /** The integer from which the bits of x, shifted by s, are taken. */
    public static long offset(int s) {
        return ONE + ((ONE - CENTRE) >>> s);
    }

    private static double value(long bits) {
        double u = Double.longBitsToDouble((bits & FRACTION) | ONE);
        double power = Double.longBitsToDouble(bits & EXPONENT);
        return power * fma(u, fma(u, P2, P1), P0);
    }
}
