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

    private Selection choose() {
        progress.at("reference");
        ReferenceRuns runs = new ReferenceRuns(question);
        double accuracy = question.accuracy() / SAFETY;
        double uncertainty = runs.uncertainty();
        requireReference(uncertainty, accuracy);
        List<WorkPrecision> notTried = new ArrayList<>();
        List<Entrant> entrants = look(runs, accuracy, notTried);
        extrapolate(entrants, accuracy);
        settle(entrants, runs, accuracy);
        dropSlow(entrants);
        List<Candidate> candidates = race(settled(entrants));
        List<WorkPrecision> methods = new ArrayList<>();
        entrants.forEach(entrant -> methods.add(entrant.workPrecision()));
        methods.addAll(notTried);
        return new Selection(
                question,
                candidates,
                methods,
                uncertainty,
                (System.nanoTime() - start) * NANOSECOND);
    }

    private void requireReference(double uncertainty, double accuracy) {
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

    /** Times an evaluation of each method, twice, and has a first look at its errors. */
    private List<Entrant> look(ReferenceRuns runs, double accuracy, List<WorkPrecision> notTried) {
        Map<String, SettingSearch> searches = new HashMap<>();
        List<Entrant> entrants = new ArrayList<>();
        // The first of a curve is the one in lanes: the same errors in less time.
        for (Method method : Method.all()) {
            if (!entrants.isEmpty() && isLate(SEARCH_SHARE)) {
                notTried.add(notTried(method, Dropped.NotTried.LATE));
                continue;
            }
            progress.at("time of " + method.label());
            Contender contender =
                    new Contender(
                            question, method, method.first(), question.threads(), SHORT_VECTORS);
            ShortTiming timing = contender.warmUp(SHORT_SAMPLE_SHARE * seconds(budget));
            double cost = runs.evaluations(contender.expectedEvaluations()) * timing.best();
            // The first is looked at in any case: there has to be an answer.
            if (!entrants.isEmpty()
                    && !searches.containsKey(method.curve())
                    && cost > LOOK_SHARE * seconds(budget)) {
                notTried.add(notTried(method, Dropped.NotTried.TOO_LONG));
                continue;
            }
            progress.at("error of " + method.label());
            SettingSearch search =
                    searches.computeIfAbsent(
                            method.curve(), _ -> new SettingSearch(runs, method, accuracy));
            entrants.add(new Entrant(method, contender, timing, search));
        }
        for (Entrant entrant : entrants) {
            if (isLate(SEARCH_SHARE)) {
                break;
            }
            progress.at("time of " + entrant.method().label() + ", once more");
            entrant.timeAgain(SHORT_SAMPLE_SHARE * seconds(budget));
        }
        return entrants;
    }

    private static WorkPrecision notTried(Method method, Dropped.NotTried why) {
        return WorkPrecision.of(method, List.of(), Optional.of(why));
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
            progress.at("error of " + entrant.method().label());
            if (!seen.add(entrant.method().curve())) {
                continue;
            }
            if (entrant.expect(accuracy) <= HOPELESS * least) {
                entrant.search().probeExpected(accuracy);
            }
            if (entrant.expect(accuracy) <= SLOW * least) {
                DRAWN.forEach(factor -> entrant.search().probeExpected(factor * accuracy));
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
        Map<String, Optional<Entrant.Confirmed>> confirmed = new HashMap<>();
        List<Entrant> waiting = new ArrayList<>(entrants);
        while (!waiting.isEmpty()) {
            Entrant next = fastest(waiting);
            List<Entrant> settled = settled(entrants);
            if (settled.size() >= KEPT
                    && (next.time() > BEHIND * fastest(settled).time() || isLate(SEARCH_SHARE))) {
                break;
            }
            waiting.remove(next);
            progress.at("setting of " + next.method().label());
            confirmed
                    .computeIfAbsent(next.method().curve(), _ -> next.confirmed(runs, accuracy))
                    .ifPresentOrElse(next::use, () -> next.drop(new Dropped.Inaccurate(accuracy)));
        }
        if (settled(entrants).isEmpty()) {
            throw new InvalidInput(
                    "--accuracy",
                    String.format(Locale.ROOT, "is met by no solver: %.0e", question.accuracy()));
        }
    }

    /** Drops what is not settled, and of what is all but the fastest and those close to it. */
    private static void dropSlow(List<Entrant> entrants) {
        List<Entrant> settled = settled(entrants);
        Entrant fastest = fastest(settled);
        double kept =
                settled.stream()
                        .mapToDouble(Entrant::time)
                        .sorted()
                        .skip(Math.min(KEPT, settled.size()) - 1)
                        .findFirst()
                        .orElseThrow();
        double limit = Math.max(CLEARLY_BEHIND * fastest.time(), kept);
        for (Entrant entrant : entrants) {
            if (!entrant.isIn()) {
                continue;
            }
            if (!entrant.isSettled() && entrant.time() <= BEHIND * fastest.time()) {
                entrant.drop(Dropped.NotTried.NOT_SEARCHED);
            } else if (!entrant.isSettled() || entrant.time() > limit) {
                entrant.dropBehind(fastest);
            }
        }
    }

    private static List<Entrant> settled(List<Entrant> entrants) {
        return entrants.stream().filter(Entrant::isSettled).toList();
    }

    private static Entrant fastest(List<Entrant> among) {
        return among.stream().min(Comparator.comparingDouble(Entrant::time)).orElseThrow();
    }

    private List<Candidate> race(List<Entrant> entrants) {
        Map<Contender, Promise> contenders = contenders(entrants);
        progress.at("last comparison");
        for (Contender contender : contenders.keySet()) {
            ShortTiming _ = contender.warmUp(SAMPLE_SHARE * seconds(budget));
            contender.scaleToFullTime();
        }
        List<Race.Lane<Contender>> order =
                new Race<>(List.copyOf(contenders.keySet())).run(start + budget.toNanos());
        Race.Lane<Contender> first = order.getFirst();
        return order.stream()
                .map(lane ->
                        candidate(
                                lane,
                                Objects.requireNonNull(contenders.get(lane.contender())),
                                lane == first
                                        ? Optional.empty()
                                        : Optional.of(lane.ratioTo(first))))
                .toList();
    }

    /** On one thread, and on all where there is something to share. */
    private Map<Contender, Promise> contenders(List<Entrant> entrants) {
        Set<Integer> threads = new TreeSet<>();
        threads.add(1);
        threads.add(question.batch() > 1 ? question.threads() : 1);
        Map<Contender, Promise> contenders = new LinkedHashMap<>();
        for (Entrant entrant : entrants) {
            for (int count : threads) {
                contenders.put(
                        new Contender(question, entrant.method(), entrant.value(), count, VECTORS),
                        entrant.promise());
            }
        }
        return contenders;
    }

    private static Candidate candidate(
            Race.Lane<Contender> lane, Promise promise, Optional<RankInterval> ratio) {
        Contender contender = lane.contender();
        return new Candidate(
                new Setting(
                        contender.method().solver(),
                        contender.method().control(),
                        contender.value()),
                contender.threads(),
                promise,
                contender.evaluations(),
                lane.time(),
                ratio,
                lane.rounds());
    }
}
