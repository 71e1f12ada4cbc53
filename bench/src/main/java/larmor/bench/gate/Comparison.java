package larmor.bench.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import larmor.model.InvalidInput;

/** Launches both jars by turns until every benchmark has a verdict. */
public final class Comparison {

    /** Is told of each launch. */
    @FunctionalInterface
    public interface Progress {
        /** Tells nobody. */
        Progress NONE = _ -> {};

        /** So many are done. */
        void launched(int done);
    }

    /** Where the machine is never quiet, more attempts than this do not help. */
    private static final int MOST_ATTEMPTS = 3;

    /**
     * Chance that the comparison of the jars with themselves voids a run for nothing. Small, since
     * the run is then lost; a machine on which launches are not comparable shows it far more
     * clearly.
     */
    private static final double SAME_JAR_ALPHA = 0.01;

    /** Makes the median absolute deviation of normal noise its standard deviation. */
    private static final double NORMAL_MAD = 1.4826;

    private static final double PERCENT = 100;

    private final Pairing pairing;
    private final GateSettings settings;
    private final LookPlan plan;
    private final Launcher launcher;
    private final Progress progress;
    private final List<Observations> all;
    private int launched;

    private Comparison(
            Pairing pairing, GateSettings settings, Launcher launcher, Progress progress) {
        this.pairing = pairing;
        this.settings = settings;
        this.plan = settings.plan(pairing.shared().size());
        this.launcher = launcher;
        this.progress = progress;
        this.all = pairing.shared().stream().map(Observations::new).toList();
    }

    /**
     * Compares two jars. A jar that cannot be measured ends the run, and what was measured until
     * then is in the result.
     *
     * @throws InvalidInput if the numbers of pairs do not suffice, or if the jars turn out to
     *     measure in different units
     * @throws InterruptedException if the thread is asked to stop
     */
    public static GateResult run(
            Pairing pairing, GateSettings settings, Launcher launcher, Progress progress)
            throws InterruptedException {
        return new Comparison(pairing, settings, launcher, progress).run();
    }

    private GateResult run() throws InterruptedException {
        long start = System.nanoTime();
        SequentialTest test =
                new SequentialTest(plan, settings.logMargin(), pairing.shared().size());
        Optional<String> failure = Optional.empty();
        try {
            test.run(new Interleaved());
        } catch (LaunchFailed e) {
            failure = Optional.of(e.problem());
        }
        List<BenchmarkResult> results = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            results.add(all.get(i).result(test.outcomes().get(i)));
        }
        for (Side side : Side.values()) {
            BenchmarkJar jar = pairing.jar(side);
            if (launcher.replaced(jar)) {
                failure =
                        Optional.of(
                                jar.name()
                                        + " has changed since it was first read, so nobody knows"
                                        + " what was measured");
                results.replaceAll(BenchmarkResult::unjudged);
            }
        }
        return new GateResult(
                pairing,
                settings,
                plan.pairs(),
                results,
                voided(),
                failure,
                1e-9 * (System.nanoTime() - start));
    }

    /** The benchmarks take turns block by block, so that a slow hour meets all of them. */
    private final class Interleaved implements SequentialTest.Source<InterruptedException> {

        @Override
        public void extendTo(int pairs, List<Integer> benchmarks) throws InterruptedException {
            for (int next = fewest(benchmarks); next < pairs; next += LaunchOrder.PAIRS_IN_BLOCK) {
                for (int benchmark : benchmarks) {
                    Observations observations = all.get(benchmark);
                    for (int i = 0; i < LaunchOrder.PAIRS_IN_BLOCK; i++) {
                        if (!withdrawn(benchmark) && observations.pairs() < pairs) {
                            observations.measurePair();
                        }
                    }
                }
            }
        }

        private int fewest(List<Integer> benchmarks) {
            return benchmarks.stream().mapToInt(i -> all.get(i).pairs()).min().orElse(0);
        }

        @Override
        public boolean withdrawn(int benchmark) {
            return all.get(benchmark).changed.isPresent();
        }

        @Override
        public double[] differences(int benchmark) {
            return all.get(benchmark).differences();
        }
    }

    /** The launches of one benchmark. */
    private final class Observations {

        private final BenchmarkId id;
        private final List<Launch> launches = new ArrayList<>();
        private final List<Measurement> base = new ArrayList<>();
        private final List<Measurement> candidate = new ArrayList<>();

        /** Repeating as many as are planned at most doubles the cost of a run. */
        private int repeatsLeft = plan.most();

        private Optional<String> changed = Optional.empty();

        Observations(BenchmarkId id) {
            this.id = id;
        }

        int pairs() {
            return base.size();
        }

        /** Measures the next pair, again while others disturb one of the two. */
        void measurePair() throws InterruptedException {
            List<Launch> calmest = List.of();
            for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
                Side first = LaunchOrder.first(pairs());
                List<Launch> twins =
                        List.of(launch(first, attempt), launch(first.other(), attempt));
                if (twins.stream().noneMatch(twin -> twin.measurement().disturbed())) {
                    calmest = twins;
                    break;
                }
                if (calmest.isEmpty() || disturbance(twins) < disturbance(calmest)) {
                    calmest = twins;
                }
                if (repeatsLeft == 0) {
                    break;
                }
                if (attempt < MOST_ATTEMPTS - 1) {
                    repeatsLeft--;
                }
            }
            for (Launch launch : calmest) {
                launches.set(launches.indexOf(launch), launch.inUse());
                (launch.side() == Side.BASE ? base : candidate).add(launch.measurement());
            }
            Pairing.requireSameUnit(id, base.getLast().unit(), candidate.getLast().unit());
            Pairing.requireSameThreads(id, base.getLast().threads(), candidate.getLast().threads());
            changed = AnswerComparison.change(base, candidate);
        }

        private Launch launch(Side side, int attempt) throws InterruptedException {
            Measurement measurement = launcher.launch(pairing.jar(side), id);
            Launch launch = new Launch(launched, side, pairs(), attempt, false, measurement);
            launches.add(launch);
            launched++;
            progress.launched(launched);
            return launch;
        }

        private static double disturbance(List<Launch> twins) {
            return twins.stream()
                    .mapToDouble(twin -> twin.measurement().disturbance())
                    .max()
                    .orElse(Double.POSITIVE_INFINITY);
        }

        double[] differences() {
            double[] differences = new double[pairs()];
            Arrays.setAll(differences, i -> candidate.get(i).logTime() - base.get(i).logTime());
            return differences;
        }

        /** A jar against itself within the blocks. */
        double[] sameJarDifferences(List<Measurement> side) {
            double[] differences = new double[pairs() / LaunchOrder.PAIRS_IN_BLOCK];
            Arrays.setAll(
                    differences,
                    block -> {
                        int earlier = LaunchOrder.PAIRS_IN_BLOCK * block;
                        return LaunchOrder.sameJarSign(block)
                                * (side.get(earlier + 1).logTime() - side.get(earlier).logTime());
                    });
            return differences;
        }

        /** The mean of both: they share what the machine does meanwhile, so they are one value. */
        double[] sameJarMeans() {
            double[] means = sameJarDifferences(base);
            double[] others = sameJarDifferences(candidate);
            Arrays.setAll(means, block -> 0.5 * (means[block] + others[block]));
            return means;
        }

        BenchmarkResult result(Optional<SequentialTest.Outcome> outcome) {
            AllocationComparison allocation = AllocationComparison.of(base, candidate);
            List<String> reasons = new ArrayList<>();
            Optional<Verdict> verdict = outcome.map(SequentialTest.Outcome::verdict);
            if (outcome.isPresent()) {
                switch (allocation.change()) {
                    case MORE -> {
                        reasons.add("allocates more");
                        verdict = Optional.of(Verdict.FAIL);
                    }
                    case LESS -> reasons.add("allocates less");
                    case NONE -> {}
                }
            }
            if (outcome.isPresent() && Spread.isLarger(logTimes(base), logTimes(candidate))) {
                reasons.add(
                        "launches of the candidate vary more than those of the base, so its mean"
                                + " may be slower than this");
            }
            if (!base.isEmpty()) {
                reasons.addAll(base.getFirst().otherCircumstances(candidate.getFirst()));
            }
            if (changed.isPresent()) {
                reasons.add(changed.get());
                verdict = Optional.of(Verdict.CHANGED_ANSWER);
            }
            return new BenchmarkResult(
                    id,
                    base.isEmpty() ? "" : base.getFirst().unit(),
                    verdict,
                    reasons,
                    outcome.map(this::change),
                    score(base),
                    score(candidate),
                    allocation,
                    noise(),
                    launches);
        }

        private BenchmarkResult.Change change(SequentialTest.Outcome outcome) {
            return new BenchmarkResult.Change(
                    StrictMath.expm1(outcome.estimate()),
                    StrictMath.expm1(outcome.low()),
                    StrictMath.expm1(outcome.high()),
                    StrictMath.expm1(settings.logMargin() + outcome.high() - outcome.low()),
                    outcome.pairs());
        }

        private static double[] logTimes(List<Measurement> launches) {
            return launches.stream().mapToDouble(Measurement::logTime).toArray();
        }

        private OptionalDouble noise() {
            double[] same =
                    DoubleStream.concat(
                                    Arrays.stream(sameJarDifferences(base)),
                                    Arrays.stream(sameJarDifferences(candidate)))
                            .map(Math::abs)
                            .toArray();
            if (same.length == 0) {
                return OptionalDouble.empty();
            }
            double deviation = Measurement.median(same);
            return OptionalDouble.of(StrictMath.expm1(NORMAL_MAD * deviation));
        }

        private static OptionalDouble score(List<Measurement> launches) {
            return launches.isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(
                            Measurement.median(
                                    launches.stream().mapToDouble(Measurement::score).toArray()));
        }
    }

    /**
     * A jar that differs from itself beyond chance says that the machine compares nothing. The
     * blocks of all benchmarks are one sample: what such a machine does, it does to each of them,
     * and the blocks of one would not suffice.
     */
    private Optional<String> voided() {
        double[] means =
                all.stream()
                        .flatMapToDouble(one -> Arrays.stream(one.sameJarMeans()))
                        .limit(SignedRankDistribution.MOST)
                        .toArray();
        if (means.length == 0) {
            return Optional.empty();
        }
        SignedRanks same = new SignedRanks(means);
        double p = 2 * Math.min(same.probabilityAbove(0), same.probabilityBelow(0));
        return p > SAME_JAR_ALPHA
                ? Optional.empty()
                : Optional.of(
                        String.format(
                                Locale.ROOT,
                                "launches of one and the same jar differ by %.1f %%, so nothing can"
                                        + " be said of two jars on this machine now",
                                PERCENT * StrictMath.expm1(Math.abs(same.estimate()))));
    }
}
