package larmor.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import larmor.model.Anisotropy;
import larmor.model.Damping;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.model.InvalidInput;
import larmor.model.Magnet;
import larmor.model.Oscillator;
import larmor.model.Units;
import larmor.observable.Regime;
import larmor.ode.Dopri5;
import larmor.ode.NumericalFailure;
import larmor.ode.Rk4;
import larmor.ode.ScalarBatch;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepTest {

    /** What the published curves are read to; the solver and the spectrum err by less than 1e-7. */
    private static final double FIGURE_2_LIMIT = 3e-4;

    /** Phase error of RK4, (ωh)⁴/120 at ωh = 0.03, and the resolution of the window. */
    private static final double LIMIT_CYCLE_LIMIT = 2e-8;

    private static SweepRow run(Device device, double voltage, boolean selfTorque) {
        return run(device, List.of(voltage), selfTorque, 1).getFirst();
    }

    private static List<SweepRow> run(
            Device device, List<Double> voltages, boolean selfTorque, int threads) {
        SweepPlan plan =
                new SweepPlan(
                        device,
                        EquationForm.EXACT,
                        voltages,
                        List.of(device.magnet().field()),
                        List.of(selfTorque));
        return new Sweep(plan, SweepProtocol.paper(0.05), new ScalarBatch(new Rk4(0.05)))
                .run(threads, Sweep.Progress.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "true, 1.2, 0.56241, 0.61800, IN_PLANE",
        "true, 1.6, 0.28607, 0.82844, IN_PLANE",
        "true, 2.0, 0.76938, 0.77716, OUT_OF_PLANE",
        "false, 1.55, 0.42206, 0.87418, OUT_OF_PLANE",
        "false, 2.0, 0.83330, 0.76181, OUT_OF_PLANE"
    })
    void figure2IsReproduced(
            boolean selfTorque, double voltage, double frequency, double power, Regime regime) {
        SweepRow row = run(Device.PAPER, voltage, selfTorque);
        assertThat(row.frequency().getAsDouble()).isCloseTo(frequency, within(FIGURE_2_LIMIT));
        assertThat(row.power().getAsDouble()).isCloseTo(power, within(FIGURE_2_LIMIT));
        assertThat(row.regime()).contains(regime);
        assertThat(row.settled()).isTrue();
        assertThat(row.failure()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true, 1.008", "true, 1.012", "false, 1.012"})
    void runsThatThePaperCutsShortNearThresholdAreMarked(boolean selfTorque, double voltage) {
        assertThat(run(Device.PAPER, voltage, selfTorque).settled()).isFalse();
    }

    @Test
    void subcriticalVoltageLeavesTheParallelStateAlone() {
        SweepRow row = run(Device.PAPER, 0.9, true);
        assertThat(row.regime()).contains(Regime.PARALLEL);
        assertThat(row.frequency()).isEmpty();
        assertThat(row.settled()).isTrue();
    }

    @Test
    void limitCycleOfAnAxisymmetricMagnetHasTheExactFrequencyAndPower() {
        // On the cycle σ(c) = h(c)[α(c) + β(c)(1−c²)] and the phase turns at h(c) exactly.
        double field = 0.65;
        double easyPlane = 0.3;
        Device device =
                new Device(
                        Device.PAPER.junction(),
                        new Magnet(new Damping.Total(0.01), field, new Anisotropy(0, 0, easyPlane)),
                        new Units.Dimensionless(1));
        Oscillator oscillator = Oscillator.of(device);
        double voltage = 1.1;
        double c =
                new BracketingNthOrderBrentSolver(1e-15, 1e-15, 5)
                        .solve(
                                100,
                                z ->
                                        (field - easyPlane * z)
                                                        * (oscillator.damping(z)
                                                                + oscillator.selfInducedTorque(z)
                                                                        * (1 - z * z))
                                                - oscillator.spinTransferTorque(voltage, z),
                                0.5,
                                0.9999);

        SweepRow row = run(device, voltage, true);
        assertThat(row.settled()).isTrue();
        assertThat(row.frequency().getAsDouble() * oscillator.fmrFrequency())
                .isCloseTo(field - easyPlane * c, within(LIMIT_CYCLE_LIMIT));
        assertThat(row.power().getAsDouble()).isCloseTo(0.5 * (1 - c), within(LIMIT_CYCLE_LIMIT));
    }

    @Test
    void rowsDoNotDependOnTheNumberOfThreads() {
        List<Double> voltages = List.of(1.3, 0.95, 1.7, 1.2, 1.61);
        assertThat(run(Device.PAPER, voltages, true, 3))
                .isEqualTo(run(Device.PAPER, voltages, true, 1))
                .extracting(SweepRow::voltage)
                .containsExactlyElementsOf(voltages);
    }

    @Test
    void chunksAndRowsOfAStretchDoNotDependOnThreadsNorOnWhatIsRunBesideThem() throws IOException {
        Double[] voltages = new Double[150];
        Arrays.setAll(voltages, i -> 1 + i / 1e3);
        Sweep sweep =
                new Sweep(
                        plan(0.35, voltages),
                        new SweepProtocol(SweepProtocol.PAPER_INITIAL, 80, 70, 0.25),
                        new ScalarBatch(new Rk4(0.05)));
        List<SweepRow> all = sweep.run(1, Sweep.Progress.NONE);
        for (int threads = 1; threads <= 2; threads++) {
            List<Long> firsts = new ArrayList<>();
            List<SweepRow> stretch = new ArrayList<>();
            sweep.run(
                    10,
                    145,
                    threads,
                    Sweep.Progress.NONE,
                    (first, rows) -> {
                        firsts.add(first);
                        stretch.addAll(rows);
                    });
            assertThat(firsts).containsExactly(10L, 74L, 138L);
            assertThat(stretch).isEqualTo(all.subList(10, 145));
        }
    }

    @Test
    void runThatFailsIsARowThatSaysSo() {
        AtomicInteger ended = new AtomicInteger();
        // At so strong a drive one step turns m by more than RK4 can follow.
        List<SweepRow> rows =
                new Sweep(plan(0.35, 1.5, 9e4), shortProtocol(0.25), new ScalarBatch(new Rk4(0.05)))
                        .run(2, ended::incrementAndGet);
        assertThat(ended).hasValue(2);
        assertThat(rows.getFirst().failure()).isEmpty();
        assertThat(rows.getLast().failure())
                .map(RunFailure::id)
                .contains(NumericalFailure.Kind.STEP_TOO_LARGE.id());
        assertThat(rows.getLast().power()).isEmpty();
        assertThat(rows.getLast().settled()).isFalse();
    }

    @Test
    void stepThatMovesTheThresholdIsRefused() {
        Sweep sweep = new Sweep(plan(0.35, 1.5), shortProtocol(0.5), new ScalarBatch(new Rk4(0.5)));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> sweep.run(1, Sweep.Progress.NONE))
                .withMessageStartingWith("--step is too coarse");
    }

    @Test
    void toleranceThatMovesTheThresholdIsRefused() {
        Sweep sweep =
                new Sweep(plan(0.35, 1.5), shortProtocol(0.25), new ScalarBatch(new Dopri5(1e-2)));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> sweep.run(1, Sweep.Progress.NONE))
                .withMessageStartingWith("--tolerance is too coarse");
    }

    @Test
    void samplesThatWouldAliasAreRefused() {
        Sweep sweep =
                new Sweep(plan(20, 1.2), shortProtocol(0.25), new ScalarBatch(new Dopri5(1e-8)));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> sweep.run(1, Sweep.Progress.NONE))
                .withMessageContaining("magnet.field = 20.0");
    }

    @Test
    void defaultStepAndSamplesFollowAStrongField() {
        SweepPlan plan = plan(20, 1.2);
        double step = SweepProtocol.defaultStep(plan);
        SweepProtocol protocol =
                new SweepProtocol(
                        SweepProtocol.PAPER_INITIAL,
                        2000,
                        200,
                        SweepProtocol.sampleInterval(
                                plan.fastestPrecession(), OptionalDouble.of(step)));
        SweepRow row =
                new Sweep(plan, protocol, new ScalarBatch(new Rk4(step)))
                        .run(1, Sweep.Progress.NONE)
                        .getFirst();
        assertThat(row.regime()).contains(Regime.IN_PLANE);
        assertThat(row.settled()).isTrue();
        // The orbit-averaged theory of a field h ≥ 1, up to O(α²) = 1e-4 of a curve of slope near
        // 1.
        assertThat(row.power().getAsDouble()).isCloseTo(0.2034, within(1e-3));
        assertThat(row.frequency().getAsDouble()).isCloseTo(0.9904, within(1e-3));
    }

    private static SweepPlan plan(double field, Double... voltages) {
        return new SweepPlan(
                Device.PAPER, EquationForm.EXACT, List.of(voltages), List.of(field), List.of(true));
    }

    private static SweepProtocol shortProtocol(double sampleInterval) {
        return new SweepProtocol(SweepProtocol.PAPER_INITIAL, 500, 200, sampleInterval);
    }

    @Test
    void aDeviceThatMakesNoOscillatorIsARowThatSaysSoAmongTheOthers() {
        // At h₀ = −0.1 the parallel state is a saddle.
        List<SweepRow> rows = sweep(fields(0.35, -0.1, 0.4)).run(1, Sweep.Progress.NONE);
        assertThat(rows)
                .extracting(row -> row.failure().map(RunFailure::id).orElse("none"))
                .containsExactly("none", "invalid-device", "none");
        assertThat(rows.get(1).failure().map(RunFailure::message).orElseThrow())
                .startsWith("magnet.field");
    }

    @Test
    void aVoltageThatTheDeviceDoesNotTakeIsARowThatSaysSo() {
        // Beyond the largest double, once multiplied by the conductance.
        List<SweepRow> rows =
                new Sweep(
                                plan(0.35, 0.9, 1e308),
                                shortProtocol(0.25),
                                new ScalarBatch(new Rk4(0.05)))
                        .run(1, Sweep.Progress.NONE);
        assertThat(rows.getLast().failure()).map(RunFailure::id).isNotEmpty();
    }

    @Test
    void aSweepOfWhichNoPointCanRunIsRefused() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> sweep(fields(-0.2, -0.1)).requireRunnable())
                .withMessageStartingWith("magnet.field");
    }

    @Test
    void aDeviceInTheMiddleOfAGridForWhichTheStepIsTooCoarseIsARowThatSaysSo() {
        List<SweepRow> rows = sweep(fields(0.35, 12.0, 0.4)).run(1, Sweep.Progress.NONE);
        assertThat(rows)
                .extracting(row -> row.failure().map(RunFailure::id).orElse("none"))
                .containsExactly("none", "too-coarse", "none");
    }

    @Test
    void aDeviceThatHardlyPrecessesDoesNotTakeTheMemoryOfTheOthers() {
        // Ten periods of ω₀ = 1e-10 would be 2e12 samples.
        List<SweepRow> rows = sweep(fields(0.35, 1e-20, 0.4)).run(1, Sweep.Progress.NONE);
        assertThat(rows)
                .extracting(row -> row.failure().map(RunFailure::id).orElse("none"))
                .containsExactly("none", "too-coarse", "none");
    }

    private static Sweep sweep(SweepPlan plan) {
        return new Sweep(plan, shortProtocol(0.25), new ScalarBatch(new Rk4(0.05)));
    }

    private static SweepPlan fields(Double... fields) {
        return new SweepPlan(
                Device.PAPER, EquationForm.EXACT, List.of(1.1), List.of(fields), List.of(true));
    }
}
