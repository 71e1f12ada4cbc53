package larmor.cli;

import java.io.IOException;

/**
 * Whoever read standard output has seen enough, such as {@code head}: nobody is left to be told.
 */
final class ReaderGone extends IOException {

    private static final long serialVersionUID = 1L;

    ReaderGone() {
        super("the reader of standard output has gone");
    }
}
