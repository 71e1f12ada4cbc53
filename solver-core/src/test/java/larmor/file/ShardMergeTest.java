package larmor.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import larmor.model.InvalidInput;
import larmor.sweep.Shard;
import larmor.sweep.SweepTally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShardMergeTest {

    private static final SweepFixture SWEEP = SweepFixture.of(SweepTable.Layout.CSV);

    @TempDir private Path folder;

    private SweepTally merge(List<Path> files) throws IOException {
        return ShardMerge.of(files).write(OutputFile.of("--out", out()));
    }

    private Path out() {
        return folder.resolve("out.csv");
    }

    private void assertRefused(List<Path> files, String... words) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> merge(files))
                .satisfies(e -> assertThat(e.getMessage()).contains(words));
        assertThat(out()).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"CSV, 1", "CSV, 7", "JSON, 7"})
    void theShardsOfASweepMakeTheBytesOfOneRun(SweepTable.Layout layout, int count)
            throws IOException {
        SweepFixture sweep = SweepFixture.of(layout);
        SweepTally tally = merge(sweep.runShards(folder, count));
        assertThat(out()).hasBinaryContent(sweep.wholeTable());
        assertThat(tally).isEqualTo(sweep.tally(0, SweepFixture.ROWS));
    }

    @Test
    void shardsWithoutPointsAreShardsLikeTheOthers() throws IOException {
        // Five chains, so that at least two of seven shards have none.
        SweepFixture chains = SWEEP.with(SweepFixture.Change.DIRECTION);
        merge(chains.runShards(folder, 7));
        assertThat(out()).hasBinaryContent(chains.wholeTable());
    }

    @Test
    void missingShardsAreNamed() throws IOException {
        List<Path> files = new ArrayList<>(SWEEP.runShards(folder, 7));
        files.remove(4);
        files.remove(1);
        assertRefused(files, "SHARD is missing: 3/7, 6/7");
    }

    @Test
    void aShardThatIsThereTwiceIsNamed() throws IOException {
        List<Path> files = new ArrayList<>(SWEEP.runShards(folder, 3));
        Path copy = Files.copy(files.getFirst(), folder.resolve("copy"));
        files.add(copy);
        assertRefused(files, copy.toString(), "is shard 3/3, as is " + files.getFirst());
    }

    @Test
    void aShardOfAnotherSweepIsNamedWithWhatDiffers() throws IOException {
        List<Path> files = new ArrayList<>(SWEEP.runShards(folder, 3));
        Path foreign = folder.resolve("foreign");
        SWEEP.with(SweepFixture.Change.TIME).run(foreign, new Shard(1, 3));
        files.set(2, foreign);
        assertRefused(files, foreign.toString(), "another sweep", "--time 600.0, not 500.0");
    }

    @Test
    void aShardOfAnotherDivisionIsNamed() throws IOException {
        List<Path> files = new ArrayList<>(SWEEP.runShards(folder, 3));
        Path foreign = folder.resolve("foreign");
        SWEEP.run(foreign, new Shard(1, 2));
        files.set(2, foreign);
        assertRefused(files, foreign.toString(), "--shard 1/2, not k/3");
    }

    @Test
    void aShardThatIsNotFinishedIsNamed() throws IOException {
        List<Path> files = new ArrayList<>(SWEEP.runShards(folder, 3));
        Path unfinished = folder.resolve("unfinished");
        try (SweepFile file = SWEEP.open(unfinished, Optional.of(new Shard(2, 3)), false)) {
            SWEEP.fill(file, new Shard(2, 3), 64);
        }
        files.set(1, folder.resolve("unfinished.partial"));
        assertRefused(files, "unfinished.partial is not complete");
    }

    @Test
    void aDamagedShardIsNamed() throws IOException {
        List<Path> files = SWEEP.runShards(folder, 3);
        byte[] bytes = Files.readAllBytes(files.get(1));
        bytes[bytes.length / 2] ^= 1;
        Files.write(files.get(1), bytes);
        assertRefused(files, files.get(1) + " is not complete or damaged");
    }

    @Test
    void whatStandsBehindTheEndOfAShardIsDamage() throws IOException {
        List<Path> files = SWEEP.runShards(folder, 3);
        Files.writeString(files.get(1), Files.readString(files.get(1)) + "9,9\n");
        assertRefused(files, files.get(1) + " is not complete or damaged");
    }

    @Test
    void aBlockThatIsThereTwiceIsDamage() throws IOException {
        List<Path> files = SWEEP.runShards(folder, 3);
        String text = Files.readString(files.get(1));
        int start = text.indexOf('\n', text.indexOf("# rows")) + 1;
        int end = text.indexOf('\n', text.indexOf("# rows", start)) + 1;
        Files.writeString(files.get(1), text.substring(0, end) + text.substring(start));
        assertRefused(files, files.get(1) + " is not complete or damaged");
    }

    @Test
    void filesOfAnotherKindAreNamed() throws IOException {
        Path table = Files.write(folder.resolve("table"), SWEEP.wholeTable());
        assertRefused(List.of(table), table + " is not a shard");
        assertRefused(List.of(folder), folder + " is not a shard");
        assertRefused(List.of(folder.resolve("none")), "none does not exist");
    }

    @Test
    void aShardIsNotReplacedByTheMerge() throws IOException {
        List<Path> files = SWEEP.runShards(folder, 1);
        byte[] before = Files.readAllBytes(files.getFirst());
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(
                        () -> ShardMerge.of(files).write(OutputFile.of("--out", files.getFirst())))
                .withMessageStartingWith("--out would replace a file that is read");
        assertThat(files.getFirst()).hasBinaryContent(before);
    }
}
