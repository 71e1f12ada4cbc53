package larmor.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.options.Options;

/**
 * What is going to run.
 *
 * @param count how many benchmarks, each set of parameters being one
 * @param same the parameters that have one value in all of them
 */
record SuitePlan(int count, SortedMap<String, String> same) {

    /** Copies the map. */
    SuitePlan {
        same = Collections.unmodifiableSortedMap(new TreeMap<>(same));
    }

    /** Of benchmarks with all values of their parameters, but for those that the options set. */
    static SuitePlan of(Collection<BenchmarkListEntry> benchmarks, Options options) {
        int count = 0;
        SortedMap<String, TreeSet<String>> all = new TreeMap<>();
        for (BenchmarkListEntry benchmark : benchmarks) {
            int combinations = 1;
            for (Map.Entry<String, String[]> parameter :
                    benchmark.getParams().orElse(Map.of()).entrySet()) {
                Collection<String> values =
                        options.getParameter(parameter.getKey())
                                .orElse(Arrays.asList(parameter.getValue()));
                all.computeIfAbsent(parameter.getKey(), _ -> new TreeSet<>()).addAll(values);
                combinations *= values.size();
            }
            count += combinations;
        }
        SortedMap<String, String> same = new TreeMap<>();
        all.forEach((key, values) -> {
            if (values.size() == 1) {
                same.put(key, values.first());
            }
        });
        return new SuitePlan(count, same);
    }

    /** The class and the method of a benchmark, and the parameters that are not the same in all. */
    List<String> head(BenchmarkParams benchmark) {
        String method = benchmark.getBenchmark();
        int place = method.lastIndexOf('.', method.lastIndexOf('.') - 1);
        String parameters =
                benchmark.getParamsKeys().stream()
                        .filter(key -> !same.containsKey(key))
                        .map(benchmark::getParam)
                        .collect(Collectors.joining(" "));
        return List.of(method.substring(place + 1), parameters);
    }

    /** The same in one line. */
    String label(BenchmarkParams benchmark) {
        return String.join(" ", head(benchmark)).strip();
    }

    /** The parameters that are the same in all, with their values. */
    String words() {
        return same.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
    }
}
