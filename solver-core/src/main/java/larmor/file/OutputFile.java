package larmor.file;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import larmor.model.InvalidInput;

/**
 * A file that appears whole or not at all: written to one beside its place that only its owner may
 * read, then moved there in one step. Whoever reads it meanwhile sees the old file or the new one.
 *
 * @param path its place; a regular file there is replaced
 */
public record OutputFile(Path path) {

    private static final Set<PosixFilePermission> OWN_ONLY =
            PosixFilePermissions.fromString("rw-------");

    /** Writes the content. */
    @FunctionalInterface
    public interface Content {

        /** Writes all of it. */
        void writeTo(Appendable out) throws IOException;
    }

    /**
     * Looks at the place before a long run fills it.
     *
     * @param flag what to name if nothing can be put there
     * @throws InvalidInput if the place is a directory, a device, a symbolic link or a file that is
     *     read-only, or if the directory around it does not exist or cannot be written
     */
    public static OutputFile of(String flag, Path path) {
        Path absolute = path.toAbsolutePath();
        if (!Files.isDirectory(directory(absolute))) {
            throw new InvalidInput(
                    flag, "names a file in a directory that does not exist: " + path);
        }
        if (!Files.isWritable(directory(absolute))) {
            throw new InvalidInput(flag, "names a file in a directory that is read-only: " + path);
        }
        // Moving onto a link or a device would replace it, writing through a link would reach a
        // place that the user has not named.
        if (Files.isSymbolicLink(absolute)) {
            throw new InvalidInput(
                    flag, "names a symbolic link, which is not written through: " + path);
        }
        if (Files.exists(absolute, LinkOption.NOFOLLOW_LINKS)) {
            if (!Files.isRegularFile(absolute, LinkOption.NOFOLLOW_LINKS)) {
                throw new InvalidInput(flag, "names something that is not a regular file: " + path);
            }
            // A move needs no permission to write the file that it replaces.
            if (!Files.isWritable(absolute)) {
                throw new InvalidInput(flag, "names a file that is read-only: " + path);
            }
        }
        return new OutputFile(absolute);
    }

    /**
     * Looks at whether the place is that of a file that is read.
     *
     * @param flag what to name if it is
     * @param input what is read
     * @throws InvalidInput if both are the same file
     */
    public void requireOther(String flag, Path input) throws IOException {
        if (Files.exists(path) && Files.exists(input) && Files.isSameFile(path, input)) {
            throw new InvalidInput(flag, "would replace a file that is read: " + input);
        }
    }

    /**
     * Puts the content in place, safe on the disk before it is there under its name.
     *
     * @throws IOException if that fails; what was there before is then still there
     */
    public void write(Content content) throws IOException {
        Path workshop = workshop();
        Path temporary = workshop.resolve("output");
        try (AtEnd _ = new AtEnd(() -> abandon(temporary, workshop))) {
            writeBy(temporary, content);
        } finally {
            Files.deleteIfExists(workshop);
        }
    }

    /** A directory that is nobody else's. */
    private Path workshop() throws IOException {
        return Files.createTempDirectory(directory(path), ".larmor-");
    }

    /** A process that is stopped while it writes leaves nothing behind. */
    private static void abandon(Path temporary, Path workshop) {
        try {
            Files.deleteIfExists(temporary);
            Files.deleteIfExists(workshop);
        } catch (IOException e) {
            // Nobody is left to be told.
            return;
        }
    }

    /**
     * The same by way of a file that the caller has chosen, so that what a process leaves there
     * when it dies is replaced by the next.
     */
    void writeBy(Path temporary, Content content) throws IOException {
        // What cannot be opened is not ours, and is not removed.
        FileChannel opened = openTemporary(temporary, StandardOpenOption.TRUNCATE_EXISTING);
        try {
            try (FileChannel channel = opened;
                    Writer out =
                            new BufferedWriter(
                                    Channels.newWriter(channel, StandardCharsets.UTF_8))) {
                content.writeTo(out);
                out.flush();
                channel.force(true);
            }
            take(temporary);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /**
     * Opens a file for what is not whole yet, which nobody else may read.
     *
     * @param further how to open it, besides for writing
     */
    static FileChannel openTemporary(Path temporary, OpenOption... further) throws IOException {
        Set<OpenOption> options = new HashSet<>(List.of(further));
        options.addAll(
                List.of(
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS));
        return hasPermissions(temporary)
                ? FileChannel.open(
                        temporary, options, PosixFilePermissions.asFileAttribute(OWN_ONLY))
                : FileChannel.open(temporary, options);
    }

    private static boolean hasPermissions(Path place) {
        return place.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /**
     * Takes a file that is whole and safe on the disk for its own.
     *
     * @throws IOException if that fails; both are then still there
     */
    void take(Path temporary) throws IOException {
        if (hasPermissions(temporary)) {
            Set<PosixFilePermission> due = permissions();
            // Some file systems have none to set, and the same for every file.
            if (!Files.getPosixFilePermissions(temporary).equals(due)) {
                Files.setPosixFilePermissions(temporary, due);
            }
        }
        Files.move(
                temporary,
                path,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        // So that the new name outlives a loss of power as well. Not every system can do that.
        try (FileChannel names = FileChannel.open(directory(path), StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException e) {
            return;
        }
    }

    /**
     * Whoever may read the file that is replaced may read the new one, and nobody else. Where there
     * is none, a new file is like any other, which takes another one to find out.
     */
    private Set<PosixFilePermission> permissions() throws IOException {
        if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            return Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
        }
        Path workshop = workshop();
        Path ordinary = workshop.resolve("ordinary");
        try (AtEnd _ = new AtEnd(() -> abandon(ordinary, workshop))) {
            return Files.getPosixFilePermissions(Files.createFile(ordinary));
        } finally {
            Files.deleteIfExists(ordinary);
            Files.deleteIfExists(workshop);
        }
    }

    private static Path directory(Path absolute) {
        Path parent = absolute.getParent();
        return parent == null ? absolute : parent;
    }
}
