package larmor.ode;

import static java.lang.Math.fma;
import static larmor.ode.Dop853Tableau.*;

import larmor.model.Coefficients;
import larmor.model.Magnetization;

/**
 * One step of {@link Dop853Tableau}. Every sum runs over the stages in rising order, one fma each:
 * an argument of a stage starts from m, an increment from its first product.
 */
final class Dop853Step extends RungeKuttaStep {

    Dop853Step(Coefficients coefficients, Magnetization start) {
        super(coefficients, start, 16, 7);
    }

    @Override
    void computeStages() {
        stage(2, point2(x, kx), point2(y, ky), point2(z, kz));
        stage(3, point3(x, kx), point3(y, ky), point3(z, kz));
        stage(4, point4(x, kx), point4(y, ky), point4(z, kz));
        stage(5, point5(x, kx), point5(y, ky), point5(z, kz));
        stage(6, point6(x, kx), point6(y, ky), point6(z, kz));
        stage(7, point7(x, kx), point7(y, ky), point7(z, kz));
        stage(8, point8(x, kx), point8(y, ky), point8(z, kz));
        stage(9, point9(x, kx), point9(y, ky), point9(z, kz));
        stage(10, point10(x, kx), point10(y, ky), point10(z, kz));
        stage(11, point11(x, kx), point11(y, ky), point11(z, kz));
        stage(12, point12(x, kx), point12(y, ky), point12(z, kz));
        increase(increment(kx), increment(ky), increment(kz));
    }

    @Override
    double errorSquared() {
        double x5 = error5(kx);
        double y5 = error5(ky);
        double z5 = error5(kz);
        double x3 = error3(dx, kx);
        double y3 = error3(dy, ky);
        double z3 = error3(dz, kz);
        double squared5 = fma(x5, x5, fma(y5, y5, z5 * z5));
        double squared3 = fma(x3, x3, fma(y3, y3, z3 * z3));
        // The smallest normal number stands against 0/0 where m does not move.
        double both = fma(Dop853.THIRD_ORDER_SHARE, squared3, squared5) + Double.MIN_NORMAL;
        return squared5 * (squared5 / both);
    }

    private static double error3(double increment, double[] k) {
        double sum = fma(-BHH01, k[1], increment);
        sum = fma(-BHH09, k[9], sum);
        return fma(-BHH12, k[12], sum);
    }

    @Override
    void finish() {
        endStage(13);
    }

    @Override
    void prepareDense() {
        stage(14, point14(x, kx), point14(y, ky), point14(z, kz));
        stage(15, point15(x, kx), point15(y, ky), point15(z, kz));
        stage(16, point16(x, kx), point16(y, ky), point16(z, kz));
        dense(dx, kx, denseX);
        dense(dy, ky, denseY);
        dense(dz, kz, denseZ);
    }

    private static void dense(double increment, double[] k, double[] dense) {
        dense[0] = increment;
        dense[1] = k[1] - increment;
        dense[2] = (increment - k[13]) - dense[1];
        dense[3] = dense4(k);
        dense[4] = dense5(k);
        dense[5] = dense6(k);
        dense[6] = dense7(k);
    }

    private static double point2(double m, double[] k) {
        return fma(A0201, k[1], m);
    }

    private static double point3(double m, double[] k) {
        double sum = fma(A0301, k[1], m);
        return fma(A0302, k[2], sum);
    }

    private static double point4(double m, double[] k) {
        double sum = fma(A0401, k[1], m);
        return fma(A0403, k[3], sum);
    }

    private static double point5(double m, double[] k) {
        double sum = fma(A0501, k[1], m);
        sum = fma(A0503, k[3], sum);
        return fma(A0504, k[4], sum);
    }

    private static double point6(double m, double[] k) {
        double sum = fma(A0601, k[1], m);
        sum = fma(A0604, k[4], sum);
        return fma(A0605, k[5], sum);
    }

    private static double point7(double m, double[] k) {
        double sum = fma(A0701, k[1], m);
        sum = fma(A0704, k[4], sum);
        sum = fma(A0705, k[5], sum);
        return fma(A0706, k[6], sum);
    }

    private static double point8(double m, double[] k) {
        double sum = fma(A0801, k[1], m);
        sum = fma(A0804, k[4], sum);
        sum = fma(A0805, k[5], sum);
        sum = fma(A0806, k[6], sum);
        return fma(A0807, k[7], sum);
    }

    private static double point9(double m, double[] k) {
        double sum = fma(A0901, k[1], m);
        sum = fma(A0904, k[4], sum);
        sum = fma(A0905, k[5], sum);
        sum = fma(A0906, k[6], sum);
        sum = fma(A0907, k[7], sum);
        return fma(A0908, k[8], sum);
    }

    private static double point10(double m, double[] k) {
        double sum = fma(A1001, k[1], m);
        sum = fma(A1004, k[4], sum);
        sum = fma(A1005, k[5], sum);
        sum = fma(A1006, k[6], sum);
        sum = fma(A1007, k[7], sum);
        sum = fma(A1008, k[8], sum);
        return fma(A1009, k[9], sum);
    }

    private static double point11(double m, double[] k) {
        double sum = fma(A1101, k[1], m);
        sum = fma(A1104, k[4], sum);
        sum = fma(A1105, k[5], sum);
        sum = fma(A1106, k[6], sum);
        sum = fma(A1107, k[7], sum);
        sum = fma(A1108, k[8], sum);
        sum = fma(A1109, k[9], sum);
        return fma(A1110, k[10], sum);
    }

    private static double point12(double m, double[] k) {
        double sum = fma(A1201, k[1], m);
        sum = fma(A1204, k[4], sum);
        sum = fma(A1205, k[5], sum);
        sum = fma(A1206, k[6], sum);
        sum = fma(A1207, k[7], sum);
        sum = fma(A1208, k[8], sum);
        sum = fma(A1209, k[9], sum);
        sum = fma(A1210, k[10], sum);
        return fma(A1211, k[11], sum);
    }

    private static double point14(double m, double[] k) {
        double sum = fma(A1401, k[1], m);
        sum = fma(A1407, k[7], sum);
        sum = fma(A1408, k[8], sum);
        sum = fma(A1409, k[9], sum);
        sum = fma(A1410, k[10], sum);
        sum = fma(A1411, k[11], sum);
        sum = fma(A1412, k[12], sum);
        return fma(A1413, k[13], sum);
    }

    private static double point15(double m, double[] k) {
        double sum = fma(A1501, k[1], m);
        sum = fma(A1506, k[6], sum);
        sum = fma(A1507, k[7], sum);
        sum = fma(A1508, k[8], sum);
        sum = fma(A1511, k[11], sum);
        sum = fma(A1512, k[12], sum);
        sum = fma(A1513, k[13], sum);
        return fma(A1514, k[14], sum);
    }

    private static double point16(double m, double[] k) {
        double sum = fma(A1601, k[1], m);
        sum = fma(A1606, k[6], sum);
        sum = fma(A1607, k[7], sum);
        sum = fma(A1608, k[8], sum);
        sum = fma(A1609, k[9], sum);
        sum = fma(A1613, k[13], sum);
        sum = fma(A1614, k[14], sum);
        return fma(A1615, k[15], sum);
    }

    private static double increment(double[] k) {
        double sum = B01 * k[1];
        sum = fma(B06, k[6], sum);
        sum = fma(B07, k[7], sum);
        sum = fma(B08, k[8], sum);
        sum = fma(B09, k[9], sum);
        sum = fma(B10, k[10], sum);
        sum = fma(B11, k[11], sum);
        return fma(B12, k[12], sum);
    }

    private static double error5(double[] k) {
        double sum = E01 * k[1];
        sum = fma(E06, k[6], sum);
        sum = fma(E07, k[7], sum);
        sum = fma(E08, k[8], sum);
        sum = fma(E09, k[9], sum);
        sum = fma(E10, k[10], sum);
        sum = fma(E11, k[11], sum);
        return fma(E12, k[12], sum);
    }

    private static double dense4(double[] k) {
        double sum = D401 * k[1];
        sum = fma(D406, k[6], sum);
        sum = fma(D407, k[7], sum);
        sum = fma(D408, k[8], sum);
        sum = fma(D409, k[9], sum);
        sum = fma(D410, k[10], sum);
        sum = fma(D411, k[11], sum);
        sum = fma(D412, k[12], sum);
        sum = fma(D413, k[13], sum);
        sum = fma(D414, k[14], sum);
        sum = fma(D415, k[15], sum);
        return fma(D416, k[16], sum);
    }

    private static double dense5(double[] k) {
        double sum = D501 * k[1];
        sum = fma(D506, k[6], sum);
        sum = fma(D507, k[7], sum);
        sum = fma(D508, k[8], sum);
        sum = fma(D509, k[9], sum);
        sum = fma(D510, k[10], sum);
        sum = fma(D511, k[11], sum);
        sum = fma(D512, k[12], sum);
        sum = fma(D513, k[13], sum);
        sum = fma(D514, k[14], sum);
        sum = fma(D515, k[15], sum);
        return fma(D516, k[16], sum);
    }

    private static double dense6(double[] k) {
        double sum = D601 * k[1];
        sum = fma(D606, k[6], sum);
        sum = fma(D607, k[7], sum);
        sum = fma(D608, k[8], sum);
        sum = fma(D609, k[9], sum);
        sum = fma(D610, k[10], sum);
        sum = fma(D611, k[11], sum);
        sum = fma(D612, k[12], sum);
        sum = fma(D613, k[13], sum);
        sum = fma(D614, k[14], sum);
        sum = fma(D615, k[15], sum);
        return fma(D616, k[16], sum);
    }

    private static double dense7(double[] k) {
        double sum = D701 * k[1];
        sum = fma(D706, k[6], sum);
        sum = fma(D707, k[7], sum);
        sum = fma(D708, k[8], sum);
        sum = fma(D709, k[9], sum);
        sum = fma(D710, k[10], sum);
        sum = fma(D711, k[11], sum);
        sum = fma(D712, k[12], sum);
        sum = fma(D713, k[13], sum);
        sum = fma(D714, k[14], sum);
        sum = fma(D715, k[15], sum);
        return fma(D716, k[16], sum);
    }
}
