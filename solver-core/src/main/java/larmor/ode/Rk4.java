package larmor.ode;

import static java.lang.Math.fma;

import larmor.model.Coefficients;
import larmor.model.Magnetization;

/**
 * The classical fourth-order Runge–Kutta method at fixed step, with m renormalised after each step.
 *
 * <p>Order 4, four evaluations a step (W. Kutta, Z. Math. Phys. 46, 435 (1901)).
 *
 * <pre>
 *    0  |
 *   1/2 | 1/2
 *   1/2 |  0   1/2
 *    1  |  0    0    1
 *   ----+--------------------
 *       | 1/6  1/3  1/3  1/6
 * </pre>
 *
 * <p>The sum is taken over the stage points m₁ = m + (h/2)k₁, m₂ = m + (h/2)k₂, m₃ = m + h k₃,
 * which saves three operations a stage: 3 m_new = (m₁ − m) + 2m₂ + m₃ + (h/2)k₄.
 *
 * <p>Every sample lies on a step: the span between two samples is divided into the fewest equal
 * steps not longer than the one asked for.
 */
public final class Rk4 implements Solver {

    /** Where |m|² leaves this range, three terms of the series for 1/|m| no longer mend it. */
    private static final double LEAST_NORM_SQUARED = 0.5;

    private static final double MOST_NORM_SQUARED = 1.5;

    private final double stepSize;

    /**
     * @param stepSize h in t', greater than 0; the steps taken are this long or a little shorter
     * @throws larmor.model.InvalidInput if the step is not a finite number greater than 0
     */
    public Rk4(double stepSize) {
        this.stepSize = FixedSteps.requireStep(stepSize);
    }

    @Override
    public SolverDescription description() {
        return new SolverDescription(
                "rk4", 4, false, 1, "short runs and moderate accuracy; the simplest to check");
    }

    @Override
    public Solution integrate(
            Coefficients coefficients,
            Magnetization start,
            double endTime,
            Sampling sampling,
            SampleSink sink) {
        FixedSteps.requireEndTime(endTime);
        sampling.requireWithin(endTime);
        Run run = new Run(new LlgsEquation(coefficients), start);
        for (int index = 0; index < sampling.count(); index++) {
            double time = sampling.time(index);
            if (!run.advanceTo(time)) {
                return run.failed();
            }
            sink.accept(index, time, run.x, run.y, run.z);
        }
        return run.advanceTo(endTime) ? run.completed() : run.failed();
    }

    /** The state of one integration. */
    private final class Run {

        private final LlgsEquation equation;
        private final double[] rate = new double[4];
        private double x;
        private double y;
        private double z;
        private double time;
        private long steps;
        private double leastNormSquared = 1;
        private double mostNormSquared = 1;
        private double brokenNormSquared;

        Run(LlgsEquation equation, Magnetization start) {
            this.equation = equation;
            x = start.x();
            y = start.y();
            z = start.z();
        }

        boolean advanceTo(double target) {
            double span = target - time;
            if (!(span > 0)) {
                return true;
            }
            long count = FixedSteps.count(span, stepSize);
            long taken = advance(span / count, count);
            steps += taken;
            boolean complete = taken == count;
            time = complete ? target : time + taken * (span / count);
            return complete;
        }

        /** Takes up to {@code count} steps of length h; returns how many kept the norm in range. */
        private long advance(double h, long count) {
            double halfH = 0.5 * h;
            double[] k = rate;
            double mx = x;
            double my = y;
            double mz = z;
            double least = leastNormSquared;
            double most = mostNormSquared;
            long step = 0;
            while (step < count) {
                equation.evaluate(mx, my, mz, k);
                double r = halfH / k[3];
                double ax = fma(r, k[0], mx);
                double ay = fma(r, k[1], my);
                double az = fma(r, k[2], mz);
                double sumX = ax - mx;
                double sumY = ay - my;
                double sumZ = az - mz;

                equation.evaluate(ax, ay, az, k);
                r = halfH / k[3];
                ax = fma(r, k[0], mx);
                ay = fma(r, k[1], my);
                az = fma(r, k[2], mz);
                sumX = fma(2, ax, sumX);
                sumY = fma(2, ay, sumY);
                sumZ = fma(2, az, sumZ);

                equation.evaluate(ax, ay, az, k);
                r = h / k[3];
                ax = fma(r, k[0], mx);
                ay = fma(r, k[1], my);
                az = fma(r, k[2], mz);
                sumX += ax;
                sumY += ay;
                sumZ += az;

                equation.evaluate(ax, ay, az, k);
                r = halfH / k[3];
                sumX = fma(r, k[0], sumX);
                sumY = fma(r, k[1], sumY);
                sumZ = fma(r, k[2], sumZ);

                // The sums are 3 m_new: 1/9 brings their square back to |m|² = 1 + e, and
                // (15 − 10|m|² + 3|m|⁴)/8 is 1/|m| up to 5e³/16.
                double squared = (1.0 / 9) * fma(sumX, sumX, fma(sumY, sumY, sumZ * sumZ));
                if (!(squared > LEAST_NORM_SQUARED && squared < MOST_NORM_SQUARED)) {
                    brokenNormSquared = squared;
                    break;
                }
                least = Math.min(least, squared);
                most = Math.max(most, squared);
                double scale = fma(squared, fma(squared, 3.0 / 24, -10.0 / 24), 15.0 / 24);
                mx = sumX * scale;
                my = sumY * scale;
                mz = sumZ * scale;
                step++;
            }
            x = mx;
            y = my;
            z = mz;
            leastNormSquared = least;
            mostNormSquared = most;
            return step;
        }

        Solution completed() {
            return new Solution.Completed(new Magnetization(x, y, z), statistics());
        }

        Solution failed() {
            NumericalFailure.Kind kind =
                    Double.isFinite(brokenNormSquared)
                            ? NumericalFailure.Kind.STEP_TOO_LARGE
                            : NumericalFailure.Kind.NON_FINITE;
            return new Solution.Failed(
                    new NumericalFailure(kind, time, new Magnetization(x, y, z)), statistics());
        }

        private Statistics statistics() {
            double normError =
                    Math.max(1 - Math.sqrt(leastNormSquared), Math.sqrt(mostNormSquared) - 1);
            return new Statistics(steps, 0, 4 * steps, normError);
        }
    }
}
