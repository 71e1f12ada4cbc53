package larmor.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import larmor.model.Coefficients;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.model.InvalidInput;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import org.junit.jupiter.api.Test;

class ScalarBatchTest {

    private static final Solver SOLVER = new Rk4(0.05);
    private static final int LANES = 37;
    private static final double END = 20;

    @Test
    void everyLaneHasTheOutcomeOfARunOfItsOwn() {
        Batch batch = voltages();
        BatchSolution outcome = new ScalarBatch(SOLVER).integrate(batch, END);
        for (int lane = 0; lane < LANES; lane++) {
            assertThat(outcome.solution(lane))
                    .isEqualTo(SOLVER.integrate(batch.coefficients(lane), batch.start(lane), END));
        }
    }

    @Test
    void failureOfALaneIsItsOwn() {
        Batch batch = voltages();
        Coefficients c = batch.coefficients(5);
        Coefficients broken =
                new Coefficients(
                        Double.NaN,
                        c.nxy(),
                        c.nyz(),
                        c.d0(),
                        c.d1(),
                        c.alpha0(),
                        c.alpha1(),
                        c.s(),
                        c.b(),
                        c.chi());
        batch.set(5, broken, batch.start(5));
        BatchSolution outcome = new ScalarBatch(SOLVER).integrate(batch, END);
        for (int lane = 0; lane < LANES; lane++) {
            assertThat(outcome.solution(lane) instanceof Solution.Failed).isEqualTo(lane == 5);
        }
        NumericalFailure failure = ((Solution.Failed) outcome.solution(5)).failure();
        assertThat(failure.kind()).isEqualTo(NumericalFailure.Kind.NON_FINITE);
        assertThat(failure.time()).isZero();
        assertThat(failure.state()).isEqualTo(batch.start(5));
    }

    @Test
    void samplesOfALaneArriveInTheOrderOfTimeForAnyNumberOfThreads() {
        Sampling sampling = new Sampling(1, 0.5, 20);
        for (int threads = 1; threads <= 3; threads++) {
            List<List<Integer>> indices = new ArrayList<>();
            for (int lane = 0; lane < LANES; lane++) {
                indices.add(Collections.synchronizedList(new ArrayList<>()));
            }
            new ScalarBatch(SOLVER)
                    .integrate(
                            voltages(),
                            END,
                            sampling,
                            (index, _, count, lanes, _, _, _) -> {
                                for (int i = 0; i < count; i++) {
                                    indices.get(lanes[i]).add(index);
                                }
                            },
                            threads);
            assertThat(indices).allSatisfy(of -> assertThat(of).hasSize(20).isSorted());
        }
    }

    @Test
    void numberOfThreadsMustBePositive() {
        assertThatThrownBy(() ->
                        new ScalarBatch(SOLVER)
                                .integrate(
                                        voltages(), END, Sampling.NONE, BatchSampleSink.IGNORE, 0))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("--threads must be at least 1, not 0");
    }

    @Test
    void oneLaneOfABatchIsARunWithItsSamples() {
        Batch batch = voltages();
        Solver single = new SingleLane(new ScalarBatch(SOLVER));
        Sampling sampling = new Sampling(1, 0.5, 20);
        assertThat(single.description()).isEqualTo(SOLVER.description());
        assertThat(samples(single, batch, sampling)).isEqualTo(samples(SOLVER, batch, sampling));
        assertThat(single.integrate(batch.coefficients(7), batch.start(7), END))
                .isEqualTo(SOLVER.integrate(batch.coefficients(7), batch.start(7), END));
    }

    private static List<String> samples(Solver solver, Batch batch, Sampling sampling) {
        List<String> samples = new ArrayList<>();
        solver.integrate(
                batch.coefficients(7),
                batch.start(7),
                END,
                sampling,
                (index, time, x, y, z) ->
                        samples.add(index + " " + time + " " + new Magnetization(x, y, z)));
        return samples;
    }

    @Test
    void aTimeThatCannotBeIsRefusedForABatchWithoutLanesToo() {
        BatchSolver solver = new ScalarBatch(SOLVER);
        assertThat(solver.integrate(new Batch(0), END).lanes()).isZero();
        assertThatThrownBy(() -> solver.integrate(new Batch(0), -1))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("--time");
    }

    @Test
    void outcomeHasAsManyLanesAsTheBatch() {
        assertThat(new ScalarBatch(SOLVER).integrate(voltages(), END).lanes()).isEqualTo(LANES);
    }

    private static Batch voltages() {
        Oscillator oscillator = Oscillator.of(Device.PAPER);
        Magnetization start = Magnetization.normalized("start", 0.01, 0, 1);
        Batch batch = new Batch(LANES);
        for (int lane = 0; lane < LANES; lane++) {
            batch.set(
                    lane,
                    oscillator.coefficients(0.8 + 0.05 * lane, EquationForm.EXACT, true),
                    start);
        }
        return batch;
    }
}
