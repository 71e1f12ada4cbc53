package larmor.bench.gate;

import static larmor.bench.gate.Simulations.id;
import static larmor.bench.gate.Simulations.measurement;
import static larmor.bench.gate.Simulations.noisy;
import static larmor.bench.gate.Simulations.pairing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import larmor.model.InvalidInput;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final double ROUNDING = 1e-12;

    private final SplittableRandom random = new SplittableRandom(1);

    @Test
    void launchesTakeTurnsBlockByBlockInTheOrderOfThueAndMorse() throws InterruptedException {
        StringBuilder order = new StringBuilder();
        run(
                (jar, benchmark) -> {
                    String letter = benchmark.name().substring(benchmark.name().length() - 1);
                    order.append(
                            jar.name().startsWith("base")
                                    ? letter
                                    : letter.toUpperCase(Locale.ROOT));
                    return noisy(random, 100);
                },
                "a",
                "b");
        assertThat(order).startsWith("aAAabBBb" + "AaaABbbB" + "AaaABbbB" + "aAAabBBb");
    }

    @Test
    void anUnchangedBenchmarkPassesASlowerOneFailsAndAFasterOneIsFaster()
            throws InterruptedException {
        GateResult result =
                run(
                        (jar, benchmark) -> {
                            boolean base = jar.name().startsWith("base");
                            return noisy(
                                    random,
                                    switch (benchmark.name()) {
                                        case "some.place.slower" -> base ? 100 : 105;
                                        case "some.place.faster" -> base ? 100 : 97;
                                        default -> 100;
                                    });
                        },
                        "faster",
                        "same",
                        "slower");
        assertThat(verdicts(result)).containsExactly(Verdict.FASTER, Verdict.PASS, Verdict.FAIL);
        assertThat(result.conclusion()).isEqualTo(GateResult.Conclusion.FAILED);
        BenchmarkResult.Change change = result.results().getLast().change().orElseThrow();
        assertThat(change.estimate()).isCloseTo(0.05, within(0.01));
        assertThat(change.low()).isBetween(0.025, change.estimate());
        assertThat(change.pairs()).isEqualTo(12);
    }

    @Test
    void moreOperationsPerTimeAreFaster() throws InterruptedException {
        GateResult result =
                run(
                        (jar, _) -> {
                            Measurement time =
                                    noisy(random, jar.name().startsWith("base") ? 100 : 110);
                            return Simulations.inUnit(time, "ops/ms");
                        },
                        "throughput");
        assertThat(verdicts(result)).containsExactly(Verdict.FASTER);
    }

    @Test
    void aDisturbedLaunchIsRepeatedWithItsTwinAndTheCalmPairIsJudged() throws InterruptedException {
        List<String> jars = new ArrayList<>();
        GateResult result =
                run(
                        (jar, _) -> {
                            jars.add(jar.name());
                            // The third launch is the candidate of the second pair.
                            return jars.size() == 3
                                    ? measurement(1e6, 0.5, 0, Map.of())
                                    : measurement(100);
                        },
                        "a");
        assertThat(jars.subList(0, 8))
                .containsExactly(
                        "base.jar",
                        "candidate.jar",
                        "candidate.jar",
                        "base.jar",
                        "candidate.jar",
                        "base.jar",
                        "candidate.jar",
                        "base.jar");
        BenchmarkResult one = result.results().getFirst();
        assertThat(one.repeated()).isEqualTo(2);
        assertThat(one.disturbed()).isZero();
        assertThat(one.launches()).hasSize(26);
        assertThat(one.differences()).hasSize(12).containsOnly(0.0);
        assertThat(one.change().orElseThrow().estimate()).isZero();
    }

    @Test
    void onAMachineThatIsNeverCalmTheRunEndsAllTheSame() throws InterruptedException {
        GateResult result = run((_, _) -> measurement(100, 0.3, 0, Map.of()), "a");
        BenchmarkResult one = result.results().getFirst();
        assertThat(one.disturbed()).isEqualTo(24);
        // 24 pairs at most, each at most doubled on average.
        assertThat(one.launches().size()).isLessThanOrEqualTo(96);
    }

    @Test
    void aChangedAnswerEndsTheMeasurementOfItsBenchmarkAndFailsWhateverTheSpeed()
            throws InterruptedException {
        GateResult result =
                run(
                        (jar, benchmark) -> {
                            boolean wrong =
                                    benchmark.name().endsWith("a")
                                            && jar.name().startsWith("candidate");
                            return measurement(
                                    wrong ? 50 : 100, 0, 0, Map.of("checksum", wrong ? 2.0 : 1.0));
                        },
                        "a",
                        "b");
        assertThat(verdicts(result)).containsExactly(Verdict.CHANGED_ANSWER, Verdict.PASS);
        // Two launches of each jar are the fewest that tell an answer from a seed.
        assertThat(result.results().getFirst().launches()).hasSize(4);
        assertThat(result.results().getFirst().reasons())
                .containsExactly("checksum was 1.0 and is 2.0");
        assertThat(result.conclusion()).isEqualTo(GateResult.Conclusion.FAILED);
    }

    @Test
    void aCounterThatIsAnotherInEachLaunchIsNoAnswer() throws InterruptedException {
        double[] seed = {0};
        GateResult result = run((_, _) -> measurement(100, 0, 0, Map.of("seed", seed[0]++)), "a");
        assertThat(verdicts(result)).containsExactly(Verdict.PASS);
    }

    @Test
    void aCandidateWhoseAnswerIsAnotherInEachLaunchHasChanged() throws InterruptedException {
        double[] seed = {0};
        GateResult result =
                run(
                        (jar, _) ->
                                measurement(
                                        100,
                                        0,
                                        0,
                                        Map.of(
                                                "checksum",
                                                jar.name().startsWith("base") ? 0 : seed[0]++)),
                        "a");
        assertThat(verdicts(result)).containsExactly(Verdict.CHANGED_ANSWER);
        assertThat(result.results().getFirst().launches()).hasSize(4);
    }

    @Test
    void anUndisturbedPairIsJudgedAlsoWhereADisturbedOneLostLess() throws InterruptedException {
        int[] launches = {0};
        GateResult result =
                run(
                        (_, _) ->
                                switch (launches[0]++) {
                                    // Two calm iterations of ten are too few, though none lost
                                    // much.
                                    case 0, 1 -> partlyCalm(130, 2, 0.02);
                                    // Four of ten are enough, though the others lost much.
                                    case 2, 3 -> partlyCalm(100, 4, 0.5);
                                    default -> measurement(100);
                                },
                        "a");
        List<Launch> first = result.results().getFirst().launches().subList(0, 4);
        assertThat(first).extracting(Launch::used).containsExactly(false, false, true, true);
        assertThat(result.results().getFirst().disturbed()).isZero();
    }

    private static Measurement partlyCalm(double score, int calm, double disturbance) {
        Measurement quiet = measurement(score);
        List<Measurement.Iteration> iterations =
                new ArrayList<>(quiet.iterations().subList(0, calm));
        iterations.addAll(
                measurement(score, disturbance, 0, Map.of())
                        .iterations()
                        .subList(calm, quiet.iterations().size()));
        return Simulations.with(quiet, iterations);
    }

    @Test
    void moreAllocationFailsAtEqualSpeed() throws InterruptedException {
        GateResult result =
                run(
                        (jar, _) ->
                                measurement(
                                        100,
                                        0,
                                        jar.name().startsWith("base") ? 0.005 : 16.005,
                                        Map.of()),
                        "a");
        assertThat(verdicts(result)).containsExactly(Verdict.FAIL);
        assertThat(result.results().getFirst().reasons()).containsExactly("allocates more");
    }

    @Test
    void aJarThatCrashesEndsTheRunAndWhatWasMeasuredStays() throws InterruptedException {
        int[] launches = {0};
        GateResult result =
                run(
                        (jar, benchmark) -> {
                            if (++launches[0] == 7) {
                                throw new LaunchFailed(jar, benchmark, "exit status 134");
                            }
                            return measurement(100);
                        },
                        "a",
                        "b");
        assertThat(result.conclusion()).isEqualTo(GateResult.Conclusion.NOTHING);
        assertThat(result.failure().orElseThrow()).contains("candidate.jar", "some.place.b", "134");
        assertThat(result.results().getFirst().launches()).hasSize(4);
        assertThat(result.results().getFirst().baseScore()).isEqualTo(OptionalDouble.of(100));
        assertThat(verdictsOrNothing(result)).containsOnly(Optional.empty());
    }

    @Test
    void aJarThatDiffersFromItselfVoidsTheRun() throws InterruptedException {
        // Eight blocks are the fewest that say so: 2/2⁸ is below one in a hundred.
        Map<String, Integer> launches = new HashMap<>();
        GateResult result =
                run(
                        (_, benchmark) -> {
                            // The later launch of each jar in a block is slower, or faster where
                            // the gate counts the other way round.
                            int launch = launches.merge(benchmark.name(), 1, Integer::sum) - 1;
                            int block = launch / 4;
                            boolean later = launch % 4 >= 2;
                            return noisy(
                                    random,
                                    later == LaunchOrder.sameJarSign(block) > 0 ? 130 : 100);
                        },
                        "a",
                        "b");
        // 130 for 100, give or take the noise.
        assertThat(result.voided().orElseThrow()).containsPattern("differ by (29|30|31)\\.");
        assertThat(result.conclusion()).isEqualTo(GateResult.Conclusion.NOTHING);
    }

    /**
     * Both jars meet it, so a check that counts them as independent would void twice as often as it
     * says.
     */
    @Test
    void aDriftThatJumpsAboutVoidsAsRarelyAsIsPromised() throws InterruptedException {
        int runs = 2000;
        GateSettings settings =
                new GateSettings(0.025, 0.05, Optional.of(24), Optional.of(24), 1, 0.5);
        int voided = 0;
        for (int i = 0; i < runs; i++) {
            int[] launches = {0};
            double[] drift = {0};
            GateResult result =
                    Comparison.run(
                            pairing(id("a")),
                            settings,
                            (_, _) -> {
                                boolean later = launches[0] % 4 >= 2;
                                if (launches[0]++ % 4 == 0) {
                                    drift[0] = random.nextDouble() - 0.5;
                                }
                                return noisy(random, later ? 100 + drift[0] : 100);
                            },
                            Comparison.Progress.NONE);
            voided += result.voided().isPresent() ? 1 : 0;
        }
        double promised = 0.01;
        double chance = 3 * Math.sqrt(promised * (1 - promised) / runs);
        assertThat((double) voided / runs).isLessThan(promised + chance);
    }

    @Test
    void aJarThatIsReplacedMeanwhileVoidsEveryVerdict() throws InterruptedException {
        GateResult result =
                run(
                        new Launcher() {
                            @Override
                            public Measurement launch(BenchmarkJar jar, BenchmarkId benchmark) {
                                boolean base = jar.name().startsWith("base");
                                return measurement(100, 0, 0, Map.of("checksum", base ? 1.0 : 2.0));
                            }

                            @Override
                            public boolean replaced(BenchmarkJar jar) {
                                return jar.name().startsWith("candidate");
                            }
                        },
                        "a");
        assertThat(verdictsOrNothing(result)).containsOnly(Optional.empty());
        assertThat(result.failure().orElseThrow()).startsWith("candidate.jar has changed");
        assertThat(result.conclusion()).isEqualTo(GateResult.Conclusion.NOTHING);
    }

    @Test
    void aFailStandsThoughALaterLaunchCrashes() throws InterruptedException {
        int[] launches = {0};
        GateResult result =
                run(
                        (jar, benchmark) -> {
                            // Twelve pairs of each decide the first benchmark and not the other.
                            if (++launches[0] > 48) {
                                throw new LaunchFailed(jar, benchmark, "exit status 1");
                            }
                            return benchmark.name().endsWith("a")
                                    ? measurement(jar.name().startsWith("base") ? 100 : 120)
                                    : measurement(100 + 10 * random.nextDouble());
                        },
                        "a",
                        "b");
        assertThat(result.failure()).isPresent();
        assertThat(verdicts(result)).contains(Verdict.FAIL);
        assertThat(result.conclusion()).isEqualTo(GateResult.Conclusion.FAILED);
    }

    @Test
    void aLinearDriftOfTheMachineIsNoChange() throws InterruptedException {
        double[] time = {100};
        GateResult result = run((_, _) -> noisy(random, time[0] *= 1.003), "a");
        assertThat(result.voided()).isEmpty();
        assertThat(verdicts(result)).containsExactly(Verdict.PASS);
    }

    @Test
    void jarsThatTurnOutToMeasureInDifferentUnitsAreRefused() {
        assertThatThrownBy(() ->
                        run(
                                (jar, _) -> {
                                    return Simulations.inUnit(
                                            measurement(100),
                                            jar.name().startsWith("base") ? "ns/op" : "us/op");
                                },
                                "a"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContainingAll("--candidate", "ns/op", "us/op", "some.place.a");
    }

    @Test
    void jarsThatRunAnotherNumberOfThreadsAreRefused() {
        assertThatThrownBy(() ->
                        run(
                                (jar, _) ->
                                        run(
                                                measurement(100),
                                                jar.name().startsWith("base") ? 1 : 2,
                                                "1.37"),
                                "a"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContainingAll("--candidate", "threads", "2 for 1", "some.place.a");
    }

    @Test
    void anotherVersionOfJmhIsNoted() throws InterruptedException {
        GateResult result =
                run(
                        (jar, _) ->
                                run(
                                        measurement(100),
                                        1,
                                        jar.name().startsWith("base") ? "1.36" : "1.37"),
                        "a");
        assertThat(result.results().getFirst().reasons())
                .containsExactly("JMH was 1.36 and is 1.37");
    }

    private static Measurement run(Measurement measurement, int threads, String version) {
        return new Measurement(
                measurement.unit(),
                measurement.iterations(),
                measurement.allocation(),
                measurement.counters(),
                threads,
                version,
                List.of());
    }

    @Test
    void aCandidateWhoseLaunchesVaryMoreIsNoted() throws InterruptedException {
        GateResult result =
                run(
                        (jar, _) ->
                                jar.name().startsWith("base")
                                        ? noisy(random, 100)
                                        : measurement(90 + 20 * random.nextDouble()),
                        "a");
        assertThat(result.results().getFirst().reasons())
                .singleElement()
                .asString()
                .startsWith("launches of the candidate vary more");
    }

    @Test
    void theNoiseFloorIsThatOfLaunchesOfOneJar() throws InterruptedException {
        GateResult result =
                run((jar, _) -> measurement(jar.name().startsWith("base") ? 100 : 104), "a");
        assertThat(result.results().getFirst().noise().orElseThrow()).isZero();
        BenchmarkResult.Change change = result.results().getFirst().change().orElseThrow();
        // Without noise the interval is a point, and what is beyond the margin is found.
        assertThat(change.detectable()).isCloseTo(0.025, within(ROUNDING));
    }

    private GateResult run(Launcher launcher, String... names) throws InterruptedException {
        BenchmarkId[] ids = new BenchmarkId[names.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = id(names[i]);
        }
        return Comparison.run(
                pairing(ids), Simulations.SETTINGS, launcher, Comparison.Progress.NONE);
    }

    private static List<Verdict> verdicts(GateResult result) {
        return result.results().stream().map(one -> one.verdict().orElseThrow()).toList();
    }

    private static List<Optional<Verdict>> verdictsOrNothing(GateResult result) {
        return result.results().stream().map(BenchmarkResult::verdict).toList();
    }
}
