package larmor.bench.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import larmor.bench.gate.planted.PlantedKernels;

/** Packs the planted kernels into jars that differ as asked. */
final class PlantedJar {

    private static final String LIST = "META-INF/BenchmarkList";
    private static final String FOLDER = PlantedKernels.class.getPackageName().replace('.', '/');

    private PlantedJar() {}

    /**
     * Writes a jar that runs by itself: its manifest names JMH's jars.
     *
     * @param properties what the kernels are told; none if empty
     * @param removed a method that is left out of the list of benchmarks; none if empty
     */
    static Path write(Path jar, Map<String, String> properties, String removed) throws IOException {
        Path classes = classes();
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, "org.openjdk.jmh.Main");
        attributes.put(Attributes.Name.CLASS_PATH, jmhAndItsLibraries());
        Files.createDirectories(jar.toAbsolutePath().getParent());
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                Stream<Path> files = Files.walk(classes.resolve(FOLDER))) {
            for (Path path : files.filter(Files::isRegularFile).sorted().toList()) {
                add(out, classes.relativize(path).toString(), Files.readAllBytes(path));
            }
            add(out, LIST, list(classes, removed).getBytes(UTF_8));
            add(out, "META-INF/CompilerHints", new byte[0]);
            if (!properties.isEmpty()) {
                String text =
                        properties.entrySet().stream()
                                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                                .sorted()
                                .collect(Collectors.joining());
                add(out, FOLDER + "/" + PlantedKernels.PROPERTIES, text.getBytes(UTF_8));
            }
        }
        return jar;
    }

    private static void add(JarOutputStream out, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }

    private static String list(Path classes, String removed) throws IOException {
        return Files.readString(classes.resolve(LIST))
                .lines()
                .filter(line -> line.contains(PlantedKernels.class.getName()))
                .filter(line -> removed.isEmpty() || !line.contains(" " + removed + " "))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static Path classes() {
        try {
            return Path.of(
                    PlantedKernels.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static String jmhAndItsLibraries() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry ->
                        Stream.of("jmh-core", "jopt-simple", "commons-math3")
                                .anyMatch(new File(entry).getName()::startsWith))
                .map(entry -> Path.of(entry).toUri().toString())
                .collect(Collectors.joining(" "));
    }
}
