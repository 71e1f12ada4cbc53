package larmor.bench.choice;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import larmor.model.InvalidInput;

/**
 * Finds the fastest solver for a question. Errors first, which need no clock: each method is tried
 * at a setting or two, its order tells where it meets the accuracy, and a short timing what that
 * would take. Then the methods that may still win are searched through, their promise is measured
 * at all voltages, and they are timed against each other.
 */
public final class Chooser {

    /** An error is promised when this multiple of it was measured: other voltages were not seen. */
    static final double SAFETY = 1.5;

    /** Errors that a figure shows around the one asked for. */
    private static final List<Double> DRAWN = List.of(1e2, 10.0, 0.1, 1e-2);

    /** A method that seems to take so many times the time of another is only extrapolated. */
    private static final double HOPELESS = 60;

    /** One that takes so many times as many is not drawn at other accuracies. */
    private static final double SLOW = 20;

    /** A method that seems to take so many times the time of the fastest is searched no further. */
    private static final double BEHIND = 1.5;

    /** The same once its setting is known. */
    private static final double CLEARLY_BEHIND = 1.25;

    /** So many are kept at least: the second is the runner-up. */
    private static final int KEPT = 2;

    /** The reference has to be better than what is asked for by this. */
    private static final double REFERENCE_SHARE = 0.25;

    /** Of the whole budget, for a short timing and for a sample of the last comparison. */
    private static final double SHORT_SAMPLE_SHARE = 1e-3;

    private static final double SAMPLE_SHARE = 2e-3;

    /** Of the whole budget, for one look at the errors of a method. */
    private static final double LOOK_SHARE = 0.03;

    /** Of the whole budget, after which no more settings are searched: the rest is for times. */
    private static final double SEARCH_SHARE = 0.6;

    /** Lanes that a short timing runs on a thread, in vectors: enough for it to be busy. */
    private static final int SHORT_VECTORS = 16;

    /** The same in the last comparison: a solver takes the lanes of a batch in such blocks. */
    private static final int VECTORS = 64;

    /** The least by which a setting is made finer that does not hold its promise. */
    private static final double FINER = 0.99;

    /** A setting that is finer by more than this has met rounding and not its order. */
    private static final double FINEST = 0.1;

    private static final double NANOSECOND = 1e-9;

    /** Told what is being done. */
    @FunctionalInterface
    public interface Progress {

        /** In a few words. */
        void at(String what);
    }

    private final Question question;
    private final Duration budget;
    private final Progress progress;
    private final long start = System.nanoTime();

    private Chooser(Question question, Duration budget, Progress progress) {
        this.question = question;
        this.budget = budget;
        this.progress = progress;
    }

    /**
     * Answers a question.
     *
     * @param budget how long it may take, about
     * @throws InvalidInput if no reference is accurate enough, or no solver
     */
    public static Selection choose(Question question, Duration budget, Progress progress) {
        return new Chooser(question, budget, progress).choose();
    }

    /** A method and the time of an evaluation with it. */
    private record Timed(Method method, double timePerEvaluation, double evaluations) {

        WorkPrecision notTried(String why) {
            return workPrecision(method, List.of(), Optional.of(why));
        }
    }

    /** What is known of a method whose errors have been looked at. */
    private static final class Entrant {

        private final Method method;
        private final double timePerEvaluation;
        private final SettingSearch search;
        private double value;
        private double time;
        private Optional<Promise> promise = Optional.empty();
        private Optional<String> dropped = Optional.empty();

        Entrant(Timed timed, SettingSearch search) {
            method = timed.method();
            timePerEvaluation = timed.timePerEvaluation();
            this.search = search;
        }

        /** Settles on what is expected to have this error; returns the time that it takes. */
        double expect(double error) {
            value = search.expected(error);
            time = search.expectedEvaluations(value) * timePerEvaluation;
            return time;
        }

        /** Settles on a value; the time follows from the evaluations. */
        void use(double newValue) {
            time *= search.expectedEvaluations(newValue) / search.expectedEvaluations(value);
            value = newValue;
        }

        void drop(String why) {
            dropped = Optional.of(why);
        }

        boolean isIn() {
            return dropped.isEmpty();
        }

        boolean isSettled() {
            return isIn() && promise.isPresent();
        }
    }

    private Selection choose() {
        progress.at("reference");
        ReferenceRuns runs = new ReferenceRuns(question);
        double accuracy = question.accuracy() / SAFETY;
        double uncertainty = runs.uncertainty();
        if (!(uncertainty <= REFERENCE_SHARE * accuracy)) {
            throw new InvalidInput(
                    "--accuracy",
                    "must be at least "
                            + roundedUp(uncertainty * SAFETY / REFERENCE_SHARE)
                            + " here, because at t' = "
                            + question.time()
                            + " the reference itself is known to "
                            + roundedUp(uncertainty)
                            + " only");
        }
        List<WorkPrecision> notTried = new ArrayList<>();
        List<Entrant> entrants = look(runs, accuracy, notTried);
        extrapolate(entrants, accuracy);
        settle(entrants, runs, accuracy);
        List<Candidate> candidates = race(entrants.stream().filter(Entrant::isSettled).toList());
        List<WorkPrecision> methods = new ArrayList<>();
        entrants.forEach(entrant -> methods.add(workPrecision(entrant)));
        methods.addAll(notTried);
        return new Selection(
                question,
                candidates,
                methods,
                uncertainty,
                (System.nanoTime() - start) * NANOSECOND);
    }

    /** To one digit, so that what is asked for when it is typed is not less. */
    private static String roundedUp(double value) {
        return String.format(
                Locale.ROOT,
                "%.0e",
                new BigDecimal(value).round(new MathContext(1, RoundingMode.UP)));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() * NANOSECOND;
    }

    private boolean isLate(double share) {
        return System.nanoTime() - start > share * budget.toNanos();
    }

    /** Times an evaluation of each method and has a first look at the errors that it makes. */
    private List<Entrant> look(ReferenceRuns runs, double accuracy, List<WorkPrecision> notTried) {
        Map<String, SettingSearch> searches = new HashMap<>();
        List<Entrant> entrants = new ArrayList<>();
        // The first of a curve is the one in lanes: the same errors in less time.
        for (Method method : Method.all()) {
            if (!entrants.isEmpty() && isLate(SEARCH_SHARE)) {
                notTried.add(
                        workPrecision(method, List.of(), Optional.of("was not tried in time")));
                continue;
            }
            progress.at("time of " + method.label());
            Timed timed = timed(method);
            double cost = runs.evaluations(timed.evaluations()) * timed.timePerEvaluation();
            if (!searches.containsKey(method.curve()) && cost > LOOK_SHARE * seconds(budget)) {
                notTried.add(
                        timed.notTried(
                                String.format(
                                        Locale.ROOT,
                                        "was not tried: one look at its errors takes %.0f s",
                                        cost)));
                continue;
            }
            progress.at("error of " + method.label());
            entrants.add(
                    new Entrant(
                            timed,
                            searches.computeIfAbsent(
                                    method.curve(),
                                    _ -> new SettingSearch(runs, method, accuracy))));
        }
        return entrants;
    }

    private Timed timed(Method method) {
        Contender contender =
                new Contender(question, method, method.first(), question.threads(), SHORT_VECTORS);
        double timePerEvaluation = contender.warmUp(SHORT_SAMPLE_SHARE * seconds(budget));
        return new Timed(method, timePerEvaluation, contender.expectedEvaluations());
    }

    /** Goes on with the methods that may matter, to the accuracy and around it. */
    private void extrapolate(List<Entrant> entrants, double accuracy) {
        double least =
                entrants.stream().mapToDouble(one -> one.expect(accuracy)).min().orElseThrow();
        Set<String> seen = new HashSet<>();
        for (Entrant entrant : entrants) {
            if (isLate(SEARCH_SHARE)) {
                break;
            }
            progress.at("error of " + entrant.method.label());
            if (!seen.add(entrant.method.curve())) {
                continue;
            }
            if (entrant.expect(accuracy) <= HOPELESS * least) {
                entrant.search.probeExpected(accuracy);
            }
            if (entrant.expect(accuracy) <= SLOW * least) {
                DRAWN.forEach(factor -> entrant.search.probeExpected(factor * accuracy));
            }
        }
        entrants.forEach(entrant -> entrant.expect(accuracy));
    }

    /**
     * Finds the settings of the methods that may win, the most promising first, until none is left
     * that could still. A method that turns out worse than expected makes room for the next.
     *
     * @throws InvalidInput if none meets the accuracy
     */
    private void settle(List<Entrant> entrants, ReferenceRuns runs, double accuracy) {
        Map<String, Optional<Confirmed>> confirmed = new HashMap<>();
        List<Entrant> waiting = new ArrayList<>(entrants);
        while (!waiting.isEmpty()) {
            Entrant next =
                    waiting.stream()
                            .min(Comparator.comparingDouble(entrant -> entrant.time))
                            .orElseThrow();
            List<Entrant> settled = entrants.stream().filter(Entrant::isSettled).toList();
            if (settled.size() >= KEPT
                    && (next.time > BEHIND * best(settled) || isLate(SEARCH_SHARE))) {
                break;
            }
            waiting.remove(next);
            progress.at("setting of " + next.method.label());
            Optional<Confirmed> found =
                    confirmed.computeIfAbsent(
                            next.method.curve(), _ -> confirmed(next, runs, accuracy));
            found.ifPresentOrElse(
                    setting -> {
                        next.use(setting.value());
                        next.promise = Optional.of(setting.promise());
                    },
                    () ->
                            next.drop(
                                    String.format(
                                            Locale.ROOT,
                                            "has no setting that errs by less than %.0e",
                                            accuracy)));
        }
        List<Entrant> settled = entrants.stream().filter(Entrant::isSettled).toList();
        if (settled.isEmpty()) {
            throw new InvalidInput(
                    "--accuracy",
                    String.format(Locale.ROOT, "is met by no solver: %.0e", question.accuracy()));
        }
        double best = best(settled);
        double limit =
                settled.stream()
                        .mapToDouble(entrant -> entrant.time)
                        .sorted()
                        .skip(Math.min(KEPT, settled.size()) - 1)
                        .findFirst()
                        .orElseThrow();
        for (Entrant entrant : entrants) {
            if (entrant.isIn() && !entrant.isSettled()) {
                entrant.drop(timesAsLong("would take", entrant.time / best));
            } else if (entrant.isIn() && entrant.time > Math.max(CLEARLY_BEHIND * best, limit)) {
                entrant.drop(timesAsLong("takes", entrant.time / best));
            }
        }
    }

    private static double best(List<Entrant> settled) {
        return settled.stream().mapToDouble(entrant -> entrant.time).min().orElseThrow();
    }

    private static String timesAsLong(String words, double ratio) {
        return String.format(Locale.ROOT, "%s %.1f times as long", words, ratio);
    }

    /** A setting that holds its promise at all voltages. */
    private record Confirmed(double value, Promise promise) {}

    /**
     * Searches a setting, measures what can be promised of it, and makes it finer until that
     * suffices.
     *
     * @return empty if no setting meets the accuracy
     */
    private static Optional<Confirmed> confirmed(
            Entrant entrant, ReferenceRuns runs, double accuracy) {
        Optional<Probe> found = entrant.search.search();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        double first = found.get().value();
        double value = first;
        Promise promise = runs.promise(entrant.method.with(value));
        while (!(promise.error() <= accuracy)) {
            double ratio =
                    StrictMath.pow(accuracy / promise.error(), 1 / entrant.method.errorExponent());
            double finer =
                    entrant.method.within(
                            Setting.rounded(Math.clamp(ratio, FINEST, FINER) * value));
            if (finer >= value || finer < FINEST * first) {
                return Optional.empty();
            }
            value = finer;
            promise = runs.promise(entrant.method.with(value));
        }
        return Optional.of(new Confirmed(value, promise));
    }

    private List<Candidate> race(List<Entrant> entrants) {
        Map<Contender, Promise> contenders = new LinkedHashMap<>();
        for (Entrant entrant : entrants) {
            Set<Integer> threads = new TreeSet<>();
            threads.add(1);
            threads.add(question.batch() > 1 ? question.threads() : 1);
            for (int count : threads) {
                contenders.put(
                        new Contender(question, entrant.method, entrant.value, count, VECTORS),
                        entrant.promise.orElseThrow());
            }
        }
        progress.at("last comparison");
        for (Contender contender : contenders.keySet()) {
            double _ = contender.warmUp(SAMPLE_SHARE * seconds(budget));
            contender.scaleToFullTime();
        }
        List<Race.Lane<Contender>> order =
                new Race<>(List.copyOf(contenders.keySet())).run(start + budget.toNanos());
        List<Candidate> candidates = new ArrayList<>();
        for (Race.Lane<Contender> lane : order) {
            Contender contender = lane.contender();
            candidates.add(
                    new Candidate(
                            new Setting(
                                    contender.method().solver(),
                                    contender.method().control(),
                                    contender.value()),
                            contender.threads(),
                            Objects.requireNonNull(contenders.get(contender)),
                            contender.evaluations(),
                            lane.time(),
                            lane == order.getFirst()
                                    ? Optional.empty()
                                    : Optional.of(lane.ratioTo(order.getFirst())),
                            lane.rounds()));
        }
        return candidates;
    }

    private static WorkPrecision workPrecision(Entrant entrant) {
        return workPrecision(
                entrant.method,
                entrant.search.probes().stream()
                        .sorted(Comparator.comparingDouble(Probe::value))
                        .map(probe ->
                                new WorkPrecision.Point(
                                        probe.value(),
                                        probe.error(),
                                        probe.evaluations(),
                                        probe.evaluations() * entrant.timePerEvaluation))
                        .toList(),
                entrant.dropped);
    }

    private static WorkPrecision workPrecision(
            Method method, List<WorkPrecision.Point> points, Optional<String> dropped) {
        return new WorkPrecision(
                method.solver(),
                method.control(),
                method.subject().kind(),
                method.subject().order(),
                points,
                dropped);
    }
}
