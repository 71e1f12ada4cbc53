package larmor.ode;

import larmor.model.Coefficients;
import larmor.model.Magnetization;

/**
 * The method of Dormand and Prince of order 5 with steps chosen by an error estimate of order 4.
 *
 * <p>Seven stages, the last of which is the first of the next step: six evaluations a step. Dense
 * output of order 4 at no further evaluation. Coefficients and sources: {@link Dopri5Tableau}; step
 * control: {@link StepControl}, {@link FirstStep}.
 *
 * <p>m is not renormalised: the equation keeps |m|, and how well a run does so is a check of it.
 */
public final class Dopri5 implements CrossingSolver {

    private final ErrorControl control;

    /** With this error control. */
    public Dopri5(ErrorControl control) {
        this.control = control;
    }

    /**
     * With this tolerance, relative to the transverse amplitude.
     *
     * @throws larmor.model.InvalidInput if the tolerance is not from 1e-16 to 1
     */
    public Dopri5(double tolerance) {
        this(ErrorControl.of(tolerance));
    }

    /** What chooses the steps. */
    public ErrorControl control() {
        return control;
    }

    @Override
    public SolverDescription description() {
        return new SolverDescription(
                "dopri5", Dopri5Tableau.ORDER, true, 1, "moderate accuracy, error control");
    }

    @Override
    public void requireReachable(double endTime, Sampling sampling) {
        // Nobody knows before the run how long its steps will be.
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
        DenseSampler sampler = new DenseSampler(sampling, sink, endTime);
        sampler.begin(start);
        return run(coefficients, start, endTime, sampler);
    }

    @Override
    public Solution integrate(
            Coefficients coefficients,
            Magnetization start,
            double endTime,
            PlaneCrossing plane,
            CrossingSink sink) {
        Sampling.requireEndTime(endTime);
        return run(coefficients, start, endTime, new CrossingLocator(plane, sink));
    }

    private Solution run(
            Coefficients coefficients,
            Magnetization start,
            double endTime,
            StepListener<? super EmbeddedStep> listener) {
        double firstStep = FirstStep.choose(coefficients, start, control, Dopri5Tableau.ORDER);
        Dopri5Step step = new Dopri5Step(coefficients, start);
        return new AdaptiveRun(step, control, StepControl.DOPRI5, endTime, listener)
                .from(firstStep);
    }
}
