package larmor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

    /** The first on the path, and that of the system, for which Debian packages pandas. */
    private static final List<String> INTERPRETERS = List.of("python3", "/usr/bin/python3");

    @TempDir private Path folder;
    @TempDir private Path state;

    @Test
    void everyBlockRuns() throws IOException, InterruptedException {
        Optional<String> python = interpreter();
        assumeThat(python).as("python3 with pandas and matplotlib").isPresent();
        ProjectFolder project = ProjectFolder.in(folder, state);
        for (MatchResult found : PAGE.matches(BLOCK)) {
            String block = found.group().replaceAll("(?m)^ {4}", "");
            if (block.startsWith("$ ")) {
                for (String line : block.lines().toList()) {
                    project.output(line.substring(2));
                }
            } else {
                Path script = Files.writeString(folder.resolve("script.py"), block);
                assertThat(succeeds(python.orElseThrow(), script.toString())).as(block).isTrue();
            }
        }
        assertThat(List.of("frequency.png", "pillar.png", "map.png", "trajectory.png"))
                .allSatisfy(picture -> assertThat(folder.resolve(picture)).isNotEmptyFile());
    }

    private Optional<String> interpreter() throws InterruptedException {
        for (String python : INTERPRETERS) {
            try {
                if (succeeds(python, "-c", "import matplotlib, pandas")) {
                    return Optional.of(python);
                }
            } catch (IOException thereIsNone) {
                // The next may be there.
            }
        }
        return Optional.empty();
    }

    private boolean succeeds(String... command) throws IOException, InterruptedException {
        ProcessBuilder python = new ProcessBuilder(command).directory(folder.toFile());
        python.environment().put("MPLBACKEND", "Agg");
        python.redirectErrorStream(true).redirectOutput(state.resolve("python.txt").toFile());
        return python.start().waitFor() == 0;
    }
}
