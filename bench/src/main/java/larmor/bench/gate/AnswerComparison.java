package larmor.bench.gate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Whether two jars compute the same. A benchmark tells what it computes by counters of JMH's type
 * {@code EVENTS}: a checksum, an error, a number of evaluations.
 *
 * <p>Only what the base repeats in every iteration of every launch is an answer: a value, or a
 * value per operation, such as a count that grows with each. Counters that vary for other reasons
 * tell nothing. A seed, a clock or an identity is constant within one launch, so nothing is said
 * before either jar has had two. An answer is compared to the last bit.
 */
final class AnswerComparison {

    private static final int FEWEST_LAUNCHES = 2;

    private AnswerComparison() {}

    /**
     * The first answer that differs, in words.
     *
     * @param base what the base's launches said
     * @param candidate likewise
     */
    static Optional<String> change(List<Measurement> base, List<Measurement> candidate) {
        if (Math.min(base.size(), candidate.size()) < FEWEST_LAUNCHES) {
            return Optional.empty();
        }
        List<Map<String, List<Double>>> perOperation = perOperation(base);
        List<Map<String, List<Double>>> afterPerOperation = perOperation(candidate);
        for (String name : base.getFirst().counters().keySet()) {
            Set<Double> before = values(base.stream().map(Measurement::counters), name);
            Set<Double> after = values(candidate.stream().map(Measurement::counters), name);
            Set<Double> beforeEach = values(perOperation.stream(), name);
            Set<Double> afterEach = values(afterPerOperation.stream(), name);
            boolean constant = before.size() == 1;
            boolean proportional = beforeEach.size() == 1;
            boolean same =
                    (constant && after.equals(before))
                            || (proportional && afterEach.equals(beforeEach));
            if ((constant || proportional) && !same) {
                return Optional.of(
                        constant
                                ? words(name, before, after)
                                : words(name + " per operation", beforeEach, afterEach));
            }
        }
        return Optional.empty();
    }

    private static List<Map<String, List<Double>>> perOperation(List<Measurement> measurements) {
        return measurements.stream().map(Measurement::countersPerOperation).toList();
    }

    /** The different values of a counter over all launches and iterations. */
    private static Set<Double> values(Stream<Map<String, List<Double>>> launches, String name) {
        Set<Double> values = new TreeSet<>();
        launches.forEach(launch -> values.addAll(launch.getOrDefault(name, List.of())));
        return values;
    }

    private static String words(String name, Set<Double> before, Set<Double> after) {
        return name + " was " + word(before) + " and is " + word(after);
    }

    private static String word(Set<Double> values) {
        return switch (values.size()) {
            case 0 -> "not reported";
            case 1 -> values.iterator().next().toString();
            default -> "varying";
        };
    }
}
