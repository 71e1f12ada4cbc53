package larmor.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.FileLockInterruptionException;
import java.nio.channels.OverlappingFileLockException;
import org.jspecify.annotations.Nullable;

/**
 * Locks of the system on whole files, which last until their channel is closed. A file system
 * without locks grants them to everybody: then it is up to the user.
 */
final class FileLocks {

    private FileLocks() {}

    /** Asks the system for a lock. */
    @FunctionalInterface
    private interface Request {
        @Nullable FileLock grant() throws IOException;
    }

    /**
     * Waits for the lock. A lock of the system is one of the whole process, so that its threads
     * have to wait for each other in another way.
     *
     * @throws IOException if the thread is interrupted
     */
    static void await(FileChannel channel) throws IOException {
        boolean _ = granted(channel::lock);
    }

    /** Takes the lock unless another process, or this one, has it; returns whether it did. */
    static boolean take(FileChannel channel) throws IOException {
        try {
            return granted(channel::tryLock);
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static boolean granted(Request request) throws IOException {
        try {
            return request.grant() != null;
        } catch (FileLockInterruptionException e) {
            throw e;
        } catch (IOException e) {
            // A file system without locks.
            return true;
        }
    }
}
