package larmor.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import larmor.file.OutputDirectory;
import larmor.file.OutputFile;
import larmor.model.InvalidInput;
import larmor.sweep.Shard;
import picocli.CommandLine.Option;

/** Where the rows of a sweep go, and which of them. */
final class FileOptions {

    static final String OUT = "--out";
    private static final String RESUME = "--resume";
    private static final String SHARD = "--shard";
    private static final Pattern PAGE = Pattern.compile("(.*[^/])\\.html");
    private static final Pattern FRACTION = Pattern.compile("(\\d{1,9})/(\\d{1,9})");

    @Option(
            names = OUT,
            paramLabel = "PATH",
            description =
                    "A file for the rows; or a directory, one that exists or a name with / at its"
                            + " end, for the rows and a page that draws them. Standard output where"
                            + " it is missing. Until the end the rows are in PATH.partial, of a"
                            + " directory in PATH/sweep.csv.partial (or .json.partial).")
    private Optional<String> out = Optional.empty();

    @Option(
            names = RESUME,
            description = "Goes on with this partial file, if there is one, to the same bytes.")
    private boolean resume;

    @Option(
            names = SHARD,
            paramLabel = "k/n",
            description =
                    "Runs the k-th of n equal parts, in a file with checksums for larmor merge.")
    private Optional<String> shard = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "csv|json|text",
            converter = Choice.OfFormat.class,
            defaultValue = "csv",
            description = "Default: ${DEFAULT-VALUE}.")
    private Choice.Format format = Choice.Format.CSV;

    /**
     * The file, if one was asked for.
     *
     * @throws InvalidInput naming a flag that does not go with the others, or the file if it cannot
     *     be written
     */
    Optional<OutputFile> file() {
        requirePossible(RESUME, resume);
        requirePossible(SHARD, shard.isPresent());
        Optional<String> file = out.filter(path -> !isDirectory(path));
        file.map(PAGE::matcher)
                .filter(Matcher::matches)
                .ifPresent(page -> {
                    throw new InvalidInput(
                            OUT,
                            "names a file of rows"
                                    + (shard.isPresent()
                                            ? ""
                                            : "; for a page name a directory, such as "
                                                    + page.group(1)
                                                    + "/")
                                    + ", not "
                                    + page.group());
                });
        return file.map(path -> OutputFile.of(OUT, place(path)));
    }

    /**
     * The directory, if one was asked for.
     *
     * @param files what will be in it
     * @throws InvalidInput naming a flag that does not go with a directory, or the directory if it
     *     cannot be written
     */
    Optional<OutputDirectory> directory(List<String> files) {
        Optional<OutputDirectory> directory =
                out.filter(FileOptions::isDirectory)
                        .map(path -> OutputDirectory.of(OUT, place(path)));
        if (directory.isPresent()) {
            if (shard.isPresent()) {
                throw new InvalidInput(OUT, "must be a file beside " + SHARD + ": " + out.get());
            }
            if (format == Choice.Format.TEXT) {
                throw new InvalidInput(
                        "--format", "must be csv or json where " + OUT + " is a directory");
            }
            files.forEach(file -> directory.get().requireWritable(OUT, file));
        }
        return directory;
    }

    private static boolean isDirectory(String path) {
        return path.endsWith("/") || Files.isDirectory(place(path));
    }

    private static Path place(String path) {
        try {
            return Path.of(path);
        } catch (InvalidPathException e) {
            // Such as a letter that the locale does not have.
            throw new InvalidInput(OUT, "cannot be a path here: " + path);
        }
    }

    private void requirePossible(String flag, boolean given) {
        if (given && out.isEmpty()) {
            throw new InvalidInput(flag, "needs " + OUT);
        }
        if (given && format == Choice.Format.TEXT) {
            throw new InvalidInput(flag, "is not for --format text");
        }
    }

    boolean resume() {
        return resume;
    }

    Choice.Format format() {
        return format;
    }

    /**
     * The part to run; empty for all of it, in a plain table.
     *
     * @throws InvalidInput if it is none
     */
    Optional<Shard> shard() {
        return shard.map(text -> {
            Matcher parts = FRACTION.matcher(text);
            if (!parts.matches()) {
                throw new InvalidInput(SHARD, "must be k/n, not " + text);
            }
            return new Shard(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
        });
    }
}
