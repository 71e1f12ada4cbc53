package larmor.file;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Reads the blocks of a file of a sweep, of which any tail may be missing or torn.
 *
 * <p>Nothing is read before it is asked for, and no more than a block is kept in memory.
 */
final class SweepBlockReader {

    private static final int END = -1;

    /** A line of a table or a header is far shorter; whatever is not is some other file. */
    private static final int LONGEST_LINE = 1 << 20;

    /**
     * A block holds the rows of one chunk of a sweep. The largest, a chain of as many voltages as a
     * sweep can have, stays well below.
     */
    static final int LONGEST_BLOCK = 1 << 27;

    private final InputStream in;
    private final int longestBlock;
    private long read;
    private long position;

    SweepBlockReader(InputStream in) {
        this(in, LONGEST_BLOCK);
    }

    /**
     * @param longestBlock characters of a block; whatever is longer is none
     */
    SweepBlockReader(InputStream in, int longestBlock) {
        this.in = new BufferedInputStream(in);
        this.longestBlock = longestBlock;
    }

    /** Where the last line or block that was whole ends, in bytes from the start. */
    long position() {
        return position;
    }

    /** The first line; empty if there is no whole one. */
    Optional<String> header() throws IOException {
        Optional<String> line = line();
        if (line.isPresent()) {
            position = read;
        }
        return line;
    }

    /** The next block; empty if there is no further one that is whole. */
    Optional<SweepBlock> next() throws IOException {
        StringBuilder text = new StringBuilder();
        for (Optional<String> line = line(); line.isPresent(); line = line()) {
            if (line.get().charAt(0) == SweepBlock.MARK) {
                String trailer = line.get().substring(0, line.get().length() - 1);
                Optional<SweepBlock> block = SweepBlock.of(text.toString(), trailer);
                if (block.isPresent()) {
                    position = read;
                }
                return block;
            }
            text.append(line.get());
            if (text.length() > longestBlock) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** A line with its end. */
    private Optional<String> line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != END && line.size() < LONGEST_LINE; next = in.read()) {
            line.write(next);
            if (next == '\n') {
                read += line.size();
                return Optional.of(line.toString(US_ASCII));
            }
        }
        return Optional.empty();
    }
}
