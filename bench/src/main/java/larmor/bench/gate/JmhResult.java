package larmor.bench.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import larmor.bench.gate.probe.LaunchProbe;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON that JMH writes of one benchmark in one fork. */
final class JmhResult {

    private static final JsonMapper JSON = new JsonMapper();

    /** Older versions of JMH set a dot before it. */
    private static final String ALLOCATION = "gc.alloc.rate.norm";

    private static final String COUNTERS_UNIT = "#";

    private JmhResult() {}

    /**
     * The measurement of the only result in the text.
     *
     * @throws IllegalArgumentException if there is not one result with positive scores, if a field
     *     is missing, or if the jar's JMH ran without the probe
     */
    static Measurement parse(String text) {
        JsonNode results = JSON.readTree(text);
        if (!results.isArray() || results.size() != 1) {
            throw new IllegalArgumentException(results.size() + " results instead of one");
        }
        JsonNode result = results.get(0);
        JsonNode primary = field(result, "primaryMetric");
        JsonNode secondary = field(result, "secondaryMetrics");
        Map<String, List<Double>> counters = new TreeMap<>();
        OptionalDouble allocation = OptionalDouble.empty();
        for (Map.Entry<String, JsonNode> metric : secondary.properties()) {
            if (metric.getKey().endsWith(ALLOCATION)) {
                allocation = OptionalDouble.of(number(field(metric.getValue(), "score")));
            } else if (field(metric.getValue(), "scoreUnit").asString("").equals(COUNTERS_UNIT)) {
                counters.put(metric.getKey(), values(metric.getValue()));
            }
        }
        if (allocation.isEmpty() && endsWith(secondary, "gc.count")) {
            // JMH leaves the number out where not a byte was allocated.
            allocation = OptionalDouble.of(0);
        }
        List<String> arguments = new ArrayList<>();
        // JMH leaves the list out where there are none.
        result.path("jvmArgs").forEach(argument -> arguments.add(argument.asString("")));
        return new Measurement(
                field(primary, "scoreUnit").asString(""),
                iterations(primary, secondary),
                allocation,
                counters,
                field(result, "threads").asInt(0),
                field(result, "jmhVersion").asString(""),
                arguments);
    }

    private static JsonNode field(JsonNode node, String name) {
        return node.optional(name)
                .orElseThrow(() ->
                        new IllegalArgumentException("the JMH in the jar does not report " + name));
    }

    private static boolean endsWith(JsonNode metrics, String name) {
        return metrics.propertyNames().stream().anyMatch(key -> key.endsWith(name));
    }

    private static List<Measurement.Iteration> iterations(JsonNode primary, JsonNode secondary) {
        List<Double> waits = probed(secondary, LaunchProbe.WAIT);
        List<Double> steals = probed(secondary, LaunchProbe.STEAL);
        List<Double> operations = probed(secondary, LaunchProbe.OPERATIONS);
        List<Double> scores =
                primary.has("rawDataHistogram")
                        ? means(primary.get("rawDataHistogram"))
                        : values(primary);
        for (List<Double> probed : List.of(waits, steals, operations)) {
            if (probed.size() != scores.size()) {
                throw new IllegalArgumentException(
                        scores.size() + " scores beside " + probed.size() + " values of the probe");
            }
        }
        List<Measurement.Iteration> iterations = new ArrayList<>();
        for (int i = 0; i < scores.size(); i++) {
            iterations.add(
                    new Measurement.Iteration(
                            scores.get(i), waits.get(i), steals.get(i), operations.get(i)));
        }
        return iterations;
    }

    private static List<Double> probed(JsonNode secondary, String name) {
        return values(field(secondary, name));
    }

    /**
     * Times of single operations come as how often there was each; an iteration's is their mean.
     */
    private static List<Double> means(JsonNode forks) {
        List<Double> means = new ArrayList<>();
        for (JsonNode fork : forks) {
            for (JsonNode iteration : fork) {
                double sum = 0;
                double count = 0;
                for (JsonNode bin : iteration) {
                    sum += number(bin.path(0)) * number(bin.path(1));
                    count += number(bin.path(1));
                }
                means.add(sum / count);
            }
        }
        return means;
    }

    private static List<Double> values(JsonNode metric) {
        List<Double> values = new ArrayList<>();
        JsonNode forks = metric.get("rawData");
        if (forks != null) {
            forks.forEach(fork -> fork.forEach(value -> values.add(number(value))));
        }
        return values;
    }

    private static double number(JsonNode value) {
        return value.isNumber() ? value.doubleValue() : Double.parseDouble(value.asString("NaN"));
    }
}
