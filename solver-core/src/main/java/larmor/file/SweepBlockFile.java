package larmor.file;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.UnaryOperator;
import larmor.model.InvalidInput;

/**
 * The bytes of a sweep that is being written: a header and whole blocks behind it, in a file that
 * is open to this run alone. What could not be read back is not written, and what a write that
 * failed has left is taken away again.
 *
 * <p>Not for use by several threads.
 */
final class SweepBlockFile implements Closeable {

    private final Path path;
    private final FileChannel channel;
    private final WritableByteChannel out;
    private final int longestBlock;
    private long length;

    private SweepBlockFile(
            Path path, FileChannel channel, WritableByteChannel out, int longestBlock) {
        this.path = path;
        this.channel = channel;
        this.out = out;
        this.longestBlock = longestBlock;
    }

    /**
     * Opens the file, or a new one.
     *
     * @param through what writes go through
     * @param longestBlock characters of a block
     * @throws InvalidInput if another run is writing it
     */
    static SweepBlockFile open(
            Path path, UnaryOperator<WritableByteChannel> through, int longestBlock)
            throws IOException {
        FileChannel channel = OutputFile.openTemporary(path, StandardOpenOption.READ);
        boolean alone = false;
        try {
            alone = FileLocks.take(channel);
        } finally {
            if (!alone) {
                channel.close();
            }
        }
        if (!alone) {
            throw new InvalidInput("--out", "is being written by another run: " + path);
        }
        return new SweepBlockFile(path, channel, through.apply(channel), longestBlock);
    }

    /** What is in the file, from its header on. To be read before the next change of the file. */
    SweepBlockReader reader() throws IOException {
        return reader(Channels.newInputStream(channel.position(0)));
    }

    private SweepBlockReader reader(InputStream in) {
        return new SweepBlockReader(in, longestBlock);
    }

    /** Up to so many bytes from the start, whole or not. */
    ByteBuffer beginning(int most) throws IOException {
        ByteBuffer found = ByteBuffer.allocate(most);
        channel.read(found, 0);
        return found.flip();
    }

    /** Bytes of what is whole: known after the first {@link #truncate}. */
    long length() {
        return length;
    }

    /** Drops what is behind this many bytes. */
    void truncate(long size) throws IOException {
        channel.truncate(size);
        channel.position(size);
        length = size;
    }

    /** Begins an empty file. */
    void append(SweepHeader header) throws IOException {
        byte[] bytes = header.line().getBytes(US_ASCII);
        requireReadable(
                "the header", bytes, reader(new ByteArrayInputStream(bytes)).header().isPresent());
        append(bytes);
    }

    /** Appends a block. If that fails the file holds what it held before. */
    void append(SweepBlock block) throws IOException {
        byte[] bytes = block.bytes();
        requireReadable(
                "the block at row " + block.first(),
                bytes,
                reader(new ByteArrayInputStream(bytes)).next().filter(block::equals).isPresent());
        append(bytes);
    }

    /** What a resumed sweep, or a merge, would drop has no place in the file. */
    private static void requireReadable(String what, byte[] bytes, boolean readable)
            throws IOException {
        if (!readable) {
            throw new IOException(
                    what + " has " + bytes.length + " bytes and could not be read back");
        }
    }

    private void append(byte[] bytes) throws IOException {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                out.write(buffer);
            }
            length += bytes.length;
        } catch (IOException e) {
            truncate(length);
            throw e;
        }
    }

    /** Puts all that was written on the disk. */
    void force() throws IOException {
        channel.force(true);
    }

    /** Closes a file that cannot be gone on with, and removes it if there is nothing in it. */
    void abandon() throws IOException {
        if (channel.size() == 0) {
            Files.delete(path);
        }
        close();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
