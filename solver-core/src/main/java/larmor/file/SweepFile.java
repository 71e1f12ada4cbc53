package larmor.file;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import larmor.model.InvalidInput;
import larmor.sweep.Shard;
import larmor.sweep.Sweep;
import larmor.sweep.SweepRow;
import larmor.sweep.SweepTally;

/**
 * A file that a long sweep fills chunk by chunk, so that nothing computed is lost to a failure.
 *
 * <p>While the sweep runs, the file is called {@code FILE.partial}: a header that states the sweep
 * ({@link SweepHeader}), then the table in blocks with checksums ({@link SweepBlock}), each
 * appended when it is complete. A process that dies leaves whole blocks and at most a torn one at
 * the end, which a resumed sweep drops. When the last row is there, the table without the lines
 * that begin with # is put in the place of FILE whole and safe on the disk, and the partial file
 * goes. The file of a shard keeps these lines and is only renamed: {@link ShardMerge} needs them.
 *
 * <p>Not for use by several threads, but for {@link #rest}.
 */
public final class SweepFile implements Closeable {

    private static final String RESUME = "--resume";
    private static final String SUFFIX = ".partial";
    private static final String TABLE_SUFFIX = ".partial.table";

    private final OutputFile target;
    private final Path path;
    private final Sweep sweep;
    private final SweepTable table;
    private final Optional<Shard> shard;
    private final SweepHeader header;
    private final SweepBlockFile blocks;

    /** Held while a block is being written or a file put in its place or removed. */
    private final ReentrantLock writing = new ReentrantLock();

    private SweepTally tally = SweepTally.NONE;
    private boolean tailed;

    private SweepFile(
            OutputFile target,
            Sweep sweep,
            SweepTable table,
            Optional<Shard> shard,
            SweepHeader header,
            SweepBlockFile blocks) {
        this.target = target;
        this.path = partial(target);
        this.sweep = sweep;
        this.table = table;
        this.shard = shard;
        this.header = header;
        this.blocks = blocks;
    }

    /**
     * Begins a file, or goes on with one.
     *
     * @param target where the result goes
     * @param sweep what is run
     * @param table how it is written
     * @param shard the part that is run; empty for all of it, as a plain table
     * @param settings what else the bytes depend on, by flag: program, solver and its settings
     * @param resume whether to go on where a run before has ended, if there was one
     * @throws InvalidInput if there is an unfinished sweep and it is not to be resumed, or if it is
     *     another one, or if another process is writing it
     * @throws IOException if the file cannot be read or written
     */
    public static SweepFile open(
            OutputFile target,
            Sweep sweep,
            SweepTable table,
            Optional<Shard> shard,
            Map<String, String> settings,
            boolean resume)
            throws IOException {
        return open(
                target,
                sweep,
                table,
                shard,
                settings,
                resume,
                UnaryOperator.identity(),
                SweepBlockReader.LONGEST_BLOCK);
    }

    /**
     * @param through what writes go through
     * @param longestBlock characters of a block
     */
    static SweepFile open(
            OutputFile target,
            Sweep sweep,
            SweepTable table,
            Optional<Shard> shard,
            Map<String, String> settings,
            boolean resume,
            UnaryOperator<WritableByteChannel> through,
            int longestBlock)
            throws IOException {
        Path path = OutputFile.of("--out", partial(target)).path();
        OutputFile.of("--out", beside(target, TABLE_SUFFIX));
        if (!resume && Files.exists(path)) {
            throw new InvalidInput(
                    "--out",
                    "has an unfinished sweep beside it: "
                            + RESUME
                            + " goes on with "
                            + path
                            + ", removing it starts afresh");
        }
        SweepHeader header =
                SweepHeader.of(sweep, table.layout(), shard.orElse(Shard.WHOLE), settings);
        SweepBlockFile blocks = SweepBlockFile.open(path, through, longestBlock);
        try {
            SweepFile file = new SweepFile(target, sweep, table, shard, header, blocks);
            file.load();
            return file;
        } catch (IOException | InvalidInput e) {
            blocks.abandon();
            throw e;
        }
    }

    /**
     * The shard that a sweep before has finished in the place of the target; empty if there is
     * none.
     *
     * @throws InvalidInput if there is a shard of another sweep
     * @throws IOException if it cannot be read
     */
    public static Optional<SweepTally> finished(
            OutputFile target,
            Sweep sweep,
            SweepTable table,
            Shard shard,
            Map<String, String> settings)
            throws IOException {
        if (!Files.exists(target.path())) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(target.path())) {
            SweepBlockReader reader = new SweepBlockReader(in);
            Optional<SweepHeader> found = reader.header().flatMap(SweepHeader::parse);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            requireSame(
                    target.path(),
                    found.get(),
                    SweepHeader.of(sweep, table.layout(), shard, settings));
            SweepTally tally = SweepTally.NONE;
            boolean tailed = false;
            for (Optional<SweepBlock> block = reader.next();
                    block.isPresent();
                    block = reader.next()) {
                tally = tally.plus(block.get().tally());
                tailed = block.get().kind() == SweepBlock.Kind.TAIL;
            }
            return tailed ? Optional.of(tally) : Optional.empty();
        }
    }

    private static Path partial(OutputFile target) {
        return beside(target, SUFFIX);
    }

    private static Path beside(OutputFile target, String suffix) {
        return target.path().resolveSibling(target.path().getFileName() + suffix);
    }

    private static void requireSame(Path path, SweepHeader found, SweepHeader wanted) {
        found.difference(wanted)
                .ifPresent(difference -> {
                    throw new InvalidInput(
                            RESUME, "cannot go on with " + path + ", made with " + difference);
                });
    }

    /** Finds the end of what is whole, drops the rest, and begins the file if there is nothing. */
    private void load() throws IOException {
        SweepBlockReader reader = blocks.reader();
        Optional<String> first = reader.header();
        if (first.isEmpty()) {
            requireTornHeader();
            blocks.truncate(0);
            blocks.append(header);
        } else {
            requireHeader(first.get());
            readBlocks(reader);
            blocks.truncate(reader.position());
        }
        if (blocks.length() == header.line().length()) {
            append(SweepBlock.bare(SweepBlock.Kind.HEAD, start(), table.head()));
        }
    }

    /** A file without a whole line is ours if it is how our own would begin. */
    private void requireTornHeader() throws IOException {
        byte[] expected = header.line().getBytes(US_ASCII);
        ByteBuffer found = blocks.beginning(expected.length + 1);
        if (!ByteBuffer.wrap(expected, 0, Math.min(expected.length, found.limit())).equals(found)) {
            throw notASweep();
        }
    }

    private void requireHeader(String line) {
        if (SweepHeader.isOfAnotherVersion(line)) {
            throw new InvalidInput(
                    RESUME, "cannot go on with " + path + ": it has another version of the format");
        }
        requireSame(path, SweepHeader.parse(line).orElseThrow(this::notASweep), header);
    }

    private InvalidInput notASweep() {
        return new InvalidInput(RESUME, "cannot go on with " + path + ": it is not a sweep");
    }

    private void readBlocks(SweepBlockReader reader) throws IOException {
        for (Optional<SweepBlock> block = reader.next(); block.isPresent(); block = reader.next()) {
            if (block.get().first() != start() + done()) {
                throw new InvalidInput(
                        RESUME,
                        "cannot go on with "
                                + path
                                + ": its rows are out of order, as if two runs had written it");
            }
            tally = tally.plus(block.get().tally());
            tailed = block.get().kind() == SweepBlock.Kind.TAIL;
        }
    }

    private long start() {
        return shard.orElse(Shard.WHOLE).first(sweep.plan());
    }

    /** How many rows there are already; those before the damage, if {@link #finish} met one. */
    public long done() {
        return tally.runs();
    }

    /** How the rows that are there went. */
    public SweepTally tally() {
        return tally;
    }

    /**
     * Appends rows. When this returns they outlive the process.
     *
     * @param first index of the first row in the plan: those before it must be there
     * @param rows the rows
     * @throws IOException if they cannot be written; the file then holds what it held before
     */
    public void append(long first, List<SweepRow> rows) throws IOException {
        if (first != start() + done()) {
            throw new IllegalArgumentException(
                    "row " + first + " does not follow row " + (start() + done() - 1));
        }
        long last = sweep.plan().size() - 1;
        StringBuilder text = new StringBuilder();
        for (SweepRow row : rows) {
            text.append(table.row(row, row.point().index() == last));
        }
        SweepTally more = SweepTally.of(rows);
        append(
                new SweepBlock(
                        SweepBlock.Kind.ROWS, first, first + rows.size(), more, text.toString()));
        tally = tally.plus(more);
    }

    private void append(SweepBlock block) throws IOException {
        writing.lock();
        try {
            blocks.append(block);
        } finally {
            writing.unlock();
        }
    }

    /**
     * Puts the result in its place, after the last row.
     *
     * @throws IOException if that fails; the partial file is then still there, and whole
     */
    public void finish() throws IOException {
        finish(() -> {});
    }

    /** What is left to do when the result is in its place. */
    public interface Sequel {
        /**
         * Does it.
         *
         * @throws IOException if that fails
         */
        void run() throws IOException;
    }

    /**
     * The same, with a sequel. If that fails, or the process ends in it, the partial file of a
     * table is still there: a resumed sweep comes back to the sequel without running anything.
     *
     * @throws IOException if that fails; the partial file is then still there, and whole
     */
    public void finish(Sequel sequel) throws IOException {
        writing.lock();
        try {
            putInPlace();
        } finally {
            writing.unlock();
        }
        sequel.run();
        if (shard.isEmpty()) {
            writing.lock();
            try {
                Files.delete(path);
            } finally {
                writing.unlock();
            }
        }
    }

    private void putInPlace() throws IOException {
        if (!tailed) {
            append(SweepBlock.bare(SweepBlock.Kind.TAIL, start() + done(), table.tail()));
            tailed = true;
        }
        blocks.force();
        if (shard.isPresent()) {
            target.take(path);
        } else {
            target.writeBy(beside(target, TABLE_SUFFIX), this::copyTable);
        }
    }

    private void copyTable(Appendable destination) throws IOException {
        SweepBlockReader reader = blocks.reader();
        reader.header();
        SweepTally copied = SweepTally.NONE;
        for (Optional<SweepBlock> block = reader.next(); block.isPresent(); block = reader.next()) {
            destination.append(block.get().text());
            copied = copied.plus(block.get().tally());
        }
        if (reader.position() != blocks.length()) {
            // A resumed sweep drops what is behind the damage.
            tally = copied;
            throw new IOException(path + " is damaged behind byte " + reader.position());
        }
    }

    /**
     * Waits until no block is half written, and no file half replaced, and lets none begin: for the
     * end of the process, from another thread. The writer never returns.
     */
    public void rest() {
        writing.lock();
    }

    /** Where the rows are until the end. */
    public Path path() {
        return path;
    }

    /** A file without rows is removed: there is nothing to resume. */
    @Override
    public void close() throws IOException {
        if (done() == 0) {
            Files.deleteIfExists(path);
        }
        blocks.close();
    }
}
