package larmor.validation.hipparchus;

import java.util.function.DoubleFunction;
import larmor.model.Coefficients;
import larmor.model.InvalidInput;
import larmor.model.Magnetization;
import larmor.ode.EqualSteps;
import larmor.ode.ErrorControl;
import larmor.ode.LlgsEquation;
import larmor.ode.NormRange;
import larmor.ode.NumericalFailure;
import larmor.ode.SampleSink;
import larmor.ode.Sampling;
import larmor.ode.Solution;
import larmor.ode.Solver;
import larmor.ode.SolverDescription;
import larmor.ode.Statistics;
import org.hipparchus.exception.Localizable;
import org.hipparchus.exception.LocalizedCoreFormats;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.ode.LocalizedODEFormats;
import org.hipparchus.ode.ODEIntegrator;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.ClassicalRungeKuttaIntegrator;
import org.hipparchus.ode.nonstiff.DormandPrince54Integrator;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.hipparchus.ode.sampling.ODEStateInterpolator;
import org.hipparchus.ode.sampling.ODEStepHandler;

/**
 * An integrator of Hipparchus as a solver of ours.
 *
 * <p>Tolerances are absolute, for each component. Samples come from the interpolation of
 * Hipparchus, which for {@code hipparchus-rk4} is of order 3 only.
 */
public final class HipparchusSolver implements Solver {

    /** What choosing the first step of an adaptive run takes. */
    private static final int FIRST_STEP_EVALUATIONS = 2;

    /** Shorter steps than this end in a failure. */
    private static final double LEAST_STEP = 1e-12;

    private final SolverDescription description;
    private final int evaluationsPerStep;

    /** An integrator for a run of this length; it holds the state of the run. */
    private final DoubleFunction<ODEIntegrator> integrators;

    private HipparchusSolver(
            String id,
            int order,
            boolean adaptive,
            int evaluationsPerStep,
            DoubleFunction<ODEIntegrator> integrators) {
        description = new SolverDescription(id, order, adaptive, 1, "a reference, slow");
        this.evaluationsPerStep = evaluationsPerStep;
        this.integrators = integrators;
    }

    /**
     * The classical Runge–Kutta method.
     *
     * @param stepSize h in t', greater than 0; the steps taken are this long or a little shorter
     * @throws InvalidInput if the step is not a finite number greater than 0
     */
    public static HipparchusSolver rk4(double stepSize) {
        EqualSteps.requireLongest(stepSize);
        return new HipparchusSolver(
                "hipparchus-rk4",
                4,
                false,
                4,
                endTime ->
                        new ClassicalRungeKuttaIntegrator(
                                EqualSteps.dividing(endTime, stepSize).size()));
    }

    /**
     * The Dormand–Prince pair 5(4).
     *
     * @param tolerance from 1e-16 to 1
     * @throws InvalidInput if it is not
     */
    public static HipparchusSolver dopri5(double tolerance) {
        return dopri5(ErrorControl.of(tolerance));
    }

    /** The same with a limit to its steps. The norm of the error is Hipparchus' own. */
    public static HipparchusSolver dopri5(ErrorControl control) {
        return new HipparchusSolver(
                "hipparchus-dopri5",
                5,
                true,
                6,
                endTime ->
                        limited(
                                new DormandPrince54Integrator(
                                        LEAST_STEP, endTime, control.tolerance(), 0),
                                control,
                                6));
    }

    /**
     * The Dormand–Prince method 8(5,3).
     *
     * @param tolerance from 1e-16 to 1
     * @throws InvalidInput if it is not
     */
    public static HipparchusSolver dop853(double tolerance) {
        return dop853(ErrorControl.of(tolerance));
    }

    /** The same with a limit to its steps. The norm of the error is Hipparchus' own. */
    public static HipparchusSolver dop853(ErrorControl control) {
        return new HipparchusSolver(
                "hipparchus-dop853",
                8,
                true,
                15,
                endTime ->
                        limited(
                                new DormandPrince853Integrator(
                                        LEAST_STEP, endTime, control.tolerance(), 0),
                                control,
                                15));
    }

    private static ODEIntegrator limited(
            ODEIntegrator integrator, ErrorControl control, int evaluationsPerStep) {
        // Hipparchus counts in an int.
        long steps = Math.min(control.mostSteps(), Integer.MAX_VALUE);
        long evaluations = FIRST_STEP_EVALUATIONS + evaluationsPerStep * steps;
        integrator.setMaxEvaluations((int) Math.min(evaluations, Integer.MAX_VALUE));
        return integrator;
    }

    @Override
    public SolverDescription description() {
        return description;
    }

    @Override
    public void requireReachable(double endTime, Sampling sampling) {
        if (!description.adaptive() && endTime > 0) {
            // Samples are interpolated: the steps divide the whole.
            ODEIntegrator _ = integrators.apply(endTime);
        }
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
        Recorder recorder = new Recorder(start, endTime, sampling, sink);
        if (endTime == 0) {
            return new Solution.Completed(start, new Statistics(0, 0, 0, 0));
        }
        ODEIntegrator integrator = integrators.apply(endTime);
        integrator.addStepHandler(recorder);
        double[] m = {start.x(), start.y(), start.z()};
        try {
            integrator.integrate(
                    new Equation(new LlgsEquation(coefficients)), new ODEState(0, m), endTime);
        } catch (NormLost e) {
            return failed(e.kind, recorder, integrator);
        } catch (MathIllegalStateException e) {
            return failed(kind(e.getSpecifier(), e), recorder, integrator);
        } catch (MathIllegalArgumentException e) {
            return failed(kind(e.getSpecifier(), e), recorder, integrator);
        }
        return new Solution.Completed(recorder.last, statistics(recorder, integrator));
    }

    private Solution failed(
            NumericalFailure.Kind kind, Recorder recorder, ODEIntegrator integrator) {
        return new Solution.Failed(
                new NumericalFailure(kind, recorder.time, recorder.last),
                statistics(recorder, integrator));
    }

    private static NumericalFailure.Kind kind(Localizable reason, RuntimeException exception) {
        if (reason == LocalizedODEFormats.NAN_APPEARING_DURING_INTEGRATION) {
            return NumericalFailure.Kind.NON_FINITE;
        }
        if (reason == LocalizedODEFormats.MINIMAL_STEPSIZE_REACHED_DURING_INTEGRATION) {
            return NumericalFailure.Kind.STEP_UNDERFLOW;
        }
        if (reason == LocalizedCoreFormats.MAX_COUNT_EXCEEDED) {
            return NumericalFailure.Kind.STEP_LIMIT;
        }
        throw exception;
    }

    /**
     * Hipparchus counts evaluations only, of which an adaptive run makes two before its first step.
     */
    private Statistics statistics(Recorder recorder, ODEIntegrator integrator) {
        long evaluations = integrator.getEvaluations();
        long rejected =
                description.adaptive()
                        ? (evaluations - FIRST_STEP_EVALUATIONS) / evaluationsPerStep
                                - recorder.steps
                        : 0;
        return new Statistics(recorder.steps, rejected, evaluations, recorder.normError);
    }

    private record Equation(LlgsEquation equation) implements OrdinaryDifferentialEquation {

        @Override
        public int getDimension() {
            return 3;
        }

        @Override
        public double[] computeDerivatives(double time, double[] m) {
            double[] rate = new double[3];
            equation.rate(m, rate);
            return rate;
        }
    }

    /** Ends an integration from within. */
    private static final class NormLost extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final NumericalFailure.Kind kind;

        NormLost(double normSquared) {
            super("|m|² = " + normSquared);
            kind =
                    Double.isFinite(normSquared)
                            ? NumericalFailure.Kind.STEP_TOO_LARGE
                            : NumericalFailure.Kind.NON_FINITE;
        }
    }

    /**
     * Counts steps, reports samples and remembers the last good state. A step may not lose the norm
     * further than one of ours.
     */
    private static final class Recorder implements ODEStepHandler {

        private final double endTime;
        private final Sampling sampling;
        private final SampleSink sink;
        private int next;
        private long steps;
        private double normError;
        private double time;
        private Magnetization last;

        Recorder(Magnetization start, double endTime, Sampling sampling, SampleSink sink) {
            this.endTime = endTime;
            this.sampling = sampling;
            this.sink = sink;
            last = start;
            while (next < sampling.count() && sampling.time(next) <= 0) {
                sink.accept(next, sampling.time(next), start.x(), start.y(), start.z());
                next++;
            }
        }

        @Override
        public void handleStep(ODEStateInterpolator interpolator) {
            ODEStateAndDerivative reached = interpolator.getCurrentState();
            double[] m = reached.getPrimaryState();
            double normSquared = m[0] * m[0] + m[1] * m[1] + m[2] * m[2];
            if (!NormRange.contains(normSquared)) {
                throw new NormLost(normSquared);
            }
            time = reached.getTime();
            last = new Magnetization(m[0], m[1], m[2]);
            steps++;
            normError = Math.max(normError, Math.abs(last.norm() - 1));
            while (next < sampling.count() && (sampling.time(next) <= time || time == endTime)) {
                double[] sample =
                        interpolator
                                .getInterpolatedState(Math.min(sampling.time(next), time))
                                .getPrimaryState();
                sink.accept(next, sampling.time(next), sample[0], sample[1], sample[2]);
                next++;
            }
        }
    }
}
