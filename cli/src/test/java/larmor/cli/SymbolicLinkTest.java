package larmor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No command writes through a symbolic link, or over one. */
class SymbolicLinkTest {

    private static final String SWEEP = "sweep --voltage 1.2 --time 200 --window 80 --out ";

    @TempDir private Path folder;

    private Path precious;
    private Path output;

    @BeforeEach
    void aFileThatMustStay() throws IOException {
        precious = Files.writeString(folder.resolve("precious"), "precious");
        output = Files.createDirectory(folder.resolve("out"));
    }

    private CommandRun run(String line) {
        return CommandRun.of(
                line.replace("OUT", output.toString())
                        .replace("FOLDER", folder.toString())
                        .split(" "));
    }

    /** The first column is the link, the second what would write there. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.csv                 | SWEEP OUT/a.csv",
                "a.csv.partial         | SWEEP OUT/a.csv",
                "a.csv.partial         | SWEEP OUT/a.csv --resume",
                "a.csv.partial.table   | SWEEP OUT/a.csv",
                "sweep.csv             | SWEEP OUT",
                "sweep.csv.partial     | SWEEP OUT",
                "sweep.html            | SWEEP OUT",
                "a.csv                 | SWEEP OUT/a.csv --shard 1/2",
                "a.csv                 | simulate --voltage 1 --time 1 --out OUT/a.csv",
                "merged                | merge FOLDER/precious --out OUT/merged",
                "branches.html         | branches --voltage 1:2 --out OUT",
                "branches.csv          | branches --voltage 1:2 --out OUT",
                "branches.json         | branches --voltage 1:2 --out OUT",
                "figure2.html          | figure2 --out OUT",
                "figure2.csv           | figure2 --out OUT",
                "report.html           | report --quick --out OUT",
                "validation.md         | validate --quick --out OUT",
                "benchmarks.json       | benchmark --quick --out OUT",
                "choice.html           | choose --out OUT --profile FOLDER/profile.json",
                "profile.json          | choose --profile OUT/profile.json",
            })
    void aLinkInThePlaceOfAFileIsRefusedBeforeAnythingRuns(String name, String line)
            throws IOException {
        for (Path target : new Path[] {precious, folder.resolve("none")}) {
            Path link = Files.createSymbolicLink(output.resolve(name), target);
            CommandRun run = run(line.replace("SWEEP ", SWEEP));
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.err())
                    .startsWith(
                            line.contains("--profile OUT")
                                    ? "larmor: --profile "
                                    : "larmor: --out ")
                    .contains("names a symbolic link, which is not written through: ")
                    .hasLineCount(1);
            assertThat(run.out()).isEmpty();
            assertThat(link).isSymbolicLink();
            assertThat(output.toFile().list()).containsExactly(name);
            Files.delete(link);
        }
        assertThat(precious).hasContent("precious");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("precious", "out");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SWEEP + "OUT/link/",
                SWEEP + "OUT/link/inside/",
                "branches --voltage 1:2 --out OUT/link",
                "choose --profile OUT/link/profile.json"
            })
    void aLinkThatLeadsNowhereIsNoDirectory(String line) throws IOException {
        Files.createSymbolicLink(output.resolve("link"), folder.resolve("none"));
        CommandRun run = run(line);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).endsWith(" is not a directory: " + output.resolve("link") + "\n");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    /** The user has named it. */
    @Test
    void aLinkToADirectoryIsThatDirectory() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), output);
        assertThat(run(SWEEP + "FOLDER/link").status()).isZero();
        assertThat(link).isSymbolicLink();
        assertThat(output.toFile().list()).containsExactlyInAnyOrder("sweep.csv", "sweep.html");
    }
}
