package larmor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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
import larmor.bench.gate.Measurement;
import larmor.bench.gate.Pairing;
import org.junit.jupiter.api.Test;

class GateTableTest {

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
        BenchmarkJar jar =
                new BenchmarkJar(
                        "a.jar",
                        "a.jar",
                        "",
                        new TreeMap<>(Map.of(new BenchmarkId(name, "avgt", Map.of()), "")),
                        "");
        List<Measurement.Iteration> iterations = new ArrayList<>();
        iterations.add(new Measurement.Iteration(100, 0, 0, 1));
        Measurement measurement =
                new Measurement(
                        "ns/op", iterations, OptionalDouble.of(0), Map.of(), "1.37", List.of());
        GateResult result =
                Comparison.run(
                        Pairing.of(jar, jar, Optional.empty()),
                        new GateSettings(0.025, 0.05, Optional.empty(), Optional.empty(), 1, 1),
                        (_, _) -> measurement,
                        Comparison.Progress.NONE);
        return GateTable.of(new GateText(result));
    }
}
