package larmor.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OscillatorTest {

    private static final Oscillator PAPER = Oscillator.of(Device.PAPER);

    /** A handful of operations on numbers of order 1. */
    private static final double ROUNDING = 1e-15;

    /** Half a unit of the last digit of a number quoted to three significant digits. */
    private static final double THREE_DIGITS = 5e-4;

    @Test
    void pumpingLeavesThePaperDeviceANegativeIntrinsicDamping() {
        assertThat(PAPER.pumpingDamping(1)).isCloseTo(0.17 / (4 * Math.PI), within(ROUNDING));
        assertThat(PAPER.intrinsicDamping()).isCloseTo(-0.00353, within(5e-6));
        assertThat(PAPER.warnings())
                .anyMatch(warning -> warning.contains("alpha_0 = -0.00352817 is negative"));
    }

    @Test
    void conductancesOfThePaperImplyALeadPolarizationBeyondOne() {
        assertThat(PAPER.leadPolarization()).isCloseTo(1.029, within(THREE_DIGITS));
        assertThat(PAPER.warnings()).anyMatch(warning -> warning.contains("polarization"));
    }

    /** Resistances in place of conductances pump more spin than any damping bears. */
    @Test
    void aDampingThatIsRefusedNamesANumberInADoubtfulUnit() {
        Device resistances =
                new Device(
                        new Junction(111, 250, 111, 0.4, true, true),
                        Device.PAPER.magnet(),
                        new Units.Si(8e5, 1.8e-23, 1.76e11));
        assertThatThrownBy(() -> Oscillator.of(resistances))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("magnet.damping must leave the damping positive")
                .hasMessageEndingWith(
                        "; junction.g_parallel = 111 S: usual is 1e-9 to 1; another unit?");
    }

    private static Oscillator ordinary(double gParallel, double gAntiparallel) {
        return Oscillator.of(
                new Device(
                        new Junction(gParallel, gAntiparallel, 0.12, 0.4, true, true),
                        new Magnet(new Damping.Total(0.05), 0.35, new Anisotropy(1, 0, 0)),
                        new Units.Dimensionless(1)));
    }

    @Test
    void equalConductancesHaveNoSignToTell() {
        assertThat(ordinary(0.1, 0.1).warnings()).isEmpty();
    }

    @Test
    void exchangedConductancesAreToldBecauseTheVoltageChangesItsSign() {
        Oscillator oscillator = ordinary(0.08, 0.1);
        assertThat(DerivedNumbers.of(oscillator).criticalVoltage()).isNotEmpty();
        assertThat(DerivedNumbers.of(oscillator).criticalVoltage().orElseThrow()).isNegative();
        assertThat(oscillator.warnings())
                .containsExactly(
                        "V_c is negative, as (g_parallel - g_antiparallel)/polarization is");
    }

    @Test
    void ordinaryDeviceGivesNoWarning() {
        assertThat(ordinary(0.1, 0.08).warnings()).isEmpty();
    }

    @Test
    void dampingGrowsTowardsTheAntiparallelStateByTheSpinFlipConductance() {
        for (double c : new double[] {1, 0.3, -1}) {
            double pumped = PAPER.spinFlipConductance(c) - PAPER.spinFlipConductance(1);
            assertThat(PAPER.damping(c)).isCloseTo(0.01 + pumped / (4 * Math.PI), within(ROUNDING));
            assertThat(PAPER.damping(c))
                    .isCloseTo(
                            PAPER.intrinsicDamping() + PAPER.pumpingDamping(c), within(ROUNDING));
        }
        assertThat(PAPER.conductance(1)).isEqualTo(0.12);
        assertThat(PAPER.conductance(-1)).isCloseTo(0.05, within(ROUNDING));
        assertThat(PAPER.spinFlipConductance(1)).isCloseTo(0.05, within(ROUNDING));
        assertThat(PAPER.spinConductance()).isCloseTo(0.175, within(ROUNDING));
    }

    @Test
    void intrinsicAndTotalDampingDescribeTheSameDevice() {
        Device intrinsic =
                new Device(
                        Device.PAPER.junction(),
                        new Magnet(
                                new Damping.Intrinsic(PAPER.intrinsicDamping()),
                                0.35,
                                Device.PAPER.magnet().anisotropy()),
                        Device.PAPER.units());
        assertThat(Oscillator.of(intrinsic).dampingParallel()).isCloseTo(0.01, within(ROUNDING));
    }

    @Test
    void criticalVoltageIsIndependentOfTheSelfInducedTorque() {
        // At v = 1 the torque balances the damping of m = ẑ, with a = h₀ and b = h₀ + 1.
        double balance = 0.01 * 0.5 * (0.35 + 1.35);
        assertThat(PAPER.criticalTorque()).isCloseTo(balance, within(ROUNDING));
        assertThat(PAPER.spinTransferTorque(1, 1)).isCloseTo(balance, within(ROUNDING));
        for (boolean selfTorque : new boolean[] {true, false}) {
            Coefficients coefficients = PAPER.coefficients(1, EquationForm.EXACT, selfTorque);
            assertThat(coefficients.s() / (coefficients.d0() + coefficients.d1()))
                    .isCloseTo(balance, within(ROUNDING));
        }
    }

    @Test
    void criticalTorqueOfAnyAnisotropyIsTheDampingTimesTheMeanStiffness() {
        Oscillator biaxial = oscillator(0.35, new Anisotropy(0.7, 0.2, -0.1), true, true);
        assertThat(biaxial.stiffnessX()).isCloseTo(1.15, within(ROUNDING));
        assertThat(biaxial.stiffnessY()).isCloseTo(0.65, within(ROUNDING));
        assertThat(biaxial.criticalTorque())
                .isCloseTo(0.01 * (0.35 + 0.5 * 0.9 + 0.1), within(ROUNDING));
        assertThat(biaxial.fmrFrequency()).isCloseTo(Math.sqrt(1.15 * 0.65), within(ROUNDING));
    }

    @Test
    void fmrFrequencyIsThatOfKittel() {
        assertThat(PAPER.fmrFrequency()).isCloseTo(Math.sqrt(0.35 * (0.35 + 1)), within(ROUNDING));
    }

    @Test
    void torquesFollowTheConductanceOfTheIsland() {
        double strength = 0.175 * 0.175 / (16 * Math.PI);
        for (double c : new double[] {1, 0, -0.4, -1}) {
            double conductance = PAPER.conductance(c) + 0.12;
            assertThat(PAPER.selfInducedTorque(c))
                    .isCloseTo(strength / conductance, within(ROUNDING));
            assertThat(PAPER.spinTransferTorque(1.7, c))
                    .isCloseTo(1.7 * 0.0085 * 0.24 / conductance, within(ROUNDING));
        }
    }

    @Test
    void heldAnglesFreezeDampingAndTorquesAtTheParallelState() {
        Oscillator held = oscillator(0.35, new Anisotropy(1, 0, 0), false, false);
        for (double c : new double[] {0, -1}) {
            assertThat(held.damping(c)).isEqualTo(held.damping(1));
            assertThat(held.spinTransferTorque(1, c)).isEqualTo(held.spinTransferTorque(1, 1));
            assertThat(held.selfInducedTorque(c)).isEqualTo(held.selfInducedTorque(1));
        }
    }

    @Test
    void wideRightJunctionLeavesASingleJunction() {
        double gRight = 1000;
        Oscillator wide =
                Oscillator.of(
                        new Device(
                                new Junction(0.12, 0.05, gRight, 0.4, false, true),
                                Device.PAPER.magnet(),
                                Device.PAPER.units()));
        // GLD's limit g_r ≫ g_l: the torque no longer depends on the angle beyond (g^P−g^AP)/g_r.
        assertThat(wide.spinTransferTorque(1, -1) / wide.criticalTorque())
                .isCloseTo(1, within(0.07 / gRight));
        assertThat(wide.selfInducedTorque(1) * gRight)
                .isCloseTo(0.175 * 0.175 / (16 * Math.PI), within(0.175 * 0.175 * 0.12 / gRight));
    }

    @Test
    void coefficientsAreTheFunctionsOfTheOscillator() {
        for (double c : new double[] {1, 0.2, -1}) {
            Coefficients k = PAPER.coefficients(1.5, EquationForm.LEADING_ORDER, true);
            double conductance = k.d0() + k.d1() * c;
            assertThat(k.alpha0() - k.alpha1() * c).isCloseTo(PAPER.damping(c), within(ROUNDING));
            assertThat(k.s() / conductance)
                    .isCloseTo(PAPER.spinTransferTorque(1.5, c), within(ROUNDING));
            assertThat(k.b() / conductance).isCloseTo(PAPER.selfInducedTorque(c), within(ROUNDING));
            assertThat(k.chi()).isZero();
        }
        assertThat(PAPER.coefficients(1.5, EquationForm.EXACT, false).b()).isZero();
        assertThat(PAPER.coefficients(1.5, EquationForm.EXACT, false).chi()).isEqualTo(1);
    }

    @Test
    void siDeviceIsTheDimensionlessOneInItsOwnUnits() {
        double magnetization = 8e5;
        double gamma = 1.760859e11;
        double volume = PhysicalConstants.REDUCED_PLANCK * gamma / magnetization;
        double tesla = PhysicalConstants.VACUUM_PERMEABILITY * magnetization;
        double siemens = PhysicalConstants.CONDUCTANCE_QUANTUM;
        Device device =
                new Device(
                        new Junction(
                                0.12 * siemens, 0.05 * siemens, 0.12 * siemens, 0.4, true, true),
                        new Magnet(new Damping.Total(0.01), 0.35 * tesla, new Anisotropy(1, 0, 0)),
                        new Units.Si(magnetization, volume, gamma));
        Oscillator oscillator = Oscillator.of(device);
        assertThat(oscillator.spinRatio()).isCloseTo(1, within(ROUNDING));
        assertThat(oscillator.field()).isCloseTo(0.35, within(ROUNDING));
        assertThat(oscillator.gParallel()).isCloseTo(0.12, within(ROUNDING));
        DerivedNumbers numbers = DerivedNumbers.of(oscillator);
        // V_c = (4πħγμ₀M_s/κe) s_c (g_l(1)+g_r)/(g_l^s g_r).
        double volts =
                4
                        * Math.PI
                        * PhysicalConstants.REDUCED_PLANCK
                        * gamma
                        * tesla
                        / PhysicalConstants.ELEMENTARY_CHARGE
                        * 0.0085
                        * 0.24
                        / (0.175 * 0.12);
        assertThat(numbers.criticalVolts()).hasValueCloseTo(volts, within(1e-18));
        assertThat(numbers.criticalVolts()).hasValueCloseTo(1.42e-4, within(5e-7));
        assertThat(numbers.fmrHertz())
                .hasValueCloseTo(
                        gamma * tesla * PAPER.fmrFrequency() / (2 * Math.PI), within(1e-3));
    }

    private static DerivedNumbers siNumbers(double gAntiparallel) {
        return DerivedNumbers.of(
                Oscillator.of(
                        new Device(
                                new Junction(9e-3, gAntiparallel, 9e-3, 0.4, true, true),
                                Device.PAPER.magnet(),
                                new Units.Si(8e5, 1e-20, 1.76e11))));
    }

    @Test
    void voltsAndHertzAreMultiplesOfThoseOfTheDeviceAndNeverInfinite() {
        DerivedNumbers numbers = siNumbers(4e-3);
        double volts = numbers.criticalVolts().orElseThrow();
        double hertz = numbers.fmrHertz().orElseThrow();
        assertThat(numbers.volts(-1.5)).hasValueCloseTo(-1.5 * volts, withinPercentage(1e-13));
        assertThat(numbers.hertz(OptionalDouble.of(0.5))).hasValue(0.5 * hertz);
        assertThat(numbers.hertz(OptionalDouble.empty())).isEmpty();
        // Twice what goes up to the largest double.
        double far = Double.MAX_VALUE / volts * 2;
        assertThat(numbers.volts(far)).isEmpty();
        assertThat(numbers.volts(-far)).isEmpty();
        assertThat(numbers.hertz(OptionalDouble.of(far))).isEmpty();
    }

    @Test
    void voltsComeBackAsTheyWereTyped() {
        DerivedNumbers numbers = siNumbers(4e-3);
        double unit = numbers.criticalVolts().orElseThrow();
        for (int millivolts = -1000; millivolts <= 1000; millivolts++) {
            double typed = Double.parseDouble(millivolts + "e-3");
            assertThat(numbers.volts(typed / unit)).hasValue(typed);
        }
    }

    @Test
    void secondsAreTheTimeOverGammaAndTheSaturationFieldAndNeverInfinite() {
        DerivedNumbers numbers = siNumbers(4e-3);
        // 1/(γμ₀M_s) by hand; μ₀ is known to ten digits.
        double unit = 1 / (1.76e11 * 8e5 * 1.25663706127e-6);
        assertThat(numbers.seconds(10)).hasValueCloseTo(10 * unit, withinPercentage(1e-8));
        assertThat(numbers.seconds(0)).hasValue(0);
        assertThat(DerivedNumbers.of(PAPER).seconds(10)).isEmpty();
        Device slow =
                new Device(
                        new Junction(9e-3, 4e-3, 9e-3, 0.4, true, true),
                        new Magnet(
                                new Damping.Total(0.01),
                                0.35 * PhysicalConstants.VACUUM_PERMEABILITY * 1e-20,
                                new Anisotropy(1, 0, 0)),
                        new Units.Si(1e-20, 1, 1e-280));
        // A unit of time of 1e306 s: a hundred of them are a number, a thousand are none.
        DerivedNumbers ofSlow = DerivedNumbers.of(Oscillator.of(slow));
        assertThat(ofSlow.seconds(100)).isPresent();
        assertThat(ofSlow.seconds(1000)).isEmpty();
    }

    @Test
    void whereNoVoltageDrivesTheMagnetNoVoltageInUnitsOfVcHasVolts() {
        DerivedNumbers numbers = siNumbers(9e-3);
        assertThat(numbers.volts(0)).isEmpty();
        assertThat(numbers.hertz(OptionalDouble.of(1))).isPresent().isEqualTo(numbers.fmrHertz());
    }

    @Test
    void aDeviceWithoutSiUnitsHasNeitherVoltsNorHertz() {
        DerivedNumbers numbers = DerivedNumbers.of(PAPER);
        assertThat(numbers.volts(1)).isEmpty();
        assertThat(numbers.hertz(OptionalDouble.of(1))).isEmpty();
    }

    @Test
    void magnetoresistanceIsThatOfOneJunctionOrOfBothInSeries() {
        DerivedNumbers numbers = DerivedNumbers.of(PAPER);
        assertThat(numbers.tmrLeft()).hasValueCloseTo(1.4, within(1e-14));
        assertThat(numbers.tmrSeries()).hasValueCloseTo(0.7, within(1e-14));
        assertThat(numbers.selfTorqueStrength()).isCloseTo(0.2539, within(THREE_DIGITS));
    }

    /** Where something turns negative or exceeds 1, and not a hair earlier. */
    @Test
    void numbersAtTheEdgeGiveNoWarning() {
        Device edge =
                new Device(
                        new Junction(0.1, 0, 0.12, 1, true, true),
                        new Magnet(new Damping.Intrinsic(0), 0.35, new Anisotropy(1, 0, 0)),
                        new Units.Dimensionless(1));
        assertThat(Oscillator.of(edge).leadPolarization()).isEqualTo(1);
        assertThat(Oscillator.of(edge).warnings()).isEmpty();
    }

    @Test
    void junctionThatBlocksTheAntiparallelCurrentHasAnInfiniteMagnetoresistance() {
        Device blocking =
                new Device(
                        new Junction(0.1, 0, 0.12, 1, true, true),
                        new Magnet(new Damping.Total(0.05), 0.35, new Anisotropy(1, 0, 0)),
                        new Units.Dimensionless(1));
        DerivedNumbers numbers = DerivedNumbers.of(Oscillator.of(blocking));
        assertThat(numbers.tmrLeft()).isEmpty();
        assertThat(numbers.tmrSeries()).isEmpty();
    }

    /** h may be changed by a multiple of m, which is how N_y leaves the kernel. */
    @Test
    void fieldOfTheKernelTurnsTheMagnetizationAsTheFieldOfTheDeviceDoes() {
        Oscillator biaxial = oscillator(0.35, new Anisotropy(0.7, 0.2, -0.1), true, true);
        Coefficients k = biaxial.coefficients(1, EquationForm.EXACT, true);
        Magnetization m = Magnetization.normalized("m", 2, 3, 6);
        double[] device = {-0.7 * m.x(), -0.2 * m.y(), 0.35 + 0.1 * m.z()};
        double[] kernel = {-k.nxy() * m.x(), 0, k.h0() + k.nyz() * m.z()};
        for (int i = 0; i < 3; i++) {
            assertThat(torque(m, kernel)[i]).isCloseTo(torque(m, device)[i], within(ROUNDING));
        }
        assertThat(k.bn())
                .isCloseTo(0.175 * 0.175 / (16 * Math.PI) * (0.7 - 0.2), within(ROUNDING));
    }

    private static double[] torque(Magnetization m, double[] h) {
        return new double[] {
            m.y() * h[2] - m.z() * h[1], m.z() * h[0] - m.x() * h[2], m.x() * h[1] - m.y() * h[0]
        };
    }

    /** The three components of N in any order, their largest difference being 0.8. */
    @ParameterizedTest
    @CsvSource({
        "0.7, 0.2, -0.1",
        "0.7, -0.1, 0.2",
        "0.2, 0.7, -0.1",
        "0.2, -0.1, 0.7",
        "-0.1, 0.7, 0.2",
        "-0.1, 0.2, 0.7"
    })
    void precessionIsBoundedByTheFieldAndTheLargestDifferenceOfTheAnisotropies(
            double nx, double ny, double nz) {
        Anisotropy n = new Anisotropy(nx, ny, nz);
        Oscillator oscillator = oscillator(1.5, n, true, true);
        assertThat(oscillator.fastestPrecession()).isCloseTo(1.5 + 0.8, within(ROUNDING));
        assertThat(oscillator.coefficients(1, EquationForm.EXACT, true).fastestPrecession())
                .isCloseTo(1.5 + 0.8, within(ROUNDING));
        // A field along −ẑ makes no oscillator, but a rate of precession all the same.
        Device reversed =
                new Device(
                        Device.PAPER.junction(),
                        new Magnet(new Damping.Total(0.01), -1.5, n),
                        Device.PAPER.units());
        assertThat(Oscillator.fastestPrecession(reversed)).isCloseTo(1.5 + 0.8, within(ROUNDING));
    }

    @Test
    void formsOfTheEquationHaveTheNamesOfTheCommandLine() {
        assertThat(EquationForm.EXACT.id()).isEqualTo("exact");
        assertThat(EquationForm.LEADING_ORDER.id()).isEqualTo("leading-order");
    }

    private static Oscillator oscillator(
            double field, Anisotropy anisotropy, boolean angularDamping, boolean angularTorque) {
        return Oscillator.of(
                new Device(
                        new Junction(0.12, 0.05, 0.12, 0.4, angularDamping, angularTorque),
                        new Magnet(new Damping.Total(0.01), field, anisotropy),
                        Device.PAPER.units()));
    }
}
