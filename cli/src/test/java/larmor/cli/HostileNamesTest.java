package larmor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file is called, or holds, is shown as text and obeyed by nobody. */
class HostileNamesTest {

    private static final String SWEEP = "sweep --time 200 --window 80 --voltage 1.2";

    /** With the slash it is a file in a directory. */
    private static final String MARKUP = "<script>alert(1)</script>\"'&<img src=x>.toml";

    private static final String ESCAPE = "\u001b[2J\u009b31m\u202egnp\n.toml";

    @TempDir private Path folder;

    private Path device(String name) throws IOException {
        Path device = folder.resolve(name);
        Files.createDirectories(device.getParent());
        return Files.copy(Nanopillar.FILE, device);
    }

    private static CommandRun run(String line, Object... further) {
        List<String> words = new ArrayList<>(List.of(line.split(" ")));
        Stream.of(further).map(Object::toString).forEach(words::add);
        return CommandRun.of(words.toArray(new String[0]));
    }

    private List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {SWEEP, "branches --voltage 1.1:1.2 --self-torque on", "figure2 --step 0.1"})
    void aDeviceFileNamedLikeMarkupIsTextOnThePage(String command) throws IOException {
        String out = folder.resolve("out") + "/";
        CommandRun run = run(command, "--device", device(MARKUP), "--out", out);
        assertThat(run.err()).doesNotContain("larmor:");
        assertThat(pages()).hasSize(1);
        String page = Files.readString(pages().getFirst());
        assertThat(page)
                .doesNotContain("<script>alert", "<img src=x")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;")
                // What the file says is on the page too.
                .contains("<code>si.saturation_magnetization</code></th><td>800000.0</td>");
    }

    @Test
    void theCommandOnAPageHidesNoCharacter() throws IOException {
        CommandRun run =
                run(SWEEP, "--device", device(ESCAPE), "--out", folder.resolve("out") + "/");
        assertThat(run.status()).isZero();
        assertThat(pages().getFirst())
                .content()
                .contains("\\033[2J\\302\\23331m\\342\\200\\256gnp\\012.toml&#39;");
    }

    @Test
    void aMessageIsOneLineThatNoTerminalObeys() throws IOException {
        Path none = folder.resolve(ESCAPE);
        for (CommandRun run :
                List.of(
                        run("device --device", none),
                        run(SWEEP, "--out", none + "/a.csv"),
                        run(SWEEP, "--profile", Files.writeString(none, "text")),
                        run("merge --out", folder.resolve("merged"), none),
                        run("device --set", ESCAPE + "=1"),
                        run(SWEEP, "--grid", ESCAPE + "=1"),
                        run("compare --candidate a.jar --base", none),
                        run(ESCAPE))) {
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.err()).startsWith("larmor: ").endsWith("\n");
            assertThat(run.err().strip()).doesNotContain("\n", "\u001b", "\u009b", "\u202e");
        }
    }

    @Test
    void aPathThatIsNoneIsBadInput() {
        CommandRun run = run(SWEEP, "--out", "a\0b");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("larmor: --out cannot be a path here: a b\n");
    }

    /** A class path has no way to hold such a name, and a JVM would run another file. */
    @Test
    void aJarWhosePathIsTwoPlacesOfAClassPathIsRefused() throws IOException {
        Path jar = Files.writeString(folder.resolve("a:b.jar"), "");
        CommandRun run = run("compare --candidate a.jar --base", jar);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith("larmor: --base must have no : in its path");
    }

    @Test
    void aMachineProfileThatIsTooLargeIsNotRead() throws IOException {
        Path large = Files.write(folder.resolve("large.json"), new byte[1 << 23]);
        CommandRun run = run(SWEEP, "--profile", large);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith("larmor: --profile names a file of more than ");
        CommandRun root = run("choose --profile /");
        assertThat(root.status()).isEqualTo(2);
        assertThat(root.err()).isEqualTo("larmor: --profile must be a file, not /\n");
    }
}
