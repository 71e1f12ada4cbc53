package larmor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypedCommandTest {

    private static final Path SHELL = Path.of("/bin/bash");

    private static final List<String> WORDS =
            List.of(
                    "sweep",
                    "--voltage",
                    "0.9:2.2:0.1",
                    "--set",
                    "magnet.field=0.5",
                    "",
                    "two words",
                    "it's; rm -rf $HOME `id` \"$(id)\" \\ !",
                    "a\nb\t\u001b[31m'\\n '",
                    "\u202egnp.toml",
                    "a\u061c\u200e\u200f1",
                    "größer ω₀");

    @Test
    void aShellReadsTheWordsThatWereTyped() throws IOException {
        assumeTrue(Files.isExecutable(SHELL), "no bash to read the line");
        String line = TypedCommand.line(WORDS);
        assertThat(line).startsWith("./larmor sweep --voltage 0.9:2.2:0.1 ");
        ProcessBuilder shell = new ProcessBuilder(SHELL.toString(), "-s");
        shell.environment().put("LC_ALL", "C.UTF-8");
        Process process = shell.start();
        try (var script = process.outputWriter(UTF_8)) {
            script.write("printf '%s\\0' " + line.substring("./larmor ".length()) + "\n");
        }
        String read = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(List.of(read.split("\0", -1)).subList(0, WORDS.size()))
                .containsExactlyElementsOf(WORDS);
    }

    @Test
    void whatWasChosenStandsForTheWishAndNoNameIsCutForIt() {
        assertThat(
                        TypedCommand.without(
                                "--accuracy",
                                List.of("--accuracy", "1e-6", "x --accuracy y", "--accuracy=1")))
                .containsExactly("x --accuracy y");
    }
}
