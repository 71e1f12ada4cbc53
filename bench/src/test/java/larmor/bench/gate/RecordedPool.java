package larmor.bench.gate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Launches of the planted jars {@code base} and {@code slow} that were recorded once, in the order
 * of Thue and Morse, by {@code bench/gate-evidence.sh pool}. The columns: benchmark, pair, jar,
 * whether the launch is judged, score in µs per operation, share of time lost to others.
 */
final class RecordedPool {

    private static final String RESOURCE = "pool.csv";
    private static final String HEADER = "benchmark,pair,jar,used,score,disturbance";

    private static final int USED = 3;
    private static final int SCORE = 4;

    /** Logarithms of the judged scores by benchmark and jar, in the order of the pairs. */
    private final Map<String, Map<String, List<Double>>> logarithms = new TreeMap<>();

    private RecordedPool() {}

    static boolean exists() {
        return RecordedPool.class.getResource(RESOURCE) != null;
    }

    static RecordedPool read() throws IOException {
        try (InputStream stream = RecordedPool.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException(RESOURCE + " is missing");
            }
            RecordedPool pool = new RecordedPool();
            new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .filter(cells -> Boolean.parseBoolean(cells[USED]))
                    .forEach(cells ->
                            pool.launches(cells[0], cells[2])
                                    .add(StrictMath.log(Double.parseDouble(cells[SCORE]))));
            return pool;
        }
    }

    private List<Double> launches(String benchmark, String jar) {
        return logarithms
                .computeIfAbsent(benchmark, _ -> new TreeMap<>())
                .computeIfAbsent(jar, _ -> new ArrayList<>());
    }

    List<String> benchmarks() {
        return List.copyOf(logarithms.keySet());
    }

    /** The slow jar against the base, pair by pair. */
    double[] differences(String benchmark) {
        List<Double> base = launches(benchmark, Side.BASE.id());
        List<Double> candidate = launches(benchmark, Side.CANDIDATE.id());
        double[] differences = new double[base.size()];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = candidate.get(i) - base.get(i);
        }
        return differences;
    }

    /** Each jar against itself, block by block. */
    double[] sameJarDifferences(String benchmark) {
        List<Double> differences = new ArrayList<>();
        for (Side side : Side.values()) {
            List<Double> launches = launches(benchmark, side.id());
            for (int i = 0; i + 1 < launches.size(); i += LaunchOrder.PAIRS_IN_BLOCK) {
                differences.add(launches.get(i + 1) - launches.get(i));
            }
        }
        return differences.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Writes the pool that is in the JSON of a comparison. */
    static void convert(Path json, Path csv) throws IOException {
        StringBuilder text = new StringBuilder(HEADER + "\n");
        for (JsonNode benchmark :
                new JsonMapper().readTree(Files.readString(json)).get("benchmarks")) {
            String name = benchmark.get("name").stringValue();
            for (JsonNode launch : benchmark.get("launches")) {
                text.append(name.substring(name.lastIndexOf('.') + 1))
                        .append(',')
                        .append(launch.get("pair").intValue())
                        .append(',')
                        .append(launch.get("jar").stringValue())
                        .append(',')
                        .append(launch.get("used").booleanValue())
                        .append(',')
                        .append(launch.get("score").doubleValue())
                        .append(',')
                        .append((float) launch.get("disturbance").doubleValue())
                        .append('\n');
            }
        }
        Files.createDirectories(csv.toAbsolutePath().getParent());
        Files.writeString(csv, text);
    }
}
