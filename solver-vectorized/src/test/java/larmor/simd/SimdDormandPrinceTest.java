package larmor.simd;

import static larmor.simd.RandomLanes.assertSameOutcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jdk.incubator.vector.DoubleVector;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.model.InvalidInput;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import larmor.ode.Batch;
import larmor.ode.BatchSampleSink;
import larmor.ode.BatchSolution;
import larmor.ode.BatchSolver;
import larmor.ode.BatchSolvers;
import larmor.ode.Dop853;
import larmor.ode.Dopri5;
import larmor.ode.ErrorControl;
import larmor.ode.ErrorNorm;
import larmor.ode.NumericalFailure;
import larmor.ode.Sampling;
import larmor.ode.ScalarBatch;
import larmor.ode.Solution;
import larmor.ode.Solver;
import larmor.ode.Verner9;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The scalar solver is the reference; nothing but equal bits will do, so no test has a tolerance.
 */
class SimdDormandPrinceTest {

    /** Not a whole number of steps, so that fixed steps are shortened. */
    private static final double END = 10.01;

    /** Several samples in a step of order 8, few in one of order 5. */
    private static final Sampling OFTEN = new Sampling(0, 0.13, 78);

    /** Steps without a sample between those that hold one. */
    private static final Sampling SELDOM = new Sampling(1.5, 4.2, 3);

    /** One allocation of a lane's worth of a vector would already be 8 B per lane and stage. */
    private static final double MOST_BYTES_PER_LANE_STEP = 0.1;

    /** Ends the run of a lane that turns 1e300 times faster than it should. */
    private static final long MOST_STEPS = 100_000;

    /** A scalar solver and its twin in lanes. */
    record Twins(Solver solver, BatchSolver simd, ScalarBatch scalar) {

        static Twins of(Solver solver) {
            return new Twins(solver, BatchSolvers.choose().of(solver), new ScalarBatch(solver));
        }

        @Override
        public String toString() {
            return simd.description().id() + (simd.description().adaptive() ? ", adaptive" : "");
        }
    }

    static Stream<Twins> twins() {
        return Stream.of(
                        Dop853.withStep(0.3),
                        new Verner9(0.4),
                        new Dopri5(control(1e-6, ErrorNorm.AMPLITUDE_RELATIVE)),
                        new Dopri5(control(1e-8, ErrorNorm.ABSOLUTE)),
                        new Dop853(control(1e-5, ErrorNorm.ABSOLUTE)),
                        new Dop853(control(1e-10, ErrorNorm.AMPLITUDE_RELATIVE)))
                .map(Twins::of);
    }

    private static ErrorControl control(double tolerance, ErrorNorm norm) {
        return new ErrorControl(tolerance, norm, MOST_STEPS);
    }

    @Test
    void providerOffersTheTwinOfTheSameName() {
        for (Twins twins : twins().toList()) {
            assertThat(twins.simd.description().id())
                    .isEqualTo(twins.solver.description().id() + "-simd");
            assertThat(twins.simd.description().lanes()).isEqualTo(Lanes.COUNT);
            assertThat(twins.simd.description().adaptive())
                    .isEqualTo(twins.solver.description().adaptive());
        }
    }

    @ParameterizedTest
    @MethodSource("twins")
    void tenThousandRandomLanesHaveTheBitsOfTheScalarSolver(Twins twins) {
        Batch batch = RandomLanes.of(10_000, 21);
        BatchSolution expected = twins.scalar.integrate(batch, END);
        for (int threads = 1; threads <= 2; threads++) {
            assertSameOutcome(
                    twins.simd.integrate(
                            batch, END, Sampling.NONE, BatchSampleSink.IGNORE, threads),
                    expected);
        }
    }

    @ParameterizedTest
    @MethodSource("twins")
    void batchOfAnySizeHasTheBitsOfTheScalarSolver(Twins twins) {
        IntStream sizes =
                IntStream.concat(
                        IntStream.rangeClosed(0, 2 * Lanes.COUNT + 1),
                        IntStream.of(63, 64, 65, 127, 130));
        sizes.forEach(lanes -> {
            Batch batch = RandomLanes.of(lanes, 22);
            assertSameOutcome(twins.simd.integrate(batch, END), twins.scalar.integrate(batch, END));
        });
    }

    @ParameterizedTest
    @MethodSource("twins")
    void runOfNoLengthEndsWhereItStarts(Twins twins) {
        Batch batch = RandomLanes.of(70, 23);
        assertSameOutcome(twins.simd.integrate(batch, 0), twins.scalar.integrate(batch, 0));
    }

    @ParameterizedTest
    @MethodSource("twins")
    void permutedLanesHavePermutedOutcomes(Twins twins) {
        int lanes = 200;
        Batch batch = RandomLanes.of(lanes, 24);
        BatchSolution straight = twins.simd.integrate(batch, END);
        for (long seed = 31; seed < 34; seed++) {
            int[] order = RandomLanes.order(lanes, seed);
            BatchSolution shuffled = twins.simd.integrate(RandomLanes.permuted(batch, order), END);
            for (int lane = 0; lane < lanes; lane++) {
                assertThat(shuffled.solution(order[lane]))
                        .as("lane %d, shuffled with seed %d", lane, seed)
                        .isEqualTo(straight.solution(lane));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("twins")
    void numberOfThreadsDoesNotChangeABit(Twins twins) {
        Batch batch = RandomLanes.of(1000, 25);
        BatchSolution one = twins.simd.integrate(batch, END);
        for (int threads : new int[] {2, 3}) {
            assertSameOutcome(
                    twins.simd.integrate(
                            batch, END, Sampling.NONE, BatchSampleSink.IGNORE, threads),
                    one);
        }
    }

    @ParameterizedTest
    @MethodSource("twins")
    void laneThatFailsLeavesItsNeighboursAlone(Twins twins) {
        int lanes = 3 * Lanes.COUNT + 1;
        Batch healthy = RandomLanes.of(lanes, 26);
        BatchSolution undisturbed = twins.simd.integrate(healthy, END);
        for (int failing = 0; failing < lanes; failing++) {
            Batch batch = RandomLanes.of(lanes, 26);
            batch.set(
                    failing,
                    RandomLanes.withDrive(
                            batch.coefficients(failing), failing == 1 ? 1e300 : Double.NaN),
                    batch.start(failing));
            BatchSolution outcome = twins.simd.integrate(batch, END);
            assertSameOutcome(outcome, twins.scalar.integrate(batch, END));
            assertThat(outcome.solution(failing)).isInstanceOf(Solution.Failed.class);
            int neighbour = (failing + 1) % lanes;
            assertThat(outcome.solution(neighbour)).isEqualTo(undisturbed.solution(neighbour));
        }
    }

    @Test
    void everyKindOfFailureIsToldAsTheScalarSolverTellsIt() {
        Batch batch = RandomLanes.of(100, 27);
        for (int lane = 0; lane < 100; lane += 9) {
            batch.set(
                    lane,
                    RandomLanes.withDrive(batch.coefficients(lane), Double.NaN),
                    batch.start(lane));
        }
        Set<NumericalFailure.Kind> kinds = EnumSet.noneOf(NumericalFailure.Kind.class);
        for (Solver solver :
                new Solver[] {
                    new Dopri5(new ErrorControl(1e-8, ErrorNorm.ABSOLUTE, 100)),
                    new Dop853(new ErrorControl(1e-12, ErrorNorm.ABSOLUTE, 60)),
                    new Dopri5(new ErrorControl(1e-16, ErrorNorm.ABSOLUTE, 10_000)),
                    Dop853.withStep(2.5)
                }) {
            Twins twins = Twins.of(solver);
            BatchSolution outcome = twins.simd.integrate(batch, END);
            assertSameOutcome(outcome, twins.scalar.integrate(batch, END));
            for (int lane = 0; lane < 100; lane++) {
                if (outcome.solution(lane) instanceof Solution.Failed failed) {
                    kinds.add(failed.failure().kind());
                }
            }
        }
        assertThat(kinds).contains(NumericalFailure.Kind.STEP_LIMIT);
        assertThat(kinds).contains(NumericalFailure.Kind.NON_FINITE);
    }

    @Test
    void laneThatLosesTheNormFailsAsTheScalarSolverDoesAndAlone() {
        Batch batch = RandomLanes.of(100, 29);
        Sampling sampling = new Sampling(0, 5, 100);
        int lost = 0;
        int kept = 0;
        for (Solver solver : new Solver[] {new Dopri5(1), Dop853.withTolerance(1)}) {
            Twins twins = Twins.of(solver);
            SampleRecorder fromSimd = new SampleRecorder();
            SampleRecorder fromScalar = new SampleRecorder();
            BatchSolution outcome = twins.simd.integrate(batch, 500, sampling, fromSimd, 1);
            assertSameOutcome(outcome, twins.scalar.integrate(batch, 500, sampling, fromScalar, 1));
            assertThat(fromSimd.samples).isEqualTo(fromScalar.samples);
            assertSameOutcome(twins.simd.integrate(batch, 500), twins.scalar.integrate(batch, 500));
            for (int lane = 0; lane < 100; lane++) {
                if (outcome.solution(lane) instanceof Solution.Failed failed) {
                    assertThat(failed.failure().kind())
                            .isEqualTo(NumericalFailure.Kind.STEP_TOO_LARGE);
                    lost++;
                } else {
                    kept++;
                }
            }
        }
        assertThat(lost).isGreaterThan(10);
        assertThat(kept).isGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("twins")
    void samplesHaveTheBitsOfTheScalarSolver(Twins twins) {
        Batch batch = RandomLanes.of(150, 28);
        batch.set(17, RandomLanes.withDrive(batch.coefficients(17), Double.NaN), batch.start(17));
        for (Sampling sampling : new Sampling[] {OFTEN, SELDOM}) {
            for (int threads = 1; threads <= 2; threads++) {
                SampleRecorder fromSimd = new SampleRecorder();
                SampleRecorder fromScalar = new SampleRecorder();
                assertSameOutcome(
                        twins.simd.integrate(batch, END, sampling, fromSimd, threads),
                        twins.scalar.integrate(batch, END, sampling, fromScalar, threads));
                assertThat(fromSimd.samples).isEqualTo(fromScalar.samples);
                assertThat(fromSimd.samples).hasSizeGreaterThanOrEqualTo(149 * sampling.count());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("twins")
    void stepAllocatesNothing(Twins twins) {
        assumeTrue(Lanes.COUNT > 2, "C2 has no masks of two doubles on x86 and boxes");
        assumeTrue(
                Lanes.COUNT <= DoubleVector.SPECIES_PREFERRED.length(),
                "C2 boxes vectors wider than the processor's");
        Batch batch = new Batch(128);
        Oscillator oscillator = Oscillator.of(Device.PAPER);
        for (int lane = 0; lane < 128; lane++) {
            batch.set(
                    lane,
                    oscillator.coefficients(1.2 + 0.01 * lane, EquationForm.EXACT, true),
                    Magnetization.normalized("start", 0.01, 0, 1));
        }
        double least = Double.POSITIVE_INFINITY;
        // The first runs, and some later ones on a busy machine, still wait for the compiler.
        for (int run = 0; run < 15; run++) {
            Cost brief = cost(twins.simd, batch, 100);
            Cost lasting = cost(twins.simd, batch, 2000);
            least =
                    Math.min(
                            least,
                            (lasting.bytes - brief.bytes) / (double) (lasting.steps - brief.steps));
        }
        assertThat(least).isLessThan(MOST_BYTES_PER_LANE_STEP);
    }

    private record Cost(long bytes, long steps) {}

    private static Cost cost(BatchSolver solver, Batch batch, double endTime) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        BatchSolution outcome = solver.integrate(batch, endTime);
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        long steps = 0;
        for (int lane = 0; lane < outcome.lanes(); lane++) {
            steps += outcome.solution(lane).statistics().steps();
        }
        return new Cost(bytes, steps);
    }

    @ParameterizedTest
    @MethodSource("twins")
    void impossibleRequestsAreRefused(Twins twins) {
        Batch batch = RandomLanes.of(2, 30);
        assertThatThrownBy(() -> twins.simd.integrate(batch, Double.NaN))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() ->
                        twins.simd.integrate(batch, 1, Sampling.NONE, BatchSampleSink.IGNORE, 0))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() ->
                        twins.simd.integrate(
                                batch, 1, new Sampling(0, 1, 3), BatchSampleSink.IGNORE, 1))
                .isInstanceOf(InvalidInput.class);
    }
}
