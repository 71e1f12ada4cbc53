package larmor.validation.charge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.model.InvalidInput;
import larmor.model.Junction;
import larmor.model.Magnet;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import larmor.ode.LlgsEquation;
import larmor.ode.NumericalFailure;
import larmor.ode.Rk4;
import larmor.ode.Solution;
import larmor.validation.charge.ChargeDynamics.Outcome;
import larmor.validation.charge.ChargeDynamics.State;
import org.hipparchus.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChargeDynamicsTest {

    private static final Oscillator PAPER = Oscillator.of(Device.PAPER);
    private static final Magnetization START = Magnetization.normalized("start", 0.6, 0.2, 0.7);
    private static final double VOLTAGE = 1.5;
    private static final double TIME = 30;

    /** The distance at τ = 1e-4 is near 1e-7; RK4 at h = 0.001 is off by 1e-12. */
    private static final double STEP = 0.001;

    @Test
    void distanceToTheEliminatedEquationFallsInProportionToTheRelaxationTime() {
        Magnetization eliminated = eliminated(PAPER, VOLTAGE, true);
        SimpleRegression regression = new SimpleRegression();
        for (double tau : new double[] {1e-4, 3e-4, 1e-3, 3e-3, 1e-2}) {
            double distance = distance(run(PAPER, tau).m(), eliminated);
            regression.addData(StrictMath.log(tau), StrictMath.log(distance));
        }
        assertThat(regression.getSlope()).isCloseTo(1, within(0.02));
    }

    @Test
    void fastRelaxationGivesTheSelfInducedTorqueAndNothingElse() {
        double tau = 1e-4;
        Magnetization coupled = run(PAPER, tau).m();
        double withTorque = distance(coupled, eliminated(PAPER, VOLTAGE, true));
        double withoutTorque = distance(coupled, eliminated(PAPER, VOLTAGE, false));
        assertThat(withTorque).isLessThan(tau);
        // β is a third of α and acts over thirty units of time.
        assertThat(withoutTorque).isGreaterThan(0.01);
    }

    @Test
    void relaxedChargeObeysTheEliminatedVoltageAndTheChemicalPotential() {
        double tau = 1e-4;
        State end = run(PAPER, tau);
        double conductance = PAPER.conductance(end.m().z());
        double right = PAPER.gRight();
        // Eq. (7); u lags by τ u̇, of the order of τ.
        assertThat(end.leftVoltage())
                .isCloseTo(
                        (right * VOLTAGE - end.pumpingCurrent()) / (conductance + right),
                        within(tau));
        // Eq. (A1), with μ_l − μ_r = eV.
        assertThat(end.chemicalPotential())
                .isCloseTo(
                        (conductance * VOLTAGE + end.pumpingCurrent()) / (conductance + right),
                        within(tau));
        assertThat(end.pumpingCurrent()).isNotZero();
    }

    @Test
    void pumpingCurrentIsTheOneOfTheElectronCharge() {
        // I_c^p = (ħ/4e) g_l^s q·ṁ and V_c = (4πħ/κe) s_c d(1)/(g_l^s g_r), rates in γμ₀M_s.
        Outcome start = ChargeDynamics.of(PAPER, VOLTAGE, 1e-3).integrate(START, 0);
        State state = ((Outcome.Completed) start).end();
        double gs = PAPER.spinConductance();
        double criticalVoltage =
                4
                        * Math.PI
                        * PAPER.criticalTorque()
                        * (PAPER.conductance(1) + PAPER.gRight())
                        / (PAPER.spinRatio() * gs * PAPER.gRight());
        double[] rate = new double[3];
        new LlgsEquation(PAPER.coefficients(VOLTAGE, EquationForm.EXACT, true))
                .rate(new double[] {START.x(), START.y(), START.z()}, rate);
        double qRate = START.x() * rate[1] - START.y() * rate[0];
        double rounding = 1e-15;
        assertThat(state.pumpingCurrent())
                .isCloseTo(0.25 * gs * qRate / criticalVoltage, within(rounding));
        assertThat(state.m()).isEqualTo(START);
    }

    @Test
    void heldConductanceIsHeldInTheChargeEquationToo() {
        Junction paper = Device.PAPER.junction();
        Oscillator frozen =
                Oscillator.of(
                        new Device(
                                new Junction(
                                        paper.gParallel(),
                                        paper.gAntiparallel(),
                                        paper.gRight(),
                                        paper.polarization(),
                                        false,
                                        false),
                                new Magnet(
                                        Device.PAPER.magnet().damping(),
                                        0.35,
                                        Device.PAPER.magnet().anisotropy()),
                                Device.PAPER.units()));
        double tau = 1e-3;
        assertThat(distance(run(frozen, tau).m(), eliminated(frozen, VOLTAGE, true)))
                .isLessThan(tau);
    }

    @Test
    void nonmagneticJunctionNeitherPumpsNorDrives() {
        Oscillator nonmagnetic =
                Oscillator.of(
                        new Device(
                                new Junction(0.1, 0.1, 0.12, 0.4, true, true),
                                Device.PAPER.magnet(),
                                Device.PAPER.units()));
        Outcome outcome = ChargeDynamics.of(nonmagnetic, 0, 1e-2).integrate(START, TIME);
        State end = ((Outcome.Completed) outcome).end();
        assertThat(end.leftVoltage()).isZero();
        assertThat(end.pumpingCurrent()).isZero();
        // RK4 at this step and order 8 at tolerance 1e-13 agree to 1e-11 over three periods.
        assertThat(distance(end.m(), eliminated(nonmagnetic, 0, true))).isLessThan(1e-11);
    }

    @Test
    void overflowEndsInATypedFailure() {
        Outcome outcome = ChargeDynamics.of(PAPER, 1e200, 1e-2).integrate(START, TIME);
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        NumericalFailure failure = ((Outcome.Failed) outcome).failure();
        assertThat(failure.kind()).isEqualTo(NumericalFailure.Kind.NON_FINITE);
        assertThat(failure.state()).isEqualTo(START);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesARelaxationTimeThatIsNotPositive(double tau) {
        assertThatThrownBy(() -> ChargeDynamics.of(PAPER, VOLTAGE, tau))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("--charge-relaxation-time");
    }

    @Test
    void refusesVoltagesAndTimesThatAreNotFinite() {
        assertThatThrownBy(() -> ChargeDynamics.of(PAPER, Double.NaN, 1e-3))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("--voltage");
        assertThatThrownBy(() -> ChargeDynamics.of(PAPER, VOLTAGE, 1e-12).integrate(START, TIME))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("--charge-relaxation-time");
        ChargeDynamics dynamics = ChargeDynamics.of(PAPER, VOLTAGE, 1e-3);
        for (double time : List.of(-1.0, Double.NaN)) {
            assertThatThrownBy(() -> dynamics.integrate(START, time))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageStartingWith("--time");
        }
    }

    private static State run(Oscillator oscillator, double tau) {
        Outcome outcome = ChargeDynamics.of(oscillator, VOLTAGE, tau).integrate(START, TIME);
        return ((Outcome.Completed) outcome).end();
    }

    private static Magnetization eliminated(Oscillator oscillator, double v, boolean selfTorque) {
        Solution solution =
                new Rk4(STEP)
                        .integrate(
                                oscillator.coefficients(v, EquationForm.EXACT, selfTorque),
                                START,
                                TIME);
        return ((Solution.Completed) solution).end();
    }

    private static double distance(Magnetization a, Magnetization b) {
        double x = a.x() - b.x();
        double y = a.y() - b.y();
        double z = a.z() - b.z();
        return Math.sqrt(x * x + y * y + z * z);
    }
}
