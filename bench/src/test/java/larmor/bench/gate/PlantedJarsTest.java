package larmor.bench.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import larmor.bench.gate.planted.PlantedKernels;
import org.junit.jupiter.api.Test;

/** Writes the jars that {@code bench/gate-evidence.sh} compares. */
class PlantedJarsTest {

    private static final Path FOLDER = Path.of("target", "planted");

    @Test
    void thePlantedJarsDifferAsTheyAreNamed() throws IOException {
        BenchmarkJar base = jar("base", Map.of(), "");
        assertThat(base.benchmarks()).hasSize(4);
        assertThat(jar("slow", Map.of(PlantedKernels.SLOWDOWN, "0.05"), "").benchmarks())
                .isEqualTo(base.benchmarks());
        assertThat(jar("fast", Map.of(PlantedKernels.SLOWDOWN, "-0.03"), "").benchmarks())
                .isEqualTo(base.benchmarks());
        assertThat(jar("changed", Map.of(PlantedKernels.COEFFICIENT, "0.4999"), "").benchmarks())
                .isEqualTo(base.benchmarks());
        assertThat(jar("crash", Map.of(PlantedKernels.CRASH, "planted"), "").benchmarks())
                .isEqualTo(base.benchmarks());
        assertThat(jar("removed", Map.of(), "sort").benchmarks()).hasSize(3);
    }

    private static BenchmarkJar jar(String name, Map<String, String> properties, String removed)
            throws IOException {
        return BenchmarkJar.of(
                "--jar", PlantedJar.write(FOLDER.resolve(name + ".jar"), properties, removed));
    }
}
