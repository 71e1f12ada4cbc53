package larmor.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A small file that several processes change: each reads what is there and puts the new text in its
 * place while no other does. Whoever only reads needs no lock.
 *
 * @param file its place
 */
public record SharedFile(OutputFile file) {

    /** A lock of the system is one of the whole process. */
    private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();

    private static final String LOCK_SUFFIX = ".lock";

    /** Makes the new text. */
    @FunctionalInterface
    public interface Change {

        /**
         * Makes it.
         *
         * @param before what is there; empty if nothing is
         * @throws IOException if what is there cannot be changed
         */
        String of(Optional<String> before) throws IOException;
    }

    /**
     * The text at a place, with what is no UTF-8 replaced; empty if nothing is there.
     *
     * @throws IOException if it cannot be read
     */
    public static Optional<String> read(Path path) throws IOException {
        return Files.exists(path)
                ? Optional.of(new String(Files.readAllBytes(path), UTF_8))
                : Optional.empty();
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
        try (FileChannel neighbour = neighbour();
                FileLock _ = locked(neighbour)) {
            Optional<String> before = read(file.path());
            String text = change.of(before);
            file.write(out -> out.append(text));
            return before;
        } finally {
            IN_THIS_PROCESS.unlock();
        }
    }

    private FileChannel neighbour() throws IOException {
        return FileChannel.open(
                file.path().resolveSibling(file.path().getFileName() + LOCK_SUFFIX),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS);
    }

    private static @Nullable FileLock locked(FileChannel channel) {
        try {
            return channel.lock();
        } catch (IOException e) {
            // A file system without locks: then it is up to the user.
            return null;
        }
    }
}
