package larmor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import larmor.bench.gate.BenchmarkId;
import larmor.bench.gate.BenchmarkJar;
import larmor.bench.gate.Comparison;
import larmor.bench.gate.GateResult;
import larmor.bench.gate.GateSettings;
import larmor.bench.gate.GateText;
import larmor.bench.gate.Launcher;
import larmor.bench.gate.Measurement;
import larmor.bench.gate.Pairing;
import org.junit.jupiter.api.Test;

class GateTableTest {

    /** How {@link #table(String, Launcher)} names the first jar. */
    static final String BASE = "base.jar";

    @Test
    void shortNamesStandInTheirRowAndLongOnesAboveIt() throws InterruptedException {
        List<String> narrow = table("a.B.c").lines().toList();
        assertThat(narrow.getFirst()).startsWith("benchmark  base  candidate  unit");
        assertThat(narrow.get(1)).startsWith("B.c").endsWith("PASS");
        List<String> wide = table("a.AnUncommonlyLongNameOfAClass.aMethod").lines().toList();
        assertThat(wide.getFirst()).startsWith("  base  candidate  unit");
        assertThat(wide.get(1)).isEqualTo("AnUncommonlyLongNameOfAClass.aMethod");
        assertThat(wide.get(2)).startsWith("  100").endsWith("PASS");
        assertThat(wide.getLast()).isEqualTo("PASS: no slowdown beyond 2.5 % in 1 benchmark");
    }

    @Test
    void theTableIsNotWiderThanATerminal() throws InterruptedException {
        for (String name : List.of("a.B.c", "a.AnUncommonlyLongNameOfAClass.aMethod")) {
            assertThat(table(name).lines().filter(line -> !line.startsWith("note: ")))
                    .allMatch(line -> line.length() <= 80);
        }
    }

    private static String table(String name) throws InterruptedException {
        return table(name, (_, _) -> measurement(100, OptionalDouble.of(0), Map.of()));
    }

    /** A benchmark of this name in two jars, of which the launcher says what they measure. */
    static String table(String name, Launcher launcher) throws InterruptedException {
        GateResult result =
                Comparison.run(
                        Pairing.of(jar(BASE, name), jar("candidate.jar", name), Optional.empty()),
                        new GateSettings(0.025, 0.05, Optional.empty(), Optional.empty(), 1, 1),
                        launcher,
                        Comparison.Progress.NONE);
        return GateTable.of(new GateText(result));
    }

    private static BenchmarkJar jar(String jar, String benchmark) {
        return new BenchmarkJar(
                jar,
                Path.of(jar),
                jar,
                "",
                new TreeMap<>(Map.of(new BenchmarkId(benchmark, "avgt", Map.of()), "")),
                "");
    }

    static Measurement measurement(
            double score, OptionalDouble allocation, Map<String, List<Double>> counters) {
        return new Measurement(
                "us/op",
                List.of(new Measurement.Iteration(score, 0, 0, 1)),
                allocation,
                counters,
                1,
                "1.37",
                List.of());
    }
}
