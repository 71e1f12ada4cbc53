package larmor.bench.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static larmor.bench.gate.Simulations.id;
import static larmor.bench.gate.Simulations.jar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import larmor.model.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairingTest {

    /** What a benchmark may set, in JMH's list of them, before its unit. */
    private static final int BEFORE_UNIT = 14;

    @TempDir private Path folder;

    @Test
    void whatBothHaveIsMeasuredAndWhatIsNewIsListed() {
        BenchmarkJar base = jar("base", id("a", "size", "1"), id("b"));
        BenchmarkJar candidate =
                jar("candidate", id("a", "size", "1"), id("a", "size", "2"), id("b"), id("c"));
        Pairing all = Pairing.of(base, candidate, Optional.empty());
        assertThat(all.shared()).containsExactly(id("a", "size", "1"), id("b"));
        assertThat(all.added()).containsExactly(id("a", "size", "2"), id("c"));
        assertThat(Pairing.of(base, candidate, Optional.of("a size=.")).shared())
                .containsExactly(id("a", "size", "1"));
    }

    @Test
    void byDefaultTheJarsSayWhatIsCompared() {
        BenchmarkJar all = jar("base", id("a"), id("b"));
        BenchmarkJar some = selecting(all, "b$");
        assertThat(Pairing.of(some, all, Optional.empty()).shared()).containsExactly(id("b"));
        assertThat(Pairing.of(all, some, Optional.empty()).shared()).containsExactly(id("b"));
        assertThat(Pairing.of(all, all, Optional.empty()).shared()).hasSize(2);
        assertThat(Pairing.of(some, all, Optional.of("a$")).shared()).containsExactly(id("a"));
    }

    private static BenchmarkJar selecting(BenchmarkJar jar, String selection) {
        return new BenchmarkJar(
                jar.name(), jar.file(), jar.classPath(), jar.digest(), jar.benchmarks(), selection);
    }

    @Test
    void aJarWhoseSelectionIsNoExpressionIsRefusedAsThatJar() {
        BenchmarkJar fine = jar("fine", id("a"));
        BenchmarkJar broken = selecting(fine, "(");
        refused("--base", broken, fine);
        refused("--candidate", fine, broken);
        assertThat(Pairing.of(broken, fine, Optional.of("a")).shared()).hasSize(1);
    }

    @Test
    void aNameWithControlCharactersIsALineAndNoCommandToATerminal() {
        String label = id("a", "size", "1\n2\u001b[31m3\u009b4\u20285").label();
        assertThat(label).isEqualTo("some.place.a size=1 2 [31m3 4 5");
    }

    @Test
    void aJarInAPlaceThatAClassPathCannotNameIsRefused() throws IOException {
        Path place = Files.createDirectory(folder.resolve("a" + File.pathSeparator + "b"));
        Path jar = Files.writeString(place.resolve("a.jar"), "");
        assertThatThrownBy(() -> BenchmarkJar.of("--base", jar))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("--base must have no " + File.pathSeparator);
    }

    @Test
    void aJarThatAnotherReplacesIsNoticed() throws IOException {
        Path path = folder.resolve("e.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
            zip.putNextEntry(new ZipEntry("META-INF/BenchmarkList"));
        }
        BenchmarkJar jar = BenchmarkJar.of("--base", path);
        assertThat(jar.replaced()).isFalse();
        Files.writeString(path, "other");
        assertThat(jar.replaced()).isTrue();
        Files.delete(path);
        assertThat(jar.replaced()).isTrue();
    }

    @Test
    void jmhsOwnUnitIsTheSameWhetherDeclaredOrNot() throws IOException {
        assertThat(declared("E").benchmarks()).isEqualTo(declared("U 7 SECONDS").benchmarks());
    }

    /** A jar with a benchmark of this unit, as JMH's annotation processor writes it. */
    private BenchmarkJar declared(String unit) throws IOException {
        Path path = folder.resolve("f.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
            zip.putNextEntry(new ZipEntry("META-INF/BenchmarkList"));
            String unset = "E ".repeat(BEFORE_UNIT);
            zip.write(
                    ("JMH S 3 a.A S 3 b.B S 3 sum S 11 AverageTime E A 1 1 1 "
                                    + unset
                                    + unit
                                    + " E E \n")
                            .getBytes(UTF_8));
        }
        return BenchmarkJar.of("--base", path);
    }

    @Test
    void aJarNamesWhatIsComparedByDefault() throws IOException {
        Path jar = folder.resolve("d.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("META-INF/BenchmarkList"));
            zip.putNextEntry(new ZipEntry(BenchmarkJar.SELECTION));
            zip.write("a|b\n".getBytes(UTF_8));
        }
        assertThat(BenchmarkJar.of("--base", jar).selection()).isEqualTo("a|b");
    }

    @Test
    void whatIsGoneOrMeasuredOtherwiseIsRefused() {
        BenchmarkJar base = jar("base", id("a", "size", "1"), id("b"));
        refused("--candidate", base, jar("candidate", id("a", "size", "1")));
        refused("--candidate", base, jar("candidate", id("a", "size", "2"), id("b")));
        refused("--candidate", base, jar("candidate", id("a"), id("b")));
        BenchmarkId throughput = new BenchmarkId("some.place.b", "thrpt", Map.of());
        refused("--candidate", base, jar("candidate", id("a", "size", "1"), throughput));
        Map<BenchmarkId, String> units = new TreeMap<>(base.benchmarks());
        units.put(id("b"), "SECONDS");
        refused(
                "--candidate",
                base,
                new BenchmarkJar("candidate", base.file(), "", "", new TreeMap<>(units), ""));
    }

    /** More would take longer than somebody waits for a pull request. */
    @Test
    void larmorsOwnSelectionIsAFewOfItsBenchmarks() throws IOException {
        Path classes = Path.of("target", "classes");
        Path jar = folder.resolve("own.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String name : new String[] {"META-INF/BenchmarkList", BenchmarkJar.SELECTION}) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(Files.readAllBytes(classes.resolve(name)));
            }
        }
        BenchmarkJar own = BenchmarkJar.of("--base", jar);
        assertThat(Pairing.of(own, own, Optional.empty()).shared()).hasSizeBetween(4, 8);
    }

    @Test
    void anIncludeThatMatchesNothingOrIsNoExpressionIsRefused() {
        BenchmarkJar base = jar("base", id("a"));
        refused("--include", base, base, "nothing");
        refused("--include", base, base, "(");
        refused("--include", base, base, "");
    }

    @Test
    void whatIsNoJarWithBenchmarksIsRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("a.jar"), "no jar");
        Path empty = folder.resolve("b.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(empty))) {
            zip.putNextEntry(new ZipEntry("other"));
        }
        Path broken = folder.resolve("c.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(broken))) {
            zip.putNextEntry(new ZipEntry("META-INF/BenchmarkList"));
            zip.write(new byte[] {'J', 'M', 'H', ' ', 'X'});
        }
        for (Path path : new Path[] {text, empty, broken, folder, folder.resolve("none.jar")}) {
            assertThatThrownBy(() -> BenchmarkJar.of("--base", path))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageStartingWith("--base ");
        }
    }

    @Test
    void aValueThatJmhCannotSelectIsRefusedByName() {
        assertThat(BenchmarkJar.arguments(id("a", "size", "1e-3", "work", "x y")))
                .containsExactly(
                        "^\\Qsome.place.a\\E$", "-bm", "avgt", "-p", "size=1e-3", "-p", "work=x y");
        BenchmarkJar comma = jar("base", id("a", "size", "1,2"), id("b"));
        refused("--include", comma, comma);
        assertThat(Pairing.of(comma, comma, Optional.of("b$")).shared()).containsExactly(id("b"));
    }

    private static void refused(
            String flag, BenchmarkJar base, BenchmarkJar candidate, String... include) {
        assertThatThrownBy(() -> Pairing.of(base, candidate, Arrays.stream(include).findFirst()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith(flag + " must ");
    }
}
