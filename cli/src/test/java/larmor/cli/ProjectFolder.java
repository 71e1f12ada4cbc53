package larmor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A folder in which a shell finds what it finds in that of the project: {@code ./larmor} and {@code
 * docs}.
 *
 * @param folder where commands run
 * @param state where they look for the machine profile
 */
record ProjectFolder(Path folder, Path state) {

    /** Fills an empty folder. */
    static ProjectFolder in(Path folder, Path state) throws IOException {
        String java =
                JavaProcess.java().stream()
                        .map(word -> "'" + word + "'")
                        .collect(Collectors.joining(" "));
        Path larmor = folder.resolve("larmor");
        Files.writeString(larmor, "#!/bin/sh\nexec " + java + " larmor.cli.Larmor \"$@\"\n");
        assertThat(larmor.toFile().setExecutable(true)).isTrue();
        Path examples = Files.createDirectories(folder.resolve("docs").resolve("examples"));
        try (DirectoryStream<Path> devices =
                Files.newDirectoryStream(Nanopillar.FILE.resolveSibling(""), "*.toml")) {
            for (Path device : devices) {
                Files.copy(device, examples.resolve(device.getFileName()));
            }
        }
        return new ProjectFolder(folder, state);
    }

    /** What a line prints, with paths from this folder on; a mistake on purpose fails a check. */
    String output(String line) throws IOException, InterruptedException {
        int status = line.contains("--sabotage") ? ExitStatus.CHECK_FAILED : ExitStatus.DONE;
        return JavaProcess.output(folder, state, status, List.of("sh", "-c", line))
                .replace(folder.toRealPath() + "/", "");
    }
}
