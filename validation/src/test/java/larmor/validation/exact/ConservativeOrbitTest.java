package larmor.validation.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import larmor.model.Anisotropy;
import larmor.model.Coefficients;
import larmor.model.Device;
import larmor.model.InvalidInput;
import larmor.model.Magnet;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import larmor.ode.Rk4;
import larmor.ode.Solution;
import larmor.validation.exact.OrbitAveragedTheory.Branch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConservativeOrbitTest {

    private static final Oscillator PAPER = Oscillator.of(Device.PAPER);

    /** RK4 over one period of about 10 errs by less than T h⁴/120 = 1e-13 at h = 0.001. */
    private static final double STEP = 0.001;

    /** Truncation 1e-13 and the rounding of 1e4 steps, 1e-14 √1e4. */
    private static final double CLOSED = 1e-11;

    @ParameterizedTest
    @CsvSource({
        "0.001, 0, 1, 0.35",
        "0.6, 0.2, 0.7, 0.35",
        "0, 0.9, -0.3, 0.35",
        "0.3, 0.9, -0.5, 0.35",
        "0.9, 0.1, -0.2, 0.35",
        "-0.8, 0.4, 0.2, 0.05",
        "0.4, 0.3, -0.8, 1.0",
        "0.4, 0.3, -0.8, 1.8"
    })
    void magnetReturnsAfterTheEllipticPeriodWithItsNormAndEnergy(
            double x, double y, double z, double field) {
        Oscillator oscillator = Oscillator.of(Device.PAPER.withField(field));
        Magnetization start = Magnetization.normalized("start", x, y, z);
        ConservativeOrbit orbit = ConservativeOrbit.through(oscillator, start);
        Magnetization end = precess(oscillator, start, orbit.period());
        assertThat(end.x()).isCloseTo(start.x(), within(CLOSED));
        assertThat(end.y()).isCloseTo(start.y(), within(CLOSED));
        assertThat(end.z()).isCloseTo(start.z(), within(CLOSED));
        assertThat(end.norm()).isCloseTo(1, within(CLOSED));
        assertThat(ConservativeOrbit.energy(oscillator, end))
                .isCloseTo(ConservativeOrbit.energy(oscillator, start), within(CLOSED));
    }

    @Test
    void halfAPeriodInPlaneReversesTheTransverseMagnetization() {
        Magnetization start = Magnetization.normalized("start", 0.6, 0.2, 0.7);
        ConservativeOrbit orbit = ConservativeOrbit.through(PAPER, start);
        assertThat(orbit.branch()).isEqualTo(Branch.IN_PLANE);
        Magnetization opposite = precess(PAPER, start, 0.5 * orbit.period());
        assertThat(opposite.x()).isCloseTo(-start.x(), within(CLOSED));
        assertThat(opposite.y()).isCloseTo(-start.y(), within(CLOSED));
    }

    @Test
    void outOfPlaneOrbitKeepsTheSignOfItsNormalComponent() {
        Magnetization start = Magnetization.normalized("start", 0.9, 0.1, -0.2);
        ConservativeOrbit orbit = ConservativeOrbit.through(PAPER, start);
        assertThat(orbit.branch()).isEqualTo(Branch.OUT_OF_PLANE);
        for (int part = 1; part < 8; part++) {
            Magnetization m = precess(PAPER, start, part * orbit.period() / 8);
            assertThat(m.x()).isPositive();
            assertThat(m.z()).isBetween(orbit.lowest() - CLOSED, orbit.highest() + CLOSED);
        }
    }

    @Test
    void smallOrbitsHaveTheFrequenciesOfTheirFixedPoints() {
        double rounding = 1e-14;
        assertThat(ConservativeOrbit.through(PAPER, new Magnetization(0, 0, 1)).period())
                .isCloseTo(2 * Math.PI / PAPER.fmrFrequency(), within(rounding * 10));
        Magnetization still = Magnetization.normalized("m", Math.sqrt(1 - 0.35 * 0.35), 0, -0.35);
        assertThat(ConservativeOrbit.through(PAPER, still).period())
                .isCloseTo(2 * Math.PI / Math.sqrt(1 - 0.35 * 0.35), within(1e-7));
    }

    @Test
    void separatrixHasNoPeriod() {
        assertThat(ConservativeOrbit.through(PAPER, new Magnetization(0, 0, -1)).period())
                .isInfinite();
    }

    @Test
    void onlyDifferencesOfTheAnisotropyMatter() {
        Magnetization start = Magnetization.normalized("start", 0.6, 0.2, 0.7);
        Oscillator shifted = with(new Anisotropy(1.3, 0.3, 0.3));
        // The difference 1.3 − 0.3 is rounded.
        double rounding = 1e-14;
        assertThat(ConservativeOrbit.through(shifted, start).period())
                .isCloseTo(ConservativeOrbit.through(PAPER, start).period(), within(rounding * 10));
    }

    /** The unit of field is N_x − N_y, that of time its inverse. */
    @Test
    void twiceTheFieldAndTheAnisotropyHalveThePeriod() {
        Magnetization start = Magnetization.normalized("start", 0.6, 0.2, 0.7);
        double period = ConservativeOrbit.through(PAPER, start).period();
        Oscillator stiff = with(0.7, new Anisotropy(2, 0, 0));
        assertThat(ConservativeOrbit.through(stiff, start).period()).isEqualTo(0.5 * period);
    }

    @Test
    void energyIsThatOfTheAnisotropyAndOfTheField() {
        Oscillator biaxial = with(0.35, new Anisotropy(0.7, 0.2, -0.1));
        Magnetization m = Magnetization.normalized("m", 2, 3, 6);
        double anisotropy = 0.5 * (0.7 * 4 + 0.2 * 9 - 0.1 * 36) / 49;
        double rounding = 1e-15;
        assertThat(ConservativeOrbit.energy(biaxial, m))
                .isCloseTo(anisotropy - 0.35 * 6 / 7, within(rounding));
    }

    @Test
    void refusesABiaxialMagnet() {
        Oscillator biaxial = with(new Anisotropy(1, 0.2, 0));
        assertThatThrownBy(() -> ConservativeOrbit.through(biaxial, new Magnetization(0, 0, 1)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("magnet.anisotropy");
    }

    private static Oscillator with(Anisotropy anisotropy) {
        return with(0.35, anisotropy);
    }

    private static Oscillator with(double field, Anisotropy anisotropy) {
        Device paper = Device.PAPER;
        return Oscillator.of(
                new Device(
                        paper.junction(),
                        new Magnet(paper.magnet().damping(), field, anisotropy),
                        paper.units()));
    }

    private static Magnetization precess(Oscillator oscillator, Magnetization start, double time) {
        Anisotropy n = oscillator.device().magnet().anisotropy();
        Coefficients frictionless =
                new Coefficients(
                        oscillator.field(), n.nx() - n.ny(), n.ny() - n.nz(), 1, 0, 0, 0, 0, 0, 1);
        Solution solution = new Rk4(STEP).integrate(frictionless, start, time);
        return ((Solution.Completed) solution).end();
    }
}
