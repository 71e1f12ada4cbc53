package larmor.validation.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import larmor.model.Anisotropy;
import larmor.model.Damping;
import larmor.model.Device;
import larmor.model.InvalidInput;
import larmor.model.Junction;
import larmor.model.Magnet;
import larmor.model.Oscillator;
import larmor.model.Units;
import larmor.validation.exact.OrbitAveragedTheory.Branch;
import larmor.validation.exact.OrbitAveragedTheory.Point;
import org.hipparchus.special.elliptic.legendre.LegendreEllipticIntegral;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrbitAveragedTheoryTest {

    private static final OrbitAveragedTheory WITH =
            OrbitAveragedTheory.of(Oscillator.of(Device.PAPER), true);
    private static final OrbitAveragedTheory WITHOUT =
            OrbitAveragedTheory.of(Oscillator.of(Device.PAPER), false);

    /** Sums of a few hundred terms of order 1, rounded at 1e-16 each. */
    private static final double ROUNDING = 1e-13;

    /** Half a unit of the last digit of a reference quoted to 11, 5 or 4 decimals. */
    private static final double ELEVEN_DECIMALS = 5.1e-12;

    private static final double FIVE_DECIMALS = 5.1e-6;
    private static final double FOUR_DECIMALS = 5.1e-5;

    @Test
    void selfInducedTorqueExtendsTheInPlaneBranch() {
        assertThat(WITH.inPlaneEnd()).isCloseTo(1.66286856516, within(ELEVEN_DECIMALS));
        assertThat(WITHOUT.inPlaneEnd()).isCloseTo(1.54423649722, within(ELEVEN_DECIMALS));
    }

    @Test
    void outOfPlaneOrbitShrinksToAPointAtAFiniteVoltage() {
        double threeDecimals = 5.1e-4;
        assertThat(WITH.outOfPlaneEnd()).hasValueCloseTo(4.940, within(threeDecimals));
        assertThat(WITHOUT.outOfPlaneEnd()).hasValueCloseTo(4.515, within(threeDecimals));
    }

    /**
     * A left junction that blocks the current of antiparallel moments, in front of a poor right
     * one: σ falls so steeply with the angle that the denominator is negative.
     */
    @Test
    void noVoltageReachesTheStaticPointWhereTheTorqueFallsTooSteeply() {
        Oscillator blocking =
                Oscillator.of(
                        new Device(
                                new Junction(0.12, 0, 0.001, 0.4, true, true),
                                new Magnet(new Damping.Total(0.05), 0.35, new Anisotropy(1, 0, 0)),
                                Device.PAPER.units()));
        OrbitAveragedTheory theory = OrbitAveragedTheory.of(blocking, false);
        assertThat(theory.outOfPlaneEnd()).isEmpty();
        assertThat(theory.curve(Branch.OUT_OF_PLANE))
                .isNotEmpty()
                .allSatisfy(point -> assertThat(point.voltage()).isPositive().isFinite());
    }

    /** The curve nears both of its ends: within e⁻³⁰ of rest, within 1 % of no frequency. */
    @Test
    void curveIsDrawnUpToItsEnds() {
        OrbitAveragedTheory theory = OrbitAveragedTheory.of(Oscillator.of(Device.PAPER), true);
        List<Point> inPlane = theory.curve(Branch.IN_PLANE);
        assertThat(inPlane.get(1).power()).isBetween(0.0, StrictMath.exp(-30));
        assertThat(inPlane.get(inPlane.size() - 2).frequency()).isPositive().isLessThan(0.01);
        List<Point> outOfPlane = theory.curve(Branch.OUT_OF_PLANE);
        assertThat(outOfPlane.get(1).frequency()).isPositive().isLessThan(0.01);
    }

    @Test
    void theoryOfAnythingButAnEasyPlaneFilmIsEmpty() {
        Oscillator paper = Oscillator.of(Device.PAPER);
        assertThat(OrbitAveragedTheory.ifCovered(paper, true))
                .hasValueSatisfying(
                        theory -> assertThat(theory.inPlaneEnd()).isEqualTo(WITH.inPlaneEnd()));
        Oscillator biaxial =
                Oscillator.of(
                        new Device(
                                Device.PAPER.junction(),
                                new Magnet(
                                        new Damping.Total(0.01), 0.35, new Anisotropy(1, 0.2, 0)),
                                Device.PAPER.units()));
        assertThat(OrbitAveragedTheory.ifCovered(biaxial, true)).isEmpty();
    }

    @Test
    void selfInducedTorqueStiffensTheOnset() {
        assertThat(WITH.voltagePerPower()).isCloseTo(0.694671, within(1e-6));
        assertThat(1 / WITH.voltagePerPower()).isCloseTo(1.43953, within(FIVE_DECIMALS));
        assertThat(WITHOUT.voltagePerPower()).isCloseTo(0.03059, within(FIVE_DECIMALS));
        assertThat(1 / WITHOUT.voltagePerPower()).isCloseTo(32.687, within(5e-4));
    }

    @Test
    void frequencyFallsFromThresholdAsTheAmplitudeGrows() {
        double omega0 = Oscillator.of(Device.PAPER).fmrFrequency();
        assertThat(WITH.frequencyPerPower() * omega0).isCloseTo(-0.359418, within(5.1e-7));
        assertThat(WITH.frequencyPerPower() / WITH.voltagePerPower())
                .isCloseTo(-0.75270, within(FIVE_DECIMALS));
        assertThat(WITHOUT.frequencyPerPower() / WITHOUT.voltagePerPower())
                .isCloseTo(-17.091, within(5e-4));
    }

    @Test
    void onsetSlopesAreThoseOfTheCurve() {
        // At power p the chord's slope differs from the tangent's by the curvature, about 10, times
        // p.
        double smallPower = 1e-6;
        for (OrbitAveragedTheory theory : List.of(WITH, WITHOUT)) {
            Point point =
                    theory.curve(Branch.IN_PLANE).stream()
                            .filter(p -> p.power() > 0.1 * smallPower && p.power() < smallPower)
                            .findFirst()
                            .orElseThrow();
            assertThat((point.voltage() - 1) / point.power())
                    .isCloseTo(theory.voltagePerPower(), within(10 * smallPower));
            assertThat((point.frequency() - 1) / point.power())
                    .isCloseTo(theory.frequencyPerPower(), within(10 * smallPower));
        }
    }

    @Test
    void limitCycleAtOnePointTwoCriticalVoltages() {
        assertThat(WITH.frequencyAt(Branch.IN_PLANE, 1.2))
                .hasValueCloseTo(0.5629, within(FOUR_DECIMALS));
        assertThat(WITH.powerAt(Branch.IN_PLANE, 1.2))
                .hasValueCloseTo(0.6176, within(FOUR_DECIMALS));
        assertThat(WITHOUT.frequencyAt(Branch.IN_PLANE, 1.2))
                .hasValueCloseTo(0.4601, within(FOUR_DECIMALS));
        assertThat(WITHOUT.powerAt(Branch.IN_PLANE, 1.2))
                .hasValueCloseTo(0.7076, within(FOUR_DECIMALS));
    }

    @Test
    void constantDampingWithoutSelfInducedTorqueMakesTheOnsetSubcritical() {
        OrbitAveragedTheory theory = OrbitAveragedTheory.of(variant(false, true), false);
        assertThat(theory.voltagePerPower()).isNegative();
        assertThat(theory.folds()).hasSize(1);
        assertThat(theory.folds().getFirst().voltage()).isCloseTo(0.83560, within(FIVE_DECIMALS));
        assertThat(theory.inPlaneEnd()).isCloseTo(1.16077, within(FIVE_DECIMALS));
        // Below threshold the stable cycle is the one above the fold.
        assertThat(theory.powerAt(Branch.IN_PLANE, 0.9).orElseThrow())
                .isGreaterThan(theory.folds().getFirst().power());
        assertThat(theory.powerAt(Branch.IN_PLANE, 0.83)).isEmpty();
    }

    @Test
    void frozenAnglesNarrowTheHysteresis() {
        OrbitAveragedTheory theory = OrbitAveragedTheory.of(variant(false, false), false);
        assertThat(theory.folds()).hasSize(1);
        assertThat(theory.folds().getFirst().voltage()).isCloseTo(0.95941, within(FIVE_DECIMALS));
        assertThat(theory.inPlaneEnd()).isCloseTo(1.35294, within(FIVE_DECIMALS));
    }

    @Test
    void selfInducedTorqueMovesTheHysteresisOffThreshold() {
        OrbitAveragedTheory theory = OrbitAveragedTheory.of(variant(false, true), true);
        assertThat(theory.voltagePerPower()).isPositive();
        assertThat(theory.folds()).hasSize(2);
        assertThat(theory.folds().get(0).voltage()).isCloseTo(1.01717, within(FIVE_DECIMALS));
        assertThat(theory.folds().get(1).voltage()).isCloseTo(0.95809, within(FIVE_DECIMALS));
        assertThat(theory.inPlaneEnd()).isCloseTo(1.27941, within(FIVE_DECIMALS));
    }

    @Test
    void angularDampingLeavesNoFold() {
        assertThat(WITH.folds()).isEmpty();
        assertThat(WITHOUT.folds()).isEmpty();
    }

    @Test
    void bothBranchesMeetAtTheSeparatrix() {
        for (OrbitAveragedTheory theory : List.of(WITH, WITHOUT)) {
            List<Point> inPlane = theory.curve(Branch.IN_PLANE);
            List<Point> outOfPlane = theory.curve(Branch.OUT_OF_PLANE);
            assertThat(inPlane.get(inPlane.size() - 2).voltage())
                    .isCloseTo(theory.inPlaneEnd(), within(ROUNDING));
            assertThat(outOfPlane.get(1).voltage())
                    .isCloseTo(theory.inPlaneEnd(), within(ROUNDING));
            assertThat(inPlane.getLast().frequency()).isZero();
            assertThat(outOfPlane.getFirst().frequency()).isZero();
        }
    }

    @Test
    void smallestOutOfPlaneOrbitsTendToTheStaticState() {
        List<Point> curve = WITH.curve(Branch.OUT_OF_PLANE);
        Point smallest = curve.get(curve.size() - 2);
        // ⟨h·p⟩ cancels to a share exp(−18) of its terms there.
        assertThat(smallest.voltage()).isCloseTo(curve.getLast().voltage(), within(1e-6));
        assertThat(smallest.frequency()).isCloseTo(curve.getLast().frequency(), within(ROUNDING));
        assertThat(smallest.power()).isCloseTo(curve.getLast().power(), within(ROUNDING));
    }

    @Test
    void curveIsDenseEnoughToDraw() {
        // A fiftieth of an axis that runs from 0 to 1; the axis of voltages is four times longer.
        double gap = 0.02;
        for (Branch branch : Branch.values()) {
            List<Point> curve = WITH.curve(branch);
            for (int i = 1; i < curve.size(); i++) {
                Point left = curve.get(i - 1);
                Point right = curve.get(i);
                assertThat(right.frequency()).isCloseTo(left.frequency(), within(gap));
                assertThat(right.power()).isCloseTo(left.power(), within(gap));
                assertThat(right.voltage()).isCloseTo(left.voltage(), within(4 * gap));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Branch.class)
    void voltageOfTheFrequencyInvertsTheFrequencyOfTheVoltage(Branch branch) {
        double v = branch == Branch.IN_PLANE ? 1.4 : 2.1;
        double frequency = WITH.frequencyAt(branch, v).orElseThrow();
        assertThat(WITH.voltageAt(branch, frequency)).hasValueCloseTo(v, within(1e-12));
    }

    @Test
    void noCycleOutsideTheBranch() {
        assertThat(WITH.frequencyAt(Branch.IN_PLANE, 0.99)).isEmpty();
        assertThat(WITH.frequencyAt(Branch.IN_PLANE, 1.67)).isEmpty();
        assertThat(WITH.powerAt(Branch.OUT_OF_PLANE, 1.66)).isEmpty();
        assertThat(WITH.powerAt(Branch.OUT_OF_PLANE, 4.95)).isEmpty();
        assertThat(WITH.voltageAt(Branch.IN_PLANE, 1.01)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.34, 0.0, 0.3, 0.34, 0.36, 0.45, 0.56})
    void averagesAreThoseOfGaussChebyshevNodes(double energy) {
        // 1 − k² ≥ 0.02 at these energies: the error of n nodes is below exp(−2n·0.14).
        int nodes = 400;
        double h = 0.35;
        Oscillator oscillator = Oscillator.of(Device.PAPER);
        double root = Math.sqrt(h * h + 1 - 2 * energy);
        double top = -h + root;
        boolean inPlane = energy < h;
        double middle = inPlane ? -energy / h : -h - root;
        double lowest = inPlane ? -h - root : -energy / h;
        double time = 0;
        double height = 0;
        double loss = 0;
        double gain = 0;
        for (int j = 0; j < nodes; j++) {
            double cosine = StrictMath.cos((j + 0.5) * Math.PI / nodes);
            double z = 0.5 * (top + middle) + 0.5 * (top - middle) * cosine;
            double weight = 1 / Math.sqrt(z - lowest);
            double xx = 2 * (energy + h * z);
            double yy = 1 - z * z - xx;
            double hp = h * (1 - z * z) + z * xx;
            double ww = yy * h * h + xx * (z + h) * (z + h) + xx * yy;
            double qw = h * yy + xx * (z + h);
            time += weight;
            height += weight * z;
            loss +=
                    weight
                            * (oscillator.damping(z) * ww
                                    + oscillator.selfInducedTorque(z) * qw * hp);
            gain += weight * oscillator.spinTransferTorque(1, z) * hp;
        }
        double kk = (top - middle) / (top - lowest);
        double period =
                (inPlane ? 8 : 4)
                        * LegendreEllipticIntegral.bigK(kk)
                        / Math.sqrt(2 * h * (top - lowest));
        // The same integral by the nodes: ∮dz/|ż| with the arc covered four or two times.
        assertThat((inPlane ? 4 : 2) * time * Math.PI / nodes / Math.sqrt(2 * h))
                .isCloseTo(period, within(ROUNDING * period));

        Branch branch = inPlane ? Branch.IN_PLANE : Branch.OUT_OF_PLANE;
        double v = loss / gain;
        // Small orbits lose digits in y² = 1 − z² − x², written as it is here.
        double cancellation = 1e-10;
        assertThat(WITH.frequencyAt(branch, v))
                .hasValueCloseTo(
                        2 * Math.PI / (period * oscillator.fmrFrequency()), within(cancellation));
        assertThat(WITH.powerAt(branch, v))
                .hasValueCloseTo(0.5 * (1 - height / time), within(cancellation));
    }

    @Test
    void onlyTheRatioOfFieldToAnisotropyMatters() {
        Device device = Device.PAPER;
        double scale = 0.5;
        Oscillator softer =
                Oscillator.of(
                        new Device(
                                device.junction(),
                                new Magnet(
                                        device.magnet().damping(),
                                        scale * device.magnet().field(),
                                        new Anisotropy(0.75, 0.25, 0.25)),
                                device.units()));
        OrbitAveragedTheory theory = OrbitAveragedTheory.of(softer, true);
        assertThat(theory.inPlaneEnd()).isCloseTo(WITH.inPlaneEnd(), within(ROUNDING));
        assertThat(theory.frequencyAt(Branch.IN_PLANE, 1.2).orElseThrow())
                .isCloseTo(WITH.frequencyAt(Branch.IN_PLANE, 1.2).orElseThrow(), within(ROUNDING));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.0, 1.1, 2.0})
    void strongFieldOpensThePrecessionUntilTheAntiparallelStateIsStable(double field) {
        OrbitAveragedTheory theory =
                OrbitAveragedTheory.of(Oscillator.of(Device.PAPER.withField(field)), true);
        List<Point> curve = theory.curve();
        assertThat(theory.curve(Branch.OUT_OF_PLANE)).isEmpty();
        assertThat(theory.outOfPlaneEnd()).isEmpty();
        assertThat(curve.get(curve.size() - 2).voltage())
                .isCloseTo(theory.inPlaneEnd(), within(ROUNDING));
        assertThat(curve.get(curve.size() - 2).frequency())
                .isCloseTo(curve.getLast().frequency(), within(ROUNDING));
    }

    @Test
    void refusesAnAnisotropyWhoseOrbitsAreNotThese() {
        Device device = Device.PAPER;
        for (Anisotropy n : List.of(new Anisotropy(1, 0.1, 0), new Anisotropy(0, 0, 0))) {
            Oscillator oscillator =
                    Oscillator.of(
                            new Device(
                                    device.junction(),
                                    new Magnet(new Damping.Total(0.01), 0.35, n),
                                    device.units()));
            assertThatThrownBy(() -> OrbitAveragedTheory.of(oscillator, true))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("magnet.anisotropy");
        }
    }

    @Test
    void refusesADeviceWithoutSpinTransferTorque() {
        Device nonmagnetic =
                new Device(
                        new Junction(0.1, 0.1, 0.12, 0.4, true, true),
                        Device.PAPER.magnet(),
                        new Units.Dimensionless(1));
        assertThatThrownBy(() -> OrbitAveragedTheory.of(Oscillator.of(nonmagnetic), true))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("junction.g_parallel");
    }

    private static Oscillator variant(boolean angularDamping, boolean angularTorque) {
        Junction paper = Device.PAPER.junction();
        return Oscillator.of(
                new Device(
                        new Junction(
                                paper.gParallel(),
                                paper.gAntiparallel(),
                                paper.gRight(),
                                paper.polarization(),
                                angularDamping,
                                angularTorque),
                        Device.PAPER.magnet(),
                        Device.PAPER.units()));
    }
}
