package larmor.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
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
    void aFileThatIsReplacedKeepsItsPermissions() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "old");
        Set<PosixFilePermission> own = PosixFilePermissions.fromString("rw-------");
        Files.setPosixFilePermissions(file, own);
        OutputFile.of("--out", file).write(out -> out.append("new"));
        assertThat(file).hasContent("new");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(own);
    }

    @Test
    void whatIsNotWholeIsForNobodyElseToSee() throws IOException {
        OutputFile.of("--out", folder.resolve("a.csv"))
                .write(_ -> {
                    assertThat(names()).singleElement().asString().startsWith(".larmor-");
                    assertThat(Files.getPosixFilePermissions(folder.resolve(names().getFirst())))
                            .isEqualTo(PosixFilePermissions.fromString("rwx------"));
                });
    }

    @Test
    void aFileThatTheCallerHasChosenIsForNobodyElseToSeeEither() throws IOException {
        Path ordinary = Files.writeString(folder.resolve("ordinary"), "");
        Path temporary = folder.resolve("a.csv.partial");
        Path file = folder.resolve("a.csv");
        OutputFile.of("--out", file)
                .writeBy(
                        temporary,
                        _ ->
                                assertThat(Files.getPosixFilePermissions(temporary))
                                        .isEqualTo(PosixFilePermissions.fromString("rw-------")));
        assertThat(Files.getPosixFilePermissions(file))
                .isEqualTo(Files.getPosixFilePermissions(ordinary));
        assertThat(names()).containsExactlyInAnyOrder("a.csv", "ordinary");
    }

    @Test
    void aFileThatIsReadOnlyIsNotReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "precious");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        assumeFalse(Files.isWritable(file), "root may write everything");
        assertRefused(file);
    }

    @Test
    void aFolderThatIsReadOnlyIsRefused() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeFalse(Files.isWritable(closed), "root may write everything");
        assertThatThrownBy(() -> OutputFile.of("--out", closed.resolve("a.csv")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("--out names a file in a directory that is read-only: ");
        assertThatThrownBy(() -> OutputDirectory.of("--out", closed.resolve("new")))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("--out cannot be written: " + closed + " is read-only");
    }

    /** A process of its own, because it is stopped. */
    @Test
    void aProcessThatIsStoppedWhileItWritesLeavesNothing() throws Exception {
        Process writer =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                SlowWriter.class.getName(),
                                folder.resolve("a.csv").toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        assertThat(writer.getInputStream().read()).isEqualTo(SlowWriter.WRITING);
        assertThat(names()).hasSize(1);
        // Unlike destroy of the process itself, this leaves its streams open.
        writer.toHandle().destroy();
        writer.waitFor();
        assertThat(folder).isEmptyDirectory();
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
    void aLinkThatLeadsNowhereIsNoDirectory() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("none"));
        for (Path path : List.of(link, link.resolve("b"))) {
            assertThatThrownBy(() -> OutputDirectory.of("--out", path))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessage("--out is not a directory: " + link);
        }
    }

    @Test
    void aLinkToADirectoryIsThatDirectory() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        OutputDirectory.of("--out", link).write("a.csv", out -> out.append("new"));
        assertThat(real.resolve("a.csv")).hasContent("new");
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
