package larmor.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import larmor.bench.choice.MachineProfile;
import larmor.file.InputFile;
import larmor.file.OutputDirectory;
import larmor.model.InvalidInput;
import picocli.CommandLine.Option;

/** Where the machine profile is. */
final class ProfileOption {

    static final String FLAG = "--profile";

    /** An answer takes a few hundred bytes, and there is one for each question. */
    private static final int MOST_BYTES = 1 << 22;

    @Option(
            names = FLAG,
            paramLabel = "FILE",
            description =
                    "The machine profile. Default: larmor/machine-profile.json in XDG_STATE_HOME,"
                            + " or in ~/.local/state.")
    private Optional<Path> file = Optional.empty();

    /** Its place, by the XDG base directory specification. */
    Path path() {
        return file.orElseGet(() -> {
            String state = System.getenv("XDG_STATE_HOME");
            Path folder =
                    state == null || state.isEmpty()
                            ? Path.of(System.getProperty("user.home"), ".local", "state")
                            : Path.of(state);
            return folder.resolve("larmor").resolve("machine-profile.json");
        });
    }

    /**
     * The profile; empty if there is none.
     *
     * @throws InvalidInput if the file is something else, or cannot be read
     */
    Optional<MachineProfile> read() {
        if (!Files.exists(path())) {
            return Optional.empty();
        }
        return Optional.of(
                MachineProfile.parse(InputFile.text(FLAG, path(), MOST_BYTES))
                        .orElseThrow(() ->
                                new InvalidInput(FLAG, "names no machine profile: " + path())));
    }

    /**
     * Looks at whether it can be written, before a long run.
     *
     * @throws InvalidInput if not
     */
    OutputDirectory directory() {
        Path absolute = path().toAbsolutePath();
        if (absolute.getFileName() == null) {
            throw new InvalidInput(FLAG, "must be a file, not " + absolute);
        }
        OutputDirectory directory = OutputDirectory.of(FLAG, absolute.resolveSibling(""));
        directory.requireWritable(FLAG, name());
        return directory;
    }

    /** The name of the file in its directory. */
    String name() {
        return path().toAbsolutePath().getFileName().toString();
    }
}
