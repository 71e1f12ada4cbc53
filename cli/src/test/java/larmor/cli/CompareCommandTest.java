package larmor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the gate says of jars that it cannot measure: never that all is well. */
class CompareCommandTest {

    /** What a benchmark may set and these do not. */
    private static final int NOT_SET = 17;

    @TempDir private Path folder;

    @Test
    void aJarThatCrashesIsStatusFourAndItsFilesSayWhy() throws IOException {
        CommandRun run =
                CommandRun.of(
                        "compare",
                        "--base",
                        jar("base", "sum", "sort"),
                        "--candidate",
                        jar("candidate", "sum", "sort", "added"),
                        "--out",
                        folder.resolve("out").toString(),
                        "--history",
                        folder.resolve("history.csv").toString());
        assertThat(run.status()).isEqualTo(4);
        assertThat(run.out())
                .contains("exit status 1", "org.openjdk.jmh.Main", "not measured: A.added")
                .endsWith("NOTHING MEASURED\n");
        JsonNode json =
                new JsonMapper().readTree(Files.readString(folder.resolve("out/compare.json")));
        assertThat(json.get("conclusion").stringValue()).isEqualTo("nothing");
        assertThat(folder.resolve("out/compare.html")).isNotEmptyFile();
        assertThat(folder.resolve("out/compare.md")).isNotEmptyFile();
        assertThat(folder.resolve("history.csv")).content().hasLineCount(1);
    }

    @Test
    void itsFilesAndItsStatusTellWhereNobodyReadsItsTable() throws IOException {
        PrintStream closed = new PrintStream(OutputStream.nullOutputStream());
        closed.close();
        closed.println();
        String[] words = {
            "compare",
            "--base",
            jar("base", "sum"),
            "--candidate",
            jar("candidate", "sum"),
            "--out",
            folder.resolve("out").toString(),
            "--history",
            folder.resolve("history.csv").toString()
        };
        Console console =
                new Console(closed, new PrintStream(OutputStream.nullOutputStream()), false, true);
        assertThat(Larmor.execute(words, console)).isEqualTo(ExitStatus.NOTHING_MEASURED);
        assertThat(folder.resolve("out/compare.html")).isNotEmptyFile();
        assertThat(folder.resolve("out/compare.json")).isNotEmptyFile();
        assertThat(folder.resolve("history.csv")).content().hasLineCount(1);
    }

    @Test
    void aBenchmarkThatIsGoneIsBadInputAndSoIsAnEmptyInclude() throws IOException {
        String base = jar("base", "sum", "sort");
        CommandRun gone =
                CommandRun.of("compare", "--base", base, "--candidate", jar("candidate", "sum"));
        assertThat(gone.status()).isEqualTo(2);
        assertThat(gone.err()).startsWith("larmor: --candidate must").contains("a.A.sort");
        CommandRun empty =
                CommandRun.of(
                        "compare", "--base", base, "--candidate", base, "--include", "nothing");
        assertThat(empty.status()).isEqualTo(2);
        assertThat(empty.err()).startsWith("larmor: --include must");
    }

    @Test
    void fewerPairsThanCanProveAnythingAreRefused() throws IOException {
        String jar = jar("base", "sum", "sort");
        CommandRun run =
                CommandRun.of("compare", "--base", jar, "--candidate", jar, "--pairs", "4");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith("larmor: --pairs must be at least 8, not 4");
    }

    @Test
    void calibrationOfAJarThatCrashesIsStatusFour() throws IOException {
        CommandRun run = CommandRun.of("calibrate", "--jar", jar("base", "sum"));
        assertThat(run.status()).isEqualTo(4);
        assertThat(run.err()).contains("larmor: ", "gives no time for a.A.sum");
    }

    /** A jar that lists benchmarks, as JMH's annotation processor does, and holds none. */
    private String jar(String name, String... methods) throws IOException {
        StringBuilder list = new StringBuilder();
        for (String method : methods) {
            String generated = "a.jmh_generated.A_" + method + "_jmhTest";
            list.append(
                    String.format(
                            "JMH S 3 a.A S %d %s S %d %s S 11 AverageTime E A 1 1 1 %s%n",
                            generated.length(),
                            generated,
                            method.length(),
                            method,
                            "E ".repeat(NOT_SET)));
        }
        Path jar = folder.resolve(name + ".jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("META-INF/BenchmarkList"));
            zip.write(list.toString().getBytes(UTF_8));
        }
        return jar.toString();
    }
}
