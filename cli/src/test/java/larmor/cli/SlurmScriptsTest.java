package larmor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts of {@code docs/slurm}, with an {@code sbatch} that runs each task at once. */
class SlurmScriptsTest {

    private static final Path SUBMIT = DocumentationPage.DOCUMENTS.resolve("slurm/submit.sh");

    private static final List<String> SWEEP =
            List.of("--voltage", "1.2:1.5:0.1", "--time", "200", "--window", "80");

    private static final String SBATCH =
            """
            #!/bin/sh
            tasks=1
            while true; do
                case $1 in
                    --array=1-*) tasks=${1#--array=1-} ;;
                    --*) ;;
                    *) break ;;
                esac
                shift
            done
            for task in $(seq "$tasks"); do
                SLURM_ARRAY_TASK_ID=$task bash "$@" >&2 || exit
            done
            echo 7
            """;

    @TempDir private Path folder;

    @TempDir private Path state;

    /** A name that begins with - is one as well. */
    @ParameterizedTest
    @ValueSource(strings = {"map.csv", "-map.csv"})
    void makeTheTableOfTheSweepInOneRun(String name) throws IOException, InterruptedException {
        ProjectFolder project = ProjectFolder.in(folder, state);
        Path sbatch = Files.writeString(folder.resolve("sbatch"), SBATCH);
        assertThat(sbatch.toFile().setExecutable(true)).isTrue();

        List<String> command = new ArrayList<>(List.of("env"));
        Map.of(
                        "PATH",
                        folder + ":" + System.getenv("PATH"),
                        "LARMOR",
                        project.folder().resolve("larmor").toString())
                .forEach((key, value) -> command.add(key + "=" + value));
        command.addAll(List.of("bash", SUBMIT.toAbsolutePath().toString(), "2", name));
        command.addAll(SWEEP);
        String printed = JavaProcess.output(folder, state, ExitStatus.DONE, command);

        assertThat(printed).contains("shards: job 7, merge: job 7");
        List<String> sweep = new ArrayList<>(List.of("sweep"));
        sweep.addAll(SWEEP);
        assertThat(folder.resolve(name))
                .hasContent(CommandRun.of(sweep.toArray(new String[0])).out());
    }
}
