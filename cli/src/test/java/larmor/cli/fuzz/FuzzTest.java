package larmor.cli.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import larmor.cli.CommandRun;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Generated inputs, and how they end. {@code -Dlarmor.fuzz=N} runs N of them instead of a few
 * hundred, {@code -Dlarmor.fuzz.seed=S} begins at seed S: input i has the seed S + i, and {@code
 * -Dlarmor.fuzz=1} with its seed is that input alone.
 */
class FuzzTest {

    private static final int FEW = 300;
    private static final long FIRST_SEED = 20_240_722;

    /** Far more than any input takes on a busy machine: only what hangs takes longer. */
    private static final Duration HANGS = Duration.ofMinutes(3);

    private static final String HOME = "user.home";

    /** Then something is wrong with more than an input. */
    private static final int MOST_MISTAKES = 100;

    @TempDir private Path folder;

    @Test
    void everyGeneratedInputEndsInNumbersATypedFailureOrARefusalAsItsGeneratorExpects()
            throws IOException {
        int inputs = Integer.getInteger("larmor.fuzz", FEW);
        long firstSeed = Long.getLong("larmor.fuzz.seed", FIRST_SEED);
        List<Function<Draw, FuzzCase>> generators =
                generators(new ShardCases(Files.createDirectory(folder.resolve("made"))));
        Map<String, Map<Expectation, Map<Outcome, Integer>>> counts = new TreeMap<>();
        List<String> mistakes = new ArrayList<>();
        for (long seed = firstSeed; seed < firstSeed + inputs; seed++) {
            FuzzCase input =
                    generators.get(Math.floorMod(seed, generators.size())).apply(Draw.of(seed));
            try {
                Outcome outcome = outcome(input);
                counts.computeIfAbsent(input.subject(), _ -> new EnumMap<>(Expectation.class))
                        .computeIfAbsent(input.expectation(), _ -> new EnumMap<>(Outcome.class))
                        .merge(outcome, 1, Integer::sum);
            } catch (Throwable e) {
                mistakes.add(mistake(seed, input, e));
                if (mistakes.size() >= MOST_MISTAKES) {
                    break;
                }
            }
        }
        System.out.print(table(counts, firstSeed, inputs, mistakes.size()));
        assertThat(mistakes).as("%s", String.join("\n\n", mistakes)).isEmpty();
        if (inputs >= FEW) {
            requireEverythingTried(counts);
        }
    }

    /** What is drawn, by the last two digits of the seed: a hundred seeds draw each as often. */
    private static List<Function<Draw, FuzzCase>> generators(ShardCases shards) {
        List<Function<Draw, FuzzCase>> generators = new ArrayList<>();
        add(generators, 12, ModelCase::of);
        add(generators, 15, SolverCase::of);
        add(generators, 1, SolverCase::refused);
        add(generators, 14, SimulateCases::of);
        add(generators, 12, SweepCases::of);
        add(generators, 7, ProfileCases::of);
        add(generators, 7, OtherCases::device);
        add(generators, 4, shards::resumed);
        add(generators, 4, shards::merged);
        add(generators, 1, BranchCases::valid);
        add(generators, 1, BranchCases::beyondMeasure);
        add(generators, 1, BranchCases::refused);
        add(generators, 1, OtherCases::figure2);
        add(generators, 2, OtherCases::refusedFigure2);
        add(generators, 1, OtherCases::solvers);
        add(generators, 1, OtherCases::refusedSolvers);
        add(generators, 1, OtherCases::helpOfAny);
        add(generators, 1, OtherCases::refusedHelp);
        for (String subject : OtherCases.MEASURING) {
            add(generators, 1, draw -> OtherCases.help(draw, subject));
            add(generators, 1, draw -> OtherCases.refused(draw, subject));
        }
        return generators;
    }

    private static void add(
            List<Function<Draw, FuzzCase>> generators,
            int times,
            Function<Draw, FuzzCase> generator) {
        generators.addAll(Collections.nCopies(times, generator));
    }

    private Outcome outcome(FuzzCase input) throws IOException {
        Path own = Files.createDirectory(folder.resolve("own"));
        String home = System.getProperty(HOME);
        // The default machine profile of an input is its own, or none.
        System.setProperty(HOME, own.toString());
        try {
            Outcome outcome = Assertions.assertTimeoutPreemptively(HANGS, () -> input.run(own));
            assertThat(input.expectation().allows(outcome))
                    .as("%s input: %s", input.expectation(), outcome)
                    .isTrue();
            return outcome;
        } finally {
            System.setProperty(HOME, home);
            delete(own);
        }
    }

    /** Whether something of each command and each solver has been tried, and been refused. */
    private static void requireEverythingTried(
            Map<String, Map<Expectation, Map<Outcome, Integer>>> counts) {
        assertThat(counts.keySet())
                .containsAll(CommandRun.commands())
                .contains("model", "batches", "resume");
        counts.forEach((subject, byExpectation) -> {
            Map<Outcome, Integer> valid = byExpectation.getOrDefault(Expectation.VALID, Map.of());
            assertThat(valid.keySet()).as("valid inputs of %s", subject).isNotEmpty();
            assertThat(byExpectation.values())
                    .as("refusals of %s", subject)
                    .anyMatch(outcomes -> outcomes.containsKey(Outcome.REFUSED));
        });
    }

    private static void delete(Path own) throws IOException {
        try (Stream<Path> paths = Files.walk(own)) {
            paths.sorted(Comparator.reverseOrder())
                    .forEach(path -> {
                        try {
                            Files.delete(path);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        }
    }

    private static String mistake(long seed, FuzzCase input, Throwable e) {
        StringBuilder text = new StringBuilder();
        text.append("seed ").append(seed).append(", ").append(input.subject());
        text.append(", ").append(input.expectation()).append(": ").append(input.input());
        text.append('\n').append(e);
        for (StackTraceElement line : e.getStackTrace()) {
            if (line.getClassName().startsWith("larmor.")) {
                text.append("\n    at ").append(line);
            }
        }
        return text.append("\nagain: -Dlarmor.fuzz=1 -Dlarmor.fuzz.seed=").append(seed).toString();
    }

    private static String table(
            Map<String, Map<Expectation, Map<Outcome, Integer>>> counts,
            long firstSeed,
            int inputs,
            int mistakes) {
        StringBuilder text = new StringBuilder();
        text.append(
                String.format(
                        Locale.ROOT,
                        "%d generated inputs, seeds %d to %d%n",
                        inputs,
                        firstSeed,
                        firstSeed + inputs - 1));
        text.append(String.format(Locale.ROOT, "%-10s %-8s", "subject", "input"));
        for (Outcome outcome : Outcome.values()) {
            text.append(String.format(Locale.ROOT, " %14s", outcome.heading()));
        }
        text.append(System.lineSeparator());
        counts.forEach((subject, byExpectation) ->
                byExpectation.forEach((expectation, byOutcome) -> {
                    String word = expectation.name().toLowerCase(Locale.ROOT);
                    text.append(String.format(Locale.ROOT, "%-10s %-8s", subject, word));
                    for (Outcome outcome : Outcome.values()) {
                        int count = byOutcome.getOrDefault(outcome, 0);
                        text.append(String.format(Locale.ROOT, " %14d", count));
                    }
                    text.append(System.lineSeparator());
                }));
        return text.append(String.format(Locale.ROOT, "anything else: %d%n", mistakes)).toString();
    }
}
