package larmor.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import larmor.model.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedFileTest {

    /** Enough for two that do not wait for each other to lose some of them. */
    private static final int LINES = 50;

    private static final int MOST_BYTES = 1 << 10;

    @TempDir private Path folder;

    /** Adds lines to a file. */
    static final class Writer {

        private Writer() {}

        public static void main(String[] args) throws IOException {
            add(Path.of(args[0]));
        }

        static void add(Path path) throws IOException {
            SharedFile shared = SharedFile.of("--out", path, MOST_BYTES);
            for (int i = 0; i < LINES; i++) {
                shared.update(before -> before.orElse("") + "line\n");
            }
        }
    }

    @Test
    void nothingIsLostBetweenProcesses() throws Exception {
        Path path = folder.resolve("shared");
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            processes.add(
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    Writer.class.getName(),
                                    path.toString())
                            .inheritIO()
                            .start());
        }
        for (Process process : processes) {
            assertThat(process.waitFor()).isZero();
        }
        assertThat(Files.readAllLines(path)).hasSize(2 * LINES);
    }

    @Test
    void nothingIsLostBetweenThreads() throws Exception {
        Path path = folder.resolve("shared");
        Callable<Boolean> writer =
                () -> {
                    Writer.add(path);
                    return true;
                };
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<Boolean> ended : threads.invokeAll(List.of(writer, writer))) {
                assertThat(ended.get()).isTrue();
            }
        }
        assertThat(Files.readAllLines(path)).hasSize(2 * LINES);
    }

    @Test
    void whatWasThereIsGivenBack() throws IOException {
        SharedFile shared = SharedFile.of("--out", folder.resolve("shared"), MOST_BYTES);
        assertThat(shared.update(before -> before.orElse("first"))).isEmpty();
        assertThat(shared.update(_ -> "second")).contains("first");
        assertThat(shared.file().path()).hasContent("second");
    }

    @Test
    void whatIsTooLargeOrNoTextIsNotReadAndCountsAsNoneOfOurs() throws IOException {
        Path path = folder.resolve("shared");
        SharedFile shared = SharedFile.of("--out", path, MOST_BYTES);
        Files.write(path, new byte[MOST_BYTES + 1]);
        assertThat(shared.update(_ -> "first")).contains("");
        Files.write(path, new byte[] {(byte) 0xff});
        assertThat(shared.update(_ -> "second")).contains("");
    }

    @Test
    void aLinkInThePlaceOfTheLockIsRefusedBeforeTheRun() throws IOException {
        Path path = folder.resolve("shared");
        Files.createSymbolicLink(folder.resolve("shared.lock"), folder.resolve("nowhere"));
        assertThatThrownBy(() -> SharedFile.of("--out", path, MOST_BYTES))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("--out names a symbolic link");
    }
}
