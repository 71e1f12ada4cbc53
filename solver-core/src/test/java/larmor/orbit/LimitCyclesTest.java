package larmor.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import larmor.model.Anisotropy;
import larmor.model.Coefficients;
import larmor.model.Damping;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.model.Junction;
import larmor.model.Magnet;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import larmor.model.Units;
import larmor.observable.Regime;
import larmor.ode.Dop853;
import larmor.ode.PlaneCrossing;
import larmor.ode.PlaneCrossing.Direction;
import larmor.ode.Sampling;
import larmor.ode.Solution;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Cycles found directly against long runs of {@code dop853} and against exact circles. */
class LimitCyclesTest {

    private static final Oscillator PAPER = Oscillator.of(Device.PAPER);

    /** A start far from every cycle. */
    private static final Magnetization START = Magnetization.normalized("start", 0.6, 0.2, 0.7);

    /** In units of the relaxation time of a cycle: exp(−30) = 1e-13 of the start is left. */
    private static final double RELAXATIONS = 30;

    /** In which a strongly driven m comes near its cycle. */
    private static final double APPROACH = 1000;

    /** Of which a run sees 30 periods, each timed to 1e-12. */
    private static final int PERIODS = 30;

    /** The trapezoidal rule over a period is spectrally accurate. */
    private static final int SAMPLES_PER_PERIOD = 1024;

    /** What is left of the start, and the solver's own error at a tolerance of 1e-13 a step. */
    private static final double SIMULATION_ERROR = 1e-8;

    /** δ of a perturbation; its third order enters the decay as 50δ², rounding as 1e-13/δ. */
    private static final double PERTURBATION = 1e-5;

    private static final double DECAY_ERROR = 1e-7;

    /** What the Javadoc promises. */
    private static final double PROMISED = 1e-10;

    @ParameterizedTest
    @CsvSource({
        "true,  1.004",
        "true, 1.05",
        "true,  1.2",
        "true,  1.65",
        "true,  1.7",
        "true,  4.5",
        "false, 1.012",
        "false, 1.3",
        "false, 1.54",
        "false, 3"
    })
    void frequencyAndPowerAreThoseOfALongRun(boolean selfTorque, double voltage) {
        DrivenOscillator driven = new DrivenOscillator(PAPER, EquationForm.EXACT, selfTorque);
        LimitCycle cycle = only(new LimitCycles(driven).at(voltage));
        Coefficients equation = driven.coefficients(voltage);
        Dop853 solver = Dop853.withTolerance(1e-13);
        Magnetization settled =
                end(
                        solver.integrate(
                                equation,
                                START,
                                APPROACH + RELAXATIONS / -cycle.growthRate().orElseThrow()));
        List<Double> times = new ArrayList<>();
        List<Magnetization> states = new ArrayList<>();
        // Of cycles about −x̂ as well as +x̂, all have m_y = 0 somewhere.
        PlaneCrossing section = new PlaneCrossing(0, 1, 0, 0, Direction.RISING);
        solver.integrate(
                equation,
                settled,
                (PERIODS + 2) * cycle.period(),
                section,
                (time, x, y, z) -> {
                    times.add(time);
                    states.add(new Magnetization(x, y, z));
                    return times.size() <= PERIODS;
                });
        assertThat(times).hasSize(PERIODS + 1);
        double period = (times.getLast() - times.getFirst()) / PERIODS;
        double[] sum = new double[1];
        // At fixed step samples are steps; interpolated ones would have the error of order 7.
        Dop853.withStep(0.05)
                .integrate(
                        equation,
                        states.getFirst(),
                        period,
                        Sampling.dividing(period, SAMPLES_PER_PERIOD),
                        (index, _, _, _, z) -> sum[0] += index == 0 ? 0 : 0.5 * (1 - z));

        double frequency = 2 * Math.PI / (period * PAPER.fmrFrequency());
        assertThat(cycle.frequency()).isCloseTo(frequency, within(SIMULATION_ERROR));
        assertThat(cycle.power()).isCloseTo(sum[0] / SAMPLES_PER_PERIOD, within(SIMULATION_ERROR));
    }

    @ParameterizedTest
    @CsvSource({"true, 1.05", "true, 1.5", "false, 1.2", "true, 2", "true, 4.5", "false, 3"})
    void multiplierIsTheMeasuredDecayOfAPerturbation(boolean selfTorque, double voltage) {
        DrivenOscillator driven = new DrivenOscillator(PAPER, EquationForm.EXACT, selfTorque);
        LimitCycle cycle = only(new LimitCycles(driven).at(voltage));
        double decay =
                (polarAfterATurn(driven, cycle, PERTURBATION)
                                - polarAfterATurn(driven, cycle, -PERTURBATION))
                        / (2 * PERTURBATION);
        assertThat(cycle.multiplier()).isCloseTo(decay, within(DECAY_ERROR));
        assertThat(cycle.stable()).isTrue();
    }

    /** θ on the meridian of the cycle's start, a turn after it was off the cycle by an angle. */
    private static double polarAfterATurn(
            DrivenOscillator driven, LimitCycle cycle, double perturbation) {
        Magnetization m = cycle.start();
        double transverse = Math.sqrt(m.x() * m.x() + m.y() * m.y());
        double polar = StrictMath.atan2(transverse, m.z()) + perturbation;
        double scale = StrictMath.sin(polar) / transverse;
        List<Double> polarAngles = new ArrayList<>();
        Dop853.withTolerance(1e-14)
                .integrate(
                        driven.coefficients(cycle.voltage()),
                        new Magnetization(scale * m.x(), scale * m.y(), StrictMath.cos(polar)),
                        3 * cycle.period(),
                        new PlaneCrossing(
                                -m.y() / transverse, m.x() / transverse, 0, 0, Direction.RISING),
                        (time, x, y, z) -> {
                            // Rounding may put the start just before the plane.
                            if (time < 0.5 * cycle.period()) {
                                return true;
                            }
                            polarAngles.add(StrictMath.atan2(Math.sqrt(x * x + y * y), z));
                            return false;
                        });
        return polarAngles.getFirst();
    }

    /**
     * For N_x = N_y a cycle is a circle c = m_z with σ = h[α + β(1−c²)], turns at the rate h and
     * relaxes as ċ = (1−c²)R(c)/D(c), R = h[α + β(1−c²)] − σ: μ = exp[(1−c²)R'(c)/D · 2π/h].
     */
    @ParameterizedTest
    @EnumSource(EquationForm.class)
    void axisymmetricCycleIsTheExactCircle(EquationForm form) {
        double fieldSlope = 0.3;
        Oscillator oscillator =
                Oscillator.of(
                        new Device(
                                Device.PAPER.junction(),
                                new Magnet(
                                        Device.PAPER.magnet().damping(),
                                        0.5,
                                        new Anisotropy(0.1, 0.1, 0.1 + fieldSlope)),
                                Device.PAPER.units()));
        double voltage = 1.5;
        BracketingNthOrderBrentSolver solver = new BracketingNthOrderBrentSolver(1e-15, 5);
        double c = solver.solve(100, x -> drift(oscillator, fieldSlope, voltage, x), -0.999, 0.999);
        double h = 0.5 - fieldSlope * c;
        double sine2 = 1 - c * c;
        double alpha = oscillator.damping(c);
        double beta = oscillator.selfInducedTorque(c);
        double denominator =
                form == EquationForm.EXACT ? 1 + alpha * alpha + alpha * beta * sine2 : 1;
        double difference = 1e-5;
        double slope =
                (drift(oscillator, fieldSlope, voltage, c + difference)
                                - drift(oscillator, fieldSlope, voltage, c - difference))
                        / (2 * difference);

        LimitCycle cycle =
                only(new LimitCycles(new DrivenOscillator(oscillator, form, true)).at(voltage));

        assertThat(cycle.regime()).isEqualTo(Regime.IN_PLANE);
        assertThat(cycle.start().z()).isCloseTo(c, within(PROMISED));
        assertThat(cycle.power()).isCloseTo(0.5 * (1 - c), within(PROMISED));
        assertThat(cycle.period()).isCloseTo(2 * Math.PI / h, within(PROMISED));
        assertThat(cycle.multiplier())
                .isCloseTo(
                        StrictMath.exp(sine2 * slope / denominator * 2 * Math.PI / h),
                        within(PROMISED));
    }

    private static double drift(Oscillator oscillator, double fieldSlope, double v, double c) {
        double beta = oscillator.selfInducedTorque(c);
        return (0.5 - fieldSlope * c) * (oscillator.damping(c) + beta * (1 - c * c))
                - oscillator.spinTransferTorque(v, c);
    }

    @Test
    void belowTheThresholdAndBeyondTheLastOrbitThereIsNone() {
        LimitCycles cycles = new LimitCycles(new DrivenOscillator(PAPER, EquationForm.EXACT, true));
        assertThat(cycles.at(0.99).cycles()).isEmpty();
        assertThat(cycles.at(4.95).cycles()).isEmpty();
    }

    @Test
    void twoCyclesBelongToAHystereticVoltage() {
        DrivenOscillator driven =
                new DrivenOscillator(Variants.constantDamping(), EquationForm.EXACT, false);
        List<LimitCycle> cycles = new LimitCycles(driven).at(0.9).cycles();
        assertThat(cycles).hasSize(2);
        assertThat(cycles.get(0).stable()).isFalse();
        assertThat(cycles.get(0).growthRate().orElseThrow()).isPositive();
        assertThat(cycles.get(1).stable()).isTrue();
        assertThat(cycles.get(1).power()).isGreaterThan(cycles.get(0).power());
    }

    /** Just above the voltage at which m = −ẑ sheds an unstable cycle, 1.04163 V_c. */
    @ParameterizedTest
    @CsvSource({"true, 1.0417", "true, 1.0421", "false, 1.0419"})
    void aSmallCycleAboutTheAntiparallelStateIsFound(boolean selfTorque, double voltage) {
        Oscillator weak = Variants.magnet(0.35, new Anisotropy(0.02, 0, 0));
        DrivenOscillator driven = new DrivenOscillator(weak, EquationForm.EXACT, selfTorque);
        List<LimitCycle> cycles = new LimitCycles(driven).at(voltage).cycles();
        assertThat(cycles).hasSize(2);
        assertThat(cycles.get(0).stable()).isTrue();
        assertThat(cycles.get(1).stable()).isFalse();
        assertThat(cycles.get(1).power()).isGreaterThan(0.99);
    }

    /** Of a deviation e⁻²⁷ and less is left after a turn: the map is flat to rounding. */
    @Test
    void aCycleThatAttractsBelowRoundingHasNoRateRatherThanOneThatIsNoNumber() {
        Oscillator oscillator =
                Oscillator.of(
                        new Device(
                                new Junction(
                                        0.21120074692952825,
                                        1.1592614393296297E-4,
                                        0.02036402563190401,
                                        0.40012892433881153,
                                        true,
                                        true),
                                new Magnet(
                                        new Damping.Intrinsic(0.005692012114696105),
                                        0.44548518040379276,
                                        new Anisotropy(
                                                0.42923262234590087,
                                                0.8712317536669675,
                                                0.1964318961517024)),
                                new Units.Dimensionless(1.365357632787423)));
        List<BranchPoint> flat =
                BranchDiagram.of(
                                new DrivenOscillator(oscillator, EquationForm.EXACT, true),
                                0.5468785983866074,
                                1.2963039652808093)
                        .of(Regime.OUT_OF_PLANE)
                        .stream()
                        .flatMap(branch -> branch.points().stream())
                        .filter(point -> point.multiplier().orElse(1) == 0)
                        .toList();
        assertThat(flat).isNotEmpty().allMatch(point -> point.growthRate().isEmpty());
        assertThat(flat).allMatch(point -> point.stable().orElse(false));
    }

    @Test
    void cycleBetweenTwoGridPointsOfTheScanAndTheEdgeIsFound() {
        // 1e-5 of the voltage before the end: the cycle is within 1e-6 of where m comes back no
        // more.
        LimitCycles cycles = new LimitCycles(new DrivenOscillator(PAPER, EquationForm.EXACT, true));
        LimitCycle last = only(cycles.at(1.66209));
        assertThat(last.regime()).isEqualTo(Regime.IN_PLANE);
        assertThat(last.frequency()).isLessThan(0.15);
        assertThat(last.stable()).isTrue();
    }

    /** Steps in which no cycle of either kind is found. */
    private static final long FEW_STEPS = 1000;

    @Test
    void aSearchThatTakesTooManyStepsIsGivenUpAndSaysSo() {
        DrivenOscillator driven = new DrivenOscillator(PAPER, EquationForm.EXACT, true);
        LimitCycles.Found found = new LimitCycles(driven, FEW_STEPS).at(1.2);
        assertThat(found.cycles()).isEmpty();
        assertThat(found.unfinished())
                .containsExactly(
                        new UnfinishedSearch(Regime.IN_PLANE, 1.2, FEW_STEPS),
                        new UnfinishedSearch(Regime.OUT_OF_PLANE, 1.2, FEW_STEPS));
    }

    /** Stiff to 10⁸ in one direction and hardly in the other: a turn may take 10¹³ steps. */
    @Test
    void aSearchThatWouldHardlyEverEndIsGivenUpToo() {
        Oscillator extreme =
                Oscillator.of(
                        new Device(
                                Device.PAPER.junction(),
                                new Magnet(
                                        new Damping.Total(1e-3), 1e-9, new Anisotropy(1e8, 0, 0)),
                                Device.PAPER.units()));
        DrivenOscillator driven = new DrivenOscillator(extreme, EquationForm.EXACT, true);
        assertThat(new LimitCycles(driven).at(3).unfinished())
                .containsExactly(
                        new UnfinishedSearch(Regime.OUT_OF_PLANE, 3, BranchDiagram.MOST_STEPS));
    }

    private static LimitCycle only(LimitCycles.Found found) {
        assertThat(found.unfinished()).isEmpty();
        assertThat(found.cycles()).hasSize(1);
        return found.cycles().getFirst();
    }

    private static Magnetization end(Solution solution) {
        assertThat(solution).isInstanceOf(Solution.Completed.class);
        return ((Solution.Completed) solution).end();
    }
}
