package larmor.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import larmor.model.Anisotropy;
import larmor.model.Damping;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.model.Junction;
import larmor.model.Magnet;
import larmor.model.Oscillator;
import larmor.model.Units;
import larmor.observable.Regime;
import larmor.ode.Rk4;
import larmor.ode.ScalarBatch;
import larmor.orbit.BranchDiagram;
import larmor.orbit.BranchPoint;
import larmor.orbit.DrivenOscillator;
import larmor.orbit.LimitCycle;
import larmor.orbit.LimitCycles;
import larmor.sweep.Sweep;
import larmor.sweep.SweepPlan;
import larmor.sweep.SweepProtocol;
import larmor.sweep.SweepRow;
import larmor.validation.exact.AxisymmetricMagnet;
import larmor.validation.exact.LinearStability;
import larmor.validation.exact.OrbitAveragedTheory;
import larmor.validation.exact.OrbitAveragedTheory.Branch;
import org.hipparchus.complex.Complex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Limit cycles and their branches against what is known without following them. */
class RangeChecksTest {

    private static final Oscillator PAPER = Oscillator.of(Device.PAPER);

    /** What the orbits promise. */
    private static final double PROMISED = 1e-10;

    /** v(ε) − v(0) = c₂ε²: halving ε leaves a quarter, up to terms of relative order ε². */
    private static final double QUARTER_ERROR = 0.02;

    /** α² = 1e-4 of the voltage, times a number of order 1. */
    private static final double SMALL_DAMPING = 3e-4;

    /** From a fold, as a share of it: far enough to settle in t' = 10⁵. */
    private static final double APART = 0.02;

    @ParameterizedTest
    @EnumSource(EquationForm.class)
    void branchesEndWhereTheTheoryEndsThem(EquationForm form) {
        List<Check> checks = RangeChecks.of(form);
        assertThat(checks).hasSize(10);
        for (Check check : checks) {
            assertThat(check.passed()).as(check.message()).isTrue();
            // What the owner asks for.
            assertThat(check.error())
                    .isLessThan(check.claim().name().endsWith("-order") ? 1e-2 : 1e-5);
        }
    }

    /**
     * A larger term of fourth order raises what is estimated of it: that must not raise the limit.
     */
    @ParameterizedTest
    @CsvSource({"0.0005, true", "0.005, false", "0.05, false"})
    void limitsDoNotGrowWithTheError(double fourthOrder, boolean passes) {
        double[] ends = new double[3];
        for (int i = 0; i < 3; i++) {
            double squared = Math.pow(0.25, i);
            ends[i] = 4.9 + 0.04 * squared + fourthOrder * squared * squared;
        }
        List<Check> checks =
                RangeChecks.end(
                        "end", "an end", "", new RangeChecks.Ends(ends[0], ends[1], ends[2]), 4.9);
        assertThat(checks)
                .hasSize(2)
                .allSatisfy(
                        check -> assertThat(check.passed()).as(check.message()).isEqualTo(passes));
    }

    @ParameterizedTest
    @CsvSource({
        "true, 1.2, IN_PLANE",
        "false, 1.3, IN_PLANE",
        "true, 2, OUT_OF_PLANE",
        "false, 2.5, OUT_OF_PLANE"
    })
    void cyclesTendToTheOrbitAveragedTheoryAsTheSquareOfTheDamping(
            boolean selfTorque, double voltage, Branch branch) {
        OrbitAveragedTheory theory = OrbitAveragedTheory.of(PAPER, selfTorque);
        double[] frequency = new double[2];
        double[] power = new double[2];
        for (int i = 0; i < 2; i++) {
            double scale = i == 0 ? 0.25 : 0.125;
            Oscillator weak =
                    Oscillator.of(
                            new Device(
                                    Device.PAPER.junction(),
                                    new Magnet(
                                            new Damping.Total(0.01 * scale),
                                            0.35,
                                            Device.PAPER.magnet().anisotropy()),
                                    new Units.Dimensionless(scale)));
            LimitCycle cycle =
                    new LimitCycles(new DrivenOscillator(weak, EquationForm.EXACT, selfTorque))
                            .at(voltage)
                            .cycles()
                            .getFirst();
            frequency[i] = cycle.frequency() - theory.frequencyAt(branch, voltage).orElseThrow();
            power[i] = cycle.power() - theory.powerAt(branch, voltage).orElseThrow();
        }
        assertThat(frequency[1] / frequency[0]).isCloseTo(0.25, within(QUARTER_ERROR));
        assertThat(power[1] / power[0]).isCloseTo(0.25, within(QUARTER_ERROR));
    }

    @ParameterizedTest
    @EnumSource(EquationForm.class)
    void cyclesBeginWithTheFrequencyOfSmallDeviations(EquationForm form) {
        Complex eigenvalue = LinearStability.eigenvalue(PAPER, 1, form);
        BranchDiagram diagram = BranchDiagram.of(new DrivenOscillator(PAPER, form, true), 0.9, 1.1);
        BranchPoint onset = diagram.of(Regime.IN_PLANE).getFirst().points().getFirst();
        assertThat(onset.frequency())
                .hasValueCloseTo(
                        eigenvalue.getImaginary() / PAPER.fmrFrequency(), within(PROMISED));
        for (BranchPoint point : diagram.of(Regime.PARALLEL).getFirst().points()) {
            assertThat(point.growthRate())
                    .hasValueCloseTo(
                            LinearStability.eigenvalue(PAPER, point.voltage(), form).getReal(),
                            within(PROMISED));
        }
    }

    @Test
    void everyCircleOfAnAxisymmetricMagnetIsFoundStableAndUnstable() {
        Device device =
                new Device(
                        Device.PAPER.junction(),
                        new Magnet(new Damping.Total(0.01), 0.35, new Anisotropy(0.3, 0.3, 0.4)),
                        Device.PAPER.units());
        Oscillator oscillator = Oscillator.of(device);
        double voltage = 2.03;
        List<AxisymmetricMagnet.LimitCycle> exact =
                AxisymmetricMagnet.of(oscillator, voltage, EquationForm.EXACT, true).limitCycles();
        List<LimitCycle> found =
                new LimitCycles(new DrivenOscillator(oscillator, EquationForm.EXACT, true))
                        .at(voltage)
                        .cycles();
        assertThat(exact).hasSize(2);
        assertThat(found).hasSize(2);
        for (int i = 0; i < 2; i++) {
            // One in the order of c, the other in that of the angle.
            AxisymmetricMagnet.LimitCycle circle = exact.get(1 - i);
            assertThat(found.get(i).start().z()).isCloseTo(circle.cosine(), within(PROMISED));
            assertThat(found.get(i).period())
                    .isCloseTo(2 * Math.PI / circle.rate(), within(PROMISED));
            assertThat(found.get(i).stable()).isEqualTo(circle.stable());
        }
    }

    /** Settling takes ln(…)/(2s_c(v−1)), longer than the paper's 5×10⁴ here. */
    @Test
    void nextToTheThresholdACycleIsKnownWhereTheRunOfThePaperHasNotSettled() {
        double voltage = 1.008;
        SweepPlan plan =
                new SweepPlan(
                        Device.PAPER,
                        EquationForm.EXACT,
                        List.of(voltage),
                        List.of(0.35),
                        List.of(true));
        SweepRow row =
                new Sweep(plan, SweepProtocol.paper(0.05), new ScalarBatch(new Rk4(0.05)))
                        .run(1, Sweep.Progress.NONE)
                        .getFirst();
        LimitCycle cycle =
                new LimitCycles(new DrivenOscillator(PAPER, EquationForm.EXACT, true))
                        .at(voltage)
                        .cycles()
                        .getFirst();
        assertThat(row.settled()).isFalse();
        // GLD Appendix B leaves it 24 % short.
        assertThat(row.power().orElseThrow() / cycle.power()).isCloseTo(0.76, within(0.01));
        OrbitAveragedTheory theory = OrbitAveragedTheory.of(PAPER, true);
        // The slope at the threshold times O(α²).
        assertThat(cycle.power())
                .isCloseTo(theory.powerAt(Branch.IN_PLANE, voltage).orElseThrow(), within(1e-5));
    }

    @Test
    void rangeOfAHystereticOscillatorBeginsAtItsFold() {
        Junction paper = Device.PAPER.junction();
        Oscillator constantDamping =
                Oscillator.of(
                        new Device(
                                new Junction(
                                        paper.gParallel(),
                                        paper.gAntiparallel(),
                                        paper.gRight(),
                                        paper.polarization(),
                                        false,
                                        true),
                                Device.PAPER.magnet(),
                                Device.PAPER.units()));
        for (boolean selfTorque : new boolean[] {true, false}) {
            DrivenOscillator driven =
                    new DrivenOscillator(constantDamping, EquationForm.EXACT, selfTorque);
            OscillationRange branches = OscillationRange.of(BranchDiagram.of(driven, 0.5, 2));
            OscillationRange theory =
                    OscillationRange.of(OrbitAveragedTheory.of(constantDamping, selfTorque));
            // O(α²) = 2.4e-4 at the angle of the strongest damping.
            assertClose(branches.onset(), theory.onset(), PROMISED);
            assertClose(branches.lowest(), theory.lowest(), 2.4e-4);
            assertClose(branches.inPlaneEnd(), theory.inPlaneEnd(), 1e-3);
            assertThat(branches.lowest().orElseThrow()).isLessThan(0.96);
            // Beyond the range nothing is claimed.
            assertThat(branches.outOfPlaneEnd()).isEmpty();
        }
    }

    /** The branch turns back before the end it has at −ẑ, where it is unstable. */
    @ParameterizedTest
    @CsvSource({"1.2, 1, true", "0.35, 0.02, true", "0.35, 0.02, false"})
    void inPlanePrecessionEndsWhereTheBranchTurnsBackAndSoDoesASimulation(
            double field, double anisotropy, boolean selfTorque) {
        Device device =
                new Device(
                        Device.PAPER.junction(),
                        new Magnet(
                                new Damping.Total(0.01), field, new Anisotropy(anisotropy, 0, 0)),
                        Device.PAPER.units());
        Oscillator oscillator = Oscillator.of(device);
        double branches =
                OscillationRange.of(
                                BranchDiagram.of(
                                        new DrivenOscillator(
                                                oscillator, EquationForm.EXACT, selfTorque),
                                        0.9,
                                        1.5))
                        .inPlaneEnd()
                        .orElseThrow();
        double theory =
                OscillationRange.of(OrbitAveragedTheory.of(oscillator, selfTorque))
                        .inPlaneEnd()
                        .orElseThrow();
        assertThat(branches).isCloseTo(theory, within(SMALL_DAMPING));
        SweepPlan plan =
                new SweepPlan(
                        device,
                        EquationForm.EXACT,
                        List.of(branches * (1 - APART), branches * (1 + APART)),
                        List.of(field),
                        List.of(selfTorque));
        Sweep sweep =
                new Sweep(
                        plan,
                        new SweepProtocol(SweepProtocol.PAPER_INITIAL, 1e5, 1e4, 0.25),
                        new ScalarBatch(new Rk4(0.05)));
        assertThat(SimulatedRange.of(sweep.run(2, Sweep.Progress.NONE), Optional.empty()).ends())
                .containsEntry(
                        RangeEnd.IN_PLANE_END,
                        new SimulatedRange.Bracket(branches * (1 - APART), branches * (1 + APART)));
    }

    @Test
    void rangeThatIsCutBelowDoesNotPretendToKnowWhereOscillationsBegin() {
        OscillationRange range =
                OscillationRange.of(
                        BranchDiagram.of(
                                new DrivenOscillator(PAPER, EquationForm.EXACT, true), 1.2, 2));
        assertThat(range.onset()).isEmpty();
        assertThat(range.lowest()).isEmpty();
        assertThat(range.inPlaneEnd()).isPresent();
    }

    private static void assertClose(
            OptionalDouble actual, OptionalDouble expected, double tolerance) {
        assertThat(actual).hasValueCloseTo(expected.orElseThrow(), within(tolerance));
    }
}
