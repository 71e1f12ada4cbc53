package larmor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import larmor.bench.choice.Fingerprint;
import larmor.bench.choice.MachineProfile;
import larmor.file.InputFile;
import larmor.file.OutputDirectory;
import larmor.file.SharedFile;
import larmor.model.InvalidInput;
import larmor.validation.report.ThisRun;
import org.jspecify.annotations.Nullable;
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

    /** What is at the place. */
    sealed interface Found {

        /** Nothing. */
        record Nothing() implements Found {}

        /**
         * Something that says nothing of this machine.
         *
         * @param why in words
         */
        record Stale(String why) implements Found {}

        /** A profile of this machine. */
        record Profile(MachineProfile profile) implements Found {}
    }

    /** Whether a profile was named. */
    boolean isNamed() {
        return file.isPresent();
    }

    /** Its place. */
    Path path() {
        return file.orElseGet(() ->
                        defaultPath(
                                System.getenv("XDG_STATE_HOME"), System.getProperty("user.home")))
                .toAbsolutePath();
    }

    /**
     * Its place where none was named, by the XDG base directory specification: that ignores a
     * relative path.
     */
    static Path defaultPath(@Nullable String stateHome, String userHome) {
        return absolute(stateHome)
                .orElseGet(() -> Path.of(userHome, ".local", "state"))
                .resolve("larmor")
                .resolve("machine-profile.json");
    }

    private static Optional<Path> absolute(@Nullable String folder) {
        try {
            return Optional.ofNullable(folder).map(Path::of).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            // Such as a letter that the locale does not have.
            return Optional.empty();
        }
    }

    /** What times depend on, here. */
    static Fingerprint here() {
        return Fingerprint.of(
                ThisRun.provenance(""),
                Version.number() + ThisRun.commit().map(commit -> " " + commit).orElse(""));
    }

    /**
     * What is there.
     *
     * @throws InvalidInput if a file was named that is no profile
     */
    Found read() {
        if (!Files.exists(path())) {
            return new Found.Nothing();
        }
        String text;
        try {
            text = InputFile.text(FLAG, path(), MOST_BYTES);
        } catch (InvalidInput e) {
            return unusable(e.problem());
        }
        return found(Optional.of(text));
    }

    private Found found(Optional<String> text) {
        if (text.isEmpty()) {
            return new Found.Nothing();
        }
        Optional<MachineProfile> profile = MachineProfile.parse(text.get());
        if (profile.isEmpty()) {
            return unusable("names no machine profile: " + path());
        }
        return here().difference(profile.get().machine())
                .<Found>map(what -> new Found.Stale("the profile is of another " + what))
                .orElseGet(() -> new Found.Profile(profile.get()));
    }

    /** Nobody has named a file in the default place, so nobody is to be blamed for it. */
    private Found unusable(String problem) {
        if (isNamed()) {
            throw new InvalidInput(FLAG, problem);
        }
        return new Found.Stale("the default " + FLAG + " " + problem);
    }

    /**
     * Looks at whether it can be written, before a long run.
     *
     * @throws InvalidInput if not
     */
    void requireWritable() {
        OutputDirectory directory = directory();
        directory.requireWritable(flag(), name());
        directory.requireWritable(flag(), SharedFile.lockName(name()));
    }

    /**
     * Adds an answer to what is there by now.
     *
     * @return why what was there is gone; empty if it is not
     * @throws IOException if it cannot be written
     */
    Optional<String> keep(MachineProfile.Answer answer) throws IOException {
        Optional<String> before =
                new SharedFile(directory().file(name()), MOST_BYTES)
                        .update(text -> known(text).with(answer).json());
        return found(before) instanceof Found.Stale(String why)
                ? Optional.of(why)
                : Optional.empty();
    }

    private MachineProfile known(Optional<String> text) {
        return found(text) instanceof Found.Profile(MachineProfile profile)
                ? profile
                : new MachineProfile(here(), List.of());
    }

    private OutputDirectory directory() {
        Path folder = path().getParent();
        if (folder == null) {
            throw new InvalidInput(flag(), "must be a file, not " + path());
        }
        return OutputDirectory.of(flag(), folder);
    }

    private String flag() {
        return isNamed() ? FLAG : "the default " + FLAG;
    }

    /** The name of the file in its directory. */
    private String name() {
        return Objects.requireNonNull(path().getFileName()).toString();
    }
}
