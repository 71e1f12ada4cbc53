package larmor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The programs of {@code docs/examples} compile, run, and print what {@code docs/library.md} shows.
 * {@code -Dlarmor.docs.write=true} writes what they print into the page.
 */
class DocumentedExamplesTest {

    private static final DocumentationPage PAGE =
            new DocumentationPage(DocumentationPage.DOCUMENTS.resolve("library.md"));

    private static final Path PROGRAMS = DocumentationPage.DOCUMENTS.resolve("examples");

    private static final String ENDING = ".java";

    @TempDir private Path folder;
    @TempDir private Path state;

    static List<String> programs() throws IOException {
        try (Stream<Path> files = Files.list(PROGRAMS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void printsWhatThePageShows(String name) throws IOException, InterruptedException {
        String printed = output(PROGRAMS.resolve(name + ENDING));
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
        Path project = ProjectFolder.in(folder, state).folder();
        return JavaProcess.output(project, state, ExitStatus.DONE, command);
    }
}
