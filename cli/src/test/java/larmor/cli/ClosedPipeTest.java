package larmor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What reads standard output may stop when it has seen enough, as head does. */
class ClosedPipeTest {

    private static final OutputStream CLOSED =
            new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                    throw new IOException("Relais brisé (pipe)");
                }
            };

    @TempDir private Path folder;

    @TempDir private Path state;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "simulate --voltage 1.5 --time 10 --format csv",
                "sweep --voltage 1.2 --time 1000",
                "sweep --voltage 1.2 --time 1000 --format text",
                "device",
                "solvers",
                "--help"
            })
    void theCommandEndsWithoutALine(String line) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(new PrintStream(CLOSED), new PrintStream(err), false, true);
        int status = Larmor.execute((line + solver(line)).split(" "), console);
        assertThat(status).isEqualTo(141);
        assertThat(err).hasToString("");
    }

    private int status(String line) {
        Console console =
                new Console(
                        new PrintStream(CLOSED),
                        new PrintStream(OutputStream.nullOutputStream()),
                        false,
                        true);
        return Larmor.execute(line.replace("FOLDER", folder.toString()).split(" "), console);
    }

    @ParameterizedTest
    @CsvSource({
        "branches --voltage 1.2:1.3 --self-torque on --out FOLDER/out, branches.html branches.json",
        "branches --voltage 1.2:1.3 --self-torque on --format csv --out FOLDER/out, branches.csv",
        "choose --accuracy 0.1 --batch 1 --time 10 --budget 1 --threads 1"
                + " --profile FOLDER/out/profile --out FOLDER/out, choice.html choice.json profile",
        "sweep --voltage 1.2 --time 1000 --solver rk4-simd --out FOLDER/out/, sweep.csv sweep.html"
    })
    void whatWasAskedForInFilesIsThereAllTheSame(String line, String files) {
        assertThat(status(line)).isEqualTo(141);
        for (String file : List.of(files.split(" "))) {
            assertThat(folder.resolve("out").resolve(file)).isNotEmptyFile();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "sweep --voltage 1.2 --time 1000 --solver dopri5 --max-steps 5 --out FOLDER/, 3",
        "simulate --voltage 1.2 --time 1000 --solver dopri5 --max-steps 5, 3",
        "'sweep --voltage 0,4 --field 0,0.35 --time 1000 --solver rk4-simd', 3",
        "simulate --voltage x --time 1000, 2",
        "solvers --colour, 2"
    })
    void aFailureStaysOne(String line, int status) {
        assertThat(status(line)).isEqualTo(status);
    }

    /** A named one has nothing to say before the run. */
    private static String solver(String line) {
        return line.startsWith("sweep") ? " --solver rk4-simd" : "";
    }

    /** More than a pipe holds, so that writing cannot end before head does. */
    @Test
    void headIsSatisfiedAndNobodyIsTold() throws IOException, InterruptedException {
        String simulate = "./larmor simulate --voltage 1.5 --time 10 --format csv --samples 10001";
        String printed =
                ProjectFolder.in(folder, state)
                        .output("{ " + simulate + " 2> err; echo $? > status; } | head -n 1");
        assertThat(printed).isEqualTo("time,mx,my,mz\n");
        // What the JVM says of incubator modules is for the launcher to take out.
        assertThat(Files.readString(folder.resolve("err"))).doesNotContain("larmor:", "note:");
        assertThat(Files.readString(folder.resolve("status"))).isEqualTo("141\n");
    }
}
