package larmor.orbit;

import static larmor.orbit.SphericalFrame.dot;

import larmor.ode.SystemStep;

/**
 * A trajectory on its way to the plane of a meridian, forward or backward in time. The first three
 * components of its state are m.
 */
final class Passage {

    /** The time of the crossing is known to this share of a step. */
    private static final double TIME_ACCURACY = 1e-14;

    /** A trajectory slower than 1e-8 ends in a static state; none passes a saddle so closely. */
    private static final double LEAST_RATE_SQUARED = 1e-16;

    private static final int MOST_ITERATIONS = 60;

    /** Newton's method needs a handful; after these the bracket is halved instead. */
    private static final int NEWTON_ITERATIONS = 20;

    private final SystemStep step;
    private final SphericalFrame frame;
    private final double stepSize;
    private final long mostSteps;
    private final StepBudget budget;
    private long steps;

    /**
     * @param step where the trajectory starts
     * @param frame of a point of the meridian
     * @param stepSize in t', negative to go back
     * @param longest |t'| after which to give up
     * @param budget when to give up at the latest
     */
    Passage(
            SystemStep step,
            SphericalFrame frame,
            double stepSize,
            double longest,
            StepBudget budget) {
        this.step = step;
        this.frame = frame;
        this.stepSize = stepSize;
        this.budget = budget;
        mostSteps = (long) Math.ceil(longest / Math.abs(stepSize));
    }

    /**
     * Steps until the next one would cross the plane, from the side where m leaves the meridian
     * towards larger azimuth (side 1) or from the other (side −1).
     *
     * @return m·ê_ρ at the end of that step: above 0 on the half of the plane that holds the
     *     meridian; 0 if there is none
     */
    double follow(int side) {
        while (steps < mostSteps && budget.take()) {
            step.attempt(stepSize);
            double distance = side * distance();
            if (!(distance > 0)) {
                // False for NaN as well.
                return distance <= 0 ? alongMeridian() : 0;
            }
            if (atRest()) {
                return 0;
            }
            advance();
        }
        return 0;
    }

    /** Goes on behind the crossing that {@link #follow} has found. */
    void advance() {
        step.advance();
        steps++;
    }

    /**
     * Leaves the step at the crossing that {@link #follow} has found.
     *
     * @return t' there
     */
    double arrive(int side) {
        double low = 0;
        double high = 1;
        double guess = 1 - distance() / rateAcross() / stepSize;
        for (int i = 0; i < MOST_ITERATIONS; i++) {
            if (!(guess > low && guess < high)) {
                guess = 0.5 * (low + high);
            }
            step.attempt(guess * stepSize);
            if (side * distance() > 0) {
                low = guess;
            } else {
                high = guess;
            }
            double next = guess - distance() / rateAcross() / stepSize;
            if (Math.abs(next - guess) <= TIME_ACCURACY) {
                break;
            }
            guess = i < NEWTON_ITERATIONS ? next : 0.5 * (low + high);
        }
        return (steps + guess) * stepSize;
    }

    private boolean atRest() {
        double[] rate = {step.endRate(0), step.endRate(1), step.endRate(2)};
        return dot(rate, rate) < LEAST_RATE_SQUARED;
    }

    /** n·m, n being ê_φ of the meridian, at the end of the last step. */
    double distance() {
        return dot(frame.azimuthal, new double[] {step.end(0), step.end(1), step.end(2)});
    }

    /** n·ṁ at the end of the last step. */
    double rateAcross() {
        return dot(
                frame.azimuthal, new double[] {step.endRate(0), step.endRate(1), step.endRate(2)});
    }

    /** m·ê_ρ of the meridian at the end of the last step. */
    double alongMeridian() {
        return frame.azimuthal[1] * step.end(0) - frame.azimuthal[0] * step.end(1);
    }

    /** θ at the end of the last step. */
    double polarAngle() {
        double x = step.end(0);
        double y = step.end(1);
        return StrictMath.atan2(Math.sqrt(x * x + y * y), step.end(2));
    }
}
