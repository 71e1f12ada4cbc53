package larmor.cli.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
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
    private static final Duration HANGS = Duration.ofMinutes(1);

    /** Then something is wrong with more than an input. */
    private static final int MOST_MISTAKES = 100;

    @TempDir private Path folder;

    @Test
    void everyGeneratedInputEndsInNumbersATypedFailureOrARefusalAsItsGeneratorExpects()
            throws IOException {
        int inputs = Integer.getInteger("larmor.fuzz", FEW);
        long firstSeed = Long.getLong("larmor.fuzz.seed", FIRST_SEED);
        ShardCases shards = new ShardCases(Files.createDirectory(folder.resolve("made")));
        Map<String, Map<Expectation, Map<Outcome, Integer>>> counts = new TreeMap<>();
        List<String> mistakes = new ArrayList<>();
        for (long seed = firstSeed; seed < firstSeed + inputs; seed++) {
            FuzzCase input = generated(Draw.of(seed), shards);
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
    }

    private static FuzzCase generated(Draw draw, ShardCases shards) {
        int kind = draw.count(0, 99);
        if (kind < 15) {
            return ModelCase.of(draw);
        }
        if (kind < 33) {
            return SolverCase.of(draw);
        }
        if (kind < 53) {
            return SimulateCases.of(draw);
        }
        if (kind < 68) {
            return SweepCases.of(draw);
        }
        if (kind < 78) {
            return OtherCases.device(draw);
        }
        if (kind < 87) {
            return shards.of(draw);
        }
        if (kind < 90) {
            return OtherCases.branches(draw);
        }
        return kind < 93 ? OtherCases.figure2(draw) : OtherCases.refused(draw);
    }

    private Outcome outcome(FuzzCase input) throws IOException {
        Path own = Files.createDirectory(folder.resolve("own"));
        try {
            Outcome outcome = Assertions.assertTimeoutPreemptively(HANGS, () -> input.run(own));
            assertThat(input.expectation().allows(outcome))
                    .as("%s input: %s", input.expectation(), outcome)
                    .isTrue();
            return outcome;
        } finally {
            delete(own);
        }
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
