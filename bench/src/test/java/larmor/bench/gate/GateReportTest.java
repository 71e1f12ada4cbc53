package larmor.bench.gate;

import static larmor.bench.gate.Simulations.id;
import static larmor.bench.gate.Simulations.measurement;
import static larmor.bench.gate.Simulations.noisy;
import static larmor.bench.gate.Simulations.pairing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import larmor.model.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GateReportTest {

    @TempDir private Path folder;

    @Test
    void theJsonHoldsEveryLaunchWithItsIterations() throws InterruptedException {
        GateResult result = slower();
        JsonNode json = new JsonMapper().readTree(report(result).json());
        assertThat(json.get("version").intValue()).isEqualTo(1);
        assertThat(json.get("conclusion").stringValue()).isEqualTo("failed");
        JsonNode one = json.get("benchmarks").get(0);
        assertThat(one.get("verdict").stringValue()).isEqualTo("FAIL");
        assertThat(one.get("parameters").get("size").stringValue()).isEqualTo("8");
        assertThat(one.get("launches")).hasSize(24);
        assertThat(one.get("launches").get(1).get("jar").stringValue()).isEqualTo("candidate");
        assertThat(one.get("launches").get(1).get("iterations")).hasSize(10);
        assertThat(one.get("low").doubleValue()).isGreaterThan(0.025);
    }

    @Test
    void whatDoesNotExistIsNullAndNeverNan() throws InterruptedException {
        GateResult result =
                run((jar, benchmark) -> {
                    throw new LaunchFailed(jar, benchmark, "exit status 1");
                });
        String text = report(result).json();
        assertThat(text).doesNotContain("NaN", "Infinity");
        JsonNode one = new JsonMapper().readTree(text).get("benchmarks").get(0);
        assertThat(one.get("verdict").isNull()).isTrue();
        assertThat(one.get("change").isNull()).isTrue();
        assertThat(report(result).markdown()).contains("NOTHING MEASURED", "exit status 1");
        GateResult counted =
                run((_, _) -> measurement(100, 0, 0, Map.of("error", 0.0 / 0.0, "peak", 1 / 0.0)));
        String values = report(counted).json();
        assertThat(values).doesNotContain("NaN", "Infinity");
        JsonNode counters =
                new JsonMapper().readTree(values).at("/benchmarks/0/launches/0/counters");
        assertThat(counters.get("error").get(0).isNull()).isTrue();
        assertThat(report(result).html()).contains("exit status 1");
    }

    @Test
    void theMarkdownIsATableInWhichNamesStayText() throws InterruptedException {
        String markdown = report(slower()).markdown();
        List<String> lines = markdown.lines().toList();
        assertThat(lines.getFirst()).isEqualTo("## FAIL: 1 of 1 benchmark");
        assertThat(lines.get(2)).startsWith("| benchmark | base | candidate | unit | change |");
        assertThat(lines.get(3)).startsWith("| --- |");
        assertThat(lines.get(4)).startsWith("| place.&lt;b&gt; size=8 |");
        assertThat(lines.get(4)).endsWith("| FAIL |");
    }

    @Test
    void twoModesOfOneBenchmarkAreTold() throws InterruptedException {
        BenchmarkId time = id("a");
        GateResult result =
                Comparison.run(
                        pairing(
                                time,
                                new BenchmarkId(time.name(), "thrpt", time.parameters()),
                                id("b")),
                        Simulations.SETTINGS,
                        (_, _) -> measurement(100),
                        Comparison.Progress.NONE);
        assertThat(report(result).markdown())
                .contains("| place.a (avgt) |", "| place.a (thrpt) |", "| place.b |");
    }

    @Test
    void thePageHasADotForEachLaunchAndAVerdict() throws InterruptedException {
        String html = report(slower()).html();
        assertThat(html)
                .contains(
                        "data-figure=\"launches-0\"",
                        "<p class=\"verdict failed\" id=\"verdict\">FAIL: 1 of 1 benchmark</p>");
    }

    @Test
    void theHistoryGrowsByALineForEachBenchmarkAndKeepsWhatIsThere()
            throws IOException, InterruptedException {
        Path file = folder.resolve("history.csv");
        History.of("--history", file).append(slower(), Simulations.PROVENANCE);
        String first = Files.readString(file);
        assertThat(first.lines()).hasSize(2);
        assertThat(first.lines().toList().getLast())
                .contains(",\"CPU, \"\"2 cores\"\"\",", ",size=8,ns/op,")
                .endsWith(",FAIL");
        History.of("--history", file).append(slower(), Simulations.PROVENANCE);
        assertThat(Files.readString(file)).startsWith(first).hasLineCount(3);
    }

    @Test
    void timesThatMayNotBeBelievedStayOutOfTheHistory() throws IOException, InterruptedException {
        GateResult slower = slower();
        Optional<String> reason = Optional.of("a reason");
        int[] sum = {0};
        GateResult changed =
                run((jar, _) ->
                        measurement(
                                100 + sum[0]++ % 2,
                                0,
                                0,
                                Map.of("sum", jar.name().startsWith("base") ? 0.0 : 1.0)));
        Path file = folder.resolve("history.csv");
        for (GateResult unusable :
                List.of(
                        ended(slower, reason, Optional.empty()),
                        ended(slower, Optional.empty(), reason),
                        changed)) {
            History.of("--history", file).append(unusable, Simulations.PROVENANCE);
            assertThat(file).content().hasLineCount(1);
        }
    }

    private static GateResult ended(
            GateResult result, Optional<String> voided, Optional<String> failure) {
        return new GateResult(
                result.pairing(),
                result.settings(),
                result.looks(),
                result.results(),
                voided,
                failure,
                result.seconds());
    }

    @Test
    void linesThatSeveralWritersAddAtOnceAreAllThere() throws Exception {
        Path file = folder.resolve("history.csv");
        GateResult slower = slower();
        int writers = 4;
        int lines = 10;
        try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
            List<Callable<Void>> all =
                    Collections.nCopies(
                            writers,
                            () -> {
                                for (int i = 0; i < lines; i++) {
                                    History.of("--history", file)
                                            .append(slower, Simulations.PROVENANCE);
                                }
                                return null;
                            });
            for (Future<Void> one : threads.invokeAll(all)) {
                one.get();
            }
        }
        assertThat(file).content().hasLineCount(1 + writers * lines);
    }

    @Test
    void aHistoryWaitsForTheLockOfAnotherProcessAndLooksAgainAtWhatIsThere() throws Exception {
        Path file = folder.resolve("history.csv");
        History history = History.of("--history", file);
        GateResult slower = slower();
        try (FileChannel lock =
                        FileChannel.open(
                                folder.resolve("history.csv.lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                FileLock held = lock.lock()) {
            assertThat(held.isValid()).isTrue();
            // Within one JVM a lock that is held is refused and not waited for.
            assertThatThrownBy(() -> history.append(slower, Simulations.PROVENANCE))
                    .isInstanceOf(OverlappingFileLockException.class);
        }
        Files.writeString(file, "something else");
        assertThatThrownBy(() -> history.append(slower, Simulations.PROVENANCE))
                .isInstanceOf(IOException.class);
        assertThat(file).hasContent("something else");
    }

    @Test
    void aHistoryThatIsNotTextToItsEndIsRefusedAndKept() throws IOException, InterruptedException {
        Path file = folder.resolve("history.csv");
        History.of("--history", file).append(slower(), Simulations.PROVENANCE);
        byte[] broken = Files.readAllBytes(file);
        broken[broken.length - 3] = (byte) 0xff;
        Files.write(file, broken);
        assertThatThrownBy(() -> History.of("--history", file))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("--history names a file that is not UTF-8 text: " + file);
        assertThat(file).hasBinaryContent(broken);
    }

    @Test
    void whatAJarIsCalledOrSaysIsALineOfTextWhereverItIsShown() throws InterruptedException {
        String hostile = "a|b`c`<b>~x~$y$\u001b[31m\nd";
        GateResult result =
                Comparison.run(
                        pairing(id(hostile, "size", "8")),
                        Simulations.SETTINGS,
                        (jar, benchmark) -> {
                            throw new LaunchFailed(jar, benchmark, hostile);
                        },
                        Comparison.Progress.NONE);
        GateText text = new GateText(result);
        assertThat(text.table().toString() + text.notes()).doesNotContain("\u001b", "\n");
        assertThat(report(result).markdown())
                .doesNotContain("\u001b", "<b>")
                .contains("a\\|b\\`c\\`&lt;b&gt;\\~x\\~\\$y\\$ \\[31m d");
        assertThat(report(result).html()).doesNotContain("<b>~x");
    }

    @Test
    void aFileThatIsNoHistoryIsRefusedAndKept() throws IOException {
        for (String content : List.of("date,other\n", "", "text")) {
            Path file = Files.writeString(folder.resolve("other.csv"), content);
            assertThatThrownBy(() -> History.of("--history", file))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageStartingWith("--history ");
            assertThat(file).hasContent(content);
        }
    }

    @Test
    void aCalmMachineSupportsASmallMarginAndANoisyOneALargeOne() throws InterruptedException {
        Calibration calm = Calibration.of(run((_, _) -> measurement(100)), Simulations.SETTINGS);
        assertThat(calm.margin().orElseThrow()).isEqualTo(0.002);
        SplittableRandom random = new SplittableRandom(5);
        Calibration noisy =
                Calibration.of(
                        run((_, _) -> measurement(100 * (1 + 0.1 * random.nextDouble()))),
                        Simulations.SETTINGS);
        // The difference of two launches deviates by about 4 %.
        assertThat(noisy.margin().orElseThrow()).isBetween(0.02, 0.1);
    }

    private static GateResult slower() throws InterruptedException {
        SplittableRandom random = new SplittableRandom(1);
        return run((jar, _) -> noisy(random, jar.name().startsWith("base") ? 100 : 110));
    }

    private static GateResult run(Launcher launcher) throws InterruptedException {
        return Comparison.run(
                pairing(id("<b>", "size", "8")),
                Simulations.SETTINGS,
                launcher,
                Comparison.Progress.NONE);
    }

    private static GateReport report(GateResult result) {
        return new GateReport(result, Simulations.PROVENANCE);
    }
}
