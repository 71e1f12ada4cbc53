package larmor.validation.physics;

import java.util.List;

/**
 * The exponent of y ∝ x^n by least squares in ln x and ln y.
 *
 * @param exponent n
 * @param standardError of n, from the scatter about the line; 0 for two points
 */
record PowerLaw(double exponent, double standardError) {

    /**
     * Fits.
     *
     * @param x at least two different positive numbers
     * @param y as many positive numbers
     */
    static PowerLaw of(List<Double> x, List<Double> y) {
        List<Double> u = x.stream().map(StrictMath::log).toList();
        List<Double> v = y.stream().map(StrictMath::log).toList();
        int n = u.size();
        double meanU = u.stream().mapToDouble(Double::doubleValue).sum() / n;
        double meanV = v.stream().mapToDouble(Double::doubleValue).sum() / n;
        double uu = 0;
        double uv = 0;
        double vv = 0;
        for (int i = 0; i < n; i++) {
            double du = u.get(i) - meanU;
            double dv = v.get(i) - meanV;
            uu += du * du;
            uv += du * dv;
            vv += dv * dv;
        }
        double slope = uv / uu;
        double scatter = Math.max(0, vv - slope * uv);
        return new PowerLaw(slope, n > 2 ? Math.sqrt(scatter / (n - 2) / uu) : 0);
    }
}
