package larmor.ode;

/**
 * Finds the crossing of a plane within a step by Newton's method on the length of the step, kept
 * within the bracket by bisection: each iteration is a step of its own from the same start.
 */
final class CrossingLocator implements StepListener<RungeKuttaStep> {

    /** The length of the step is known to a tenth of what is promised. */
    private static final double TIME_ACCURACY = 1e-13;

    /** Newton's method needs a handful; after these the bracket is halved instead. */
    private static final int NEWTON_ITERATIONS = 20;

    private final PlaneCrossing plane;
    private final CrossingSink sink;

    CrossingLocator(PlaneCrossing plane, CrossingSink sink) {
        this.plane = plane;
        this.sink = sink;
    }

    @Override
    public double inspect(RungeKuttaStep step, double start, double end) {
        double from = plane.distance(step.x, step.y, step.z);
        double to = endDistance(step);
        if (!plane.crossedBetween(from, to)) {
            return end;
        }
        double length = step.length();
        double crossing = locate(step, length, from, to);
        if (!sink.accept(start + crossing, step.endX, step.endY, step.endZ)) {
            return start + crossing;
        }
        step.attempt(length);
        step.finish();
        return end;
    }

    /** Leaves the step at the crossing and returns its length. */
    private double locate(RungeKuttaStep step, double length, double from, double to) {
        double low = 0;
        double high = length;
        double guess = length * (from / (from - to));
        for (int iteration = 0; ; iteration++) {
            step.attempt(guess);
            step.finish();
            double distance = endDistance(step);
            if ((distance < 0) == (from < 0)) {
                low = guess;
            } else {
                high = guess;
            }
            double newton = guess - distance / step.endRateAlong(plane);
            boolean trusted = newton >= low && newton <= high && iteration < NEWTON_ITERATIONS;
            double next = trusted ? newton : 0.5 * (low + high);
            if (Math.abs(next - guess) <= TIME_ACCURACY) {
                return guess;
            }
            guess = next;
        }
    }

    private double endDistance(RungeKuttaStep step) {
        return plane.distance(step.endX, step.endY, step.endZ);
    }
}
