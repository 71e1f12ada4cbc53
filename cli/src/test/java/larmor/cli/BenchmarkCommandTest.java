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

/** Starts JVMs, and judges nothing that depends on their speed. */
class BenchmarkCommandTest {

    @TempDir private Path folder;

    /** Where JMH has its lock, so that another JMH on this machine does not matter. */
    @TempDir private Path temporary;

    @TempDir private Path state;

    private String output(int status, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(JavaProcess.java());
        command.add("-Djava.io.tmpdir=" + temporary);
        command.addAll(List.of("larmor.cli.Larmor", "benchmark", "--out", "times"));
        command.addAll(List.of(arguments));
        return JavaProcess.output(folder, state, status, command);
    }

    private List<String> errors() throws IOException {
        try (Stream<Path> files = Files.list(state)) {
            Path errors =
                    files.filter(file -> file.getFileName().toString().startsWith("err"))
                            .findFirst()
                            .orElseThrow();
            return Files.readAllLines(errors);
        }
    }

    @Test
    void eachBenchmarkThatIsDoneIsALineOnStandardError() throws Exception {
        String table = output(ExitStatus.DONE, "--quick", "--include", "RightHandSide");
        assertThat(table).contains("RightHandSide.independent").contains("RightHandSide.chained");
        assertThat(errors())
                .anyMatch(line -> line.matches("note: 1 of 2: RightHandSide\\.\\w+: \\S+ ns/op"))
                .anyMatch(line -> line.matches("note: 2 of 2: RightHandSide\\.\\w+: \\S+ ns/op"));
        assertThat(folder.resolve("times")).isDirectoryContaining("glob:**benchmarks.json");
    }

    @Test
    void whereJmhCannotRunOneLineSaysWhyAndNoFileIsWritten() throws Exception {
        Files.createDirectory(temporary.resolve("jmh.lock"));
        assertThat(output(ExitStatus.NOTHING_MEASURED, "--include", "RightHandSide")).isEmpty();
        assertThat(errors())
                .filteredOn(line -> !line.startsWith("note: ") && !line.startsWith("WARNING: "))
                .singleElement()
                .asString()
                .startsWith("larmor: JMH failed: ")
                .contains("jmh.lock");
        assertThat(folder.resolve("times")).doesNotExist();
    }
}
