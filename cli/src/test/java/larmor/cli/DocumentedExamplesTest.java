package larmor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private static final Path DOCUMENTS = Path.of("..", "docs");
    private static final Path PAGE = DOCUMENTS.resolve("library.md");

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"OneTrajectory", "MillionTrajectories", "OwnSolver"})
    void printsWhatThePageShows(String name) throws IOException, InterruptedException {
        String printed = output(DOCUMENTS.resolve("examples").resolve(name + ".java"));
        String page = Files.readString(PAGE);
        // The first indented block behind the link to the program.
        Matcher shown =
                Pattern.compile("\\(examples/" + name + "\\.java\\)(?s:.*?)\n\n((?: {4}.*\n)+)")
                        .matcher(page);
        assertThat(shown.find()).as("output of %s in %s", name, PAGE).isTrue();
        if (Boolean.getBoolean("larmor.docs.write")) {
            Files.writeString(
                    PAGE,
                    page.substring(0, shown.start(1))
                            + printed.indent(4)
                            + page.substring(shown.end(1)));
        } else {
            assertThat(shown.group(1)).isEqualTo(printed.indent(4));
        }
    }

    private String output(Path program) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "--add-modules",
                                        "jdk.incubator.vector",
                                        "-cp",
                                        classPath(),
                                        program.toString()))
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
        assertThat(process.waitFor()).as("%s: %s", program, Files.readString(err, UTF_8)).isZero();
        return Files.readString(out, UTF_8);
    }

    /** The libraries of this test: what the launcher has, and more. */
    private static String classPath() {
        String surefire = System.getProperty("surefire.test.class.path");
        return surefire != null ? surefire : System.getProperty("java.class.path");
    }
}
