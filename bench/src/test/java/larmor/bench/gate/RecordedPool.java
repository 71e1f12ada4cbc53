package larmor.bench.gate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Comparisons of the planted jars that were recorded once by {@code bench/gate-evidence.sh pool}:
 * the jar {@code base} with itself, with the slow one and with the fast one, in parts of which each
 * is a whole comparison. The file begins with machine and settings; its columns: candidate, part,
 * benchmark, pair, jar, whether the launch was judged, score in µs per operation, share of time
 * lost to others.
 */
final class RecordedPool {

    /** What the base is compared with. */
    enum Candidate {
        /** Itself. */
        SAME,
        /** A jar in which one kernel takes 5 % longer. */
        SLOW,
        /** A jar in which one kernel takes 3 % less. */
        FAST;

        private String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Launches of one benchmark in one comparison. */
    private record Key(String candidate, String benchmark, String jar) {}

    private static final String RESOURCE = "pool.csv";
    private static final String COLUMNS =
            "candidate,part,benchmark,pair,jar,used,score,disturbance";
    private static final int MOST_PARTS = 9;
    private static final String COMMENT = "#";

    /** Logarithms of the scores in the order of the pairs. */
    private final Map<Key, List<Double>> logarithms;

    private RecordedPool(Map<Key, List<Double>> logarithms) {
        this.logarithms = logarithms;
    }

    static RecordedPool read() throws IOException {
        try (InputStream stream = RecordedPool.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException(RESOURCE + " is missing");
            }
            Map<Key, List<Double>> logarithms = new HashMap<>();
            new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith(COMMENT) && !line.equals(COLUMNS))
                    .map(line -> line.split(",", -1))
                    .forEach(cells ->
                            logarithms
                                    .computeIfAbsent(
                                            new Key(cells[0], cells[2], cells[4]),
                                            _ -> new ArrayList<>())
                                    .add(StrictMath.log(Double.parseDouble(cells[6]))));
            return new RecordedPool(logarithms);
        }
    }

    /** The benchmarks measured with this candidate, sorted. */
    List<String> benchmarks(Candidate candidate) {
        return logarithms.keySet().stream()
                .filter(key -> key.candidate().equals(candidate.id()))
                .map(Key::benchmark)
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Logarithms of the ratios of all pairs, candidate over base, in the order of time: also of
     * those that the gate threw away for a calmer one, so the noise is rather too large.
     */
    double[] differences(Candidate candidate, String benchmark) {
        List<Double> base = launches(candidate, benchmark, Side.BASE);
        List<Double> compared = launches(candidate, benchmark, Side.CANDIDATE);
        double[] differences = new double[base.size()];
        Arrays.setAll(differences, i -> compared.get(i) - base.get(i));
        return differences;
    }

    private List<Double> launches(Candidate candidate, String benchmark, Side side) {
        return logarithms.getOrDefault(new Key(candidate.id(), benchmark, side.id()), List.of());
    }

    /**
     * Writes the pool that is in the JSON of comparisons.
     *
     * @param folder holds {@code pool-same-1/compare.json} and so on
     */
    static void convert(Path folder, Path csv) throws IOException {
        StringBuilder rows = new StringBuilder();
        Map<String, Set<String>> circumstances = new TreeMap<>();
        for (Candidate candidate : Candidate.values()) {
            for (int part = 1; part <= MOST_PARTS; part++) {
                if (!Files.exists(json(folder, candidate, part))) {
                    continue;
                }
                JsonNode json =
                        new JsonMapper().readTree(Files.readString(json(folder, candidate, part)));
                JsonNode provenance = json.get("provenance");
                add(circumstances, "cpu", provenance.get("cpu").stringValue());
                add(circumstances, "jdk", provenance.get("jdk").stringValue());
                add(circumstances, "seconds of warm-up", json.at("/settings/warmup").asString());
                add(circumstances, "seconds timed", json.at("/settings/time").asString());
                append(rows, candidate.id() + "," + part, json.get("benchmarks"));
            }
        }
        StringBuilder text = new StringBuilder();
        circumstances.forEach((name, values) ->
                text.append(COMMENT)
                        .append(' ')
                        .append(name)
                        .append(": ")
                        .append(String.join(" or ", values))
                        .append('\n'));
        Files.createDirectories(csv.toAbsolutePath().getParent());
        Files.writeString(csv, text + COLUMNS + "\n" + rows);
    }

    private static void add(Map<String, Set<String>> all, String name, String value) {
        all.computeIfAbsent(name, _ -> new TreeSet<>()).add(value);
    }

    private static Path json(Path folder, Candidate candidate, int part) {
        return folder.resolve("pool-" + candidate.id() + "-" + part).resolve(GateReport.JSON_NAME);
    }

    private static void append(StringBuilder rows, String prefix, JsonNode benchmarks) {
        for (JsonNode benchmark : benchmarks) {
            String name = benchmark.get("name").stringValue();
            for (JsonNode launch : benchmark.get("launches")) {
                rows.append(
                        String.join(
                                        ",",
                                        prefix,
                                        name.substring(name.lastIndexOf('.') + 1),
                                        launch.get("pair").asString(),
                                        launch.get("jar").stringValue(),
                                        launch.get("used").asString(),
                                        launch.get("score").asString(),
                                        String.valueOf(
                                                (float) launch.get("disturbance").doubleValue()))
                                + "\n");
            }
        }
    }
}
