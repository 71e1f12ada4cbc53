package larmor.file;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import larmor.model.InvalidInput;
import larmor.sweep.Shard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class SweepFileTest {

    @TempDir private Path folder;

    private Path file() {
        return folder.resolve("out.csv");
    }

    private Path partial() {
        return folder.resolve("out.csv.partial");
    }

    private SweepFile open(SweepFixture sweep, boolean resume) throws IOException {
        return sweep.open(file(), Optional.empty(), resume);
    }

    private SweepFile open(
            SweepFixture sweep,
            boolean resume,
            UnaryOperator<WritableByteChannel> through,
            int longestBlock)
            throws IOException {
        return SweepFile.open(
                OutputFile.of("--out", file()),
                sweep.sweep(),
                sweep.table(),
                Optional.empty(),
                SweepFixture.SETTINGS,
                resume,
                through,
                longestBlock);
    }

    /** Writes what is missing and finishes. */
    private void complete(SweepFixture sweep) throws IOException {
        try (SweepFile destination = open(sweep, true)) {
            sweep.fill(destination, Shard.WHOLE, Long.MAX_VALUE);
            destination.finish();
        }
    }

    /** Writes this many rows and dies. */
    private byte[] interrupted(SweepFixture sweep, long rows) throws IOException {
        try (SweepFile destination = open(sweep, false)) {
            sweep.fill(destination, Shard.WHOLE, rows);
        }
        return Files.readAllBytes(partial());
    }

    @ParameterizedTest
    @EnumSource
    void theFinishedFileIsThePlainTableAndNothingElseIsLeft(SweepTable.Layout layout)
            throws IOException {
        SweepFixture sweep = SweepFixture.of(layout);
        complete(sweep);
        assertThat(file()).hasBinaryContent(sweep.wholeTable());
        assertThat(names()).containsExactly("out.csv");
    }

    @Test
    void theJsonOfAFinishedFileIsValid() throws IOException {
        SweepFixture sweep = SweepFixture.of(SweepTable.Layout.JSON);
        complete(sweep);
        assertThat(new JsonMapper().readTree(Files.readString(file()))).hasSize(SweepFixture.ROWS);
    }

    @Test
    void aFileThatIsCutAnywhereIsResumedToTheSameBytes() throws IOException {
        SweepFixture sweep = SweepFixture.of(SweepTable.Layout.CSV);
        byte[] all = interrupted(sweep, SweepFixture.ROWS);
        // A prime, so that cuts fall anywhere in a line and a block.
        for (int cut = 0; cut <= all.length; cut += 409) {
            Files.deleteIfExists(file());
            Files.write(partial(), Arrays.copyOf(all, cut));
            complete(sweep);
            assertThat(file()).as("cut at %s", cut).hasBinaryContent(sweep.wholeTable());
        }
    }

    @Test
    void aDamagedBlockIsComputedAgainWithAllBehindIt() throws IOException {
        SweepFixture sweep = SweepFixture.of(SweepTable.Layout.CSV);
        byte[] all = interrupted(sweep, SweepFixture.ROWS);
        String text = new String(all, US_ASCII);
        all[text.indexOf("# rows 128") - 20] ^= 1;
        Files.write(partial(), all);
        try (SweepFile destination = open(sweep, true)) {
            assertThat(destination.done()).isEqualTo(128);
        }
        complete(sweep);
        assertThat(file()).hasBinaryContent(sweep.wholeTable());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 5, 700, 1500, 5000, 12_000})
    void aDiskThatIsFullLeavesWholeBlocksAndTheSweepGoesOnLater(long room) throws IOException {
        SweepFixture sweep = SweepFixture.of(SweepTable.Layout.CSV);
        Optional<byte[]> fitting = largestInterrupted(sweep, room);
        assertThatIOException()
                .isThrownBy(() -> {
                    try (SweepFile destination =
                            open(
                                    sweep,
                                    false,
                                    channel -> new FullDisk(channel, room),
                                    SweepBlockReader.LONGEST_BLOCK)) {
                        sweep.fill(destination, Shard.WHOLE, Long.MAX_VALUE);
                        destination.finish();
                    }
                })
                .withMessage(FullDisk.MESSAGE);
        assertThat(file()).doesNotExist();
        if (fitting.isPresent()) {
            assertThat(partial()).hasBinaryContent(fitting.get());
        } else {
            assertThat(partial()).doesNotExist();
        }
        complete(sweep);
        assertThat(file()).hasBinaryContent(sweep.wholeTable());
    }

    /** What is left by the run that dies last among those whose rows have room. */
    private Optional<byte[]> largestInterrupted(SweepFixture sweep, long room) throws IOException {
        Optional<byte[]> largest = Optional.empty();
        for (long rows = SweepFixture.ROWS_PER_CHUNK;
                rows < SweepFixture.ROWS + SweepFixture.ROWS_PER_CHUNK;
                rows += SweepFixture.ROWS_PER_CHUNK) {
            byte[] bytes = interrupted(sweep, rows);
            Files.delete(partial());
            if (bytes.length <= room) {
                largest = Optional.of(bytes);
            }
        }
        return largest;
    }

    /** Writes as much as there is room for, as a disk does. */
    private static final class FullDisk implements WritableByteChannel {

        private static final String MESSAGE = "No space left on device";

        private final WritableByteChannel disk;
        private long room;

        FullDisk(WritableByteChannel disk, long room) {
            this.disk = disk;
            this.room = room;
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            if (room == 0) {
                throw new IOException(MESSAGE);
            }
            int count = (int) Math.min(room, bytes.remaining());
            ByteBuffer fitting = bytes.slice(bytes.position(), count);
            disk.write(fitting);
            bytes.position(bytes.position() + count);
            room -= count;
            return count;
        }

        @Override
        public boolean isOpen() {
            return disk.isOpen();
        }

        @Override
        public void close() throws IOException {
            disk.close();
        }
    }

    @Test
    void theTallyOfASweepSurvivesItsProcess() throws IOException {
        SweepFixture sweep = SweepFixture.of(SweepTable.Layout.CSV);
        interrupted(sweep, 192);
        try (SweepFile destination = open(sweep, true)) {
            assertThat(destination.tally()).isEqualTo(sweep.tally(0, 192));
            assertThat(destination.tally().failed()).isPositive();
            assertThat(destination.tally().unsettled()).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherSweepIsRefusedByWhatDiffers(SweepFixture.Change change) throws IOException {
        SweepFixture sweep = SweepFixture.of(SweepTable.Layout.CSV);
        byte[] before = interrupted(sweep, 64);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> open(sweep.with(change), true))
                .withMessageStartingWith("--resume cannot go on with " + partial())
                .withMessageContaining(change.named());
        assertThat(partial()).hasBinaryContent(before);
    }

    @Test
    void aShardDoesNotGoOnWithAnother() throws IOException {
        SweepFixture sweep = SweepFixture.of(SweepTable.Layout.CSV);
        Shard first = new Shard(1, 7);
        try (SweepFile destination = sweep.open(file(), Optional.of(first), false)) {
            sweep.fill(destination, first, Long.MAX_VALUE);
        }
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> sweep.open(file(), Optional.of(new Shard(2, 7)), true))
                .withMessageEndingWith("made with --shard 1/7, not 2/7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"precious", "precious\n", SweepHeader.MAGIC + "{\n", "voltage,field\n1,2\n"})
    void aFileOfAnotherKindIsRefusedAndLeftAlone(String content) throws IOException {
        Files.writeString(partial(), content);
        SweepFixture sweep = SweepFixture.of(SweepTable.Layout.CSV);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> open(sweep, true))
                .withMessageEndingWith("it is not a sweep");
        assertThat(partial()).hasContent(content);
    }

    /** The table is written there for a moment; what has the name already is not ours. */
    @Test
    void aLinkInThePlaceOfATemporaryFileIsRefusedAndKept() throws IOException {
        SweepFixture sweep = SweepFixture.of(SweepTable.Layout.CSV);
        Path precious = Files.writeString(folder.resolve("precious"), "precious");
        for (String suffix : List.of(".partial", ".partial.table")) {
            Path link = folder.resolve("out.csv" + suffix);
            Files.createSymbolicLink(link, precious);
            assertThatExceptionOfType(InvalidInput.class)
                    .isThrownBy(() -> open(sweep, false))
                    .withMessage(
                            "--out names a symbolic link, which is not written through: " + link);
            assertThat(link).isSymbolicLink();
            Files.delete(link);
        }
        assertThat(precious).hasContent("precious");
        assertThat(names()).containsExactly("precious");
    }

    @Test
    void anotherVersionOfTheFormatIsRefused() throws IOException {
        Files.writeString(partial(), "# larmor-sweep 1 {}\n");
        SweepFixture sweep = SweepFixture.of(SweepTable.Layout.CSV);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> open(sweep, true))
                .withMessageContaining("version");
    }

    @Test
    void anUnfinishedSweepIsNotLostToANewOne() throws IOException {
        SweepFixture sweep = SweepFixture.of(SweepTable.Layout.CSV);
        byte[] before = interrupted(sweep, 64);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> open(sweep, false))
                .withMessageStartingWith("--out has an unfinished sweep");
        assertThat(partial()).hasBinaryContent(before);
    }

    @Test
    void aSweepThatEndsBeforeItsFirstRowLeavesNothing() throws IOException {
        open(SweepFixture.of(SweepTable.Layout.CSV), false).close();
        assertThat(names()).isEmpty();
    }

    @Test
    void aFileThatIsBeingWrittenIsRefusedToAnotherRun() throws IOException {
        SweepFixture sweep = SweepFixture.of(SweepTable.Layout.CSV);
        try (SweepFile destination = open(sweep, false)) {
            assertThatExceptionOfType(InvalidInput.class)
                    .isThrownBy(() -> open(sweep, true))
                    .withMessageStartingWith("--out is being written by another run");
            sweep.fill(destination, Shard.WHOLE, Long.MAX_VALUE);
            destination.finish();
        }
        assertThat(file()).hasBinaryContent(sweep.wholeTable());
    }

    @Test
    void rowsThatAreOutOfOrderAreRefused() throws IOException {
        SweepFixture sweep = SweepFixture.of(SweepTable.Layout.CSV);
        String all = new String(interrupted(sweep, 192), US_ASCII);
        int end = all.indexOf('\n', all.indexOf("# rows 64")) + 1;
        int start = all.indexOf('\n', all.indexOf("# rows 0")) + 1;
        Files.writeString(partial(), all + all.substring(start, end));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> open(sweep, true))
                .withMessageContaining("out of order");
    }

    @Test
    void aShardThatIsFinishedIsKnownByItsHeader() throws IOException {
        SweepFixture sweep = SweepFixture.of(SweepTable.Layout.CSV);
        Shard shard = new Shard(2, 3);
        sweep.run(file(), shard);
        assertThat(sweep.finished(file(), shard))
                .contains(sweep.tally(shard.first(sweep.plan()), shard.end(sweep.plan())));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> sweep.finished(file(), new Shard(1, 3)))
                .withMessageEndingWith("made with --shard 2/3, not 1/3");
    }

    @Test
    void aSymbolicLinkInThePlaceOfThePartialFileIsRefused() throws IOException {
        Path target = Files.writeString(folder.resolve("target"), "precious");
        Files.createSymbolicLink(partial(), target);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> open(SweepFixture.of(SweepTable.Layout.CSV), true));
        assertThat(target).hasContent("precious");
    }

    @Test
    void anUnfinishedFileIsForNobodyElseToSee() throws IOException {
        interrupted(SweepFixture.of(SweepTable.Layout.CSV), 64);
        assertThat(permissions(partial())).isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFinishedFileHasThePermissionsOfAnyNewFile(boolean shard) throws IOException {
        Path ordinary = Files.writeString(folder.resolve("ordinary"), "");
        finish(shard);
        assertThat(permissions(file())).isEqualTo(permissions(ordinary));
        assertThat(names()).containsExactlyInAnyOrder("ordinary", "out.csv");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFinishedFileHasThePermissionsOfTheOneThatItReplaces(boolean shard) throws IOException {
        Files.writeString(file(), "old");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-rw----"));
        finish(shard);
        assertThat(file()).content().doesNotContain("old");
        assertThat(permissions(file())).isEqualTo("rw-rw----");
    }

    private void finish(boolean shard) throws IOException {
        SweepFixture sweep = SweepFixture.of(SweepTable.Layout.CSV);
        if (shard) {
            sweep.run(file(), new Shard(1, 3));
        } else {
            complete(sweep);
        }
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void aBlockThatCouldNotBeReadBackIsNotWritten() throws IOException {
        SweepFixture sweep = SweepFixture.of(SweepTable.Layout.CSV);
        byte[] before = interrupted(sweep, 64);
        try (SweepFile destination = open(sweep, true, UnaryOperator.identity(), before.length)) {
            // The remaining 236 rows in one block.
            assertThatIOException()
                    .isThrownBy(() -> sweep.append(destination, 64, SweepFixture.ROWS))
                    .withMessageMatching(
                            "the block at row 64 has \\d+ bytes and could not be read back");
            assertThat(destination.done()).isEqualTo(64);
        }
        assertThat(partial()).hasBinaryContent(before);
        complete(sweep);
        assertThat(file()).hasBinaryContent(sweep.wholeTable());
    }

    @Test
    void aFileThatIsDamagedWhileItIsWrittenMakesNoTable() throws IOException {
        SweepFixture sweep = SweepFixture.of(SweepTable.Layout.CSV);
        try (SweepFile destination = open(sweep, false)) {
            sweep.fill(destination, Shard.WHOLE, Long.MAX_VALUE);
            byte[] all = Files.readAllBytes(partial());
            all[new String(all, US_ASCII).indexOf("# rows 128") - 20] ^= 1;
            Files.write(partial(), all);
            assertThatIOException()
                    .isThrownBy(destination::finish)
                    .withMessageStartingWith(partial() + " is damaged behind byte ");
            // The damaged block begins at row 128.
            assertThat(destination.done()).isEqualTo(128);
        }
        try (SweepFile resumed = open(sweep, true)) {
            assertThat(resumed.done()).isEqualTo(128);
        }
        assertThat(names()).containsExactly("out.csv.partial");
        complete(sweep);
        assertThat(file()).hasBinaryContent(sweep.wholeTable());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }
}
