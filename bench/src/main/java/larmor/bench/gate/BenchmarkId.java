package larmor.bench.gate;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import larmor.model.OneLine;

/**
 * A benchmark with one value for each of its parameters.
 *
 * @param name of the class and the method
 * @param mode JMH's short word for what is measured, such as {@code avgt}
 * @param parameters value by name, sorted by name
 */
public record BenchmarkId(String name, String mode, Map<String, String> parameters)
        implements Comparable<BenchmarkId> {

    private static final Comparator<BenchmarkId> ORDER =
            Comparator.comparing(BenchmarkId::label)
                    .thenComparing(BenchmarkId::mode)
                    .thenComparing(id -> id.parameters().toString());

    /** Copies and sorts the parameters. */
    public BenchmarkId {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    /**
     * Name and parameters in one line, such as {@code a.B.c size=8}. They come from a jar that
     * others wrote, and go to a terminal.
     */
    public String label() {
        StringBuilder label = new StringBuilder(name);
        parameters.forEach((key, value) -> label.append(' ').append(key).append('=').append(value));
        return OneLine.of(label.toString());
    }

    @Override
    public int compareTo(BenchmarkId other) {
        return ORDER.compare(this, other);
    }
}
