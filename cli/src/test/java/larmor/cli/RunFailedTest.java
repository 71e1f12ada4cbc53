package larmor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Why something could not be written is said in words, with the file that is at fault. */
class RunFailedTest {

    static Stream<Arguments> reasons() {
        return Stream.of(
                Arguments.of(new AccessDeniedException("/a/b"), "permission denied: /a/b"),
                Arguments.of(new NoSuchFileException("/a/b"), "no longer there: /a/b"),
                Arguments.of(
                        new FileAlreadyExistsException("/a/b"), "something else is there: /a/b"),
                Arguments.of(new NotDirectoryException("/a/b"), "not a directory: /a/b"),
                Arguments.of(
                        new DirectoryNotEmptyException("/a/b"),
                        "a directory that is not empty: /a/b"),
                Arguments.of(
                        new FileSystemException("/a/b", null, "No space left on device"),
                        "no space left on device: /a/b"),
                Arguments.of(
                        new FileSystemException("/a/b", null, "Read-only file system"),
                        "read-only file system: /a/b"),
                Arguments.of(new FileSystemException("/a/b"), "the system does not say why: /a/b"),
                Arguments.of(new IOException("No space left on device"), "no space left on device"),
                Arguments.of(new IOException(), "the system does not say why"));
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void isSaidInWords(IOException e, String reason) {
        assertThat(RunFailed.toWrite(e)).hasMessage("output could not be written: " + reason);
        assertThat(RunFailed.toWrite(e, "nothing is lost"))
                .hasMessage("output could not be written: " + reason + "; nothing is lost");
    }

    @Test
    void isWhatTheSystemSays(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertSaid("not a directory", file.resolve("b"));
        assertSaid("file name too long", folder.resolve("x".repeat(300)));
    }

    private static void assertSaid(String reason, Path path) {
        assertThatIOException()
                .isThrownBy(() -> Files.writeString(path, "text"))
                .satisfies(e ->
                        assertThat(RunFailed.toWrite(e))
                                .hasMessage(
                                        "output could not be written: " + reason + ": " + path));
    }
}
