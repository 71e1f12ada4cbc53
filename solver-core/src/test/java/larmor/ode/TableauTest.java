package larmor.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Method;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;

/** The weights are read off the code that is run, by feeding it unit vectors for the stages. */
class TableauTest {

    /** Rounding of sums of some ten products of coefficients up to 43. */
    private static final double ROUNDING = 2e-13;

    /** The same with the coefficients of the dense output, up to 528. */
    private static final double DENSE_ROUNDING = 2e-12;

    private static final double[] THETAS = {0.1, 0.25, 0.5, 0.7, 0.9, 1};

    @Test
    void thereAreTwoHundredTreesOfUpToEightNodes() {
        assertThat(OrderConditions.trees(8)).hasSize(1 + 1 + 2 + 4 + 9 + 20 + 48 + 115);
    }

    @Test
    void dopri5HasOrderFive() {
        double[][] a = matrix(Dopri5Step.class, 7, 2, 3, 4, 5, 6);
        a[6] = weights(7, Dopri5Step::increment);
        assertOrder(a, weights(7, Dopri5Step::increment), 5, 1, ROUNDING);
    }

    @Test
    void dopri5ErrorEstimateVanishesToOrderFourAndNoFurther() {
        double[][] a = matrix(Dopri5Step.class, 7, 2, 3, 4, 5, 6);
        a[6] = weights(7, Dopri5Step::increment);
        assertVanishes(a, weights(7, Dopri5Step::error), 4);
    }

    @Test
    void dopri5DenseOutputHasOrderFour() {
        double[][] a = matrix(Dopri5Step.class, 7, 2, 3, 4, 5, 6);
        a[6] = weights(7, Dopri5Step::increment);
        for (double theta : THETAS) {
            double[] b =
                    weights(
                            7,
                            (k, c) -> {
                                double[] dense = new double[4];
                                Dopri5Step.dense(Dopri5Step.increment(k, c), k, c, dense);
                                return DenseOutput.interpolate(0, dense, theta);
                            });
            assertOrder(a, b, 4, theta, DENSE_ROUNDING);
        }
    }

    @Test
    void dop853HasOrderEight() {
        assertOrder(dop853(), weights(16, Dop853Step::increment), 8, 1, ROUNDING);
    }

    @Test
    void verner9HasOrderNine() {
        double[][] a =
                matrix(Verner9Step.class, 15, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
        assertOrder(a, weights(15, Verner9Step::increment), 9, 1, ROUNDING);
    }

    @Test
    void dop853ErrorEstimatesVanishToOrderFiveAndThreeAndNoFurther() {
        assertVanishes(dop853(), weights(16, Dop853Step::error5), 5);
        assertVanishes(
                dop853(),
                weights(16, (k, c) -> Dop853Step.error3(Dop853Step.increment(k, c), k, c)),
                3);
    }

    @Test
    void dop853DenseOutputHasOrderSeven() {
        for (double theta : THETAS) {
            double[] b =
                    weights(
                            16,
                            (k, c) -> {
                                double[] dense = new double[7];
                                Dop853Step.dense(Dop853Step.increment(k, c), k, c, dense);
                                return DenseOutput.interpolate(0, dense, theta);
                            });
            assertOrder(dop853(), b, 7, theta, DENSE_ROUNDING);
        }
    }

    private static double[][] dop853() {
        double[][] a = matrix(Dop853Step.class, 16, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 15, 16);
        a[12] = weights(16, Dop853Step::increment);
        return a;
    }

    private static void assertOrder(
            double[][] a, double[] b, int order, double theta, double rounding) {
        for (OrderConditions.Tree tree : OrderConditions.trees(order)) {
            double wanted = StrictMath.pow(theta, tree.order()) / tree.density();
            assertThat(OrderConditions.dot(b, tree.weights(a)))
                    .as("%s at %s", tree, theta)
                    .isCloseTo(wanted, within(rounding));
        }
    }

    private static void assertVanishes(double[][] a, double[] e, int order) {
        double beyond = 0;
        for (OrderConditions.Tree tree : OrderConditions.trees(order + 1)) {
            double sum = OrderConditions.dot(e, tree.weights(a));
            if (tree.order() <= order) {
                assertThat(sum).as("%s", tree).isCloseTo(0, within(ROUNDING));
            } else {
                beyond = Math.max(beyond, Math.abs(sum));
            }
        }
        assertThat(beyond).isGreaterThan(1e-6);
    }

    private static double[][] matrix(Class<?> step, int size, int... stages) {
        double[][] a = new double[size][size];
        for (int stage : stages) {
            a[stage - 1] = weights(size, (k, c) -> point(step, stage, k, c));
        }
        return a;
    }

    private static double point(Class<?> step, int stage, double[] k, int c) {
        try {
            Method point =
                    step.getDeclaredMethod(
                            "point" + stage, double.class, double[].class, int.class);
            return (double) point.invoke(null, 0.0, k, c);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static double[] weights(int size, ToDoubleBiFunction<double[], Integer> combination) {
        double[] weights = new double[size];
        for (int i = 0; i < size; i++) {
            double[] k = new double[size + 1];
            k[i + 1] = 1;
            weights[i] = combination.applyAsDouble(k, 0);
        }
        return weights;
    }
}
