package larmor.ode;

import static java.lang.Math.fma;

import larmor.model.Coefficients;
import larmor.model.Magnetization;

/**
 * The state of one trajectory and one step of a Runge–Kutta method from it. A step is tried with
 * {@link #attempt}, may be looked at while m still stands at its start, and is taken with {@link
 * #advance}.
 *
 * <p>The stages are kept as h k_i. Because the equation gives k as numerators over a denominator D,
 * h enters through the one division h/D.
 */
abstract class RungeKuttaStep {

    /** Where the stages of m_x, m_y and m_z begin. */
    static final int X = 0;

    static final int Y = 17;

    static final int Z = 34;

    /**
     * h k_i of a component at index i after its beginning, i counting from 1 as the tableau does.
     * One array, so that the compiler sees that its elements are distinct and keeps them in
     * registers.
     */
    final double[] k = new double[51];

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

    private final LlgsEquation equation;
    private final double[] stageRate = new double[4];

    /** The numerators of ṁ and 1/D at the start and, once finished, at the end of the step. */
    private double[] startRate = new double[4];

    private double[] endRate = new double[4];
    private double h;
    private long evaluations;
    private double leastNormSquared = 1;
    private double mostNormSquared = 1;

    RungeKuttaStep(Coefficients coefficients, Magnetization start) {
        equation = new LlgsEquation(coefficients);
        x = start.x();
        y = start.y();
        z = start.z();
        evaluate(x, y, z, startRate);
    }

    /** Tries a step of length h. */
    final void attempt(double h) {
        this.h = h;
        store(1, startRate, h * startRate[3]);
        computeStages();
    }

    /** Fills the stages from the second, the increments and the end of the step. */
    abstract void computeStages();

    /** Makes ṁ at the end of the step known. */
    abstract void finish();

    /** Evaluates stage {@code index} at a point. */
    final void stage(int index, double px, double py, double pz) {
        equation.evaluate(px, py, pz, stageRate);
        evaluations++;
        store(index, stageRate, h / stageRate[3]);
    }

    /** Evaluates stage {@code index} at the end of the step. */
    final void endStage(int index) {
        evaluate(endX, endY, endZ, endRate);
        store(index, endRate, h * endRate[3]);
    }

    /** Leaves 1/D, for this step and for the next. */
    private void evaluate(double px, double py, double pz, double[] rate) {
        equation.evaluate(px, py, pz, rate);
        evaluations++;
        rate[3] = 1 / rate[3];
    }

    private void store(int index, double[] rate, double r) {
        // Read before the first store: for all the compiler knows, rate and k are the same array.
        double kx = r * rate[0];
        double ky = r * rate[1];
        double kz = r * rate[2];
        k[X + index] = kx;
        k[Y + index] = ky;
        k[Z + index] = kz;
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

    /** What a run fails with after this step: this, or that its end is not finite. */
    final NumericalFailure.Kind failure(NumericalFailure.Kind ifFinite) {
        return Double.isFinite(endNormSquared()) ? ifFinite : NumericalFailure.Kind.NON_FINITE;
    }

    /** n·ṁ at the end of the finished step. */
    final double endRateAlong(PlaneCrossing plane) {
        return plane.alongNormal(endRate[0], endRate[1], endRate[2]) * endRate[3];
    }

    final Magnetization state() {
        return new Magnetization(x, y, z);
    }

    final Statistics statistics(long steps, long rejected, long otherEvaluations) {
        return Statistics.of(
                steps, rejected, evaluations + otherEvaluations, leastNormSquared, mostNormSquared);
    }
}
