package larmor.ode;

import static java.lang.Math.fma;
import static larmor.ode.Dop853Tableau.*;

import larmor.model.Coefficients;
import larmor.model.Magnetization;

/**
 * One step of {@link Dop853Tableau}. Every sum runs over the stages in rising order, one fma each:
 * an argument of a stage starts from m, an increment from its first product.
 */
final class Dop853Step extends EmbeddedStep {

    Dop853Step(Coefficients coefficients, Magnetization start) {
        super(coefficients, start, 7);
    }

    @Override
    void computeStages() {
        stage(2, point2(x, k, X), point2(y, k, Y), point2(z, k, Z));
        stage(3, point3(x, k, X), point3(y, k, Y), point3(z, k, Z));
        stage(4, point4(x, k, X), point4(y, k, Y), point4(z, k, Z));
        stage(5, point5(x, k, X), point5(y, k, Y), point5(z, k, Z));
        stage(6, point6(x, k, X), point6(y, k, Y), point6(z, k, Z));
        stage(7, point7(x, k, X), point7(y, k, Y), point7(z, k, Z));
        stage(8, point8(x, k, X), point8(y, k, Y), point8(z, k, Z));
        stage(9, point9(x, k, X), point9(y, k, Y), point9(z, k, Z));
        stage(10, point10(x, k, X), point10(y, k, Y), point10(z, k, Z));
        stage(11, point11(x, k, X), point11(y, k, Y), point11(z, k, Z));
        stage(12, point12(x, k, X), point12(y, k, Y), point12(z, k, Z));
        increase(increment(k, X), increment(k, Y), increment(k, Z));
    }

    @Override
    double errorSquared() {
        double x5 = error5(k, X);
        double y5 = error5(k, Y);
        double z5 = error5(k, Z);
        double x3 = error3(dx, k, X);
        double y3 = error3(dy, k, Y);
        double z3 = error3(dz, k, Z);
        double squared5 = fma(x5, x5, fma(y5, y5, z5 * z5));
        double squared3 = fma(x3, x3, fma(y3, y3, z3 * z3));
        // The smallest normal number stands against 0/0 where m does not move.
        double both = fma(THIRD_ORDER_SHARE, squared3, squared5) + Double.MIN_NORMAL;
        return squared5 * (squared5 / both);
    }

    static double error3(double increment, double[] k, int c) {
        double sum = fma(-BHH01, k[c + 1], increment);
        sum = fma(-BHH09, k[c + 9], sum);
        return fma(-BHH12, k[c + 12], sum);
    }

    @Override
    void finish() {
        endStage(13);
    }

    @Override
    void prepareDense() {
        stage(14, point14(x, k, X), point14(y, k, Y), point14(z, k, Z));
        stage(15, point15(x, k, X), point15(y, k, Y), point15(z, k, Z));
        stage(16, point16(x, k, X), point16(y, k, Y), point16(z, k, Z));
        dense(dx, k, X, denseX);
        dense(dy, k, Y, denseY);
        dense(dz, k, Z, denseZ);
    }

    static void dense(double increment, double[] k, int c, double[] dense) {
        dense[0] = increment;
        dense[1] = k[c + 1] - increment;
        dense[2] = (increment - k[c + 13]) - dense[1];
        dense[3] = dense4(k, c);
        dense[4] = dense5(k, c);
        dense[5] = dense6(k, c);
        dense[6] = dense7(k, c);
    }

    static double point2(double m, double[] k, int c) {
        return fma(A0201, k[c + 1], m);
    }

    static double point3(double m, double[] k, int c) {
        double sum = fma(A0301, k[c + 1], m);
        return fma(A0302, k[c + 2], sum);
    }

    static double point4(double m, double[] k, int c) {
        double sum = fma(A0401, k[c + 1], m);
        return fma(A0403, k[c + 3], sum);
    }

    static double point5(double m, double[] k, int c) {
        double sum = fma(A0501, k[c + 1], m);
        sum = fma(A0503, k[c + 3], sum);
        return fma(A0504, k[c + 4], sum);
    }

    static double point6(double m, double[] k, int c) {
        double sum = fma(A0601, k[c + 1], m);
        sum = fma(A0604, k[c + 4], sum);
        return fma(A0605, k[c + 5], sum);
    }

    static double point7(double m, double[] k, int c) {
        double sum = fma(A0701, k[c + 1], m);
        sum = fma(A0704, k[c + 4], sum);
        sum = fma(A0705, k[c + 5], sum);
        return fma(A0706, k[c + 6], sum);
    }

    static double point8(double m, double[] k, int c) {
        double sum = fma(A0801, k[c + 1], m);
        sum = fma(A0804, k[c + 4], sum);
        sum = fma(A0805, k[c + 5], sum);
        sum = fma(A0806, k[c + 6], sum);
        return fma(A0807, k[c + 7], sum);
    }

    static double point9(double m, double[] k, int c) {
        double sum = fma(A0901, k[c + 1], m);
        sum = fma(A0904, k[c + 4], sum);
        sum = fma(A0905, k[c + 5], sum);
        sum = fma(A0906, k[c + 6], sum);
        sum = fma(A0907, k[c + 7], sum);
        return fma(A0908, k[c + 8], sum);
    }

    static double point10(double m, double[] k, int c) {
        double sum = fma(A1001, k[c + 1], m);
        sum = fma(A1004, k[c + 4], sum);
        sum = fma(A1005, k[c + 5], sum);
        sum = fma(A1006, k[c + 6], sum);
        sum = fma(A1007, k[c + 7], sum);
        sum = fma(A1008, k[c + 8], sum);
        return fma(A1009, k[c + 9], sum);
    }

    static double point11(double m, double[] k, int c) {
        double sum = fma(A1101, k[c + 1], m);
        sum = fma(A1104, k[c + 4], sum);
        sum = fma(A1105, k[c + 5], sum);
        sum = fma(A1106, k[c + 6], sum);
        sum = fma(A1107, k[c + 7], sum);
        sum = fma(A1108, k[c + 8], sum);
        sum = fma(A1109, k[c + 9], sum);
        return fma(A1110, k[c + 10], sum);
    }

    static double point12(double m, double[] k, int c) {
        double sum = fma(A1201, k[c + 1], m);
        sum = fma(A1204, k[c + 4], sum);
        sum = fma(A1205, k[c + 5], sum);
        sum = fma(A1206, k[c + 6], sum);
        sum = fma(A1207, k[c + 7], sum);
        sum = fma(A1208, k[c + 8], sum);
        sum = fma(A1209, k[c + 9], sum);
        sum = fma(A1210, k[c + 10], sum);
        return fma(A1211, k[c + 11], sum);
    }

    static double point14(double m, double[] k, int c) {
        double sum = fma(A1401, k[c + 1], m);
        sum = fma(A1407, k[c + 7], sum);
        sum = fma(A1408, k[c + 8], sum);
        sum = fma(A1409, k[c + 9], sum);
        sum = fma(A1410, k[c + 10], sum);
        sum = fma(A1411, k[c + 11], sum);
        sum = fma(A1412, k[c + 12], sum);
        return fma(A1413, k[c + 13], sum);
    }

    static double point15(double m, double[] k, int c) {
        double sum = fma(A1501, k[c + 1], m);
        sum = fma(A1506, k[c + 6], sum);
        sum = fma(A1507, k[c + 7], sum);
        sum = fma(A1508, k[c + 8], sum);
        sum = fma(A1511, k[c + 11], sum);
        sum = fma(A1512, k[c + 12], sum);
        sum = fma(A1513, k[c + 13], sum);
        return fma(A1514, k[c + 14], sum);
    }

    static double point16(double m, double[] k, int c) {
        double sum = fma(A1601, k[c + 1], m);
        sum = fma(A1606, k[c + 6], sum);
        sum = fma(A1607, k[c + 7], sum);
        sum = fma(A1608, k[c + 8], sum);
        sum = fma(A1609, k[c + 9], sum);
        sum = fma(A1613, k[c + 13], sum);
        sum = fma(A1614, k[c + 14], sum);
        return fma(A1615, k[c + 15], sum);
    }

    static double increment(double[] k, int c) {
        double sum = B01 * k[c + 1];
        sum = fma(B06, k[c + 6], sum);
        sum = fma(B07, k[c + 7], sum);
        sum = fma(B08, k[c + 8], sum);
        sum = fma(B09, k[c + 9], sum);
        sum = fma(B10, k[c + 10], sum);
        sum = fma(B11, k[c + 11], sum);
        return fma(B12, k[c + 12], sum);
    }

    static double error5(double[] k, int c) {
        double sum = E01 * k[c + 1];
        sum = fma(E06, k[c + 6], sum);
        sum = fma(E07, k[c + 7], sum);
        sum = fma(E08, k[c + 8], sum);
        sum = fma(E09, k[c + 9], sum);
        sum = fma(E10, k[c + 10], sum);
        sum = fma(E11, k[c + 11], sum);
        return fma(E12, k[c + 12], sum);
    }

    private static double dense4(double[] k, int c) {
        double sum = D401 * k[c + 1];
        sum = fma(D406, k[c + 6], sum);
        sum = fma(D407, k[c + 7], sum);
        sum = fma(D408, k[c + 8], sum);
        sum = fma(D409, k[c + 9], sum);
        sum = fma(D410, k[c + 10], sum);
        sum = fma(D411, k[c + 11], sum);
        sum = fma(D412, k[c + 12], sum);
        sum = fma(D413, k[c + 13], sum);
        sum = fma(D414, k[c + 14], sum);
        sum = fma(D415, k[c + 15], sum);
        return fma(D416, k[c + 16], sum);
    }

    private static double dense5(double[] k, int c) {
        double sum = D501 * k[c + 1];
        sum = fma(D506, k[c + 6], sum);
        sum = fma(D507, k[c + 7], sum);
        sum = fma(D508, k[c + 8], sum);
        sum = fma(D509, k[c + 9], sum);
        sum = fma(D510, k[c + 10], sum);
        sum = fma(D511, k[c + 11], sum);
        sum = fma(D512, k[c + 12], sum);
        sum = fma(D513, k[c + 13], sum);
        sum = fma(D514, k[c + 14], sum);
        sum = fma(D515, k[c + 15], sum);
        return fma(D516, k[c + 16], sum);
    }

    private static double dense6(double[] k, int c) {
        double sum = D601 * k[c + 1];
        sum = fma(D606, k[c + 6], sum);
        sum = fma(D607, k[c + 7], sum);
        sum = fma(D608, k[c + 8], sum);
        sum = fma(D609, k[c + 9], sum);
        sum = fma(D610, k[c + 10], sum);
        sum = fma(D611, k[c + 11], sum);
        sum = fma(D612, k[c + 12], sum);
        sum = fma(D613, k[c + 13], sum);
        sum = fma(D614, k[c + 14], sum);
        sum = fma(D615, k[c + 15], sum);
        return fma(D616, k[c + 16], sum);
    }

    private static double dense7(double[] k, int c) {
        double sum = D701 * k[c + 1];
        sum = fma(D706, k[c + 6], sum);
        sum = fma(D707, k[c + 7], sum);
        sum = fma(D708, k[c + 8], sum);
        sum = fma(D709, k[c + 9], sum);
        sum = fma(D710, k[c + 10], sum);
        sum = fma(D711, k[c + 11], sum);
        sum = fma(D712, k[c + 12], sum);
        sum = fma(D713, k[c + 13], sum);
        sum = fma(D714, k[c + 14], sum);
        sum = fma(D715, k[c + 15], sum);
        return fma(D716, k[c + 16], sum);
    }
}
