package larmor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What standard output of this process is. */
final class StandardOutput {

    private static final Path PLACE = Path.of("/dev/fd/1");

    /** The bits of a mode that tell the kinds of files apart, as POSIX systems have them. */
    private static final int KIND = 0xf000;

    private static final int PIPE = 0x1000;
    private static final int SOCKET = 0xc000;

    private StandardOutput() {}

    /**
     * Whether it is a pipe or a socket. Writing to one fails only where its reader has gone; the
     * words of the exception do not tell, because they are in the user's language.
     */
    static boolean isPipe() {
        try {
            int kind = (int) Files.getAttribute(PLACE, "unix:mode") & KIND;
            return kind == PIPE || kind == SOCKET;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
