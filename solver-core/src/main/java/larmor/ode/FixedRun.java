package larmor.ode;

/** Integrates one trajectory with equal steps between the times at which its state is asked for. */
final class FixedRun {

    private final RungeKuttaStep step;
    private final double stepSize;
    private final StepListener<RungeKuttaStep> listener;
    private double time;
    private long steps;
    private boolean ended;

    FixedRun(RungeKuttaStep step, double stepSize, StepListener<RungeKuttaStep> listener) {
        this.step = step;
        this.stepSize = stepSize;
        this.listener = listener;
    }

    Solution to(double endTime, Sampling sampling, SampleSink sink) {
        for (int index = 0; index < sampling.count(); index++) {
            double sample = sampling.time(index);
            if (!advanceTo(sample)) {
                return failed();
            }
            sink.accept(index, sample, step.x, step.y, step.z);
        }
        return advanceTo(endTime) ? new Solution.Completed(step.state(), statistics()) : failed();
    }

    /** Whether the target was reached, or the listener ended the run before it. */
    private boolean advanceTo(double target) {
        double span = target - time;
        if (!(span > 0)) {
            return true;
        }
        EqualSteps equal = EqualSteps.dividing(span, stepSize);
        long count = equal.count();
        double h = equal.size();
        double from = time;
        for (long taken = 1; taken <= count && !ended; taken++) {
            step.attempt(h);
            if (!NormRange.contains(step.endNormSquared())) {
                return false;
            }
            step.finish();
            double stepEnd = taken == count ? target : from + taken * h;
            double reached = listener.inspect(step, time, stepEnd);
            step.advance();
            steps++;
            time = reached;
            ended = reached < stepEnd;
        }
        return true;
    }

    private Solution failed() {
        NumericalFailure.Kind kind = step.failure(NumericalFailure.Kind.STEP_TOO_LARGE);
        return new Solution.Failed(new NumericalFailure(kind, time, step.state()), statistics());
    }

    private Statistics statistics() {
        return step.statistics(steps, 0, 0);
    }
}
