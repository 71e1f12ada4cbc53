package larmor.file;

import java.io.IOException;
import java.nio.file.Path;

/** A program that begins a file and does not come to its end. */
final class SlowWriter {

    /** What it says when it has begun. */
    static final char WRITING = 'w';

    private SlowWriter() {}

    static void main(String[] arguments) throws IOException {
        OutputFile.of("--out", Path.of(arguments[0]))
                .write(out -> {
                    out.append("half of it");
                    System.out.write(WRITING);
                    System.out.flush();
                    // Nobody writes to it.
                    int _ = System.in.read();
                });
    }
}
