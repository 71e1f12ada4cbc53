package larmor.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run that was asked for correctly and could not be completed. */
final class RunFailed extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<String> notes;

    RunFailed(String message) {
        this(message, List.of());
    }

    /**
     * The same with what may have been its cause.
     *
     * @param notes a line each, to be read behind the message
     */
    RunFailed(String message, List<String> notes) {
        super(message);
        this.notes = List.copyOf(notes);
    }

    List<String> notes() {
        return notes;
    }

    /** Output that could not be written, with the reason. */
    static RunFailed toWrite(IOException e) {
        return new RunFailed("output could not be written: " + reason(e));
    }

    /** The same with what is left of it. */
    static RunFailed toWrite(IOException e, String left) {
        return new RunFailed("output could not be written: " + reason(e) + "; " + left);
    }

    /** Several exceptions of files have no message but the file, the others put it first. */
    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> named("permission denied", denied);
            case NoSuchFileException gone -> named("no longer there", gone);
            case FileAlreadyExistsException other -> named("something else is there", other);
            case NotDirectoryException file -> named("not a directory", file);
            case DirectoryNotEmptyException full -> named("a directory that is not empty", full);
            case FileSystemException other -> named(words(other.getReason()), other);
            default -> words(e.getMessage());
        };
    }

    private static String named(String reason, FileSystemException e) {
        return e.getFile() == null ? reason : reason + ": " + e.getFile();
    }

    /** What the system says, such as "No space left on device", within a line. */
    private static String words(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            return "the system does not say why";
        }
        return Character.toLowerCase(reason.charAt(0)) + reason.substring(1);
    }
}
