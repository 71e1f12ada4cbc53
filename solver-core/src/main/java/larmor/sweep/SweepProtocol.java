package larmor.sweep;

import larmor.model.InvalidInput;
import larmor.model.Magnetization;
import larmor.ode.Sampling;

/**
 * How each run of a sweep goes: from one initial state to an end time, observed over the last
 * window.
 *
 * @param initial m(0)
 * @param endTime t' at the end, greater than 0
 * @param window length of the observed stretch before the end, greater than 0, at most the end time
 * @param sampleInterval distance of samples in the window
 */
public record SweepProtocol(
        Magnetization initial, double endTime, double window, double sampleInterval) {

    /** Every so many steps a sample is taken. */
    private static final int STEPS_PER_SAMPLE = 5;

    private static final int FEWEST_SAMPLES = 256;
    private static final double MOST_SAMPLES = 1 << 24;

    /**
     * @throws InvalidInput naming the flag at fault
     */
    public SweepProtocol {
        if (!(endTime > 0 && endTime < Double.POSITIVE_INFINITY)) {
            throw new InvalidInput("--time", "must be a finite number above 0, not " + endTime);
        }
        if (!(window > 0 && window <= endTime)) {
            throw new InvalidInput(
                    "--window",
                    "must be above 0 and at most --time = " + endTime + ", not " + window);
        }
        double samples = window / sampleInterval;
        if (!(samples >= FEWEST_SAMPLES && samples <= MOST_SAMPLES)) {
            throw new InvalidInput(
                    "--window",
                    "must hold from "
                            + FEWEST_SAMPLES
                            + " to "
                            + (long) MOST_SAMPLES
                            + " samples, one every "
                            + sampleInterval
                            + ", not "
                            + (long) samples);
        }
    }

    /** The protocol of GLD Appendix B: to t' = 5×10⁴, observed over the last 5×10³. */
    public static SweepProtocol paper(double stepSize) {
        return of(Magnetization.normalized("--initial", 0.01, 0, 1), 5e4, 5e3, stepSize);
    }

    /** A protocol that samples every fifth step. */
    public static SweepProtocol of(
            Magnetization initial, double endTime, double window, double stepSize) {
        return new SweepProtocol(initial, endTime, window, STEPS_PER_SAMPLE * stepSize);
    }

    /** The samples of the window; the last falls on the end. */
    public Sampling sampling() {
        int intervals = (int) Math.round(window / sampleInterval);
        double interval = window / intervals;
        return new Sampling(endTime - window, interval, intervals);
    }
}
