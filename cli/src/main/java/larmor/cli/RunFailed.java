package larmor.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** A run that was asked for correctly and could not be completed. */
final class RunFailed extends Exception {

    private static final long serialVersionUID = 1L;

    RunFailed(String message) {
        super(message);
    }

    /** Output that could not be written, with the reason. */
    static RunFailed toWrite(IOException e) {
        return new RunFailed("output could not be written: " + reason(e));
    }

    /** The same with what is left of it. */
    static RunFailed toWrite(IOException e, String left) {
        return new RunFailed("output could not be written: " + reason(e) + "; " + left);
    }

    /** Some exceptions of files have no message but the file. */
    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> "permission denied: " + denied.getFile();
            case NoSuchFileException gone -> "no longer there: " + gone.getFile();
            default -> e.getMessage() == null ? e.toString() : e.getMessage();
        };
    }
}
