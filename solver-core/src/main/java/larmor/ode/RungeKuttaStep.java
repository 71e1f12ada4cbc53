package larmor.ode;

import static java.lang.Math.fma;

import larmor.model.Coefficients;
import larmor.model.Magnetization;

/**
 * The state of one trajectory and one step of an embedded Runge–Kutta pair from it. A step is tried
 * with {@link #attempt}, may be looked at while m still stands at its start, and is taken with
 * {@link #advance}.
 *
 * <p>The stages are kept as h k_i. Because the equation gives k as numerators over a denominator D,
 * h enters through the one division h/D.
 */
abstract class RungeKuttaStep {

    /** h k_i of each component at index i, from 1, as the tableau counts. */
    final double[] kx;

    final double[] ky;
    final double[] kz;

    /** m at the start of the step. */
    double x;

    double y;
    double z;

    /** The increments of m over the step. */
    double dx;

    double dy;
    double dz;

    /** m at the end of the step. */
    double endX;

    double endY;
    double endZ;

    /** The coefficients of θ, θ(1−θ), θ²(1−θ), θ²(1−θ)², … in the dense output less m, from 0. */
    final double[] denseX;

    final double[] denseY;
    final double[] denseZ;

    private final LlgsEquation equation;
    private final double[] stageRate = new double[4];
    private double[] startRate = new double[4];
    private double[] endRate = new double[4];
    private double h;
    private long evaluations;
    private double leastNormSquared = 1;
    private double mostNormSquared = 1;

    /**
     * @param stages how many, those of the dense output included
     * @param denseTerms how many coefficients the dense output has
     */
    RungeKuttaStep(Coefficients coefficients, Magnetization start, int stages, int denseTerms) {
        equation = new LlgsEquation(coefficients);
        kx = new double[stages + 1];
        ky = new double[stages + 1];
        kz = new double[stages + 1];
        denseX = new double[denseTerms];
        denseY = new double[denseTerms];
        denseZ = new double[denseTerms];
        x = start.x();
        y = start.y();
        z = start.z();
        equation.evaluate(x, y, z, startRate);
        evaluations = 1;
    }

    /** Tries a step of length h. */
    final void attempt(double h) {
        this.h = h;
        store(1, startRate);
        computeStages();
    }

    /** Fills the stages from the second, the increments and the end of the step. */
    abstract void computeStages();

    /** The square of the estimated error |e|, before it is compared with a tolerance. */
    abstract double errorSquared();

    /** Makes ṁ at the end of the step known. */
    abstract void finish();

    /** Fills the dense output of a finished step. */
    abstract void prepareDense();

    /** Evaluates stage {@code index} at a point. */
    final void stage(int index, double px, double py, double pz) {
        equation.evaluate(px, py, pz, stageRate);
        evaluations++;
        store(index, stageRate);
    }

    /** Evaluates stage {@code index} at the end of the step. */
    final void endStage(int index) {
        equation.evaluate(endX, endY, endZ, endRate);
        evaluations++;
        store(index, endRate);
    }

    private void store(int index, double[] rate) {
        double r = h / rate[3];
        kx[index] = r * rate[0];
        ky[index] = r * rate[1];
        kz[index] = r * rate[2];
    }

    final void increase(double byX, double byY, double byZ) {
        dx = byX;
        dy = byY;
        dz = byZ;
        endX = x + byX;
        endY = y + byY;
        endZ = z + byZ;
    }

    /** Moves to the end of the finished step. */
    final void advance() {
        double normSquared = endNormSquared();
        leastNormSquared = Math.min(leastNormSquared, normSquared);
        mostNormSquared = Math.max(mostNormSquared, normSquared);
        x = endX;
        y = endY;
        z = endZ;
        double[] reached = endRate;
        endRate = startRate;
        startRate = reached;
    }

    /** h of the last attempt. */
    final double length() {
        return h;
    }

    /** |m|² at the end of the step. */
    final double endNormSquared() {
        return fma(endX, endX, fma(endY, endY, endZ * endZ));
    }

    /** n·ṁ at the end of the finished step. */
    final double endRateAlong(PlaneCrossing plane) {
        return plane.alongNormal(endRate[0], endRate[1], endRate[2]) / endRate[3];
    }

    final Magnetization state() {
        return new Magnetization(x, y, z);
    }

    final Statistics statistics(long steps, long rejected, long otherEvaluations) {
        return Statistics.of(
                steps, rejected, evaluations + otherEvaluations, leastNormSquared, mostNormSquared);
    }
}
