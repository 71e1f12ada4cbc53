package larmor.ode;

import larmor.model.Magnetization;

/** Integrates one trajectory with steps chosen by error control. */
final class AdaptiveRun {

    private final EmbeddedStep step;
    private final ErrorControl control;
    private final StepControl stepControl;
    private final double endTime;
    private final StepListener<? super EmbeddedStep> listener;
    private double time;
    private long accepted;
    private long rejected;

    AdaptiveRun(
            EmbeddedStep step,
            ErrorControl control,
            StepControl stepControl,
            double endTime,
            StepListener<? super EmbeddedStep> listener) {
        this.step = step;
        this.control = control;
        this.stepControl = stepControl;
        this.endTime = endTime;
        this.listener = listener;
    }

    Solution from(double firstStep) {
        double inverseToleranceSquared = control.inverseToleranceSquared();
        // Of the step before the first, as if it had been just good enough.
        double inverseLastErrorSquared = 1;
        double length = firstStep;
        while (time < endTime) {
            double remaining = endTime - time;
            boolean last = length * StepControl.LAST_STEP_STRETCH >= remaining;
            if (!last && !(time + StepControl.CLOCK_SHARE * length > time)) {
                // Shortening a step does not help where the equation has no finite value.
                return failed(step.failure(NumericalFailure.Kind.STEP_UNDERFLOW));
            }
            if (accepted + rejected >= control.mostSteps()) {
                return failed(NumericalFailure.Kind.STEP_LIMIT);
            }
            double stepEnd = last ? endTime : time + length;
            // What the clock really advances by, so that its rounding is no error of time.
            double h = stepEnd - time;
            step.attempt(h);
            double errorSquared =
                    step.errorSquared()
                            * (inverseToleranceSquared
                                    / control.norm().scaleSquared(step.x, step.y));
            double limited = StepControl.limited(errorSquared);
            length = h * stepControl.factor(limited, inverseLastErrorSquared);
            // False for NaN.
            if (errorSquared <= 1) {
                // A large tolerance, or small errors of very many steps, may lose m.
                if (!NormRange.contains(step.endNormSquared())) {
                    return failed(step.failure(NumericalFailure.Kind.STEP_TOO_LARGE));
                }
                step.finish();
                double reached = listener.inspect(step, time, stepEnd);
                step.advance();
                accepted++;
                time = reached;
                inverseLastErrorSquared = 1 / limited;
                if (reached < stepEnd) {
                    break;
                }
            } else {
                rejected++;
            }
        }
        return new Solution.Completed(step.state(), statistics());
    }

    private Solution failed(NumericalFailure.Kind kind) {
        Magnetization lastGood = step.state();
        return new Solution.Failed(new NumericalFailure(kind, time, lastGood), statistics());
    }

    private Statistics statistics() {
        return step.statistics(accepted, rejected, FirstStep.EVALUATIONS);
    }
}
