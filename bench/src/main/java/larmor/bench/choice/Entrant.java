package larmor.bench.choice;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What is known of a method whose errors have been looked at. */
final class Entrant {

    /** The least by which a setting is made finer that does not hold its promise. */
    private static final double FINER = 0.99;

    /** A setting that is finer by more than this has met rounding and not its order. */
    private static final double FINEST = 0.1;

    /**
     * A setting that holds its promise at all voltages.
     *
     * @param value of the step or the tolerance
     * @param promise what is known of its error
     */
    record Confirmed(double value, Promise promise) {}

    private final Method method;
    private final Contender contender;
    private ShortTiming timing;
    private final SettingSearch search;
    private double value;
    private double time;
    private Optional<Promise> promise = Optional.empty();
    private Optional<Dropped> dropped = Optional.empty();

    Entrant(Method method, Contender contender, ShortTiming timing, SettingSearch search) {
        this.method = method;
        this.contender = contender;
        this.timing = timing;
        this.search = search;
    }

    Method method() {
        return method;
    }

    SettingSearch search() {
        return search;
    }

    /**
     * Times it once more, when others have been timed meanwhile: a load, or a compiler that has not
     * come to it yet, may have lasted through the whole of the first timing.
     *
     * @param sample as in {@link Contender#warmUp}
     */
    void timeAgain(double sample) {
        timing = timing.or(contender.warmUp(sample));
    }

    /** Of the step or the tolerance. */
    double value() {
        return value;
    }

    /** Seconds for a trajectory, by the short timing. */
    double time() {
        return time;
    }

    /**
     * What is known of the error of its setting.
     *
     * @throws java.util.NoSuchElementException if it is not settled
     */
    Promise promise() {
        return promise.orElseThrow();
    }

    /** Settles on what is expected to have this error; returns the time that it takes. */
    double expect(double error) {
        value = search.expected(error);
        time = evaluations(value) * timing.best();
        return time;
    }

    /** Settles on a value; the time follows from the evaluations. */
    void use(Confirmed setting) {
        time *= evaluations(setting.value()) / evaluations(value);
        value = setting.value();
        promise = Optional.of(setting.promise());
    }

    private double evaluations(double setting) {
        return search.expectedEvaluations(setting);
    }

    void drop(Dropped why) {
        dropped = Optional.of(why);
    }

    /** Drops it because another is faster. */
    void dropBehind(Entrant fastest) {
        OptionalDouble timesAsLong =
                timing.timesAsLong(
                        evaluations(value), fastest.timing, fastest.evaluations(fastest.value));
        drop(new Dropped.Slower(promise.isPresent(), timesAsLong));
    }

    boolean isIn() {
        return dropped.isEmpty();
    }

    /** Whether it is in with a setting that holds its promise. */
    boolean isSettled() {
        return isIn() && promise.isPresent();
    }

    /**
     * Searches a setting, measures what can be promised of it, and makes it finer until that
     * suffices. Methods of one curve have the same.
     *
     * @return empty if no setting meets the accuracy
     */
    Optional<Confirmed> confirmed(ReferenceRuns runs, double accuracy) {
        Optional<Probe> found = search.search();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        double first = found.get().value();
        double confirming = first;
        Promise held = runs.promise(method.with(confirming));
        while (!(held.error() <= accuracy)) {
            double ratio = StrictMath.pow(accuracy / held.error(), 1 / method.errorExponent());
            double finer =
                    method.within(Setting.rounded(Math.clamp(ratio, FINEST, FINER) * confirming));
            if (finer >= confirming || finer < FINEST * first) {
                return Optional.empty();
            }
            confirming = finer;
            held = runs.promise(method.with(confirming));
        }
        return Optional.of(new Confirmed(confirming, held));
    }

    /** What accuracy costs with it, from all settings that were tried. */
    WorkPrecision workPrecision() {
        List<WorkPrecision.Point> points =
                search.probes().stream()
                        .sorted(Comparator.comparingDouble(Probe::value))
                        .map(probe ->
                                new WorkPrecision.Point(
                                        probe.value(),
                                        probe.error(),
                                        probe.evaluations(),
                                        probe.evaluations() * timing.best()))
                        .toList();
        return WorkPrecision.of(method, points, dropped);
    }
}
