package larmor.sweep;

import java.util.OptionalDouble;
import larmor.model.Device;
import larmor.model.InvalidInput;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import larmor.model.Rounded;
import larmor.ode.Sampling;

/**
 * How each run of a sweep goes: from one initial state to an end time, observed over the last
 * window.
 *
 * @param initial where it starts
 * @param endTime t' at the end, greater than 0
 * @param window length of the observed stretch before the end, greater than 0, at most the end time
 * @param sampleInterval distance of samples in the window
 */
public record SweepProtocol(
        InitialState initial, double endTime, double window, double sampleInterval) {

    /** The angle δ of a small tilt, where none is given. */
    public static final double DEFAULT_TILT = 0.01;

    /** m(0) of the paper: near +ẑ, tilted by a hundredth. */
    public static final Magnetization PAPER_INITIAL =
            Magnetization.normalized("--initial", DEFAULT_TILT, 0, 1);

    /** t' at the end of the paper's runs. */
    public static final double PAPER_END_TIME = 5e4;

    /** The share of a run that is observed, as in the paper. */
    public static final double PAPER_WINDOW_SHARE = 0.1;

    /** The same in words. */
    private static final String LAST_SHARE =
            " in its last " + Rounded.of(100 * PAPER_WINDOW_SHARE) + " %";

    /** The step of a solver at fixed step where none is given, for the paper's device. */
    private static final double LONGEST_STEP = 0.05;

    /** The angle that m may turn by in a default step: 0.05 for the paper's device. */
    private static final double RADIANS_PER_STEP = 0.07;

    /** The angle that m may turn by between samples, if the step allows: five steps of those. */
    private static final double RADIANS_PER_SAMPLE = 0.35;

    /** So that a step of a fifth is one, whatever its last bit. */
    private static final double STEP_SLACK = 1e-9;

    private static final int FEWEST_SAMPLES = 256;
    private static final double MOST_SAMPLES = 1 << 22;

    /**
     * @throws InvalidInput naming the flag at fault
     */
    public SweepProtocol {
        requireEndTime(endTime);
        if (!(window > 0 && window <= endTime)) {
            throw new InvalidInput(
                    "--window",
                    "must be above 0 and at most --time = " + endTime + ", not " + window);
        }
        requireSamples("--window", "", 1, window, sampleInterval);
    }

    /**
     * Runs that are observed over the same share at their end as the paper's are.
     *
     * @throws InvalidInput naming the time where that share is too short or too long
     */
    public static SweepProtocol observedAtTheEnd(
            InitialState initial, double endTime, double sampleInterval) {
        requireEndTime(endTime);
        double window = PAPER_WINDOW_SHARE * endTime;
        requireSamples("--time", LAST_SHARE, PAPER_WINDOW_SHARE, window, sampleInterval);
        return new SweepProtocol(initial, endTime, window, sampleInterval);
    }

    private static void requireEndTime(double endTime) {
        if (!(endTime > 0 && endTime < Double.POSITIVE_INFINITY)) {
            throw new InvalidInput("--time", "must be a finite number above 0, not " + endTime);
        }
    }

    /**
     * Requires as many samples as a frequency takes, and as the memory holds.
     *
     * @param flag what was given
     * @param where in it the window lies
     * @param share of it that the window is
     */
    private static void requireSamples(
            String flag, String where, double share, double window, double sampleInterval) {
        double samples = window / sampleInterval;
        if (!(samples >= FEWEST_SAMPLES && samples <= MOST_SAMPLES)) {
            throw new InvalidInput(
                    flag,
                    "must be from "
                            + Rounded.up(FEWEST_SAMPLES * sampleInterval / share)
                            + " to "
                            + Rounded.down(MOST_SAMPLES * sampleInterval / share)
                            + ", for "
                            + FEWEST_SAMPLES
                            + " to "
                            + (long) MOST_SAMPLES
                            + " samples"
                            + where
                            + ", one every "
                            + Rounded.of(sampleInterval)
                            + ", not "
                            + Rounded.of(window / share));
        }
    }

    /** The same start for every run. */
    public SweepProtocol(
            Magnetization initial, double endTime, double window, double sampleInterval) {
        this(new InitialState.Fixed(initial, DEFAULT_TILT), endTime, window, sampleInterval);
    }

    /** The protocol of GLD Appendix B. */
    public static SweepProtocol paper(SweepPlan plan, double stepSize) {
        return paper(plan, OptionalDouble.of(stepSize));
    }

    /** The same where the solver may adapt: then there is no step. */
    public static SweepProtocol paper(SweepPlan plan, OptionalDouble stepSize) {
        return paper(plan.fastestPrecession(), stepSize);
    }

    /** The same for the paper's own device. */
    public static SweepProtocol paper(double stepSize) {
        return paper(Oscillator.of(Device.PAPER).fastestPrecession(), OptionalDouble.of(stepSize));
    }

    private static SweepProtocol paper(double fastestPrecession, OptionalDouble stepSize) {
        return new SweepProtocol(
                PAPER_INITIAL,
                PAPER_END_TIME,
                PAPER_WINDOW_SHARE * PAPER_END_TIME,
                sampleInterval(fastestPrecession, stepSize));
    }

    /** A step that resolves the fastest precession of a plan: at most 0.05, 0.07 radians. */
    public static double defaultStep(SweepPlan plan) {
        return Math.min(LONGEST_STEP, RADIANS_PER_STEP / plan.fastestPrecession());
    }

    /**
     * A distance of samples that resolves the fastest precession of a plan.
     *
     * @param fastestPrecession of the plan
     * @param stepSize of a solver at fixed step, of which the distance is a multiple; empty for one
     *     that adapts
     */
    public static double sampleInterval(double fastestPrecession, OptionalDouble stepSize) {
        double longest =
                Math.min(
                        RADIANS_PER_SAMPLE / RADIANS_PER_STEP * LONGEST_STEP,
                        RADIANS_PER_SAMPLE / fastestPrecession);
        if (stepSize.isEmpty()) {
            return longest;
        }
        double step = stepSize.getAsDouble();
        return step * Math.max(1, Math.floor(longest / step * (1 + STEP_SLACK)));
    }

    /** The longest step at which a window of this length still holds enough samples. */
    public static double longestStep(double window) {
        return window / FEWEST_SAMPLES;
    }

    /** The samples of the window, from its start to one interval before the end. */
    public Sampling sampling() {
        int intervals = (int) Math.round(window / sampleInterval);
        double interval = window / intervals;
        return new Sampling(endTime - window, interval, intervals);
    }
}
