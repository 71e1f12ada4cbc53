package larmor.validation.numerics;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import larmor.ode.Dop853Tableau;
import larmor.ode.Dopri5Tableau;
import larmor.ode.StepControl;
import larmor.ode.Verner9Tableau;
import org.hipparchus.ode.nonstiff.ClassicalRungeKuttaIntegrator;
import org.hipparchus.ode.nonstiff.DormandPrince54Integrator;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;

/**
 * The coefficients of a Runge–Kutta method as a table. Those of the method are Hipparchus', typed
 * by other people from the papers, where it has the method; those of the error estimates are ours.
 */
final class Tableau {

    private final int order;

    /** Row i holds the weights of the stages before stage i+1. */
    private final double[][] a;

    private final double[] b;

    /** Weights of the estimate that decides, and of a second one of order 8's method; or empty. */
    private final double[] estimate;

    private final double[] secondEstimate;

    private Tableau(
            int order, double[][] a, double[] b, double[] estimate, double[] secondEstimate) {
        this.order = order;
        this.a = a;
        this.b = b;
        this.estimate = estimate;
        this.secondEstimate = secondEstimate;
    }

    /** The classical method of order 4. */
    static Tableau rk4() {
        ClassicalRungeKuttaIntegrator method = new ClassicalRungeKuttaIntegrator(1);
        return new Tableau(4, method.getA(), method.getB(), new double[0], new double[0]);
    }

    /** The pair of Dormand and Prince of order 5. */
    static Tableau dopri5() {
        DormandPrince54Integrator method = new DormandPrince54Integrator(1, 1, 1, 1);
        double[] estimate = {
            Dopri5Tableau.E1,
            0,
            Dopri5Tableau.E3,
            Dopri5Tableau.E4,
            Dopri5Tableau.E5,
            Dopri5Tableau.E6,
            Dopri5Tableau.E7
        };
        return new Tableau(5, method.getA(), method.getB(), estimate, new double[0]);
    }

    /** The method of Dormand and Prince of order 8. */
    static Tableau dop853() {
        DormandPrince853Integrator method = new DormandPrince853Integrator(1, 1, 1, 1);
        double[] b = method.getB();
        double[] estimate = new double[b.length];
        estimate[0] = Dop853Tableau.E01;
        estimate[5] = Dop853Tableau.E06;
        estimate[6] = Dop853Tableau.E07;
        estimate[7] = Dop853Tableau.E08;
        estimate[8] = Dop853Tableau.E09;
        estimate[9] = Dop853Tableau.E10;
        estimate[10] = Dop853Tableau.E11;
        estimate[11] = Dop853Tableau.E12;
        double[] second = b.clone();
        second[0] -= Dop853Tableau.BHH01;
        second[8] -= Dop853Tableau.BHH09;
        second[11] -= Dop853Tableau.BHH12;
        return new Tableau(8, method.getA(), b, estimate, second);
    }

    /**
     * Verner's method of order 9. Hipparchus does not have it, so the coefficients are ours, read
     * by their names: {@code A1203} is that of stage 3 in the argument of stage 12, {@code B12} the
     * weight of stage 12.
     */
    static Tableau verner9() {
        Map<String, Double> constants = new HashMap<>();
        for (Field field : Verner9Tableau.class.getFields()) {
            if (field.getType() == double.class) {
                constants.put(field.getName(), valueOf(field));
            }
        }
        int stages = 0;
        while (constants.containsKey(String.format(Locale.ROOT, "A%02d01", stages + 2))) {
            stages++;
        }
        stages++;
        double[][] a = new double[stages - 1][];
        double[] b = new double[stages];
        for (int i = 1; i <= stages; i++) {
            b[i - 1] = constants.getOrDefault(String.format(Locale.ROOT, "B%02d", i), 0.0);
            if (i > 1) {
                a[i - 2] = new double[i - 1];
                for (int j = 1; j < i; j++) {
                    String name = String.format(Locale.ROOT, "A%02d%02d", i, j);
                    a[i - 2][j - 1] = constants.getOrDefault(name, 0.0);
                }
            }
        }
        return new Tableau(Verner9Tableau.ORDER, a, b, new double[0], new double[0]);
    }

    private static double valueOf(Field constant) {
        try {
            return constant.getDouble(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same with something added to a weight in the argument of a stage. */
    Tableau withStageWeight(int row, int column, double added) {
        double[][] changed = Arrays.stream(a).map(double[]::clone).toArray(double[][]::new);
        changed[row][column] += added;
        return new Tableau(order, changed, b, estimate, secondEstimate);
    }

    /** The same with something added to a weight of the error estimate. */
    Tableau withEstimateWeight(int column, double added) {
        double[] changed = estimate.clone();
        changed[column] += added;
        return new Tableau(order, a, b, changed, secondEstimate);
    }

    int order() {
        return order;
    }

    int stages() {
        return b.length;
    }

    /** The weight of a stage in the argument of a later one; stages count from 0. */
    double stageWeight(int stage, int earlier) {
        return a[stage - 1][earlier];
    }

    double weight(int stage) {
        return b[stage];
    }

    StepControl stepControl() {
        return order == 5 ? StepControl.DOPRI5 : StepControl.DOP853;
    }

    /** |e|² of a step whose stages are h k. */
    double errorSquared(double[][] k) {
        double first = squaredSum(estimate, k);
        if (secondEstimate.length == 0) {
            return first;
        }
        double both =
                first
                        + Dop853Tableau.THIRD_ORDER_SHARE * squaredSum(secondEstimate, k)
                        + Double.MIN_NORMAL;
        return first * first / both;
    }

    private static double squaredSum(double[] weights, double[][] k) {
        double squared = 0;
        for (int c = 0; c < 3; c++) {
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * k[i][c];
            }
            squared += sum * sum;
        }
        return squared;
    }

    /**
     * The most that rounding can change m by in a step, with stages that change at rates up to L:
     * each of the sums over stages, in the result and in every argument, is off by u times the sum
     * of its absolute terms, and so is the equation in each stage.
     *
     * @param h the step
     * @param rate L, a bound of |ṁ| and of its change with m
     */
    double roundingOfAStep(double h, double rate) {
        double result = 1;
        for (int i = 0; i < b.length; i++) {
            double argument = 1;
            for (int j = 0; j < i; j++) {
                argument += h * rate * Math.abs(stageWeight(i, j));
            }
            // An error of the argument and the dozen operations of the equation change the stage.
            result += h * rate * Math.abs(b[i]) * (EQUATION + i * argument);
        }
        return Rounding.UNIT * result;
    }

    /** Operations in a row in one evaluation of the equation. */
    private static final double EQUATION = 12;
}
