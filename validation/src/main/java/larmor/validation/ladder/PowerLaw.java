package larmor.validation.ladder;

import java.util.List;

/**
 * y = a xⁿ, fitted by least squares to the logarithms, all points weighing the same.
 *
 * @param exponent n
 * @param standardError of n; NaN for two points
 * @param factor a
 */
public record PowerLaw(double exponent, double standardError, double factor) {

    /**
     * Fits a power law.
     *
     * @param x positive
     * @param y positive, as many
     * @return all NaN for less than two points or a value that is not positive and finite
     */
    public static PowerLaw fit(double[] x, double[] y) {
        int n = x.length;
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < n; i++) {
            meanX += StrictMath.log(x[i]) / n;
            meanY += StrictMath.log(y[i]) / n;
        }
        double sxx = 0;
        double sxy = 0;
        double syy = 0;
        for (int i = 0; i < n; i++) {
            double dx = StrictMath.log(x[i]) - meanX;
            double dy = StrictMath.log(y[i]) - meanY;
            sxx += dx * dx;
            sxy += dx * dy;
            syy += dy * dy;
        }
        double exponent = sxy / sxx;
        double residual = Math.max(0, syy - exponent * sxy);
        return new PowerLaw(
                exponent,
                Math.sqrt(residual / (n - 2) / sxx),
                StrictMath.exp(meanY - exponent * meanX));
    }

    /** The same of numbers in lists. */
    public static PowerLaw fit(List<Double> x, List<Double> y) {
        return fit(
                x.stream().mapToDouble(Double::doubleValue).toArray(),
                y.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** a xⁿ. */
    public double at(double x) {
        return factor * StrictMath.pow(x, exponent);
    }
}
