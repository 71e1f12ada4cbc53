package larmor.bench.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
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

    @Test
    void aLaunchMayTakeLongerThanItWasAskedFor() {
        GateSettings longest =
                new GateSettings(0.025, 0.05, Optional.empty(), Optional.empty(), 600, 600);
        assertThat(JmhLauncher.seconds(longest)).isGreaterThan(2 * (600 + 600));
    }

    @Test
    void afterTheEndNoLaunchBegins() throws IOException {
        BenchmarkJar jar = planted(Map.of());
        JmhLauncher launcher = new JmhLauncher(BRIEF);
        launcher.close();
        assertThatThrownBy(() -> launcher.launch(jar, benchmark(jar, "sum")))
                .isInstanceOf(LaunchFailed.class)
                .hasMessageEndingWith("the run was ended");
    }

    @Test
    void aLaunchThatIsEndedLeavesNoProcess() throws Exception {
        BenchmarkJar jar = planted(Map.of());
        GateSettings hours =
                new GateSettings(0.025, 0.05, Optional.empty(), Optional.empty(), 600, 600);
        JmhLauncher launcher = new JmhLauncher(hours);
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<Measurement> launch =
                    thread.submit(() -> launcher.launch(jar, benchmark(jar, "sum")));
            while (ProcessHandle.current().descendants().count() < 2 && !launch.isDone()) {
                Thread.onSpinWait();
            }
            List<ProcessHandle> both = ProcessHandle.current().descendants().toList();
            launcher.close();
            assertThatThrownBy(launch::get).hasMessageEndingWith("the run was ended");
            assertThat(both).allSatisfy(process -> process.onExit().get(1, TimeUnit.MINUTES));
        }
    }

    /** A program that is closed while it is being ended. */
    static final class ClosedAtExit {

        private ClosedAtExit() {}

        public static void main(String[] args) throws IOException {
            JmhLauncher launcher = new JmhLauncher(BRIEF);
            Runtime.getRuntime()
                    .addShutdownHook(
                            new Thread(() -> {
                                try {
                                    launcher.close();
                                } catch (IOException e) {
                                    throw new UncheckedIOException(e);
                                }
                            }));
        }
    }

    @Test
    void aProgramThatIsBeingEndedClosesWithoutAWord() throws Exception {
        Path words = folder.resolve("words.txt");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                ClosedAtExit.class.getName())
                        .redirectErrorStream(true)
                        .redirectOutput(words.toFile())
                        .start();
        assertThat(process.waitFor()).isZero();
        assertThat(words).isEmptyFile();
    }

    @Test
    void timesOfSingleOperationsComeWithTheirNumberAndTheirAllocation() throws Exception {
        try (JmhLauncher launcher = new JmhLauncher(BRIEF)) {
            BenchmarkJar jar = planted(Map.of());
            BenchmarkId average = benchmark(jar, "allocate");
            Measurement measurement =
                    launcher.launch(jar, new BenchmarkId(average.name(), "sample", Map.of()));
            assertThat(measurement.iterations())
                    .hasSize(10)
                    .allMatch(iteration -> iteration.operations() >= 1);
            assertThat(measurement.allocation().orElseThrow()).isGreaterThan(ARRAYS);
            assertThat(measurement.threads()).isEqualTo(1);
        }
    }

    /** JMH's own default is an iteration without warm-up, and the author may have said more. */
    @Test
    void aSingleShotKeepsTheWarmUpOfItsAuthor() throws Exception {
        try (JmhLauncher launcher = new JmhLauncher(BRIEF)) {
            BenchmarkJar jar = planted(Map.of());
            BenchmarkId average = benchmark(jar, "sum");
            BenchmarkId cold = new BenchmarkId(average.name(), "ss", Map.of());
            Path results = folder.resolve("result.json");
            assertThat(launcher.command(jar, average, results)).contains("-wi", "-w");
            assertThat(launcher.command(jar, cold, results)).doesNotContain("-wi", "-w");
        }
    }

    private BenchmarkJar planted(Map<String, String> properties) throws IOException {
        return BenchmarkJar.of(
                "--jar", PlantedJar.write(folder.resolve("planted.jar"), properties, ""));
    }

    private static BenchmarkId benchmark(BenchmarkJar jar, String method) {
        return jar.benchmarks().keySet().stream()
                .filter(one -> one.name().endsWith("." + method))
                .findFirst()
                .orElseThrow();
    }

    private Measurement launch(Map<String, String> properties, String method)
            throws IOException, InterruptedException {
        BenchmarkJar jar = planted(properties);
        try (JmhLauncher launcher = new JmhLauncher(BRIEF)) {
            return launcher.launch(jar, benchmark(jar, method));
        }
    }
}
