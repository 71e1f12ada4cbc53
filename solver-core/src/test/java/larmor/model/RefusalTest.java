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
    @ValueSource(
            doubles = {-1e-300, Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY})
    void conductancesAreFiniteAndNotNegative(double conductance) {
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
    void leftJunctionMayBlockTheCurrentInOneState() {
        Junction blocking = new Junction(0, 0.05, 0.12, 0.4, true, true);
        assertThat(blocking.gParallel()).isZero();
        assertThat(new Junction(0.12, 0, 0.12, 0.4, true, true).gAntiparallel()).isZero();
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

    /** Powers of two, so that spin pumping takes the intrinsic damping away to the last bit. */
    @Test
    void dampingThatVanishesIsRefused() {
        Junction binary = new Junction(0.5, 0.25, 0.25, 0.5, true, true);
        Magnet film = new Magnet(new Damping.Intrinsic(0), 0.35, new Anisotropy(1, 0, 0));
        double pumping = oscillator(binary, film).pumpingDamping(1);
        Magnet cancelled =
                new Magnet(new Damping.Intrinsic(-pumping), 0.35, new Anisotropy(1, 0, 0));
        assertRefused("magnet.intrinsic_damping", () -> oscillator(binary, cancelled));
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
    void aSaddleIsDescribedInTheUnitsOfTheDevice() {
        Magnet magnet = new Magnet(new Damping.Total(0.01), -0.2, new Anisotropy(1, 0, 0));
        Units.Si si = new Units.Si(8e5, 1e-24, 1.76e11);
        assertThatThrownBy(() -> oscillator(paperJunction(), magnet, si))
                .hasMessage(
                        "magnet.field and magnet.anisotropy must make mu0 H0 + (N_y - N_z) mu0 M_s"
                                + " positive, not -0.2 T: m = z is unstable without a voltage");
        assertThatThrownBy(() -> oscillator(paperJunction(), magnet))
                .hasMessageContaining("must make h0 + N_y - N_z positive, not -0.2: m = z");
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
        Magnet magnet = Device.PAPER.magnet();
        assertRefused("device", () -> film(new Anisotropy(1e300, 0, 0)));
        // The conductance of the right junction in the drive and once more in d(c).
        assertRefused(
                "device",
                () -> oscillator(new Junction(0.12, 0.05, 1e200, 0.4, true, true), magnet));
        // Both stiffnesses, whose root is the FMR frequency.
        assertRefused("device", () -> film(new Anisotropy(1e160, 1e160, 0)));
        // The square of the spin conductance.
        assertRefused(
                "device",
                () -> oscillator(new Junction(1e160, 0.05, 0.12, 0.4, false, true), magnet));
    }

    @Test
    void dampingTooSmallForItsRatioToTheSelfInducedTorqueIsRefused() {
        Magnet undamped = new Magnet(new Damping.Total(1e-315), 0.35, new Anisotropy(1, 0, 0));
        assertRefused("device", () -> oscillator(paperJunction(), undamped));
    }

    /** γμ₀M_s = 1e304 rad/s, times √(ab) = 1e10; κ is near 1. */
    @Test
    void resonanceWhoseRateOverflowsIsRefused() {
        Magnet stiff = new Magnet(new Damping.Total(0.01), 0.35, new Anisotropy(1e10, 1e10, 0));
        assertRefused(
                "device",
                () -> oscillator(paperJunction(), stiff, new Units.Si(1e110, 1e56, 1e200)));
    }

    @Test
    void numbersThatOverflowInTheUnitsOfTheEquationAreRefusedByTheirKey() {
        Magnet magnet = Device.PAPER.magnet();
        Units.Si si = new Units.Si(8e5, 1e-24, 1.76e11);
        assertRefused(
                "magnet.field",
                () ->
                        oscillator(
                                paperJunction(),
                                new Magnet(new Damping.Total(0.01), 1e307, new Anisotropy(1, 0, 0)),
                                new Units.Si(1e-3, 1e-24, 1.76e11)));
        assertRefused(
                "magnet.spin_ratio",
                () -> oscillator(paperJunction(), magnet, new Units.Si(8e5, 1, 1e-300)));
        double siemens = 1e305;
        assertRefused(
                "junction.g_parallel",
                () -> oscillator(new Junction(siemens, 0.05, 0.12, 0.4, true, true), magnet, si));
        assertRefused(
                "junction.g_antiparallel",
                () -> oscillator(new Junction(0.12, siemens, 0.12, 0.4, true, true), magnet, si));
        assertRefused(
                "junction.g_right",
                () -> oscillator(new Junction(0.12, 0.05, siemens, 0.4, true, true), magnet, si));
    }

    /** Nobody gave a voltage. */
    @Test
    void deviceWhoseCriticalTorqueOverflowsIsRefusedAsADevice() {
        Magnet strong = new Magnet(new Damping.Total(1), 1e3, new Anisotropy(1, 0, 0));
        Junction wide = new Junction(0.12, 0.05, 1e307, 0.4, true, true);
        assertRefused("device", () -> oscillator(wide, strong));
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
        assertThatThrownBy(() -> paper.coefficients(v, EquationForm.EXACT, true))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("--voltage must be a finite number, not " + v);
    }

    @Test
    void directionWithoutALengthIsRefused() {
        assertRefused("--initial", () -> Magnetization.normalized("--initial", 0, 0, 0));
        assertRefused("--initial", () -> Magnetization.normalized("--initial", Double.NaN, 0, 1));
        assertRefused("--initial", () -> Magnetization.normalized("--initial", 0, 1 / 0.0, 1));
    }

    @Test
    void directionsAreNormalisedComponentByComponent() {
        Magnetization m = Magnetization.normalized("m", 2, -3, 6);
        assertThat(m.x()).isCloseTo(2 / 7.0, within(1e-15));
        assertThat(m.y()).isCloseTo(-3 / 7.0, within(1e-15));
        assertThat(m.z()).isCloseTo(6 / 7.0, within(1e-15));
        assertThat(new Magnetization(2, -3, 6).norm()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY})
    void directionIsFiniteOnlyIfAllItsComponentsAre(double value) {
        assertThat(new Magnetization(0.6, 0, 0.8).isFinite()).isTrue();
        assertThat(new Magnetization(value, 0, 0.8).isFinite()).isFalse();
        assertThat(new Magnetization(0.6, value, 0.8).isFinite()).isFalse();
        assertThat(new Magnetization(0.6, 0, value).isFinite()).isFalse();
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
        return oscillator(junction, magnet, new Units.Dimensionless(1));
    }

    private static Oscillator oscillator(Junction junction, Magnet magnet, Units units) {
        return Oscillator.of(new Device(junction, magnet, units));
    }

    private static void assertRefused(String field, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> {
                            assertThat(refusal.field()).isEqualTo(field);
                            assertThat(refusal).hasMessage(field + " " + refusal.problem());
                        })
                .hasMessageNotContaining("\n");
    }
}
