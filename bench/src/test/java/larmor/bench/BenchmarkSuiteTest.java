package larmor.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Starts JVMs, and judges nothing that depends on their speed. */
class BenchmarkSuiteTest {

    /** Another JMH on this machine must not fail these tests, which time nothing. */
    @BeforeAll
    static void ignoreOtherRuns() {
        System.setProperty("jmh.ignoreLock", "true");
    }

    @Test
    void aBenchmarkThatFailsIsNamedWithTheReasonAndTheOthersAreMeasured() {
        List<String> progress = new ArrayList<>();
        BenchmarkSuite.Outcome outcome =
                new BenchmarkSuite("\\.PlantedFailures\\.", false, Optional.empty())
                        .run(progress::add);
        assertThat(outcome.same()).isEqualTo("number=7");
        assertThat(outcome.count()).isEqualTo(4);
        assertThat(outcome.rows())
                .singleElement()
                .satisfies(row ->
                        assertThat(row)
                                .startsWith("PlantedFailures.half", "none")
                                .contains("ns/op"));
        assertThat(outcome.json()).contains("\"none\"").doesNotContain("\"before\"");
        assertThat(outcome.failures())
                .containsExactlyInAnyOrder(
                        new BenchmarkSuite.Failure(
                                "PlantedFailures.half before", PlantedFailures.BEFORE),
                        new BenchmarkSuite.Failure(
                                "PlantedFailures.half after", PlantedFailures.AFTER),
                        new BenchmarkSuite.Failure(
                                "PlantedFailures.half exit", "its JVM has ended without a result"));
        assertThat(progress).hasSize(4);
        assertThat(progress.getFirst()).startsWith("1 of 4: PlantedFailures.half ");
        assertThat(progress.getLast()).startsWith("4 of 4: PlantedFailures.half ");
        assertThat(progress)
                .anyMatch(line -> line.contains("half none: ") && line.endsWith(" ns/op"))
                .anyMatch(line -> line.endsWith("half before failed: " + PlantedFailures.BEFORE));
    }
}
