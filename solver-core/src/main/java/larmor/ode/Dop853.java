package larmor.ode;

import java.util.Optional;
import java.util.OptionalDouble;
import larmor.model.Coefficients;
import larmor.model.Magnetization;

/**
 * The method of Dormand and Prince of order 8, either with steps chosen by error estimates of order
 * 5 and 3 or at fixed step.
 *
 * <p>Twelve evaluations a step, eleven for a rejected one. Dense output of order 7 with three more,
 * made only in steps that hold a sample. Coefficients and sources: {@link Dop853Tableau}; step
 * control: {@link StepControl}, {@link FirstStep}.
 *
 * <p>At fixed step every sample lies on a step, as for {@link Rk4}. The speed along the orbit of an
 * oscillator is nearly uniform, so that a fixed step is no waste.
 *
 * <p>m is not renormalised: the equation keeps |m|, and how well a run does so is a check of it.
 */
public final class Dop853 implements CrossingSolver {

    private final Mode mode;

    private Dop853(Mode mode) {
        this.mode = mode;
    }

    /** Steps chosen by this error control. */
    public Dop853(ErrorControl control) {
        this(new Adaptive(control));
    }

    /**
     * Steps chosen by this tolerance, relative to the transverse amplitude.
     *
     * @throws larmor.model.InvalidInput if the tolerance is not from 1e-16 to 1
     */
    public static Dop853 withTolerance(double tolerance) {
        return new Dop853(ErrorControl.of(tolerance));
    }

    /**
     * Fixed steps.
     *
     * @param stepSize h in t', greater than 0; the steps taken are this long or a little shorter
     * @throws larmor.model.InvalidInput if the step is not a finite number greater than 0
     */
    public static Dop853 withStep(double stepSize) {
        return new Dop853(new Fixed(EqualSteps.requireLongest(stepSize)));
    }

    /** The longest step in t'; empty where the steps are chosen by error control. */
    public OptionalDouble stepSize() {
        return mode instanceof Fixed fixed
                ? OptionalDouble.of(fixed.stepSize())
                : OptionalDouble.empty();
    }

    /** What chooses the steps; empty at fixed step. */
    public Optional<ErrorControl> control() {
        return mode instanceof Adaptive adaptive
                ? Optional.of(adaptive.control())
                : Optional.empty();
    }

    @Override
    public SolverDescription description() {
        return new SolverDescription(
                "dop853",
                Dop853Tableau.ORDER,
                mode instanceof Adaptive,
                1,
                "high accuracy; a fixed step as well");
    }

    @Override
    public void requireReachable(double endTime, Sampling sampling) {
        stepSize().ifPresent(step -> EqualSteps.requireDividing(endTime, sampling, step));
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
        return mode.integrate(coefficients, start, endTime, sampling, sink);
    }

    @Override
    public Solution integrate(
            Coefficients coefficients,
            Magnetization start,
            double endTime,
            PlaneCrossing plane,
            CrossingSink sink) {
        Sampling.requireEndTime(endTime);
        return mode.integrate(coefficients, start, endTime, new CrossingLocator(plane, sink));
    }

    /** How the steps are chosen. */
    private sealed interface Mode {

        Solution integrate(
                Coefficients coefficients,
                Magnetization start,
                double endTime,
                Sampling sampling,
                SampleSink sink);

        Solution integrate(
                Coefficients coefficients,
                Magnetization start,
                double endTime,
                StepListener<RungeKuttaStep> listener);
    }

    private record Adaptive(ErrorControl control) implements Mode {

        @Override
        public Solution integrate(
                Coefficients coefficients,
                Magnetization start,
                double endTime,
                Sampling sampling,
                SampleSink sink) {
            DenseSampler sampler = new DenseSampler(sampling, sink, endTime);
            sampler.begin(start);
            return run(coefficients, start, endTime, sampler);
        }

        @Override
        public Solution integrate(
                Coefficients coefficients,
                Magnetization start,
                double endTime,
                StepListener<RungeKuttaStep> listener) {
            return run(coefficients, start, endTime, listener);
        }

        private Solution run(
                Coefficients coefficients,
                Magnetization start,
                double endTime,
                StepListener<? super EmbeddedStep> listener) {
            double firstStep = FirstStep.choose(coefficients, start, control, Dop853Tableau.ORDER);
            Dop853Step step = new Dop853Step(coefficients, start);
            return new AdaptiveRun(step, control, StepControl.DOP853, endTime, listener)
                    .from(firstStep);
        }
    }

    private record Fixed(double stepSize) implements Mode {

        @Override
        public Solution integrate(
                Coefficients coefficients,
                Magnetization start,
                double endTime,
                Sampling sampling,
                SampleSink sink) {
            Dop853Step step = new Dop853Step(coefficients, start);
            return new FixedRun(step, stepSize, StepListener.NONE).to(endTime, sampling, sink);
        }

        @Override
        public Solution integrate(
                Coefficients coefficients,
                Magnetization start,
                double endTime,
                StepListener<RungeKuttaStep> listener) {
            Dop853Step step = new Dop853Step(coefficients, start);
            return new FixedRun(step, stepSize, listener)
                    .to(endTime, Sampling.NONE, SampleSink.IGNORE);
        }
    }
}
