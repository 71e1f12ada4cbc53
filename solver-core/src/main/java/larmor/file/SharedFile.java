package larmor.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import larmor.model.InvalidInput;

/**
 * A small file that several processes change: each reads what is there and puts the new text in its
 * place while no other does. Whoever only reads needs no lock.
 *
 * @param file its place
 * @param mostBytes the largest size that it can have; more is not read
 */
public record SharedFile(OutputFile file, int mostBytes) {

    /** A lock of the system is one of the whole process. */
    private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();

    private static final String LOCK_SUFFIX = ".lock";

    /** Makes the new text. */
    @FunctionalInterface
    public interface Change {

        /**
         * Makes it.
         *
         * @param before what is there; empty if nothing is, and no letter if it is no text or too
         *     large for one of ours
         * @throws IOException if what is there cannot be changed
         */
        String of(Optional<String> before) throws IOException;
    }

    /**
     * Looks at the place, and at that of the lock beside it, before a long run.
     *
     * @throws InvalidInput as {@link OutputFile#of} does
     */
    public static SharedFile of(String flag, Path path, int mostBytes) {
        SharedFile shared = new SharedFile(OutputFile.of(flag, path), mostBytes);
        OutputFile.of(flag, shared.lock());
        return shared;
    }

    private Path lock() {
        return file.path().resolveSibling(lockName(file.path().getFileName().toString()));
    }

    /** The name of the lock beside a file of this name. It stays there: others may wait for it. */
    public static String lockName(String name) {
        return name + LOCK_SUFFIX;
    }

    /**
     * Changes the file.
     *
     * @return what was there before
     * @throws IOException if that fails; what was there before is then still there
     */
    public Optional<String> update(Change change) throws IOException {
        IN_THIS_PROCESS.lock();
        // The file itself is replaced, and a lock on it would go with the old one.
        try (FileChannel neighbour = neighbour()) {
            FileLocks.await(neighbour);
            Optional<String> before = read();
            String text = change.of(before);
            file.write(out -> out.append(text));
            return before;
        } finally {
            IN_THIS_PROCESS.unlock();
        }
    }

    private Optional<String> read() {
        if (!Files.exists(file.path())) {
            return Optional.empty();
        }
        try {
            return Optional.of(InputFile.text("file", file.path(), mostBytes));
        } catch (InvalidInput noTextOfOurs) {
            return Optional.of("");
        }
    }

    private FileChannel neighbour() throws IOException {
        return FileChannel.open(
                lock(),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS);
    }
}
