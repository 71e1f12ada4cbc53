package larmor.observable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import larmor.model.Anisotropy;
import larmor.model.Coefficients;
import larmor.model.Damping;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.model.Magnet;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import larmor.model.Units;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttractorTest {

    private static final Oscillator PAPER = Oscillator.of(Device.PAPER);

    /** A magnet with the same anisotropy along x and y, whose limit cycles are exact circles. */
    private static final Oscillator AXISYMMETRIC =
            Oscillator.of(
                    new Device(
                            Device.PAPER.junction(),
                            new Magnet(new Damping.Total(0.01), 0.65, new Anisotropy(0, 0, 0.3)),
                            new Units.Dimensionless(1)));

    private static final double VOLTAGE = 1.5;

    /** The cycle where σ(c) = h(c)[α(c) + β(c)(1−c²)]. */
    private static final double CYCLE_Z =
            new BracketingNthOrderBrentSolver(1e-16, 1e-16, 5)
                    .solve(
                            100,
                            c ->
                                    precession(c)
                                                    * (AXISYMMETRIC.damping(c)
                                                            + AXISYMMETRIC.selfInducedTorque(c)
                                                                    * (1 - c * c))
                                            - AXISYMMETRIC.spinTransferTorque(VOLTAGE, c),
                            0.5,
                            0.9999);

    private static final double PERIOD = 2 * Math.PI / precession(CYCLE_Z);

    /** The rms of m_x + i m_y. */
    private static final double SIZE = Math.sqrt(1 - CYCLE_Z * CYCLE_Z);

    /** φ̇ = h(c) on the cycle, exactly. */
    private static double precession(double c) {
        return 0.65 - 0.3 * c;
    }

    private static Coefficients axisymmetric() {
        return AXISYMMETRIC.coefficients(VOLTAGE, EquationForm.EXACT, true);
    }

    private static Magnetization tilted(double z) {
        return new Magnetization(Math.sqrt(1 - z * z), 0, z);
    }

    /**
     * The bound of a turn, 1e-12, over its contraction, 0.1; and of a search that came from far the
     * hundredth that its last step may leave of the one before, about a hundredth of the distance.
     */
    @ParameterizedTest
    @CsvSource({
        "0, 1, 1e-10",
        "1e-6, 1, 2e-10",
        "-1e-3, 1.001, 2e-7",
        "0.03, 0.99, 1e-5",
        "-0.03, 1.01, 1e-5"
    })
    void exactCycleIsFoundFromNearByWithinItsUncertainty(
            double displacement, double stretch, double sharpness) {
        Attractor.Cycle cycle =
                CycleSearch.near(
                                axisymmetric(),
                                tilted(CYCLE_Z + displacement),
                                PERIOD * stretch,
                                SIZE)
                        .orElseThrow();
        assertThat(cycle.period()).isCloseTo(PERIOD, within(cycle.periodUncertainty()));
        assertThat(cycle.power()).isCloseTo(0.5 * (1 - CYCLE_Z), within(cycle.powerUncertainty()));
        assertThat(cycle.periodUncertainty()).isLessThan(sharpness * PERIOD);
        assertThat(cycle.powerUncertainty()).isLessThan(sharpness);
    }

    @Test
    void oscillationThatStillGrowsHasNoCycleNearBy() {
        Coefficients coefficients = PAPER.coefficients(1.2, EquationForm.EXACT, true);
        double period = 2 * Math.PI / PAPER.fmrFrequency();
        assertThat(CycleSearch.near(coefficients, tilted(0.9998), period, 0.02)).isEmpty();
    }

    @Test
    void parallelStateAttractsBelowTheThresholdOnly() {
        Magnetization near = Magnetization.normalized("m", 1e-4, 2e-4, 1);
        assertThat(RestSearch.near(PAPER.coefficients(0.99, EquationForm.EXACT, true), near, 0.1))
                .hasValueSatisfying(rest -> assertThat(rest.power()).isLessThan(1e-30));
        assertThat(RestSearch.near(PAPER.coefficients(1.01, EquationForm.EXACT, true), near, 0.1))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.93, -0.93})
    void staticStateBeyondTheLastOrbitIsFoundOnBothSides(double x) {
        // With h·p = 0 for α, σ, β → 0 the state lies at m_z = −h₀, m_x = √(1−h₀²); they shift it
        // by their size, 0.05.
        Coefficients coefficients = PAPER.coefficients(5, EquationForm.EXACT, true);
        Optional<Attractor.Rest> rest =
                RestSearch.near(
                        coefficients,
                        Magnetization.normalized("m", x, -0.05 * Math.signum(x), -0.3),
                        0.1);
        assertThat(rest.orElseThrow().power()).isCloseTo(0.5 * (1 + 0.35), within(0.01));
        assertThat(rest.orElseThrow().powerUncertainty()).isLessThan(1e-14);
    }

    @Test
    void staticStateTooFarAwayIsNotTaken() {
        Coefficients coefficients = PAPER.coefficients(5, EquationForm.EXACT, true);
        Magnetization away = Magnetization.normalized("m", 0.93, 0.2, -0.3);
        assertThat(RestSearch.near(coefficients, away, 0.1)).isEmpty();
    }
}
