package larmor.ode;

import static java.lang.Math.fma;
import static larmor.ode.Dopri5Tableau.*;

import larmor.model.Coefficients;
import larmor.model.Magnetization;

/**
 * One step of {@link Dopri5Tableau}. Every sum runs over the stages in rising order, one fma each:
 * an argument of a stage starts from m, an increment from its first product.
 */
final class Dopri5Step extends RungeKuttaStep {

    Dopri5Step(Coefficients coefficients, Magnetization start) {
        super(coefficients, start, 7, 4);
    }

    @Override
    void computeStages() {
        stage(2, point2(x, kx), point2(y, ky), point2(z, kz));
        stage(3, point3(x, kx), point3(y, ky), point3(z, kz));
        stage(4, point4(x, kx), point4(y, ky), point4(z, kz));
        stage(5, point5(x, kx), point5(y, ky), point5(z, kz));
        stage(6, point6(x, kx), point6(y, ky), point6(z, kz));
        increase(increment(kx), increment(ky), increment(kz));
        endStage(7);
    }

    private static double point2(double m, double[] k) {
        return fma(A21, k[1], m);
    }

    private static double point3(double m, double[] k) {
        double sum = fma(A31, k[1], m);
        return fma(A32, k[2], sum);
    }

    private static double point4(double m, double[] k) {
        double sum = fma(A41, k[1], m);
        sum = fma(A42, k[2], sum);
        return fma(A43, k[3], sum);
    }

    private static double point5(double m, double[] k) {
        double sum = fma(A51, k[1], m);
        sum = fma(A52, k[2], sum);
        sum = fma(A53, k[3], sum);
        return fma(A54, k[4], sum);
    }

    private static double point6(double m, double[] k) {
        double sum = fma(A61, k[1], m);
        sum = fma(A62, k[2], sum);
        sum = fma(A63, k[3], sum);
        sum = fma(A64, k[4], sum);
        return fma(A65, k[5], sum);
    }

    private static double increment(double[] k) {
        double sum = B1 * k[1];
        sum = fma(B3, k[3], sum);
        sum = fma(B4, k[4], sum);
        sum = fma(B5, k[5], sum);
        return fma(B6, k[6], sum);
    }

    @Override
    double errorSquared() {
        double ex = error(kx);
        double ey = error(ky);
        double ez = error(kz);
        return fma(ex, ex, fma(ey, ey, ez * ez));
    }

    private static double error(double[] k) {
        double sum = E1 * k[1];
        sum = fma(E3, k[3], sum);
        sum = fma(E4, k[4], sum);
        sum = fma(E5, k[5], sum);
        sum = fma(E6, k[6], sum);
        return fma(E7, k[7], sum);
    }

    /** The last stage is the first of the next step, so nothing is left to do. */
    @Override
    void finish() {}

    @Override
    void prepareDense() {
        dense(dx, kx, denseX);
        dense(dy, ky, denseY);
        dense(dz, kz, denseZ);
    }

    private static void dense(double increment, double[] k, double[] dense) {
        dense[0] = increment;
        dense[1] = k[1] - increment;
        dense[2] = (increment - k[7]) - dense[1];
        double sum = D1 * k[1];
        sum = fma(D3, k[3], sum);
        sum = fma(D4, k[4], sum);
        sum = fma(D5, k[5], sum);
        sum = fma(D6, k[6], sum);
        dense[3] = fma(D7, k[7], sum);
    }
}
