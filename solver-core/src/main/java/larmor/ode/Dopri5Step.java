package larmor.ode;

import static java.lang.Math.fma;
import static larmor.ode.Dopri5Tableau.*;

import larmor.model.Coefficients;
import larmor.model.Magnetization;

/**
 * One step of {@link Dopri5Tableau}. Every sum runs over the stages in rising order, one fma each:
 * an argument of a stage starts from m, an increment from its first product.
 */
final class Dopri5Step extends EmbeddedStep {

    Dopri5Step(Coefficients coefficients, Magnetization start) {
        super(coefficients, start, 4);
    }

    @Override
    void computeStages() {
        stage(2, point2(x, k, X), point2(y, k, Y), point2(z, k, Z));
        stage(3, point3(x, k, X), point3(y, k, Y), point3(z, k, Z));
        stage(4, point4(x, k, X), point4(y, k, Y), point4(z, k, Z));
        stage(5, point5(x, k, X), point5(y, k, Y), point5(z, k, Z));
        stage(6, point6(x, k, X), point6(y, k, Y), point6(z, k, Z));
        increase(increment(k, X), increment(k, Y), increment(k, Z));
        endStage(7);
    }

    static double point2(double m, double[] k, int c) {
        return fma(A21, k[c + 1], m);
    }

    static double point3(double m, double[] k, int c) {
        double sum = fma(A31, k[c + 1], m);
        return fma(A32, k[c + 2], sum);
    }

    static double point4(double m, double[] k, int c) {
        double sum = fma(A41, k[c + 1], m);
        sum = fma(A42, k[c + 2], sum);
        return fma(A43, k[c + 3], sum);
    }

    static double point5(double m, double[] k, int c) {
        double sum = fma(A51, k[c + 1], m);
        sum = fma(A52, k[c + 2], sum);
        sum = fma(A53, k[c + 3], sum);
        return fma(A54, k[c + 4], sum);
    }

    static double point6(double m, double[] k, int c) {
        double sum = fma(A61, k[c + 1], m);
        sum = fma(A62, k[c + 2], sum);
        sum = fma(A63, k[c + 3], sum);
        sum = fma(A64, k[c + 4], sum);
        return fma(A65, k[c + 5], sum);
    }

    static double increment(double[] k, int c) {
        double sum = B1 * k[c + 1];
        sum = fma(B3, k[c + 3], sum);
        sum = fma(B4, k[c + 4], sum);
        sum = fma(B5, k[c + 5], sum);
        return fma(B6, k[c + 6], sum);
    }

    @Override
    double errorSquared() {
        double ex = error(k, X);
        double ey = error(k, Y);
        double ez = error(k, Z);
        return fma(ex, ex, fma(ey, ey, ez * ez));
    }

    static double error(double[] k, int c) {
        double sum = E1 * k[c + 1];
        sum = fma(E3, k[c + 3], sum);
        sum = fma(E4, k[c + 4], sum);
        sum = fma(E5, k[c + 5], sum);
        sum = fma(E6, k[c + 6], sum);
        return fma(E7, k[c + 7], sum);
    }

    /** The last stage is the first of the next step, so nothing is left to do. */
    @Override
    void finish() {}

    @Override
    void prepareDense() {
        dense(dx, k, X, denseX);
        dense(dy, k, Y, denseY);
        dense(dz, k, Z, denseZ);
    }

    static void dense(double increment, double[] k, int c, double[] dense) {
        dense[0] = increment;
        dense[1] = k[c + 1] - increment;
        dense[2] = (increment - k[c + 7]) - dense[1];
        double sum = D1 * k[c + 1];
        sum = fma(D3, k[c + 3], sum);
        sum = fma(D4, k[c + 4], sum);
        sum = fma(D5, k[c + 5], sum);
        sum = fma(D6, k[c + 6], sum);
        dense[3] = fma(D7, k[c + 7], sum);
    }
}
