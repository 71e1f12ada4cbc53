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
 * which saves three operations a stage: 3 m_new = (m₁ − m) + 2m₂ + m₃ + (h/2)k₄; {@link
 * Renormalization} takes the factor 3 out again.
 *
 * <p>Every sample lies on a step: the span between two samples is divided into {@link EqualSteps}.
 */
public final class Rk4 implements Solver {

    private final double stepSize;

    /**
     * @param stepSize h in t', greater than 0; the steps taken are this long or a little shorter
     * @throws larmor.model.InvalidInput if the step is not a finite number greater than 0
     */
    public Rk4(double stepSize) {
        this.stepSize = EqualSteps.requireLongest(stepSize);
    }

    /** The longest step in t'. */
    public double stepSize() {
        return stepSize;
    }

    @Override
    public SolverDescription description() {
        return new SolverDescription("rk4", 4, false, 1, "short runs; the simplest to check");
    }

    @Override
    public void requireReachable(double endTime, Sampling sampling) {
        EqualSteps.requireDividing(endTime, sampling, stepSize);
    }

    @Override
    public Solution integrate(
            Coefficients coefficients,
            Magnetization start,
            double endTime,
            Sampling sampling,
            SampleSink sink) {
        Sampling.requireEndTime(endTime);
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
        private double least = Renormalization.UNIT;
        private double most = Renormalization.UNIT;
        private double broken;

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
            EqualSteps equal = EqualSteps.dividing(span, stepSize);
            long taken = advance(equal.size(), equal.count());
            steps += taken;
            boolean complete = taken == equal.count();
            time = complete ? target : time + taken * equal.size();
            return complete;
        }

        /** Takes up to {@code count} steps of length h; returns how many kept the norm in range. */
        private long advance(double h, long count) {
            double halfH = 0.5 * h;
            double[] k = rate;
            double mx = x;
            double my = y;
            double mz = z;
            long step = 0;
            while (step < count) {
                equation.evaluate(mx, my, mz, k);
                double r = halfH / k[3];
                double ax = fma(r, k[0], mx);
                double ay = fma(r, k[1], my);
                double az = fma(r, k[2], mz);

                equation.evaluate(ax, ay, az, k);
                r = halfH / k[3];
                double bx = fma(r, k[0], mx);
                double by = fma(r, k[1], my);
                double bz = fma(r, k[2], mz);

                equation.evaluate(bx, by, bz, k);
                r = h / k[3];
                double cx = fma(r, k[0], mx);
                double cy = fma(r, k[1], my);
                double cz = fma(r, k[2], mz);

                equation.evaluate(cx, cy, cz, k);
                r = halfH / k[3];
                double sumX = fma(r, k[0], ax - mx + (bx + bx) + cx);
                double sumY = fma(r, k[1], ay - my + (by + by) + cy);
                double sumZ = fma(r, k[2], az - mz + (bz + bz) + cz);

                double q = fma(sumX, sumX, fma(sumY, sumY, sumZ * sumZ));
                if (!(q > Renormalization.LEAST && q < Renormalization.MOST)) {
                    broken = q;
                    break;
                }
                least = Math.min(least, q);
                most = Math.max(most, q);
                double scale =
                        fma(
                                q,
                                fma(q, Renormalization.SECOND, Renormalization.FIRST),
                                Renormalization.ZEROTH);
                mx = sumX * scale;
                my = sumY * scale;
                mz = sumZ * scale;
                step++;
            }
            x = mx;
            y = my;
            z = mz;
            return step;
        }

        Solution completed() {
            return new Solution.Completed(new Magnetization(x, y, z), statistics());
        }

        Solution failed() {
            NumericalFailure.Kind kind =
                    Double.isFinite(broken)
                            ? NumericalFailure.Kind.STEP_TOO_LARGE
                            : NumericalFailure.Kind.NON_FINITE;
            return new Solution.Failed(
                    new NumericalFailure(kind, time, new Magnetization(x, y, z)), statistics());
        }

        private Statistics statistics() {
            return Renormalization.statistics(steps, 4, least, most);
        }
    }
}
