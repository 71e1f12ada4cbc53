package larmor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./larmor} says while it builds. */
class LauncherTest {

    /** Makes a terminal for a command. */
    private static final Path SCRIPT = Path.of("/usr/bin/script");

    private static final String BUILDING =
            "larmor: building; the first time, with its downloads, takes some minutes\n";

    private static final String BROKEN = "echo broken\nexit 1\n";

    private static final String FAILED = "broken\nlarmor: the build failed\n";

    @TempDir private Path folder;

    @TempDir private Path state;

    @BeforeEach
    void aTreeThatHasToBeBuilt() throws IOException {
        Files.copy(Path.of("..", "larmor"), folder.resolve("larmor"));
        assertThat(folder.resolve("larmor").toFile().setExecutable(true)).isTrue();
        Files.writeString(folder.resolve("pom.xml"), "");
        Files.createDirectory(folder.resolve("bin"));
    }

    private void program(String name, String text) throws IOException {
        Path program = Files.writeString(folder.resolve("bin").resolve(name), "#!/bin/sh\n" + text);
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }

    private String launched(List<String> shell) throws IOException, InterruptedException {
        String line =
                "PATH=\"$PWD/bin:$PATH\" JAVA_HOME='"
                        + System.getProperty("java.home")
                        + "' ./larmor solvers";
        return JavaProcess.output(
                folder,
                state,
                ExitStatus.RUN_FAILED,
                shell.stream().map(word -> word.replace("LINE", line)).toList());
    }

    private static void assumeATerminal() {
        // That of other systems is called in another way.
        assumeTrue(
                System.getProperty("os.name").equals("Linux") && Files.isExecutable(SCRIPT),
                "nothing here makes a terminal");
    }

    /** The build waits for the second sleep, so there is one line on any machine. */
    @Test
    void aBuildShowsOnATerminalThatItGoesOn() throws IOException, InterruptedException {
        assumeATerminal();
        program("mvn", "timeout 60 cat go > answer\n" + BROKEN);
        program("sleep", "mkdir slept 2> /dev/null && exit 0\necho > go\nexit 1\n");
        String printed =
                launched(List.of("sh", "-c", "mkfifo go && script -qec \"$0\" /dev/null", "LINE"));
        assertThat(printed.replace("\r", ""))
                .isEqualTo(BUILDING + "larmor: still building\n" + FAILED);
    }

    /** The build ends in the midst of a sleep, which would last until it is killed. */
    @Test
    void behindABuildNothingIsLeftThatHoldsAPipe() throws IOException, InterruptedException {
        assumeATerminal();
        program("mvn", "timeout 60 cat go > sleeper\n" + BROKEN);
        program("sleep", "echo $$ > go\nexec cat never\n");
        // The terminal waits for whatever still has it: what is left is ended within.
        String piped =
                """
                { LINE; echo $? > status; } | { timeout 20 cat || echo held; }
                kill $(cat sleeper) 2> /dev/null && echo left
                exit $(cat status)\
                """;
        String printed =
                launched(
                        List.of(
                                "sh",
                                "-c",
                                "mkfifo go never && script -qec \"$0\" /dev/null",
                                piped));
        assertThat(printed.replace("\r", "")).isEqualTo(BUILDING + FAILED);
    }

    @Test
    void aBuildIsQuietWhereNobodyWatches() throws IOException, InterruptedException {
        program("mvn", BROKEN);
        program("sleep", "echo slept\nexit 1\n");
        assertThat(launched(List.of("sh", "-c", "LINE 2>&1"))).isEqualTo(BUILDING + FAILED);
    }
}
