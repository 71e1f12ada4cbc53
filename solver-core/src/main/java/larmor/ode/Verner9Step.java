package larmor.ode;

import static java.lang.Math.fma;
import static larmor.ode.Verner9Tableau.*;

import larmor.model.Coefficients;
import larmor.model.Magnetization;

/**
 * One step of {@link Verner9Tableau}. Every sum runs over the stages in rising order, one fma each:
 * an argument of a stage starts from m, an increment from its first product.
 */
final class Verner9Step extends RungeKuttaStep {

    Verner9Step(Coefficients coefficients, Magnetization start) {
        super(coefficients, start);
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
        stage(13, point13(x, k, X), point13(y, k, Y), point13(z, k, Z));
        stage(14, point14(x, k, X), point14(y, k, Y), point14(z, k, Z));
        stage(15, point15(x, k, X), point15(y, k, Y), point15(z, k, Z));
        increase(increment(k, X), increment(k, Y), increment(k, Z));
    }

    @Override
    void finish() {
        endStage(16);
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
        sum = fma(A0806, k[c + 6], sum);
        return fma(A0807, k[c + 7], sum);
    }

    static double point9(double m, double[] k, int c) {
        double sum = fma(A0901, k[c + 1], m);
        sum = fma(A0906, k[c + 6], sum);
        sum = fma(A0907, k[c + 7], sum);
        return fma(A0908, k[c + 8], sum);
    }

    static double point10(double m, double[] k, int c) {
        double sum = fma(A1001, k[c + 1], m);
        sum = fma(A1006, k[c + 6], sum);
        sum = fma(A1007, k[c + 7], sum);
        sum = fma(A1008, k[c + 8], sum);
        return fma(A1009, k[c + 9], sum);
    }

    static double point11(double m, double[] k, int c) {
        double sum = fma(A1101, k[c + 1], m);
        sum = fma(A1106, k[c + 6], sum);
        sum = fma(A1107, k[c + 7], sum);
        sum = fma(A1108, k[c + 8], sum);
        sum = fma(A1109, k[c + 9], sum);
        return fma(A1110, k[c + 10], sum);
    }

    static double point12(double m, double[] k, int c) {
        double sum = fma(A1201, k[c + 1], m);
        sum = fma(A1206, k[c + 6], sum);
        sum = fma(A1207, k[c + 7], sum);
        sum = fma(A1208, k[c + 8], sum);
        sum = fma(A1209, k[c + 9], sum);
        sum = fma(A1210, k[c + 10], sum);
        return fma(A1211, k[c + 11], sum);
    }

    static double point13(double m, double[] k, int c) {
        double sum = fma(A1301, k[c + 1], m);
        sum = fma(A1306, k[c + 6], sum);
        sum = fma(A1307, k[c + 7], sum);
        sum = fma(A1308, k[c + 8], sum);
        sum = fma(A1309, k[c + 9], sum);
        sum = fma(A1310, k[c + 10], sum);
        sum = fma(A1311, k[c + 11], sum);
        return fma(A1312, k[c + 12], sum);
    }

    static double point14(double m, double[] k, int c) {
        double sum = fma(A1401, k[c + 1], m);
        sum = fma(A1406, k[c + 6], sum);
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
        sum = fma(A1509, k[c + 9], sum);
        sum = fma(A1510, k[c + 10], sum);
        sum = fma(A1511, k[c + 11], sum);
        sum = fma(A1512, k[c + 12], sum);
        sum = fma(A1513, k[c + 13], sum);
        return fma(A1514, k[c + 14], sum);
    }

    static double increment(double[] k, int c) {
        double sum = B01 * k[c + 1];
        sum = fma(B08, k[c + 8], sum);
        sum = fma(B09, k[c + 9], sum);
        sum = fma(B10, k[c + 10], sum);
        sum = fma(B11, k[c + 11], sum);
        sum = fma(B12, k[c + 12], sum);
        sum = fma(B13, k[c + 13], sum);
        sum = fma(B14, k[c + 14], sum);
        return fma(B15, k[c + 15], sum);
    }
}
