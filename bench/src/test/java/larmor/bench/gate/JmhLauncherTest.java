package larmor.bench.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import larmor.bench.gate.planted.PlantedKernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts JVMs, and judges nothing that depends on their speed. */
class JmhLauncherTest {

    /** Long enough for ten iterations that each hold an operation. */
    private static final GateSettings BRIEF =
            new GateSettings(0.025, 0.05, Optional.empty(), Optional.empty(), 0.01, 0.05);

    /** Sixty-four arrays of sixty-four doubles with a header of sixteen bytes each. */
    private static final double ARRAYS = 64 * (64 * 8 + 16);

    @TempDir private Path folder;

    @Test
    void aLaunchTellsScoresDisturbanceOperationsAndAllocation() throws Exception {
        Measurement measurement = launch(Map.of(), "allocate");
        assertThat(measurement.unit()).isEqualTo("us/op");
        assertThat(measurement.iterations())
                .hasSize(10)
                .allMatch(iteration -> iteration.score() > 0)
                .allMatch(iteration -> iteration.disturbance() >= 0)
                .allMatch(iteration -> iteration.operations() >= 1);
        assertThat(measurement.version()).isEqualTo("1.37");
        assertThat(measurement.counters()).isEmpty();
        // JMH adds its own share, a few kilobytes over at least tens of operations.
        assertThat(measurement.allocation().orElseThrow()).isCloseTo(ARRAYS, within(1024.0));
    }

    @Test
    void aLaunchTellsTheAnswerOfItsBenchmark() throws Exception {
        Measurement measurement = launch(Map.of(PlantedKernels.COEFFICIENT, "0"), "recurrence");
        // Of x ← 0 x + 1.
        assertThat(measurement.counters().get("value")).hasSize(10).containsOnly(1.0);
        assertThat(measurement.countersPerOperation().get("evaluations")).containsOnly(4000.0);
    }

    @Test
    void aJarThatCrashesIsNamedWithWhatItThrew() {
        assertThatThrownBy(() -> launch(Map.of(PlantedKernels.CRASH, "planted failure"), "sum"))
                .isInstanceOf(LaunchFailed.class)
                .hasMessageContainingAll("planted.jar", "PlantedKernels.sum", "planted failure");
    }

    private Measurement launch(Map<String, String> properties, String method)
            throws IOException, InterruptedException {
        BenchmarkJar jar =
                BenchmarkJar.of(
                        "--jar", PlantedJar.write(folder.resolve("planted.jar"), properties, ""));
        BenchmarkId id =
                jar.benchmarks().keySet().stream()
                        .filter(one -> one.name().endsWith("." + method))
                        .findFirst()
                        .orElseThrow();
        try (JmhLauncher launcher = new JmhLauncher(BRIEF)) {
            return launcher.launch(jar, id);
        }
    }
}
