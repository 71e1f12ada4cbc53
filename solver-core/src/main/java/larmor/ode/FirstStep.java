package larmor.ode;

import static java.lang.Math.fma;

import larmor.model.Coefficients;
import larmor.model.Magnetization;

/**
 * The first step of an adaptive solver, chosen so that an Euler step and the change of ṁ over it
 * predict an error near the tolerance: E. Hairer, S. P. Nørsett, G. Wanner, Solving Ordinary
 * Differential Equations I, 2nd ed., Sec. II.4.
 *
 * <p>With ‖·‖ = |·|/(ερ), h₀ = 0.01 |m|/|ṁ| and m̈ ≈ [ṁ(m + h₀ṁ) − ṁ(m)]/h₀,
 *
 * <pre>
 *   h = min( 100 h₀, [0.01 / max(‖ṁ‖, ‖m̈‖)]^(1/k) ),     k the order of the method.
 * </pre>
 */
public final class FirstStep {

    /** Evaluations of the right-hand side. */
    public static final int EVALUATIONS = 2;

    /** The share of |m| that the Euler step may move, and the error aimed at. */
    private static final double SHARE = 0.01;

    /** h₀ where ṁ vanishes, and h where m̈ does so too. */
    private static final double FALLBACK = 1e-6;

    /** A rate whose square is below this counts as none. */
    private static final double LEAST_RATE_SQUARED = 1e-30;

    /** h over h₀ at most. */
    private static final double MOST_GROWTH = 100;

    private FirstStep() {}

    /**
     * Chooses the step.
     *
     * @param coefficients the equation
     * @param start m(0)
     * @param control the tolerance and the norm
     * @param order the order of the method
     * @return h, above 0 and finite; it may exceed the time to be integrated
     */
    public static double choose(
            Coefficients coefficients, Magnetization start, ErrorControl control, int order) {
        double x = start.x();
        double y = start.y();
        double z = start.z();
        LlgsEquation equation = new LlgsEquation(coefficients);
        double[] k = new double[4];
        equation.evaluate(x, y, z, k);
        double rx = k[0] / k[3];
        double ry = k[1] / k[3];
        double rz = k[2] / k[3];
        double rateSquared = squared(rx, ry, rz);
        double h0 =
                rateSquared > LEAST_RATE_SQUARED && rateSquared < Double.POSITIVE_INFINITY
                        ? SHARE * Math.sqrt(squared(x, y, z) / rateSquared)
                        : FALLBACK;
        equation.evaluate(fma(h0, rx, x), fma(h0, ry, y), fma(h0, rz, z), k);
        double curvatureSquared =
                squared(k[0] / k[3] - rx, k[1] / k[3] - ry, k[2] / k[3] - rz) / (h0 * h0);
        double largestSquared = curvatureSquared > rateSquared ? curvatureSquared : rateSquared;
        double predicted =
                largestSquared > LEAST_RATE_SQUARED
                        ? InverseRoot.of(scaled(largestSquared, x, y, control), order)
                        : FALLBACK;
        double longest = MOST_GROWTH * h0;
        return predicted < longest ? predicted : longest;
    }

    /** ‖·‖/0.01 for a vector of this squared length. */
    private static double scaled(double squaredLength, double x, double y, ErrorControl control) {
        double scaleSquared = control.norm().scaleSquared(x, y);
        return Math.sqrt(squaredLength * control.inverseToleranceSquared() / scaleSquared) / SHARE;
    }

    private static double squared(double x, double y, double z) {
        return fma(x, x, fma(y, y, z * z));
    }
}
