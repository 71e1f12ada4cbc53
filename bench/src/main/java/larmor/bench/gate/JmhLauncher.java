package larmor.bench.gate;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import larmor.bench.gate.probe.LaunchProbe;
import larmor.file.AtEnd;
import tools.jackson.core.JacksonException;

/**
 * Runs a benchmark by the JMH that is in its jar, in one fork.
 *
 * <p>Cost of a launch: the two times below, and about a second for JMH's own JVM and the fork.
 */
public final class JmhLauncher implements Launcher, AutoCloseable {

    /**
     * Warm-up in short iterations, so that the compiler gets its turns; how long, is in {@link
     * GateSettings}.
     */
    private static final int WARMUP_ITERATIONS = 5;

    /**
     * Many short iterations: a burst of another program spoils one or two of them, and the rest is
     * still calm. Each is far longer than a tick of the scheduler.
     */
    private static final int ITERATIONS = 10;

    /** A jar that is silent for so long hangs. */
    private static final long MINUTES = 10;

    private static final String MAIN = "org.openjdk.jmh.Main";

    private final Path workshop;
    private final List<String> times;

    /** An interrupted program leaves no JVM behind that measures for nobody, and no files. */
    private final AtEnd atEnd;

    private volatile Optional<Process> running = Optional.empty();

    /** Prepares a directory for the results of the launches. */
    public JmhLauncher(GateSettings settings) throws IOException {
        workshop = Files.createTempDirectory("larmor-gate-");
        times =
                List.of(
                        "-wi",
                        String.valueOf(WARMUP_ITERATIONS),
                        "-w",
                        milliseconds(settings.warmup() / WARMUP_ITERATIONS),
                        "-i",
                        String.valueOf(ITERATIONS),
                        "-r",
                        milliseconds(settings.time() / ITERATIONS));
        copyProbe();
        atEnd = new AtEnd(this::abandon);
    }

    private static String milliseconds(double seconds) {
        return String.format(Locale.ROOT, "%.0fms", Math.max(1, 1000 * seconds));
    }

    private void copyProbe() throws IOException {
        for (Class<?> copied : probeClasses()) {
            String name = copied.getName().replace('.', '/') + ".class";
            Path target = workshop.resolve(name);
            Files.createDirectories(target.getParent());
            try (InputStream code = copied.getClassLoader().getResourceAsStream(name)) {
                if (code == null) {
                    throw new IllegalStateException("missing from the class path: " + name);
                }
                Files.copy(code, target);
            }
        }
    }

    private static List<Class<?>> probeClasses() {
        List<Class<?>> classes = new ArrayList<>(List.of(LaunchProbe.class));
        classes.addAll(List.of(LaunchProbe.class.getDeclaredClasses()));
        return classes;
    }

    @Override
    public Measurement launch(BenchmarkJar jar, BenchmarkId benchmark) throws InterruptedException {
        Path results = workshop.resolve("result.json");
        Path log = workshop.resolve("log.txt");
        try {
            Files.deleteIfExists(results);
            Process process =
                    new ProcessBuilder(command(jar, benchmark, results))
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            running = Optional.of(process);
            if (!waitFor(process)) {
                throw new LaunchFailed(
                        jar, benchmark, "no result after " + MINUTES + " minutes" + tail(log));
            }
            if (process.exitValue() != 0 || !Files.exists(results)) {
                throw new LaunchFailed(
                        jar, benchmark, "exit status " + process.exitValue() + tail(log));
            }
            return JmhResult.parse(Files.readString(results));
        } catch (IOException e) {
            throw new LaunchFailed(jar, benchmark, e.toString());
        } catch (JacksonException | IllegalArgumentException e) {
            throw new LaunchFailed(jar, benchmark, e.getMessage() + tail(log));
        }
    }

    private List<String> command(BenchmarkJar jar, BenchmarkId benchmark, Path results) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // JMH refuses to start beside another; who disturbs a launch is measured here instead.
        command.add("-Djmh.ignoreLock=true");
        command.addAll(List.of("-cp", workshop + File.pathSeparator + jar.classPath(), MAIN));
        command.addAll(BenchmarkJar.arguments(benchmark));
        command.addAll(List.of("-f", "1", "-wf", "0"));
        command.addAll(times);
        // JMH asks the first profiler first before an iteration and last after it, so the probe's
        // own allocation is not counted.
        command.addAll(List.of("-prof", LaunchProbe.class.getName(), "-prof", "gc"));
        command.addAll(List.of("-foe", "true", "-rf", "json", "-rff", results.toString()));
        return command;
    }

    private static boolean waitFor(Process process) throws InterruptedException {
        boolean ended = false;
        try {
            ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        } finally {
            if (!ended) {
                end(process);
            }
        }
        return ended;
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** The line of the log that most probably says why. */
    private static String tail(Path log) {
        try {
            List<String> lines =
                    Files.readString(log, StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .toList();
            return lines.stream()
                    .filter(line -> line.contains("Exception") || line.contains("Error"))
                    .findFirst()
                    .or(() -> lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast()))
                    .map(line -> ": " + line.strip())
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }

    private void abandon() {
        running.ifPresent(JmhLauncher::end);
        try {
            removeWorkshop();
        } catch (IOException e) {
            // Nobody is left to be told, and the system clears its temporary files.
            return;
        }
    }

    /** Removes the directory. */
    @Override
    public void close() throws IOException {
        atEnd.close();
        removeWorkshop();
    }

    private void removeWorkshop() throws IOException {
        try (Stream<Path> files = Files.walk(workshop)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
