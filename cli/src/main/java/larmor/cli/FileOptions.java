package larmor.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import larmor.file.OutputFile;
import larmor.model.InvalidInput;
import larmor.sweep.Shard;
import picocli.CommandLine.Option;

/** Where the rows of a sweep go, and which of them. */
final class FileOptions {

    private static final String OUT = "--out";
    private static final String RESUME = "--resume";
    private static final String SHARD = "--shard";
    private static final Pattern FRACTION = Pattern.compile("(\\d{1,9})/(\\d{1,9})");

    @Option(
            names = OUT,
            paramLabel = "FILE",
            description =
                    "Where to write; standard output where it is missing. FILE.partial holds what"
                            + " there is until the end.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = RESUME,
            description = "Goes on with FILE.partial, if there is one, to the same bytes.")
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
        return out.map(path -> OutputFile.of(OUT, path));
    }

    private void requirePossible(String flag, boolean given) {
        if (given && out.isEmpty()) {
            throw new InvalidInput(flag, "needs " + OUT + " FILE");
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
