package larmor.bench.gate;

import java.util.List;
import java.util.Optional;

/**
 * A comparison of two jars.
 *
 * @param pairing the jars
 * @param settings how they were compared
 * @param looks planned numbers of pairs
 * @param results of each benchmark, in the order of the pairing
 * @param voided why no time may be believed: a jar was found to differ from itself
 * @param failure why the run ended early
 * @param seconds that it took
 */
public record GateResult(
        Pairing pairing,
        GateSettings settings,
        List<Integer> looks,
        List<BenchmarkResult> results,
        Optional<String> voided,
        Optional<String> failure,
        double seconds) {

    /** What the run as a whole says. */
    public enum Conclusion {
        /** No benchmark fails, and none is open. */
        PASSED,
        /** No benchmark fails, and the question stays open for some. */
        OPEN,
        /** At least one benchmark fails. */
        FAILED,
        /** There are no measurements to be believed. */
        NOTHING
    }

    /** Copies the lists. */
    public GateResult {
        looks = List.copyOf(looks);
        results = List.copyOf(results);
    }

    /** A changed answer stands whatever the times are worth, and a FAIL whatever ends the run. */
    public Conclusion conclusion() {
        if (any(Verdict.CHANGED_ANSWER) || (any(Verdict.FAIL) && voided.isEmpty())) {
            return Conclusion.FAILED;
        }
        if (voided.isPresent() || failure.isPresent()) {
            return Conclusion.NOTHING;
        }
        return any(Verdict.WARN) || any(Verdict.INCONCLUSIVE) ? Conclusion.OPEN : Conclusion.PASSED;
    }

    private boolean any(Verdict verdict) {
        return results.stream().anyMatch(result -> result.verdict().equals(Optional.of(verdict)));
    }

    /** Launches of all benchmarks. */
    public int launches() {
        return results.stream().mapToInt(result -> result.launches().size()).sum();
    }
}
