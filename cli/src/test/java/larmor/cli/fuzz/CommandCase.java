package larmor.cli.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import larmor.cli.CommandRun;

/**
 * One call of the command.
 *
 * @param subject its name
 * @param expectation how it may end
 * @param args its words, FOLDER for the folder it may write to
 * @param files what is there before
 * @param result looks at what it has written, where it is done
 */
record CommandCase(
        String subject,
        Expectation expectation,
        List<String> args,
        Map<String, byte[]> files,
        Result result)
        implements FuzzCase {

    static final String FOLDER = "FOLDER";

    /** Looks at what was written. */
    @FunctionalInterface
    interface Result {

        /**
         * Looks at it.
         *
         * @param out standard output
         * @param written the files that were not there before, by name
         * @return whether a run of it has failed
         */
        boolean hasFailed(String out, Map<String, String> written);
    }

    /** Of a call that is refused. */
    static final Result NEVER =
            (out, _) -> {
                throw new AssertionError("was done: " + out);
            };

    private static final int DONE = 0;
    private static final int BAD_INPUT = 2;
    private static final int RUN_FAILED = 3;

    /** The longest quotation, and what is said around it. */
    private static final int LONGEST_LINE = 520;

    private static final String NUMBER = "-?\\d+(\\.\\d+)?(E-?\\d+)?";

    private static final String SOME_NOTES = "(note: [^\\n]+\\n)*";

    private static final Pattern FAILED_RUN =
            Pattern.compile(
                    "larmor: the run failed: [^\\n]*, after t' = NUMBER, m = \\(NUMBER, NUMBER, NUMBER\\)\\n"
                                    .replace("NUMBER", NUMBER)
                            + SOME_NOTES);

    private static final Pattern NOTES = Pattern.compile(SOME_NOTES);

    @Override
    public String input() {
        StringBuilder text = new StringBuilder("larmor");
        args.forEach(arg -> text.append(' ').append('\'').append(shortened(arg)).append('\''));
        files.forEach((name, bytes) ->
                text.append("\n    ").append(name).append(": ").append(shown(bytes)));
        return text.toString();
    }

    private static String shown(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        return text.chars().allMatch(c -> c < 127)
                ? shortened(text)
                : shortened(HexFormat.of().formatHex(bytes));
    }

    private static String shortened(String text) {
        return text.length() <= 1000 ? text : text.substring(0, 1000) + "... " + text.length();
    }

    @Override
    public Outcome run(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            Files.write(path, file.getValue());
        }
        Map<String, String> before = content(folder);
        CommandRun run =
                CommandRun.of(
                        args.stream()
                                .map(arg -> arg.replace(FOLDER, folder.toString()))
                                .toArray(String[]::new));
        Map<String, String> after = content(folder);
        return outcome(run, before, after);
    }

    private Outcome outcome(CommandRun run, Map<String, String> before, Map<String, String> after) {
        return switch (run.status()) {
            case BAD_INPUT -> refused(run, before, after);
            case RUN_FAILED -> failed(run, before, after);
            case DONE -> done(run, before, after);
            default -> throw new AssertionError("status " + run.status() + ": " + run.err());
        };
    }

    private static Outcome refused(
            CommandRun run, Map<String, String> before, Map<String, String> after) {
        assertThat(run.err()).startsWith("larmor: ").endsWith("\n");
        assertThat(run.err().lines()).as("%s", run.err()).hasSize(1);
        assertThat(run.err()).hasSizeLessThan(LONGEST_LINE);
        assertThat(run.out()).isEmpty();
        assertThat(after).as("%s", run.err()).isEqualTo(before);
        return Outcome.REFUSED;
    }

    /** A run by itself says when and where in a line, one of several in its row. */
    private Outcome failed(CommandRun run, Map<String, String> before, Map<String, String> after) {
        if (FAILED_RUN.matcher(run.err()).matches()) {
            assertThat(run.out()).isEmpty();
            assertThat(after).as("%s", run.err()).isEqualTo(before);
        } else {
            assertThat(NOTES.matcher(run.err()).matches()).as("%s", run.err()).isTrue();
            assertThat(hasFailed(run, before, after)).as("a run has failed").isTrue();
        }
        return Outcome.FAILURE;
    }

    private Outcome done(CommandRun run, Map<String, String> before, Map<String, String> after) {
        assertThat(NOTES.matcher(run.err()).matches()).as("%s", run.err()).isTrue();
        Written.requireFinite(run.err());
        assertThat(hasFailed(run, before, after)).as("a run has failed").isFalse();
        return Outcome.NUMBERS;
    }

    private boolean hasFailed(
            CommandRun run, Map<String, String> before, Map<String, String> after) {
        Map<String, String> written = new LinkedHashMap<>(after);
        before.keySet().forEach(written::remove);
        assertThat(written.keySet())
                .as("files")
                .noneMatch(name -> name.contains(".larmor-") || name.contains(".partial"));
        // A partial file that was there is used up; everything else is left as it was.
        before.forEach((name, content) -> {
            if (!name.endsWith(".partial")) {
                assertThat(after).containsEntry(name, content);
            } else {
                assertThat(after).doesNotContainKey(name);
            }
        });
        return result.hasFailed(run.out(), written);
    }

    /** Everything below a folder, byte for character. */
    private static Map<String, String> content(Path folder) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.filter(path -> !path.equals(folder))
                    .forEach(path -> content.put(folder.relativize(path).toString(), text(path)));
        }
        return content;
    }

    private static String text(Path path) {
        try {
            return Files.isDirectory(path)
                    ? "a directory"
                    : new String(Files.readAllBytes(path), ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
