package larmor.bench.choice;

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

    /** The reference has to be better than what is asked for by this. */
    private static final double REFERENCE_SHARE = 0.25;

    /** Of the whole budget, for a short timing and for a sample of the last comparison. */
    private static final double SHORT_SAMPLE_SHARE = 1e-3;

    private static final double SAMPLE_SHARE = 2e-3;

    /** The least by which a setting is made finer that does not hold its promise. */
    private static final double FINER = 0.99;

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

    /** What is known of a method. */
    private static final class Entrant {

        private final Method method;
        private final SettingSearch search;
        private double value;
        private double timePerEvaluation;
        private double time;
        private Optional<String> dropped = Optional.empty();

        Entrant(Method method, SettingSearch search) {
            this.method = method;
            this.search = search;
        }

        /** Settles on what is expected to have this error; returns the time that it takes. */
        double expect(double error) {
            value = search.expected(error);
            return search.expectedEvaluations(value) * timePerEvaluation;
        }

        /** Settles on a value; the time follows from the evaluations. */
        void use(double newValue) {
            time *= search.expectedEvaluations(newValue) / search.expectedEvaluations(value);
            value = newValue;
        }

        boolean isIn() {
            return dropped.isEmpty();
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
                            + String.format(
                                    Locale.ROOT, "%.0e", uncertainty * SAFETY / REFERENCE_SHARE)
                            + " here, because the reference errs by "
                            + String.format(Locale.ROOT, "%.0e", uncertainty));
        }
        List<Entrant> entrants = entrants(runs, accuracy);
        time(entrants);
        extrapolate(entrants, accuracy);
        drop(entrants, BEHIND, "would take");
        search(entrants, accuracy);
        drop(entrants, CLEARLY_BEHIND, "takes");
        Map<String, Confirmed> confirmed = confirm(entrants, runs, accuracy);
        List<Candidate> candidates = race(entrants, confirmed);
        return new Selection(
                question,
                candidates,
                entrants.stream().map(this::workPrecision).toList(),
                uncertainty,
                (System.nanoTime() - start) * NANOSECOND);
    }

    /** Each method with a first look at its errors. */
    private List<Entrant> entrants(ReferenceRuns runs, double accuracy) {
        Map<String, SettingSearch> searches = new LinkedHashMap<>();
        List<Entrant> entrants = new ArrayList<>();
        // The last of a curve is the one in lanes: the same errors in less time.
        for (Method method : Method.all().reversed()) {
            SettingSearch search =
                    searches.computeIfAbsent(
                            method.curve(),
                            _ -> {
                                progress.at("error of " + method.label());
                                return new SettingSearch(runs, method, accuracy);
                            });
            entrants.add(new Entrant(method, search));
        }
        return entrants;
    }

    /** Goes on with the methods that may matter, to the accuracy and around it. */
    private void extrapolate(List<Entrant> entrants, double accuracy) {
        double least =
                entrants.stream().mapToDouble(one -> one.expect(accuracy)).min().orElseThrow();
        Set<String> seen = new HashSet<>();
        for (Entrant entrant : entrants) {
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
        entrants.forEach(entrant -> entrant.time = entrant.expect(accuracy));
    }

    /** A short timing of each. */
    private void time(List<Entrant> entrants) {
        for (Entrant entrant : entrants) {
            progress.at("time of " + entrant.method.label());
            Contender contender =
                    new Contender(
                            question, entrant.method, entrant.method.first(), question.threads());
            entrant.timePerEvaluation = contender.warmUp(SHORT_SAMPLE_SHARE * seconds(budget));
        }
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() * NANOSECOND;
    }

    /** Drops what is behind, but for the second best: it is the runner-up. */
    private void drop(List<Entrant> entrants, double limit, String words) {
        double best =
                entrants.stream()
                        .filter(Entrant::isIn)
                        .mapToDouble(entrant -> entrant.time)
                        .min()
                        .orElseThrow(() ->
                                new InvalidInput(
                                        "--accuracy",
                                        "is met by no solver: "
                                                + String.format(
                                                        Locale.ROOT, "%.0e", question.accuracy())));
        double second =
                entrants.stream()
                        .filter(Entrant::isIn)
                        .mapToDouble(entrant -> entrant.time)
                        .sorted()
                        .skip(1)
                        .findFirst()
                        .orElse(best);
        for (Entrant entrant : entrants) {
            if (entrant.isIn() && entrant.time > Math.max(limit * best, second)) {
                entrant.dropped =
                        Optional.of(
                                String.format(
                                        Locale.ROOT,
                                        "%s %.1f times as long",
                                        words,
                                        entrant.time / best));
            }
        }
    }

    /** The setting of each that is left, to the resolution of the search. */
    private void search(List<Entrant> entrants, double accuracy) {
        for (Entrant entrant : entrants) {
            if (!entrant.isIn()) {
                continue;
            }
            progress.at("setting of " + entrant.method.label());
            Optional<Probe> found = entrant.search.search();
            if (found.isPresent()) {
                entrant.use(found.get().value());
            } else {
                entrant.dropped =
                        Optional.of(
                                String.format(
                                        Locale.ROOT,
                                        "has no setting that errs by less than %.0e",
                                        accuracy));
            }
        }
    }

    /** A setting that holds its promise at all voltages. */
    private record Confirmed(double value, Promise promise) {}

    /** Measures what can be promised, and makes settings finer until it suffices. */
    private Map<String, Confirmed> confirm(
            List<Entrant> entrants, ReferenceRuns runs, double accuracy) {
        Map<String, Confirmed> confirmed = new HashMap<>();
        for (Entrant entrant : entrants) {
            if (entrant.isIn()) {
                progress.at("promise of " + entrant.method.label());
                entrant.use(
                        confirmed
                                .computeIfAbsent(
                                        entrant.method.curve(),
                                        _ -> confirmed(entrant, runs, accuracy))
                                .value());
            }
        }
        return confirmed;
    }

    private static Confirmed confirmed(Entrant entrant, ReferenceRuns runs, double accuracy) {
        double value = entrant.value;
        Promise promise = runs.promise(entrant.method.with(value));
        while (promise.error() > accuracy) {
            double ratio =
                    StrictMath.pow(accuracy / promise.error(), 1 / entrant.method.errorExponent());
            value = entrant.method.within(Setting.rounded(Math.min(ratio, FINER) * value));
            promise = runs.promise(entrant.method.with(value));
        }
        return new Confirmed(value, promise);
    }

    private List<Candidate> race(List<Entrant> entrants, Map<String, Confirmed> confirmed) {
        List<Contender> contenders = new ArrayList<>();
        for (Entrant entrant : entrants) {
            if (entrant.isIn()) {
                contenders.add(new Contender(question, entrant.method, entrant.value, 1));
                if (question.threads() > 1 && question.batch() > 1) {
                    contenders.add(
                            new Contender(
                                    question, entrant.method, entrant.value, question.threads()));
                }
            }
        }
        progress.at("last comparison");
        for (Contender contender : contenders) {
            double _ = contender.warmUp(SAMPLE_SHARE * seconds(budget));
            contender.scaleToFullTime();
        }
        List<Race.Lane> order = new Race(contenders).run(start + budget.toNanos());
        List<Candidate> candidates = new ArrayList<>();
        for (Race.Lane lane : order) {
            Contender contender = lane.contender();
            candidates.add(
                    new Candidate(
                            new Setting(
                                    contender.method().solver(),
                                    contender.method().control(),
                                    contender.value()),
                            contender.threads(),
                            Objects.requireNonNull(confirmed.get(contender.method().curve()))
                                    .promise(),
                            contender.evaluations(),
                            lane.time(),
                            lane == order.getFirst()
                                    ? Optional.empty()
                                    : Optional.of(lane.ratioTo(order.getFirst())),
                            lane.rounds()));
        }
        return candidates;
    }

    private WorkPrecision workPrecision(Entrant entrant) {
        return new WorkPrecision(
                entrant.method.solver(),
                entrant.method.control(),
                entrant.method.subject().kind(),
                entrant.method.subject().order(),
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
}
