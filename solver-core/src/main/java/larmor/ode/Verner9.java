package larmor.ode;

import larmor.model.Coefficients;
import larmor.model.Magnetization;

/**
 * Verner's method of order 9 at fixed step: the least work for a high accuracy, because the speed
 * along the orbit of an oscillator is nearly uniform and an estimate of the error has little to
 * add.
 *
 * <p>Fifteen evaluations a step. Coefficients and source: {@link Verner9Tableau}. Every sample lies
 * on a step, as for {@link Rk4}. m is not renormalised.
 */
public final class Verner9 implements Solver {

    private final double stepSize;

    /**
     * @param stepSize h in t', greater than 0; the steps taken are this long or a little shorter
     * @throws larmor.model.InvalidInput if the step is not a finite number greater than 0
     */
    public Verner9(double stepSize) {
        this.stepSize = EqualSteps.requireLongest(stepSize);
    }

    /** The longest step in t'. */
    public double stepSize() {
        return stepSize;
    }

    @Override
    public SolverDescription description() {
        return new SolverDescription(
                "verner9", Verner9Tableau.ORDER, false, 1, "least work for high accuracy");
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
        Verner9Step step = new Verner9Step(coefficients, start);
        return new FixedRun(step, stepSize, StepListener.NONE).to(endTime, sampling, sink);
    }
}
