package larmor.bench.gate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What came out for a benchmark.
 *
 * @param id which one
 * @param unit of the scores; empty if nothing was measured
 * @param verdict empty if the run ended before there was one
 * @param reasons what led to the verdict besides the times, and what else a reader should know
 * @param change of the time per operation; empty without a verdict on the times
 * @param baseScore median over the launches; empty if there are none
 * @param candidateScore likewise
 * @param allocation bytes per operation
 * @param noise of the difference of two launches of one jar, as a share of the time: 1.4826 times
 *     the median of its absolute values; empty if there are none
 * @param launches all of them in the order of time
 */
public record BenchmarkResult(
        BenchmarkId id,
        String unit,
        Optional<Verdict> verdict,
        List<String> reasons,
        Optional<Change> change,
        OptionalDouble baseScore,
        OptionalDouble candidateScore,
        AllocationComparison allocation,
        OptionalDouble noise,
        List<Launch> launches) {

    /**
     * Time of the candidate over time of the base, less 1: positive is slower.
     *
     * @param estimate of its median
     * @param low lower bound
     * @param high upper bound
     * @param detectable a slowdown of at least this size would have been found
     * @param pairs of launches
     */
    public record Change(double estimate, double low, double high, double detectable, int pairs) {}

    /** Copies the lists. */
    public BenchmarkResult {
        reasons = List.copyOf(reasons);
        launches = List.copyOf(launches);
    }

    /** The same without a verdict. */
    BenchmarkResult unjudged() {
        return new BenchmarkResult(
                id,
                unit,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                baseScore,
                candidateScore,
                allocation,
                noise,
                launches);
    }

    /** The logarithms of the ratios of the judged pairs, candidate over base in time. */
    double[] differences() {
        Map<Integer, Double> byPair = new TreeMap<>();
        for (Launch launch : launches) {
            if (launch.used()) {
                double time = launch.measurement().logTime();
                byPair.merge(launch.pair(), launch.side() == Side.BASE ? -time : time, Double::sum);
            }
        }
        return byPair.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Launches that others disturbed and that are judged all the same, after some attempts. */
    public long disturbed() {
        return launches.stream()
                .filter(launch -> launch.used() && launch.measurement().disturbed())
                .count();
    }

    /** Launches that were thrown away with their twins. */
    public long repeated() {
        return launches.stream().filter(launch -> !launch.used()).count();
    }
}
