package larmor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation.
 *
 * @param path where it is, seen from the module
 */
record DocumentationPage(Path path) {

    private static final Path ROOT = Path.of("..");

    static final Path DOCUMENTS = ROOT.resolve("docs");
    static final DocumentationPage README = new DocumentationPage(ROOT.resolve("README.md"));
    static final DocumentationPage CITATION = new DocumentationPage(ROOT.resolve("CITATION.cff"));

    /** With it the tests write what they find into the pages, instead of comparing. */
    private static final String WRITE = "larmor.docs.write";

    /** Code stands behind four spaces. */
    private static final int INDENTATION = 4;

    /** A line behind a prompt, with those that continue it, then what it prints. */
    private static final Pattern EXAMPLE =
            Pattern.compile("(?m)^ {4}\\$ ((?:.*\\\\\n)*.*\n)((?: {4}(?!\\$ ).*\n)*)");

    /**
     * A command and what the page says that it prints.
     *
     * @param source the whole as it stands on the page
     * @param command for a shell, over several lines where it is long
     * @param shown without the indentation
     */
    record Example(String source, String command, String shown) {

        @Override
        public String toString() {
            return command;
        }

        /** The same with another output. */
        private String with(String output) {
            String typed = source.substring(0, source.indexOf(command) + command.length());
            return typed + "\n" + output.indent(INDENTATION);
        }
    }

    /** The README, how to contribute, and all below {@code docs}. */
    static List<DocumentationPage> all() {
        try (Stream<Path> files = Files.walk(DOCUMENTS)) {
            return Stream.concat(
                            Stream.of(README.path(), ROOT.resolve("CONTRIBUTING.md")),
                            files.filter(file -> file.toString().endsWith(".md")).sorted())
                    .map(DocumentationPage::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean mayBeWritten() {
        return Boolean.getBoolean(WRITE);
    }

    String text() {
        try {
            return Files.readString(path, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String text) throws IOException {
        Files.writeString(path, text);
    }

    List<MatchResult> matches(Pattern pattern) {
        return pattern.matcher(text()).results().toList();
    }

    List<Example> examples() {
        return matches(EXAMPLE).stream()
                .map(found ->
                        new Example(
                                found.group(),
                                found.group(1).strip(),
                                found.group(2).replaceAll("(?m)^ {4}", "")))
                .toList();
    }

    /** Puts what the example prints into the page. */
    void write(Example example, String output) throws IOException {
        write(text().replace(example.source(), example.with(output)));
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
