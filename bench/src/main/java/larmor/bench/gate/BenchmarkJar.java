package larmor.bench.gate;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import larmor.model.InvalidInput;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Defaults;

/**
 * A jar with JMH benchmarks.
 *
 * @param name how it is called in reports
 * @param file that lists the benchmarks
 * @param classPath what a JVM that runs it needs
 * @param digest SHA-256 of the file
 * @param benchmarks the unit of time of each
 * @param selection a regular expression for those that its authors want compared, the content of
 *     {@value #SELECTION} in it; empty, which stands for all, if it has none
 */
public record BenchmarkJar(
        String name,
        Path file,
        String classPath,
        String digest,
        SortedMap<BenchmarkId, String> benchmarks,
        String selection) {

    /** Where a jar names the benchmarks that are compared by default. */
    public static final String SELECTION = "META-INF/larmor-gate.regex";

    /** A regular expression for names takes a line; packed, a longer one could fill the memory. */
    private static final int LONGEST_SELECTION = 1 << 16;

    /** Where JMH's annotation processor lists the benchmarks. */
    private static final String LIST = BenchmarkList.BENCHMARK_LIST.substring(1);

    /** JMH takes a list of values where it is told one. */
    private static final String SEPARATOR = ",";

    /** Copies the map. */
    public BenchmarkJar {
        benchmarks = Collections.unmodifiableSortedMap(new TreeMap<>(benchmarks));
    }

    /**
     * Reads which benchmarks a jar holds.
     *
     * @param flag what to name in a refusal
     * @throws InvalidInput if it cannot be read or holds none
     */
    public static BenchmarkJar of(String flag, Path path) {
        if (!Files.isRegularFile(path)) {
            throw new InvalidInput(flag, "names no file: " + path);
        }
        Path absolute = path.toAbsolutePath().normalize();
        if (absolute.toString().contains(File.pathSeparator)) {
            // A JVM would take it for two places, and run what is in them.
            throw new InvalidInput(
                    flag, "must have no " + File.pathSeparator + " in its path: " + absolute);
        }
        try {
            return read(flag, path.toString(), absolute);
        } catch (ZipException e) {
            throw new InvalidInput(flag, "is not a jar: " + path);
        } catch (IOException e) {
            throw new InvalidInput(flag, "cannot be read: " + path + ": " + e.getMessage());
        }
    }

    /**
     * Larmor's own benchmarks, as they stand on a class path.
     *
     * @throws InvalidInput if they are not in a jar there
     */
    public static BenchmarkJar onClassPath(String classPath) {
        for (String entry : classPath.split(Pattern.quote(File.pathSeparator), -1)) {
            Path path = Path.of(entry);
            if (path.getFileName() != null
                    && path.getFileName().toString().startsWith("larmor-bench")
                    && Files.isRegularFile(path)) {
                BenchmarkJar plain = of("--jar", path);
                return new BenchmarkJar(
                        "Larmor's own benchmarks",
                        plain.file(),
                        classPath,
                        plain.digest(),
                        plain.benchmarks(),
                        plain.selection());
            }
        }
        throw new InvalidInput("--jar", "is missing, and Larmor does not run from its jars");
    }

    /** Whether another file stands in its place, or none. Each launch reads it again. */
    boolean replaced() {
        try {
            return !digest(file).equals(digest);
        } catch (IOException e) {
            return true;
        }
    }

    /** Those whose label contains the pattern. */
    public List<BenchmarkId> matching(Pattern include) {
        return benchmarks.keySet().stream()
                .filter(id -> include.matcher(id.label()).find())
                .toList();
    }

    private static BenchmarkJar read(String flag, String name, Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry list = zip.getEntry(LIST);
            if (list == null) {
                throw new InvalidInput(flag, "holds no JMH benchmarks: " + jar.getFileName());
            }
            SortedMap<BenchmarkId, String> benchmarks = new TreeMap<>();
            try (InputStream stream = zip.getInputStream(list)) {
                for (BenchmarkListEntry listed : BenchmarkList.readBenchmarkList(stream)) {
                    add(benchmarks, listed);
                }
            } catch (RuntimeException e) {
                throw new InvalidInput(
                        flag, "lists its benchmarks in a form that JMH 1.37 cannot read: " + jar);
            }
            return new BenchmarkJar(
                    name, jar, jar.toString(), digest(jar), benchmarks, selection(flag, zip));
        }
    }

    private static String selection(String flag, ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(SELECTION);
        if (entry == null) {
            return "";
        }
        try (InputStream stream = zip.getInputStream(entry)) {
            byte[] bytes = stream.readNBytes(LONGEST_SELECTION + 1);
            if (bytes.length > LONGEST_SELECTION) {
                throw new InvalidInput(
                        flag, "has more than " + LONGEST_SELECTION + " bytes of " + SELECTION);
            }
            return new String(bytes, StandardCharsets.UTF_8).strip();
        }
    }

    private static void add(SortedMap<BenchmarkId, String> benchmarks, BenchmarkListEntry listed) {
        String unit = listed.getTimeUnit().orElse(Defaults.OUTPUT_TIMEUNIT).name();
        Map<String, String[]> parameters =
                listed.getParams().hasValue() ? listed.getParams().get() : Map.of();
        for (Mode mode : listed.getMode() == Mode.All ? measurable() : List.of(listed.getMode())) {
            for (Map<String, String> values : combinations(parameters)) {
                benchmarks.put(
                        new BenchmarkId(listed.getUsername(), mode.shortLabel(), values), unit);
            }
        }
    }

    private static Collection<Mode> measurable() {
        return Arrays.stream(Mode.values()).filter(mode -> mode != Mode.All).toList();
    }

    private static List<Map<String, String>> combinations(Map<String, String[]> parameters) {
        List<Map<String, String>> all = new ArrayList<>(List.of(new TreeMap<>()));
        for (Map.Entry<String, String[]> parameter : parameters.entrySet()) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> one : all) {
                for (String value : parameter.getValue()) {
                    Map<String, String> extended = new TreeMap<>(one);
                    extended.put(parameter.getKey(), value);
                    longer.add(extended);
                }
            }
            all = longer;
        }
        return all;
    }

    /** Whether JMH can be told to run this one alone. */
    static boolean selectable(BenchmarkId id) {
        return id.parameters().values().stream().noneMatch(value -> value.contains(SEPARATOR));
    }

    /** The arguments by which JMH selects one benchmark. */
    static List<String> arguments(BenchmarkId id) {
        List<String> arguments = new ArrayList<>();
        arguments.add("^" + Pattern.quote(id.name()) + "$");
        arguments.addAll(List.of("-bm", id.mode()));
        id.parameters().forEach((key, value) -> arguments.addAll(List.of("-p", key + "=" + value)));
        return arguments;
    }

    private static String digest(Path jar) throws IOException {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            try (InputStream stream =
                    new DigestInputStream(
                            new BufferedInputStream(Files.newInputStream(jar)), sha)) {
                stream.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
