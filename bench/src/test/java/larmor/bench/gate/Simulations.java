package larmor.bench.gate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import larmor.validation.page.Provenance;

/** Jars and launches that are made up, so that no test depends on speed. */
final class Simulations {

    static final Provenance PROVENANCE =
            new Provenance(
                    "abc", "2026-11-22", "JVM 25", "CPU, \"2 cores\"", "8", "larmor compare");

    static final GateSettings SETTINGS =
            new GateSettings(0.025, 0.05, Optional.empty(), Optional.empty(), 1, 0.5);

    private static final int ITERATIONS = 10;

    private Simulations() {}

    static BenchmarkId id(String name, String... parameters) {
        SortedMap<String, String> values = new TreeMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            values.put(parameters[i], parameters[i + 1]);
        }
        return new BenchmarkId("some.place." + name, "avgt", values);
    }

    static BenchmarkJar jar(String name, BenchmarkId... benchmarks) {
        SortedMap<BenchmarkId, String> units = new TreeMap<>();
        Arrays.stream(benchmarks).forEach(id -> units.put(id, "NANOSECONDS"));
        return new BenchmarkJar(name, Path.of(name), name, "digest of " + name, units, "");
    }

    static Pairing pairing(BenchmarkId... benchmarks) {
        return Pairing.of(
                jar("base.jar", benchmarks), jar("candidate.jar", benchmarks), Optional.empty());
    }

    /** A calm launch. */
    static Measurement measurement(double score) {
        return measurement(score, 0, 0, Map.of());
    }

    static Measurement measurement(
            double score, double disturbance, double allocation, Map<String, Double> counters) {
        List<Measurement.Iteration> iterations = new ArrayList<>();
        Map<String, List<Double>> values = new TreeMap<>();
        counters.forEach((name, value) -> values.put(name, Collections.nCopies(ITERATIONS, value)));
        for (int i = 0; i < ITERATIONS; i++) {
            iterations.add(new Measurement.Iteration(score, 0, disturbance, 1e6 + i));
        }
        return new Measurement(
                "ns/op", iterations, OptionalDouble.of(allocation), values, 1, "1.37", List.of());
    }

    /** The same with other iterations. */
    static Measurement with(Measurement measurement, List<Measurement.Iteration> iterations) {
        return new Measurement(
                measurement.unit(),
                iterations,
                measurement.allocation(),
                measurement.counters(),
                measurement.threads(),
                measurement.version(),
                measurement.arguments());
    }

    /** The same numbers in another unit. */
    static Measurement inUnit(Measurement measurement, String unit) {
        return new Measurement(
                unit,
                measurement.iterations(),
                measurement.allocation(),
                measurement.counters(),
                measurement.threads(),
                measurement.version(),
                measurement.arguments());
    }

    /** A launch whose time varies by about a hundredth. */
    static Measurement noisy(SplittableRandom random, double score) {
        return measurement(score * (1 + 0.01 * (random.nextDouble() + random.nextDouble())));
    }
}
