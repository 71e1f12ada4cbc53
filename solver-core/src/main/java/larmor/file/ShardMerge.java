package larmor.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import larmor.model.InvalidInput;
import larmor.sweep.Shard;
import larmor.sweep.SweepTally;

/**
 * Puts the shards of a sweep together: the bytes of the sweep in one run. Reads them one after the
 * other, block by block.
 */
public final class ShardMerge {

    private static final String SHARD = "SHARD";

    /** All of them, in the order of their numbers. */
    private final List<Path> shards;

    private ShardMerge(Collection<Path> shards) {
        this.shards = List.copyOf(shards);
    }

    /**
     * Looks at the headers of the shards.
     *
     * @param files in any order
     * @throws InvalidInput naming the file that is no shard, that belongs to another sweep or that
     *     is there twice, or the shards that are missing
     * @throws IOException if a file cannot be read
     */
    public static ShardMerge of(List<Path> files) throws IOException {
        NavigableMap<Integer, Path> shards = new TreeMap<>();
        Optional<SweepHeader> first = Optional.empty();
        int count = 0;
        for (Path file : files) {
            SweepHeader header = header(file);
            Shard shard = header.shard().orElseThrow(() -> notAShard(file));
            if (first.isEmpty()) {
                first = Optional.of(header);
                count = shard.count();
            }
            requireSameSweep(file, header, files.getFirst(), first.get(), count);
            Path other = shards.putIfAbsent(shard.number(), file);
            if (other != null) {
                throw new InvalidInput(file.toString(), "is shard " + shard + ", as is " + other);
            }
        }
        requireAll(shards.keySet(), count);
        return new ShardMerge(shards.values());
    }

    private static SweepHeader header(Path file) throws IOException {
        try (InputStream in = open(file)) {
            return new SweepBlockReader(in)
                    .header()
                    .flatMap(SweepHeader::parse)
                    .orElseThrow(() -> notAShard(file));
        }
    }

    private static InputStream open(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw notAShard(file);
        }
        try {
            return Files.newInputStream(file);
        } catch (NoSuchFileException e) {
            throw new InvalidInput(file.toString(), "does not exist");
        } catch (IOException e) {
            throw new InvalidInput(file.toString(), "cannot be read");
        }
    }

    private static InvalidInput notAShard(Path file) {
        return new InvalidInput(
                file.toString(),
                "is not a shard of a sweep in this version's format, as --shard k/n writes it");
    }

    private static void requireSameSweep(
            Path file, SweepHeader header, Path firstFile, SweepHeader first, int count) {
        Optional<String> difference =
                header.withoutShard()
                        .difference(first.withoutShard())
                        .or(() ->
                                header.shard()
                                        .filter(shard -> shard.count() != count)
                                        .map(shard -> "--shard " + shard + ", not k/" + count));
        difference.ifPresent(text -> {
            throw new InvalidInput(
                    file.toString(), "is of another sweep than " + firstFile + ": " + text);
        });
    }

    private static void requireAll(Set<Integer> numbers, int count) {
        List<String> missing = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            if (!numbers.contains(number)) {
                missing.add(number + "/" + count);
            }
        }
        if (!missing.isEmpty()) {
            throw new InvalidInput(SHARD, "is missing: " + String.join(", ", missing));
        }
    }

    /**
     * Writes the table.
     *
     * @param target where
     * @return how the runs went
     * @throws InvalidInput naming the shard that is not complete or damaged, or the target if it is
     *     a shard; nothing is then written
     * @throws IOException if that fails; nothing is then written
     */
    public SweepTally write(OutputFile target) throws IOException {
        for (Path file : shards) {
            target.requireOther("--out", file);
        }
        Copy copy = new Copy();
        target.write(copy::all);
        return copy.tally;
    }

    /** The table on its way. */
    private final class Copy {

        private SweepTally tally = SweepTally.NONE;
        private long next;

        void all(Appendable out) throws IOException {
            for (Path file : shards) {
                try (InputStream in = open(file)) {
                    SweepBlockReader reader = new SweepBlockReader(in);
                    reader.header();
                    blocks(file, reader, out);
                }
            }
        }

        private void blocks(Path file, SweepBlockReader reader, Appendable out) throws IOException {
            boolean complete = false;
            for (Optional<SweepBlock> next = reader.next();
                    next.isPresent();
                    next = reader.next()) {
                SweepBlock block = next.get();
                if (complete || block.first() != this.next) {
                    throw damaged(file);
                }
                this.next = block.end();
                tally = tally.plus(block.tally());
                complete = block.kind() == SweepBlock.Kind.TAIL;
                if (isPartOfTheWhole(block.kind(), file)) {
                    out.append(block.text());
                }
            }
            if (!complete || reader.position() != Files.size(file)) {
                throw damaged(file);
            }
        }

        private boolean isPartOfTheWhole(SweepBlock.Kind kind, Path file) {
            return switch (kind) {
                case HEAD -> file.equals(shards.getFirst());
                case ROWS -> true;
                case TAIL -> file.equals(shards.getLast());
            };
        }

        private InvalidInput damaged(Path file) {
            return new InvalidInput(
                    file.toString(), "is not complete or damaged: run its shard again");
        }
    }
}
