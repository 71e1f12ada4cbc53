package larmor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The programs of {@code docs/examples} compile, run, and print what {@code docs/library.md} shows.
 * {@code -Dlarmor.docs.write=true} writes what they print into the page.
 */
class DocumentedExamplesTest {

    private static final DocumentationPage PAGE =
            new DocumentationPage(DocumentationPage.DOCUMENTS.resolve("library.md"));

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"OneTrajectory", "MillionTrajectories", "OwnSolver"})
    void printsWhatThePageShows(String name) throws IOException, InterruptedException {
        String printed =
                output(DocumentationPage.DOCUMENTS.resolve("examples").resolve(name + ".java"));
        String page = PAGE.text();
        // The first indented block behind the link to the program.
        Matcher shown =
                Pattern.compile("\\(examples/" + name + "\\.java\\)(?s:.*?)\n\n((?: {4}.*\n)+)")
                        .matcher(page);
        assertThat(shown.find()).as("output of %s in %s", name, PAGE).isTrue();
        if (DocumentationPage.mayBeWritten()) {
            PAGE.write(
                    page.substring(0, shown.start(1))
                            + printed.indent(4)
                            + page.substring(shown.end(1)));
        } else {
            assertThat(shown.group(1)).isEqualTo(printed.indent(4));
        }
    }

    private String output(Path program) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(JavaProcess.java());
        command.add(program.toAbsolutePath().toString());
        return JavaProcess.output(folder, folder, ExitStatus.DONE, command);
    }
}
