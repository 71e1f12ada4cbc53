package larmor.ode;

import static java.lang.Math.fma;

/** The polynomial that gives m within a step. */
public final class DenseOutput {

    private DenseOutput() {}

    /**
     * One component of m.
     *
     * @param from m at the start of the step, one component
     * @param dense the coefficients of θ, θ(1−θ), θ²(1−θ), θ²(1−θ)², … in it less m
     * @param theta θ, from 0 to 1 over the step
     */
    public static double interpolate(double from, double[] dense, double theta) {
        double rest = 1 - theta;
        int last = dense.length - 1;
        double sum = dense[last];
        for (int i = last - 1; i >= 0; i--) {
            sum = fma((i & 1) == 0 ? rest : theta, sum, dense[i]);
        }
        return fma(theta, sum, from);
    }
}
