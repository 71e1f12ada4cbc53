package larmor.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not an oscillator is refused by the name of the key at fault. */
class RefusalTest {

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.4, 1.0000001, Double.NaN, Double.POSITIVE_INFINITY})
    void polarizationLiesAboveZeroAndAtMostAtOne(double polarization) {
        assertRefused(
                "junction.polarization",
                () -> new Junction(0.12, 0.05, 0.12, polarization, true, true));
    }

    @Test
    void fullPolarizationIsAccepted() {
        assertThat(new Junction(0.12, 0.05, 0.12, 1, true, true).polarization()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e-300, Double.NaN, Double.NEGATIVE_INFINITY})
    void conductancesAreNotNegative(double conductance) {
        assertRefused(
                "junction.g_parallel",
                () -> new Junction(conductance, 0.05, 0.12, 0.4, true, true));
        assertRefused(
                "junction.g_antiparallel",
                () -> new Junction(0.12, conductance, 0.12, 0.4, true, true));
        assertRefused(
                "junction.g_right", () -> new Junction(0.12, 0.05, conductance, 0.4, true, true));
    }

    @Test
    void currentMustBeAbleToLeaveThroughTheRightJunction() {
        assertRefused("junction.g_right", () -> new Junction(0.12, 0.05, 0, 0.4, true, true));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.01, Double.NaN, Double.POSITIVE_INFINITY})
    void totalDampingIsPositive(double damping) {
        assertRefused("magnet.damping", () -> new Damping.Total(damping));
    }

    @Test
    void intrinsicDampingIsFinite() {
        assertRefused("magnet.intrinsic_damping", () -> new Damping.Intrinsic(Double.NaN));
    }

    @Test
    void intrinsicDampingMayNotOutweighSpinPumpingAtAnyAngle() {
        Anisotropy film = new Anisotropy(1, 0, 0);
        Magnet negative = new Magnet(new Damping.Intrinsic(-0.02), 0.35, film);
        assertRefused("magnet.intrinsic_damping", () -> oscillator(paperJunction(), negative));
    }

    @Test
    void dampingThatTurnsNegativeAtTheAntiparallelStateIsRefused() {
        // g^P < g^AP: spin pumping falls towards θ = π, here by (κ/4π)(g^AP−g^P) = 0.024.
        Junction inverted = new Junction(0.1, 0.4, 0.12, 0.4, true, true);
        Magnet weak = new Magnet(new Damping.Total(0.01), 0.35, new Anisotropy(1, 0, 0));
        assertRefused("magnet.damping", () -> oscillator(inverted, weak));
        Magnet strong = new Magnet(new Damping.Total(0.03), 0.35, new Anisotropy(1, 0, 0));
        assertThat(oscillator(inverted, strong).damping(-1)).isCloseTo(0.0061, within(1e-4));
    }

    @Test
    void dampingHeldAtItsParallelValueCannotTurnNegative() {
        Junction held = new Junction(0.1, 0.4, 0.12, 0.4, false, true);
        Magnet weak = new Magnet(new Damping.Total(0.01), 0.35, new Anisotropy(1, 0, 0));
        assertThat(oscillator(held, weak).damping(-1)).isEqualTo(0.01);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, -2})
    void parallelStateThatIsASaddleIsRefused(double field) {
        Magnet magnet = new Magnet(new Damping.Total(0.01), field, new Anisotropy(1, 0, 0));
        assertRefused("magnet.field", () -> oscillator(paperJunction(), magnet));
    }

    @Test
    void bothStiffnessesOfTheParallelStateMustBePositive() {
        assertRefused("magnet.field", () -> film(new Anisotropy(-0.5, 0, 0)));
        assertRefused("magnet.field", () -> film(new Anisotropy(0, -0.5, 0)));
        assertRefused("magnet.field", () -> film(new Anisotropy(1, 1, 1.35)));
        assertThat(film(new Anisotropy(1, 1, 1.3)).stiffnessX()).isCloseTo(0.05, within(1e-15));
    }

    @Test
    void fieldAndAnisotropyAreFinite() {
        assertRefused(
                "magnet.field",
                () -> new Magnet(new Damping.Total(1), Double.NaN, new Anisotropy(1, 0, 0)));
        assertRefused("magnet.anisotropy[0]", () -> new Anisotropy(Double.NaN, 0, 0));
        assertRefused("magnet.anisotropy[1]", () -> new Anisotropy(0, 1 / 0.0, 0));
        assertRefused("magnet.anisotropy[2]", () -> new Anisotropy(0, 0, -1 / 0.0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void scalesOfUnitsArePositive(double value) {
        assertRefused("magnet.spin_ratio", () -> new Units.Dimensionless(value));
        assertRefused("si.saturation_magnetization", () -> new Units.Si(value, 1e-24, 1.76e11));
        assertRefused("si.volume", () -> new Units.Si(8e5, value, 1.76e11));
        assertRefused("si.gyromagnetic_ratio", () -> new Units.Si(8e5, 1e-24, value));
    }

    @Test
    void numbersThatOverflowAreRefused() {
        assertRefused("device", () -> film(new Anisotropy(1e300, 0, 0)));
    }

    @Test
    void deviceWithoutSpinTransferTorqueTakesNoVoltageButZero() {
        Oscillator nonmagnetic =
                oscillator(new Junction(0.1, 0.1, 0.12, 0.4, true, true), Device.PAPER.magnet());
        assertRefused("--voltage", () -> nonmagnetic.coefficients(0.5, EquationForm.EXACT, true));
        assertThat(nonmagnetic.coefficients(0, EquationForm.EXACT, true).b()).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY})
    void voltageIsFinite(double v) {
        Oscillator paper = Oscillator.of(Device.PAPER);
        assertRefused("--voltage", () -> paper.coefficients(v, EquationForm.EXACT, true));
    }

    @Test
    void directionWithoutALengthIsRefused() {
        assertRefused("--initial", () -> Magnetization.normalized("--initial", 0, 0, 0));
        assertRefused("--initial", () -> Magnetization.normalized("--initial", Double.NaN, 0, 1));
        assertRefused("--initial", () -> Magnetization.normalized("--initial", 0, 1 / 0.0, 1));
    }

    @Test
    void directionsOfAnyMagnitudeAreNormalised() {
        for (double scale : new double[] {1e-320, 1e-160, 1, 1e160, 1e307}) {
            Magnetization m = Magnetization.normalized("m", 3 * scale, 0, 4 * scale);
            // 1e-320 is subnormal and has three digits.
            assertThat(m.z()).isCloseTo(0.8, within(scale < 1e-300 ? 1e-3 : 1e-15));
            assertThat(m.norm()).isCloseTo(1, within(1e-15));
        }
    }

    @Test
    void voltageWhoseTorqueOverflowsIsRefused() {
        Oscillator strong =
                oscillator(
                        paperJunction(),
                        new Magnet(new Damping.Total(1), 1e3, new Anisotropy(1, 0, 0)));
        assertRefused(
                "--voltage", () -> strong.coefficients(Double.MAX_VALUE, EquationForm.EXACT, true));
    }

    private static Oscillator film(Anisotropy anisotropy) {
        return oscillator(paperJunction(), new Magnet(new Damping.Total(0.01), 0.35, anisotropy));
    }

    private static Junction paperJunction() {
        return Device.PAPER.junction();
    }

    private static Oscillator oscillator(Junction junction, Magnet magnet) {
        return Oscillator.of(new Device(junction, magnet, new Units.Dimensionless(1)));
    }

    private static void assertRefused(String field, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        InvalidInput.class, refusal -> assertThat(refusal.field()).isEqualTo(field))
                .hasMessageStartingWith(field + " ")
                .hasMessageNotContaining("\n");
    }
}
