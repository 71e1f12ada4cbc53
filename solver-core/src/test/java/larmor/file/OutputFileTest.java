package larmor.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import larmor.model.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {

    private static final OutputFile.Content BROKEN =
            out -> {
                out.append("half of it");
                throw new IOException("disk full");
            };

    @TempDir private Path folder;

    @Test
    void aWholeFileReplacesTheOldOneAndLeavesNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "old");
        OutputFile.of("--out", file).write(out -> out.append("new"));
        assertThat(file).hasContent("new");
        assertThat(names()).containsExactly("a.csv");
    }

    @Test
    void aFileThatCannotBeWrittenLeavesTheOldOne() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "old");
        OutputFile output = OutputFile.of("--out", file);
        assertThatThrownBy(() -> output.write(BROKEN)).hasMessage("disk full");
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("a.csv");
    }

    @Test
    void aReaderSeesTheOldFileUntilTheNewOneIsWhole() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "old");
        OutputFile.of("--out", file)
                .write(out -> {
                    out.append("x".repeat(1 << 20));
                    assertThat(file).hasContent("old");
                });
        assertThat(file).hasSize(1 << 20);
    }

    @Test
    void aNewFileHasThePermissionsOfAnyNewFile() throws IOException {
        Path ordinary = Files.writeString(folder.resolve("ordinary"), "");
        Path file = folder.resolve("a.csv");
        OutputFile.of("--out", file).write(out -> out.append("new"));
        assertThat(Files.getPosixFilePermissions(file))
                .isEqualTo(Files.getPosixFilePermissions(ordinary));
    }

    @Test
    void aSymbolicLinkIsNotFollowed() throws IOException {
        Path target = Files.writeString(folder.resolve("target"), "precious");
        Path link = Files.createSymbolicLink(folder.resolve("link"), target);
        assertRefused(link);
        assertRefused(Files.createSymbolicLink(folder.resolve("loose"), folder.resolve("none")));
        assertThat(target).hasContent("precious");
    }

    @Test
    void aDirectoryIsNotReplaced() {
        assertRefused(folder);
    }

    @Test
    void aDirectoryThatDoesNotExistIsNotMadeForAFile() {
        assertRefused(folder.resolve("none/a.csv"));
    }

    @Test
    void directoriesAreMadeForSeveralFiles() throws IOException {
        OutputDirectory directory = OutputDirectory.of("--out", folder.resolve("a/b"));
        assertThat(folder).isEmptyDirectory();
        directory.write("c.csv", out -> out.append("new"));
        assertThat(folder.resolve("a/b/c.csv")).hasContent("new");
    }

    @Test
    void aFileInTheWayOfADirectoryIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "");
        assertThatThrownBy(() -> OutputDirectory.of("--out", file.resolve("b")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("--out is not a directory");
    }

    private void assertRefused(Path path) {
        assertThatThrownBy(() -> OutputFile.of("--out", path))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("--out names");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
