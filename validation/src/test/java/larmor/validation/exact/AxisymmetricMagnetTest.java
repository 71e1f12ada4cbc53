package larmor.validation.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import larmor.model.Anisotropy;
import larmor.model.Coefficients;
import larmor.model.Damping;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.model.InvalidInput;
import larmor.model.Junction;
import larmor.model.Magnet;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import larmor.ode.LlgsEquation;
import larmor.ode.Rk4;
import larmor.ode.Sampling;
import larmor.ode.Solution;
import larmor.validation.exact.AxisymmetricMagnet.LimitCycle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AxisymmetricMagnetTest {

    /** The accuracy asked of every comparison with a run. */
    private static final double AGREEMENT = 1e-9;

    /** RK4's rates err by h⁴/120 and less: 1e-12, a thousandth of what is asked. */
    private static final double STEP = 0.003;

    /** An easy plane that stiffens the precession as m turns down: a stable limit cycle. */
    private static final Anisotropy EASY_PLANE = new Anisotropy(0.1, 0.1, 0.6);

    /** An easy axis: m switches from near ẑ to near −ẑ. */
    private static final Anisotropy EASY_AXIS = new Anisotropy(0.4, 0.4, 0.1);

    @ParameterizedTest
    @CsvSource({"EXACT, true", "EXACT, false", "LEADING_ORDER, true", "LEADING_ORDER, false"})
    void limitCycleIsWhereTheTorquesBalance(EquationForm form, boolean selfTorque) {
        Oscillator oscillator = oscillator(EASY_PLANE);
        double v = 1.3;
        List<LimitCycle> stable =
                AxisymmetricMagnet.of(oscillator, v, form, selfTorque).limitCycles().stream()
                        .filter(LimitCycle::stable)
                        .toList();
        assertThat(stable).hasSize(1);
        double cosine = stable.getFirst().cosine();
        Coefficients coefficients = oscillator.coefficients(v, form, selfTorque);
        // Two samples less than half a turn apart, after the approach, exp(−0.0105·4000), has
        // ended.
        double interval = 2;
        List<Magnetization> samples = new ArrayList<>();
        new Rk4(STEP)
                .integrate(
                        coefficients,
                        Magnetization.normalized("start", 0.3, 0, 1),
                        4000 + interval,
                        new Sampling(4000, interval, 2),
                        (_, _, x, y, z) -> samples.add(new Magnetization(x, y, z)));
        assertThat(samples.get(1).z()).isCloseTo(cosine, within(AGREEMENT));
        double turned =
                StrictMath.atan2(
                        samples.get(0).x() * samples.get(1).y()
                                - samples.get(0).y() * samples.get(1).x(),
                        samples.get(0).x() * samples.get(1).x()
                                + samples.get(0).y() * samples.get(1).y());
        assertThat(turned / interval).isCloseTo(stable.getFirst().rate(), within(AGREEMENT));
    }

    @ParameterizedTest
    @EnumSource(EquationForm.class)
    void precessionOnALimitCycleHasTheFrequencyOfTheField(EquationForm form) {
        AxisymmetricMagnet magnet = AxisymmetricMagnet.of(oscillator(EASY_PLANE), 1.3, form, true);
        double rounding = 1e-15;
        for (LimitCycle cycle : magnet.limitCycles()) {
            assertThat(magnet.polarRate(cycle.cosine())).isCloseTo(0, within(rounding));
            assertThat(magnet.precessionRate(cycle.cosine()))
                    .isCloseTo(cycle.rate(), within(rounding));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2.0, 0.9, -0.9, EXACT, true",
        "2.0, 0.9, -0.9, LEADING_ORDER, true",
        "2.0, 0.9, -0.9, EXACT, false",
        "3.5, 0.99, 0.1, EXACT, true",
        "-1.0, -0.5, 0.999, EXACT, true",
        "0.0, -0.5, 0.8, LEADING_ORDER, true"
    })
    void switchingTakesTheTimeOfTheQuadrature(
            double v, double from, double to, EquationForm form, boolean selfTorque) {
        Oscillator oscillator = oscillator(EASY_AXIS);
        AxisymmetricMagnet magnet = AxisymmetricMagnet.of(oscillator, v, form, selfTorque);
        double time = magnet.timeBetween(from, to).orElseThrow();
        double sine = Math.sqrt(1 - from * from);
        Solution solution =
                new Rk4(STEP)
                        .integrate(
                                oscillator.coefficients(v, form, selfTorque),
                                Magnetization.normalized("start", 0.6 * sine, 0.8 * sine, from),
                                time);
        double reached = ((Solution.Completed) solution).end().z();
        // An error δ of m_z is an error δ/ċ of the time.
        assertThat((reached - to) / magnet.polarRate(to) / time).isCloseTo(0, within(AGREEMENT));
    }

    @ParameterizedTest
    @EnumSource(EquationForm.class)
    void ratesAreThoseOfTheEquationOfMotion(EquationForm form) {
        Oscillator oscillator = oscillator(EASY_PLANE);
        AxisymmetricMagnet magnet = AxisymmetricMagnet.of(oscillator, 1.3, form, true);
        LlgsEquation equation = new LlgsEquation(oscillator.coefficients(1.3, form, true));
        double rounding = 1e-15;
        for (double c : new double[] {-0.8, 0, 0.6}) {
            double sine = Math.sqrt(1 - c * c);
            double[] rate = new double[3];
            equation.rate(new double[] {sine, 0, c}, rate);
            assertThat(magnet.polarRate(c)).isCloseTo(rate[2], within(rounding));
            assertThat(magnet.precessionRate(c)).isCloseTo(rate[1] / sine, within(rounding));
        }
    }

    /** The torques would balance at an m_z a little above 1. */
    @Test
    void thereIsNoStablePrecessionRightBelowTheCriticalVoltage() {
        assertThat(stableCycles(1.0001)).hasSize(1);
        assertThat(stableCycles(0.9999)).isEmpty();
    }

    private static List<LimitCycle> stableCycles(double v) {
        return AxisymmetricMagnet.of(oscillator(EASY_PLANE), v, EquationForm.EXACT, true)
                .limitCycles()
                .stream()
                .filter(LimitCycle::stable)
                .toList();
    }

    /** Powers of two, so that the torques balance at c = −½ and at c = ½ to the last bit. */
    @ParameterizedTest
    @CsvSource({"0.5, 1, 0, 0, -0.5, false", "1, 0, 0.5, 1.5, 0.5, true"})
    void limitCycleOnAPointOfTheScanIsFoundOnce(
            double field, double across, double along, double v, double cosine, boolean stable) {
        Oscillator oscillator =
                Oscillator.of(
                        new Device(
                                new Junction(0.5, 0.25, 0.5, 0.5, false, false),
                                new Magnet(
                                        new Damping.Total(0.25),
                                        field,
                                        new Anisotropy(across, across, along)),
                                Device.PAPER.units()));
        AxisymmetricMagnet magnet = AxisymmetricMagnet.of(oscillator, v, EquationForm.EXACT, false);
        assertThat(magnet.polarRate(cosine)).isZero();
        assertThat(magnet.limitCycles())
                .containsExactly(new LimitCycle(cosine, magnet.field(cosine), stable));
    }

    @Test
    void timesAddAlongTheWay() {
        AxisymmetricMagnet magnet =
                AxisymmetricMagnet.of(oscillator(EASY_AXIS), 2, EquationForm.EXACT, true);
        double whole = magnet.timeBetween(0.9, -0.9).orElseThrow();
        double parts =
                magnet.timeBetween(0.9, 0.2).orElseThrow()
                        + magnet.timeBetween(0.2, -0.9).orElseThrow();
        assertThat(parts).isCloseTo(whole, within(1e-12 * whole));
        assertThat(magnet.timeBetween(0.5, 0.5)).hasValue(0);
    }

    @Test
    void magnetNeitherTurnsBackNorPassesALimitCycle() {
        AxisymmetricMagnet magnet =
                AxisymmetricMagnet.of(oscillator(EASY_PLANE), 1.3, EquationForm.EXACT, true);
        double cycle = magnet.limitCycles().getLast().cosine();
        assertThat(magnet.timeBetween(0.99, 0.5 * (0.99 + cycle))).isPresent();
        assertThat(magnet.timeBetween(0.5 * (0.99 + cycle), 0.99)).isEmpty();
        assertThat(magnet.timeBetween(0.99, cycle - 0.1)).isEmpty();
        assertThat(magnet.timeBetween(cycle, 0.99)).isEmpty();
        assertThat(magnet.timeBetween(cycle, cycle - 0.1)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(EquationForm.class)
    void isotropicMagnetRelaxesAlongAHyperbolicTangent(EquationForm form) {
        double damping = 0.3;
        double field = 0.8;
        Coefficients coefficients =
                new Coefficients(
                        field, 0, 0, 1, 0, damping, 0, 0, 0, form == EquationForm.EXACT ? 1 : 0);
        for (double time : new double[] {0.5, 3, 12}) {
            Magnetization exact = AxisymmetricMagnet.freeRelaxation(damping, field, form, time);
            Solution solution =
                    new Rk4(STEP).integrate(coefficients, new Magnetization(1, 0, 0), time);
            Magnetization end = ((Solution.Completed) solution).end();
            assertThat(end.x()).isCloseTo(exact.x(), within(AGREEMENT));
            assertThat(end.y()).isCloseTo(exact.y(), within(AGREEMENT));
            assertThat(end.z()).isCloseTo(exact.z(), within(AGREEMENT));
        }
    }

    @ParameterizedTest
    @EnumSource(EquationForm.class)
    void quadratureOfFreeRelaxationIsItsClosedForm(EquationForm form) {
        double damping = 0.3;
        Oscillator isotropic = oscillator(new Anisotropy(0, 0, 0), damping, 1, false);
        AxisymmetricMagnet magnet = AxisymmetricMagnet.of(isotropic, 0, form, false);
        double time = magnet.timeBetween(0, 0.7).orElseThrow();
        assertThat(AxisymmetricMagnet.freeRelaxation(damping, isotropic.field(), form, time).z())
                .isCloseTo(0.7, within(1e-14));
    }

    @Test
    void refusesWhatIsNotAxisymmetricOrNotOnTheSphere() {
        Oscillator paper = Oscillator.of(Device.PAPER);
        assertThatThrownBy(() -> AxisymmetricMagnet.of(paper, 1, EquationForm.EXACT, true))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("magnet.anisotropy");
        Oscillator axial = oscillator(EASY_PLANE);
        assertThatThrownBy(() -> AxisymmetricMagnet.of(axial, Double.NaN, EquationForm.EXACT, true))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("--voltage");
        AxisymmetricMagnet magnet = AxisymmetricMagnet.of(axial, 1, EquationForm.EXACT, true);
        assertThatThrownBy(() -> magnet.timeBetween(1, 0))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("from");
        assertThatThrownBy(() -> magnet.timeBetween(0, -1))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("to");
    }

    private static Oscillator oscillator(Anisotropy anisotropy) {
        return oscillator(anisotropy, 0.05, 0.9, true);
    }

    private static Oscillator oscillator(
            Anisotropy anisotropy, double damping, double field, boolean angular) {
        Junction paper = Device.PAPER.junction();
        return Oscillator.of(
                new Device(
                        new Junction(
                                paper.gParallel(),
                                paper.gAntiparallel(),
                                paper.gRight(),
                                paper.polarization(),
                                angular,
                                angular),
                        new Magnet(new Damping.Total(damping), field, anisotropy),
                        Device.PAPER.units()));
    }
}
