package larmor.bench.choice;

import java.util.Locale;
import java.util.Optional;
import larmor.model.InvalidInput;
import larmor.model.Rounded;

/**
 * What a solver is looked up for in a profile.
 *
 * @param quantity what has to be accurate
 * @param accuracy its largest error
 * @param batch how many trajectories run at once
 * @param time t' at the end
 * @param threads how many may be used
 */
public record Use(Quantity quantity, double accuracy, long batch, double time, int threads) {

    /**
     * An answer for a batch of another size by more than this factor is none: lanes would be empty
     * that were full, or the other way round.
     */
    private static final double MOST_BATCH_RATIO = 8;

    /**
     * @throws InvalidInput naming the flag at fault
     */
    public Use {
        Question.requireAccuracy(accuracy);
        if (!(time >= 0 && time < Double.POSITIVE_INFINITY)) {
            throw new InvalidInput("--time", "must be finite and at least 0, not " + time);
        }
    }

    /** The same asked for a trajectory alone, as {@code simulate} does. */
    public static Use ofOneTrajectory(Question question) {
        return new Use(
                question.quantity(), question.accuracy(), 1, question.time(), question.threads());
    }

    /** The same with an error of any size. */
    Use atAnyAccuracy() {
        return new Use(quantity, Question.MOST_ACCURACY, batch, time, threads);
    }

    /** Whether an answer to this question is one for this use. */
    public boolean isAnsweredBy(Question question) {
        return question.quantity() == quantity
                && question.accuracy() <= accuracy
                && batchRatio(question) <= MOST_BATCH_RATIO
                && coversTime(question);
    }

    /** The error of an end state grows with time, that of what a window shows does not. */
    private boolean coversTime(Question question) {
        return quantity.isObserved() || question.time() >= time;
    }

    /** How far the batch is away, as a factor. */
    double batchRatio(Question question) {
        return ratio(question.batch(), (double) batch);
    }

    /** How far the time is away, as a factor. */
    double timeRatio(Question question) {
        return ratio(question.time(), time);
    }

    private static double ratio(double a, double b) {
        return Math.max(a, b) / Math.min(a, b);
    }

    /** What to type for a profile that has an answer; empty where none can have one. */
    public Optional<String> advice() {
        if (!quantity.isObserved() && time > Question.MOST_TIME) {
            return Optional.empty();
        }
        return Optional.of(
                String.format(
                        Locale.ROOT,
                        "./larmor choose --quantity %s%s --batch %d --threads %d%s",
                        quantity.id(),
                        accuracy == Question.DEFAULT_ACCURACY
                                ? ""
                                : " --accuracy " + Rounded.down(accuracy),
                        Question.nearestBatch(batch),
                        threads,
                        // What a window shows is asked for at the time of a sweep, the default.
                        quantity.isObserved()
                                ? ""
                                : " --time " + Question.nearestTime(quantity, time)));
    }
}
