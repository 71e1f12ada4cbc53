package larmor.simd;

import static larmor.simd.RandomLanes.assertSameOutcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.IntStream;
import jdk.incubator.vector.DoubleVector;
import larmor.model.InvalidInput;
import larmor.model.Magnetization;
import larmor.ode.Batch;
import larmor.ode.BatchSampleSink;
import larmor.ode.BatchSolution;
import larmor.ode.Rk4;
import larmor.ode.Sampling;
import larmor.ode.ScalarBatch;
import larmor.ode.Solution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The scalar solver is the reference; nothing but equal bits will do, so no test has a tolerance.
 */
class SimdRk4Test {

    private static final double STEP = 0.05;

    /** Not a whole number of steps, so that the steps are shortened. */
    private static final double END = 10.01;

    private static final Sampling SAMPLING = new Sampling(1.5, 0.77, 11);

    /** One allocation of a lane's worth of a vector would already be 8 B per lane and stage. */
    private static final double MOST_BYTES_PER_LANE_STEP = 0.1;

    private final SimdRk4 simd = new SimdRk4(STEP);
    private final ScalarBatch scalar = new ScalarBatch(new Rk4(STEP));

    @Test
    void tenThousandRandomLanesHaveTheBitsOfTheScalarSolver() {
        Batch batch = RandomLanes.of(10_000, 1);
        BatchSolution expected = scalar.integrate(batch, END);
        for (int threads = 1; threads <= 2; threads++) {
            assertSameOutcome(
                    simd.integrate(batch, END, Sampling.NONE, BatchSampleSink.IGNORE, threads),
                    expected);
        }
    }

    static IntStream awkwardSizes() {
        return IntStream.concat(
                IntStream.rangeClosed(0, 2 * Lanes.COUNT + 1), IntStream.of(63, 64, 65, 127, 130));
    }

    @ParameterizedTest
    @MethodSource("awkwardSizes")
    void batchOfAnySizeHasTheBitsOfTheScalarSolver(int lanes) {
        Batch batch = RandomLanes.of(lanes, 2);
        assertSameOutcome(simd.integrate(batch, END), scalar.integrate(batch, END));
    }

    @Test
    void runOfNoLengthEndsWhereItStarts() {
        Batch batch = RandomLanes.of(3, 3);
        assertSameOutcome(simd.integrate(batch, 0), scalar.integrate(batch, 0));
    }

    @Test
    void permutedLanesHavePermutedOutcomes() {
        int lanes = 200;
        Batch batch = RandomLanes.of(lanes, 4);
        BatchSolution straight = simd.integrate(batch, END);
        for (long seed = 12; seed < 15; seed++) {
            int[] order = RandomLanes.order(lanes, seed);
            BatchSolution shuffled = simd.integrate(RandomLanes.permuted(batch, order), END);
            for (int lane = 0; lane < lanes; lane++) {
                assertThat(shuffled.solution(order[lane]))
                        .as("lane %d, shuffled with seed %d", lane, seed)
                        .isEqualTo(straight.solution(lane));
            }
        }
    }

    @Test
    void numberOfThreadsDoesNotChangeABit() {
        Batch batch = RandomLanes.of(1000, 5);
        BatchSolution one = simd.integrate(batch, END);
        for (int threads : new int[] {2, 3}) {
            assertSameOutcome(
                    simd.integrate(batch, END, Sampling.NONE, BatchSampleSink.IGNORE, threads),
                    one);
        }
    }

    @Test
    void laneThatFailsKeepsItsLastGoodStateAndLeavesItsNeighboursAlone() {
        int lanes = 3 * Lanes.COUNT + 1;
        Batch healthy = RandomLanes.of(lanes, 6);
        for (int failing = 0; failing < lanes; failing++) {
            for (double drive : new double[] {Double.NaN, 1e300, 60}) {
                Batch batch = RandomLanes.of(lanes, 6);
                batch.set(
                        failing,
                        RandomLanes.withDrive(batch.coefficients(failing), drive),
                        batch.start(failing));
                BatchSolution outcome = simd.integrate(batch, END);
                assertSameOutcome(outcome, scalar.integrate(batch, END));
                assertThat(outcome.solution(failing)).isInstanceOf(Solution.Failed.class);
                int neighbour = (failing + 1) % lanes;
                assertThat(outcome.solution(neighbour))
                        .isEqualTo(
                                new Rk4(STEP)
                                        .integrate(
                                                healthy.coefficients(neighbour),
                                                healthy.start(neighbour),
                                                END));
            }
        }
    }

    @Test
    void blockInWhichEveryLaneFailsIsGivenUp() {
        Batch batch = RandomLanes.of(70, 7);
        for (int lane = 0; lane < 70; lane++) {
            batch.set(
                    lane,
                    RandomLanes.withDrive(batch.coefficients(lane), 1e300),
                    batch.start(lane));
        }
        assertSameOutcome(
                simd.integrate(batch, END, SAMPLING, (_, _, _, _, _, _, _) -> {}, 1),
                scalar.integrate(batch, END, SAMPLING, (_, _, _, _, _, _, _) -> {}, 1));
    }

    @Test
    void samplesHaveTheBitsOfTheScalarSolverAndEndWhereALaneFails() {
        Batch batch = RandomLanes.of(150, 8);
        // Leaves the pole so slowly at first that the step breaks only after the first sample.
        batch.set(
                17,
                RandomLanes.withDrive(batch.coefficients(17), 20),
                new Magnetization(1e-100, 0, 1));
        for (int threads = 1; threads <= 2; threads++) {
            SampleRecorder fromSimd = new SampleRecorder();
            SampleRecorder fromScalar = new SampleRecorder();
            assertSameOutcome(
                    simd.integrate(batch, END, SAMPLING, fromSimd, threads),
                    scalar.integrate(batch, END, SAMPLING, fromScalar, threads));
            assertThat(fromSimd.samples).isEqualTo(fromScalar.samples);
            int withoutIt = 149 * SAMPLING.count();
            assertThat(fromSimd.samples)
                    .hasSizeBetween(withoutIt + 1, withoutIt + SAMPLING.count() - 1);
        }
    }

    @Test
    void stepAllocatesNothing() {
        assumeTrue(Lanes.COUNT > 2, "C2 has no masks of two doubles on x86 and boxes");
        assumeTrue(
                Lanes.COUNT <= DoubleVector.SPECIES_PREFERRED.length(),
                "C2 boxes vectors wider than the processor's");
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Batch batch = RandomLanes.of(128, 9);
        int steps = 20_000;
        long least = Long.MAX_VALUE;
        // The first runs, and some later ones on a busy machine, still wait for the compiler.
        for (int run = 0; run < 20; run++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            simd.integrate(batch, steps * STEP);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least / (batch.lanes() * (double) steps)).isLessThan(MOST_BYTES_PER_LANE_STEP);
    }

    @Test
    void exceptionOfASinkReachesTheCaller() {
        Batch batch = RandomLanes.of(200, 10);
        BatchSampleSink broken =
                (_, _, _, _, _, _, _) -> {
                    throw new IllegalStateException("disk full");
                };
        for (int threads = 1; threads <= 2; threads++) {
            int count = threads;
            assertThatThrownBy(() -> simd.integrate(batch, END, SAMPLING, broken, count))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("disk full");
        }
    }

    @Test
    void impossibleRequestsAreRefused() {
        Batch batch = RandomLanes.of(2, 11);
        assertThatThrownBy(() -> simd.integrate(batch, Double.NaN))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new SimdRk4(0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new SimdRk4(1e-13).integrate(batch, 1))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> simd.integrate(batch, 1, Sampling.NONE, BatchSampleSink.IGNORE, 0))
                .isInstanceOf(InvalidInput.class);
    }
}
