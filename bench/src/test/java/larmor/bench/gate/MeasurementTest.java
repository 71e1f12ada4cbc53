package larmor.bench.gate;

import static larmor.bench.gate.Simulations.measurement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class MeasurementTest {

    private static final double ROUNDING = 1e-12;

    @Test
    void theScoreIsTheMedianOfTheCalmIterations() {
        Measurement burst = of(new double[] {10, 11, 12, 50, 60}, new double[] {0, 0, 0, 0.4, 0.5});
        assertThat(burst.disturbed()).isFalse();
        assertThat(burst.score()).isEqualTo(11);
        Measurement busy =
                of(new double[] {10, 40, 44, 50, 60}, new double[] {0, 0.2, 0.3, 0.4, 0.5});
        assertThat(busy.disturbed()).isTrue();
        assertThat(busy.score()).isEqualTo(44);
        assertThat(busy.disturbance()).isEqualTo(0.3);
    }

    @Test
    void theTimeInTheRunQueueIsTakenOut() {
        Measurement.Iteration waited = new Measurement.Iteration(100, 0.25, 0, 1);
        assertThat(of("ns/op", waited).score()).isEqualTo(75);
        assertThat(of("ops/ns", waited).score()).isCloseTo(100 / 0.75, within(ROUNDING));
        // What a hypervisor took may have been another processor's.
        assertThat(of("ns/op", new Measurement.Iteration(100, 0, 0.25, 1)).score()).isEqualTo(100);
    }

    private static Measurement of(String unit, Measurement.Iteration iteration) {
        return new Measurement(
                unit, List.of(iteration), OptionalDouble.empty(), Map.of(), 1, "1.37", List.of());
    }

    @Test
    void aScoreThatIsNoTimeIsRefused() {
        for (double score : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException().isThrownBy(() -> measurement(score));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> of(new double[0], new double[0]));
    }

    @Test
    void anAnswerIsWhatTheBaseRepeatsAndEveryBitOfItCounts() {
        List<Measurement> base = counted(Map.of("checksum", 0.1));
        assertThat(AnswerComparison.change(base, counted(Map.of("checksum", 0.1)))).isEmpty();
        assertThat(AnswerComparison.change(base, counted(Map.of("checksum", Math.nextUp(0.1)))))
                .contains("checksum was 0.1 and is 0.10000000000000002");
        assertThat(AnswerComparison.change(base, counted(Map.of())))
                .contains("checksum was 0.1 and is not reported");
        List<Measurement> varying = new ArrayList<>(base);
        varying.addAll(counted(Map.of("checksum", 0.2)));
        assertThat(AnswerComparison.change(base, varying))
                .contains("checksum was 0.1 and is varying");
        assertThat(AnswerComparison.change(varying, base)).isEmpty();
        assertThat(AnswerComparison.change(counted(Map.of()), base)).isEmpty();
    }

    /** An iteration of a faster jar holds more operations, and counts more. */
    @Test
    void aCounterThatGrowsWithTheOperationsIsComparedPerOperation() {
        List<Measurement> base = List.of(counting(4, 1000, 1001), counting(4, 990, 1010));
        assertThat(AnswerComparison.change(base, twice(counting(4, 2000, 2003)))).isEmpty();
        assertThat(AnswerComparison.change(base, twice(counting(5, 1000, 1001))))
                .contains("evaluations per operation was 4.0 and is 5.0");
        // One long operation in each iteration: the count is the answer.
        assertThat(AnswerComparison.change(twice(counting(4, 1, 1)), twice(counting(5, 1, 1))))
                .isPresent();
        assertThat(AnswerComparison.change(twice(counting(4, 1, 1)), twice(counting(4, 2, 2))))
                .isEmpty();
    }

    @Test
    void allocationIsComparedBeyondWhatJmhAllocatesItself() {
        assertThat(change(0.004, 0.005)).isEqualTo(AllocationComparison.Change.NONE);
        assertThat(change(0.004, 0.1)).isEqualTo(AllocationComparison.Change.MORE);
        assertThat(change(24, 16)).isEqualTo(AllocationComparison.Change.LESS);
        // Some launches of the base allocate as well.
        List<Measurement> base = new ArrayList<>(launches(11, 0));
        base.add(allocating(16));
        assertThat(AllocationComparison.of(base, launches(12, 16)).change())
                .isEqualTo(AllocationComparison.Change.NONE);
    }

    @Test
    void fewLaunchesThatAllocateMoreMayBeChance() {
        // 6! 6! / 12! is 1 in 924, 11! 11! / 22! one in 705 432.
        assertThat(AllocationComparison.of(launches(6, 0), launches(6, 16)).change())
                .isEqualTo(AllocationComparison.Change.NONE);
        assertThat(AllocationComparison.of(launches(11, 0), launches(11, 16)).change())
                .isEqualTo(AllocationComparison.Change.MORE);
    }

    private static AllocationComparison.Change change(double base, double candidate) {
        return AllocationComparison.of(launches(12, base), launches(12, candidate)).change();
    }

    private static List<Measurement> launches(int count, double bytes) {
        return Collections.nCopies(count, allocating(bytes));
    }

    private static Measurement allocating(double bytes) {
        return measurement(100, 0, bytes, Map.of());
    }

    private static List<Measurement> counted(Map<String, Double> counters) {
        return twice(measurement(100, 0, 0, counters));
    }

    private static List<Measurement> twice(Measurement launch) {
        return List.of(launch, launch);
    }

    private static Measurement counting(double each, double... operations) {
        List<Measurement.Iteration> iterations = new ArrayList<>();
        List<Double> counts = new ArrayList<>();
        for (double count : operations) {
            iterations.add(new Measurement.Iteration(100, 0, 0, count));
            counts.add(each * count);
        }
        return new Measurement(
                "ns/op",
                iterations,
                OptionalDouble.empty(),
                Map.of("evaluations", counts),
                1,
                "1.37",
                List.of());
    }

    private static Measurement of(double[] scores, double[] disturbances) {
        List<Measurement.Iteration> iterations = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            iterations.add(new Measurement.Iteration(scores[i], 0, disturbances[i], 1));
        }
        return new Measurement(
                "ns/op", iterations, OptionalDouble.empty(), Map.of(), 1, "1.37", List.of());
    }
}
