package larmor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of a sweep that is interrupted, or run in shards, are those of one unbroken run. */
class SweepFilesTest {

    private static final String SWEEP =
            "sweep --voltage 0.9:1.6:0.005 --time 200 --window 80 --initial random --seed 3";

    @TempDir private Path folder;

    private CommandRun run(String line) {
        return CommandRun.of(line.replace("FOLDER", folder.toString()).split(" "));
    }

    private byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " --format json",
                " --direction both --grid magnet.damping=0.01,0.02,0.03",
                " --ensemble 2 --self-torque both"
            })
    void mergedShardsAndAResumedRunHaveTheBytesOfOneRun(String options) throws IOException {
        String sweep = SWEEP + options + " --out FOLDER/";
        assertThat(run(sweep + "whole").status()).isZero();
        String merge = "merge --out FOLDER/merged";
        for (int number = 1; number <= 4; number++) {
            assertThat(run(sweep + number + " --shard " + number + "/4").status()).isZero();
            merge += " FOLDER/" + number;
        }
        assertThat(run(merge).status()).isZero();
        assertThat(bytes("merged")).isEqualTo(bytes("whole"));

        assertThat(run(sweep + "one --shard 1/1").status()).isZero();
        byte[] one = bytes("one");
        Files.write(folder.resolve("broken.partial"), Arrays.copyOf(one, 2 * one.length / 3));
        assertThat(run(sweep + "broken --resume --threads 3").status()).isZero();
        assertThat(bytes("broken")).isEqualTo(bytes("whole"));
        assertThat(folder.resolve("broken.partial")).doesNotExist();
    }

    @Test
    void aTableOnStandardOutputIsThatOfAFile() throws IOException {
        assertThat(run(SWEEP + " --out FOLDER/whole").status()).isZero();
        assertThat(run(SWEEP).out()).isEqualTo(Files.readString(folder.resolve("whole")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "json"})
    void aDirectoryHoldsTheRowsAndAPageOfAllOfThem(String format) throws IOException {
        String sweep = SWEEP + " --format " + format + " --out FOLDER/";
        assertThat(run(sweep + "whole").status()).isZero();
        CommandRun run = run(sweep + "dir/");
        assertThat(run.status()).isZero();
        String table = "sweep." + format;
        assertThat(run.out().lines())
                .containsExactly(
                        folder.resolve("dir").resolve(table).toString(),
                        folder.resolve("dir/sweep.html").toString());
        assertThat(bytes("dir/" + table)).isEqualTo(bytes("whole"));
        assertThat(folder.resolve("dir/sweep.html"))
                .content()
                .contains("141 runs: ", "./larmor sweep --voltage 0.9:1.6:0.005 --time 200");
        assertThat(folder.resolve("dir").toFile().list())
                .containsExactlyInAnyOrder(table, "sweep.html");
    }

    @Test
    void aPageIsThatOfTheUnbrokenRunAfterAResumedOne() throws IOException {
        assertThat(run(SWEEP + " --shard 1/1 --out FOLDER/one").status()).isZero();
        byte[] one = bytes("one");
        Files.createDirectory(folder.resolve("dir"));
        Files.write(folder.resolve("dir/sweep.csv.partial"), Arrays.copyOf(one, one.length / 2));
        assertThat(run(SWEEP + " --resume --out FOLDER/dir").status()).isZero();
        assertThat(run(SWEEP).out()).isEqualTo(Files.readString(folder.resolve("dir/sweep.csv")));
        assertThat(folder.resolve("dir/sweep.html")).content().contains("141 runs: ");
    }

    /** Everything is run, but there was no space for the page. */
    @Test
    void aPageThatCouldNotBeWrittenIsDrawnByResumingWithoutRunningAgain() throws IOException {
        assertThat(run(SWEEP + " --out FOLDER/whole/").status()).isZero();
        Path page = folder.resolve("dir/sweep.html");
        Files.createDirectories(page.getParent());
        assertThat(run(SWEEP + " --shard 1/1 --out FOLDER/one").status()).isZero();
        // The partial file of a sweep that has all rows, with the table in its place.
        Files.move(folder.resolve("one"), folder.resolve("dir/sweep.csv.partial"));
        Files.copy(folder.resolve("whole/sweep.csv"), folder.resolve("dir/sweep.csv"));
        assertThat(run(SWEEP + " --resume --out FOLDER/dir").status()).isZero();
        assertThat(page).content().contains("141 runs: ");
        assertThat(bytes("dir/sweep.csv")).isEqualTo(bytes("whole/sweep.csv"));
        assertThat(folder.resolve("dir").toFile().list())
                .containsExactlyInAnyOrder("sweep.csv", "sweep.html");
    }

    @Test
    void aDeviceThatIsNoneIsARowAndTheOthersArePutInTheFileAndOnThePage() throws IOException {
        Files.copy(Nanopillar.FILE, folder.resolve("nanopillar.toml"));
        String sweep =
                "sweep --device FOLDER/nanopillar.toml --voltage 1.1,1.2 --field 0.35,-0.5"
                        + " --time 1000 --out FOLDER/";
        CommandRun run = run(sweep + "dir/");
        assertThat(run.err()).doesNotContain("larmor: ");
        assertThat(run.status()).isEqualTo(3);
        assertThat(folder.resolve("dir/sweep.csv")).content().contains("invalid-device,,,\n");
        assertThat(folder.resolve("dir/sweep.html")).content().contains("4 runs: ", "2 failed.");

        assertThat(run(sweep + "1 --shard 1/2").status()).isIn(0, 3);
        assertThat(run(sweep + "2 --shard 2/2").status()).isIn(0, 3);
        assertThat(run("merge FOLDER/1 FOLDER/2 --out FOLDER/merged").status()).isEqualTo(3);
        assertThat(bytes("merged")).isEqualTo(bytes("dir/sweep.csv"));
    }

    @Test
    void resumingWithoutAnUnfinishedSweepBeginsOne() throws IOException {
        assertThat(run(SWEEP + " --out FOLDER/whole --resume").status()).isZero();
        assertThat(run(SWEEP).out()).isEqualTo(Files.readString(folder.resolve("whole")));
    }

    @Test
    void aShardThatIsFinishedIsNotRunAgain() throws IOException {
        String shard = SWEEP + " --shard 2/4 --resume --out FOLDER/part";
        assertThat(run(shard).status()).isZero();
        Object before = key();
        CommandRun again = run(shard);
        assertThat(again.status()).isZero();
        assertThat(again.err()).contains("runs have not settled");
        assertThat(key()).isEqualTo(before);
    }

    private Object key() throws IOException {
        return Files.readAttributes(folder.resolve("part"), BasicFileAttributes.class).fileKey();
    }

    @Test
    void anotherSweepIsNotResumed() throws IOException {
        assertThat(run(SWEEP + " --shard 1/1 --out FOLDER/one").status()).isZero();
        Files.move(folder.resolve("one"), folder.resolve("other.partial"));
        for (String change :
                new String[] {" --seed 4", " --step 0.04", " --set magnet.field=0.3"}) {
            String line = SWEEP.replace(change.startsWith(" --seed") ? " --seed 3" : "~", "");
            CommandRun run = run(line + change + " --out FOLDER/other --resume");
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.err().lines()).hasSize(1);
            assertThat(run.err()).startsWith("larmor: --resume cannot go on with").contains("not");
        }
    }

    @Test
    void aFileThatIsReadIsNotReplaced() throws IOException {
        Path device = Files.writeString(folder.resolve("my.toml"), "[magnet]\nfield = 0.4\n");
        String refused = "larmor: --out would replace a file that is read: ";
        for (String line : List.of(SWEEP, "simulate --voltage 1 --time 1")) {
            CommandRun run =
                    run(
                            line
                                    + " --device FOLDER/my.toml --out FOLDER/../"
                                    + folder.getFileName()
                                    + "/my.toml");
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.err()).isEqualTo(refused + device + "\n");
        }
        Path profile = Files.writeString(folder.resolve("profile"), "{}");
        for (String line : List.of(SWEEP, "simulate --voltage 1 --time 1 --solver auto")) {
            assertThat(run(line + " --profile FOLDER/profile --out FOLDER/profile").err())
                    .isEqualTo(refused + profile + "\n");
        }
        assertThat(device).hasContent("[magnet]\nfield = 0.4\n");
        assertThat(run(SWEEP + " --shard 1/1 --out FOLDER/one").status()).isZero();
        assertThat(run("merge FOLDER/one --out FOLDER/one").err())
                .isEqualTo(refused + folder.resolve("one") + "\n");
    }

    @Test
    void shardsThatAreMissingAreStatusTwo() {
        assertThat(run(SWEEP + " --shard 1/2 --out FOLDER/one").status()).isZero();
        CommandRun run = run("merge FOLDER/one --out FOLDER/merged");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("larmor: SHARD is missing: 2/2\n");
        assertThat(folder.resolve("merged")).doesNotExist();
    }
}
