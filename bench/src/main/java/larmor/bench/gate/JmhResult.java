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
     * @throws IllegalArgumentException if there is not one result with positive scores, or if the
     *     jar's JMH ran without the probe
     */
    static Measurement parse(String text) {
        JsonNode results = JSON.readTree(text);
        if (results.size() != 1) {
            throw new IllegalArgumentException(results.size() + " results instead of one");
        }
        JsonNode result = results.get(0);
        JsonNode primary = result.get("primaryMetric");
        JsonNode secondary = result.get("secondaryMetrics");
        Map<String, List<Double>> counters = new TreeMap<>();
        OptionalDouble allocation = OptionalDouble.empty();
        for (Map.Entry<String, JsonNode> metric : secondary.properties()) {
            if (metric.getKey().endsWith(ALLOCATION)) {
                allocation = OptionalDouble.of(number(metric.getValue().get("score")));
            } else if (metric.getValue().get("scoreUnit").asString("").equals(COUNTERS_UNIT)) {
                counters.put(metric.getKey(), values(metric.getValue()));
            }
        }
        if (allocation.isEmpty() && endsWith(secondary, "gc.count")) {
            // JMH leaves the number out where not a byte was allocated.
            allocation = OptionalDouble.of(0);
        }
        List<String> arguments = new ArrayList<>();
        result.get("jvmArgs").forEach(argument -> arguments.add(argument.asString("")));
        return new Measurement(
                primary.get("scoreUnit").asString(""),
                iterations(primary, secondary),
                allocation,
                counters,
                result.get("jmhVersion").asString(""),
                arguments);
    }

    private static boolean endsWith(JsonNode metrics, String name) {
        return metrics.propertyNames().stream().anyMatch(key -> key.endsWith(name));
    }

    /** Times of single operations come as a histogram; of those only the mean is used. */
    private static List<Measurement.Iteration> iterations(JsonNode primary, JsonNode secondary) {
        List<Double> waits = probed(secondary, LaunchProbe.WAIT);
        List<Double> steals = probed(secondary, LaunchProbe.STEAL);
        List<Double> operations = probed(secondary, LaunchProbe.OPERATIONS);
        List<Double> scores = values(primary);
        if (scores.isEmpty()) {
            return List.of(
                    new Measurement.Iteration(
                            number(primary.get("score")), mean(waits), mean(steals), 0));
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
        if (!secondary.has(name)) {
            throw new IllegalArgumentException("the JMH in the jar does not report " + name);
        }
        return values(secondary.get(name));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
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
