package larmor.bench.gate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Comparisons of the planted jars that were recorded once by {@code bench/gate-evidence.sh pool}:
 * the jar {@code base} with itself, with the slow one and with the fast one, in parts of which each
 * is a whole comparison. The file begins with machine, settings and the meaning of its columns.
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

    /** Launches of one benchmark of one jar. */
    private record Key(String candidate, String benchmark, String jar) {}

    private record Pair(int part, int number) implements Comparable<Pair> {

        private static final Comparator<Pair> ORDER =
                Comparator.comparingInt(Pair::part).thenComparingInt(Pair::number);

        @Override
        public int compareTo(Pair other) {
            return ORDER.compare(this, other);
        }
    }

    private static final String RESOURCE = "pool.csv";
    private static final List<String> COLUMNS =
            List.of(
                    "candidate",
                    "part",
                    "benchmark",
                    "number",
                    "pair",
                    "attempt",
                    "jar",
                    "judged",
                    "score",
                    "disturbance");

    /** What is written above the columns. */
    private static final List<String> FORMAT =
            List.of(
                    "candidate: same, slow or fast, which a base was compared with",
                    "part: a whole comparison, counted from 1",
                    "number: of the launch in its comparison, in the order of time, from 0",
                    "pair: of launches of one benchmark, from 0",
                    "attempt: at the pair, from 0; it is repeated where others disturb it",
                    "jar: base or candidate",
                    "judged: whether this attempt is the one that the gate judges",
                    "score: microseconds an operation",
                    "disturbance: share of the time that others took, of the median iteration");

    /** Pairs over which a quadratic drift drops out. */
    private static final int RUN = 4;

    private static final int MOST_PARTS = 9;
    private static final String COMMENT = "#";

    /** By pair, and within a comparison the pairs are in the order of time. */
    private final Map<Key, Map<Pair, Double>> logarithms;

    private RecordedPool(Map<Key, Map<Pair, Double>> logarithms) {
        this.logarithms = logarithms;
    }

    static RecordedPool read() throws IOException {
        try (InputStream stream = RecordedPool.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException(RESOURCE + " is missing");
            }
            List<String> lines =
                    new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith(COMMENT))
                            .toList();
            if (!lines.getFirst().equals(String.join(",", COLUMNS))) {
                throw new IllegalStateException(RESOURCE + " has other columns than " + COLUMNS);
            }
            Map<Key, Map<Pair, Double>> logarithms = new HashMap<>();
            for (String line : lines.subList(1, lines.size())) {
                List<String> cells = List.of(line.split(",", -1));
                UnaryOperator<String> cell = name -> cells.get(COLUMNS.indexOf(name));
                if (Boolean.parseBoolean(cell.apply("judged"))) {
                    logarithms
                            .computeIfAbsent(
                                    new Key(
                                            cell.apply("candidate"),
                                            cell.apply("benchmark"),
                                            cell.apply("jar")),
                                    _ -> new TreeMap<>())
                            .put(
                                    new Pair(
                                            Integer.parseInt(cell.apply("part")),
                                            Integer.parseInt(cell.apply("pair"))),
                                    StrictMath.log(Double.parseDouble(cell.apply("score"))));
                }
            }
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

    /** Logarithms of the ratios of the judged pairs, candidate over base, in the order of time. */
    double[] differences(Candidate candidate, String benchmark) {
        return byPair(candidate, benchmark).values().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    /**
     * The same in runs of neighbouring pairs of one comparison, what is left over at its end not.
     */
    List<double[]> runs(Candidate candidate, String benchmark) {
        Map<Pair, Double> differences = byPair(candidate, benchmark);
        List<double[]> runs = new ArrayList<>();
        for (Pair first : differences.keySet()) {
            double[] run =
                    IntStream.range(first.number(), first.number() + RUN)
                            .mapToObj(number -> new Pair(first.part(), number))
                            .filter(differences::containsKey)
                            .mapToDouble(pair -> differences.getOrDefault(pair, Double.NaN))
                            .toArray();
            if (first.number() % RUN == 0 && run.length == RUN) {
                runs.add(run);
            }
        }
        return runs;
    }

    private Map<Pair, Double> byPair(Candidate candidate, String benchmark) {
        Map<Pair, Double> base = launches(candidate, benchmark, Side.BASE);
        Map<Pair, Double> differences = new TreeMap<>();
        launches(candidate, benchmark, Side.CANDIDATE)
                .forEach((pair, logarithm) -> {
                    if (base.containsKey(pair)) {
                        differences.put(pair, logarithm - base.getOrDefault(pair, Double.NaN));
                    }
                });
        return differences;
    }

    private Map<Pair, Double> launches(Candidate candidate, String benchmark, Side side) {
        return logarithms.getOrDefault(new Key(candidate.id(), benchmark, side.id()), Map.of());
    }

    /**
     * Writes the pool that is in the JSON of comparisons, which have to be of one machine with one
     * setting.
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
        circumstances.forEach((name, values) -> {
            if (values.size() > 1) {
                throw new IllegalStateException("parts differ in " + name + ": " + values);
            }
            text.append(COMMENT + " " + name + ": " + String.join("", values) + "\n");
        });
        FORMAT.forEach(line -> text.append(COMMENT).append(' ').append(line).append('\n'));
        Files.createDirectories(csv.toAbsolutePath().getParent());
        Files.writeString(csv, text + String.join(",", COLUMNS) + "\n" + rows);
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
                                        launch.get("number").asString(),
                                        launch.get("pair").asString(),
                                        launch.get("attempt").asString(),
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
