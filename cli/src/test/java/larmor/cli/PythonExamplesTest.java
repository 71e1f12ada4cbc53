package larmor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/python.md} shows runs, one after the other, where there is pandas. */
class PythonExamplesTest {

    private static final DocumentationPage PAGE =
            new DocumentationPage(DocumentationPage.DOCUMENTS.resolve("python.md"));

    /** Lines of code in a row. */
    private static final Pattern BLOCK = Pattern.compile("(?m)(?:^ {4}.*\n)+");

    @TempDir private Path folder;
    @TempDir private Path state;

    @Test
    void everyBlockRuns() throws IOException, InterruptedException {
        assumeThat(succeeds("-c", "import matplotlib, pandas"))
                .as("python3 with pandas and matplotlib")
                .isTrue();
        ProjectFolder project = ProjectFolder.in(folder, state);
        for (MatchResult found : PAGE.matches(BLOCK)) {
            String block = found.group().replaceAll("(?m)^ {4}", "");
            if (block.startsWith("$ ")) {
                for (String line : block.lines().toList()) {
                    project.output(line.substring(2));
                }
            } else {
                Path script = Files.writeString(folder.resolve("script.py"), block);
                assertThat(succeeds(script.toString())).as(block).isTrue();
            }
        }
        assertThat(List.of("frequency.png", "map.png", "trajectory.png"))
                .allSatisfy(picture -> assertThat(folder.resolve(picture)).isNotEmptyFile());
    }

    private boolean succeeds(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder python = new ProcessBuilder("python3").directory(folder.toFile());
        python.command().addAll(List.of(arguments));
        python.environment().put("MPLBACKEND", "Agg");
        python.redirectErrorStream(true).redirectOutput(state.resolve("python.txt").toFile());
        try {
            return python.start().waitFor() == 0;
        } catch (IOException e) {
            // No python3 at all.
            return false;
        }
    }
}
