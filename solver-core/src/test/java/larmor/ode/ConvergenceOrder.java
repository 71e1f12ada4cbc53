package larmor.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import larmor.model.Magnetization;

/** The order of convergence that a method shows. */
final class ConvergenceOrder {

    /** Far from ẑ, so that the orbits are large and their equation nonlinear from the start. */
    private static final List<Magnetization> LARGE_ORBITS =
            IntStream.range(0, 16)
                    .mapToDouble(i -> i * Math.PI / 8)
                    .mapToObj(phase ->
                            Magnetization.normalized(
                                    "start",
                                    0.6 * StrictMath.cos(phase),
                                    0.6 * StrictMath.sin(phase),
                                    0.7))
                    .toList();

    private ConvergenceOrder() {}

    /** One step size and start to an end state. */
    interface Run {
        Magnetization end(double h, Magnetization start);
    }

    /**
     * Regression of log error on log h, the error being the root mean square over the starts
     * against another method at a step where it errs by 1e-13 or less; within three standard errors
     * or 2 % of the order.
     *
     * @param order the expected one
     * @param time of each run
     * @param counts of steps in that time
     * @param run the method
     * @param reference the other method
     */
    static void assertOrder(
            int order, double time, int[] counts, Run run, UnaryOperator<Magnetization> reference) {
        List<Magnetization> exact = LARGE_ORBITS.stream().map(reference).toList();
        int n = counts.length;
        double[] logStep = new double[n];
        double[] logError = new double[n];
        for (int i = 0; i < n; i++) {
            double h = time / counts[i];
            double squares = 0;
            for (int start = 0; start < exact.size(); start++) {
                Magnetization end = run.end(h, LARGE_ORBITS.get(start));
                double error = CertifiedRun.distance(end, exact.get(start));
                squares += error * error;
            }
            logStep[i] = StrictMath.log(h);
            logError[i] = 0.5 * StrictMath.log(squares);
        }
        double meanX = mean(logStep);
        double meanY = mean(logError);
        double sxx = 0;
        double sxy = 0;
        for (int i = 0; i < n; i++) {
            sxx += (logStep[i] - meanX) * (logStep[i] - meanX);
            sxy += (logStep[i] - meanX) * (logError[i] - meanY);
        }
        double slope = sxy / sxx;
        double residual = 0;
        for (int i = 0; i < n; i++) {
            double r = logError[i] - meanY - slope * (logStep[i] - meanX);
            residual += r * r;
        }
        double standardError = Math.sqrt(residual / (n - 2) / sxx);
        assertThat(slope)
                .as("standard error %s", standardError)
                .isCloseTo(order, within(Math.max(3 * standardError, 0.02 * order)));
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
