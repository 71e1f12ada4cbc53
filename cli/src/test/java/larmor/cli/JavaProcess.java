package larmor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Programs in a process of their own. */
final class JavaProcess {

    private JavaProcess() {}

    /** The beginning of a command line that runs a program with the libraries of this test. */
    static List<String> java() {
        String surefire = System.getProperty("surefire.test.class.path");
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules",
                "jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                surefire != null ? surefire : System.getProperty("java.class.path"));
    }

    /**
     * What a command prints.
     *
     * @param folder where it runs
     * @param state where it looks for the machine profile, and may leave one
     * @param status with which it has to end
     */
    static String output(Path folder, Path state, int status, List<String> command)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile(state, "out", ".txt");
        Path err = Files.createTempFile(state, "err", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        builder.environment().put("XDG_STATE_HOME", state.toString());
        int ended = builder.start().waitFor();
        assertThat(ended)
                .as("%s: %s", command.getLast(), Files.readString(err, UTF_8))
                .isEqualTo(status);
        return Files.readString(out, UTF_8);
    }
}
