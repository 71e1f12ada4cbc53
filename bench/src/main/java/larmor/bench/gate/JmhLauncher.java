package larmor.bench.gate;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
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
import org.openjdk.jmh.annotations.Mode;
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

    /**
     * A jar hangs that has not ended after so many times the seconds that are asked for: operations
     * that take longer than an iteration stretch it.
     */
    private static final double STRETCH = 10;

    /** Seconds besides, for the start of the JVMs and a set-up that takes its time. */
    private static final double STARTING = 600;

    /** A log is only read from so many bytes before its end. */
    private static final int TAIL = 64 * 1024;

    private static final String MAIN = "org.openjdk.jmh.Main";

    private final Path workshop;
    private final List<String> warmup;
    private final List<String> times;
    private final long limit;

    /** An interrupted program leaves no JVM behind that measures for nobody, and no files. */
    private final AtEnd atEnd;

    /** Guards the two fields below: no JVM starts after the one that runs was ended. */
    private final Object starting = new Object();

    private Optional<Process> running = Optional.empty();
    private boolean closing;

    /** Prepares a directory for the results of the launches. */
    public JmhLauncher(GateSettings settings) throws IOException {
        workshop = Files.createTempDirectory("larmor-gate-");
        limit = (long) Math.ceil(seconds(settings));
        warmup =
                List.of(
                        "-wi",
                        String.valueOf(WARMUP_ITERATIONS),
                        "-w",
                        milliseconds(settings.warmup() / WARMUP_ITERATIONS));
        times =
                List.of(
                        "-i",
                        String.valueOf(ITERATIONS),
                        "-r",
                        milliseconds(settings.time() / ITERATIONS));
        copyProbe();
        atEnd = new AtEnd(this::abandon);
    }

    /** After so many seconds a launch hangs. */
    static double seconds(GateSettings settings) {
        return STARTING + STRETCH * (settings.warmup() + settings.time());
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
                    start(
                            new ProcessBuilder(command(jar, benchmark, results))
                                    .redirectErrorStream(true)
                                    .redirectOutput(log.toFile()));
            boolean ended = waitFor(process);
            requireOpen();
            if (!ended) {
                throw new LaunchFailed(
                        jar, benchmark, "no result after " + limit + " seconds" + tail(log));
            }
            if (process.exitValue() != 0 || !Files.exists(results)) {
                throw new LaunchFailed(
                        jar, benchmark, "exit status " + process.exitValue() + tail(log));
            }
            return JmhResult.parse(Files.readString(results));
        } catch (IOException e) {
            throw new LaunchFailed(jar, benchmark, String.valueOf(e.getMessage()));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new LaunchFailed(jar, benchmark, e.getMessage() + tail(log));
        }
    }

    @Override
    public boolean replaced(BenchmarkJar jar) {
        return jar.replaced();
    }

    private Process start(ProcessBuilder builder) throws IOException {
        synchronized (starting) {
            requireOpen();
            Process process = builder.start();
            running = Optional.of(process);
            return process;
        }
    }

    /** What a program that is being ended measures is no measurement. */
    private void requireOpen() throws IOException {
        synchronized (starting) {
            if (closing) {
                throw new IOException("the run was ended");
            }
        }
    }

    List<String> command(BenchmarkJar jar, BenchmarkId benchmark, Path results) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // JMH refuses to start beside another; who disturbs a launch is measured here instead.
        command.add("-Djmh.ignoreLock=true");
        command.addAll(List.of("-cp", workshop + File.pathSeparator + jar.classPath(), MAIN));
        command.addAll(BenchmarkJar.arguments(benchmark));
        command.addAll(List.of("-f", "1", "-wf", "0"));
        if (!benchmark.mode().equals(Mode.SingleShotTime.shortLabel())) {
            command.addAll(warmup);
        }
        command.addAll(times);
        // JMH asks the first profiler first before an iteration and last after it, so the probe's
        // own allocation is not counted.
        command.addAll(List.of("-prof", LaunchProbe.class.getName(), "-prof", "gc"));
        command.addAll(List.of("-foe", "true", "-rf", "json", "-rff", results.toString()));
        return command;
    }

    private boolean waitFor(Process process) throws InterruptedException {
        boolean ended = false;
        try {
            ended = process.waitFor(limit, TimeUnit.SECONDS);
        } finally {
            if (!ended) {
                end(process);
            }
        }
        return ended;
    }

    /** The parent first, which could start another; its children are no longer found afterwards. */
    private static void end(Process process) {
        List<ProcessHandle> before = process.descendants().toList();
        process.destroyForcibly();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        before.forEach(ProcessHandle::destroyForcibly);
    }

    /** The line of the log that most probably says why. */
    private static String tail(Path log) {
        try {
            List<String> lines =
                    end(log).lines()
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

    /** What a jar prints may be long, and need not be text. */
    private static String end(Path log) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(log)) {
            channel.position(Math.max(0, channel.size() - TAIL));
            byte[] bytes = Channels.newInputStream(channel).readNBytes(TAIL);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private void abandon() {
        stop();
        try {
            removeWorkshop();
        } catch (IOException | UncheckedIOException e) {
            // Nobody is left to be told, and the system clears its temporary files.
            return;
        }
    }

    private void stop() {
        synchronized (starting) {
            closing = true;
            running.ifPresent(JmhLauncher::end);
        }
    }

    /** Ends what still runs and removes the directory; no launch begins afterwards. */
    @Override
    public void close() throws IOException {
        stop();
        // Where the program is being ended the hook does the rest.
        if (!atEnd.cancel()) {
            return;
        }
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
