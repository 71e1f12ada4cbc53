package larmor.validation.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import larmor.model.EquationForm;
import larmor.model.Oscillator;
import larmor.validation.exact.OrbitAveragedTheory.Branch;
import larmor.validation.ladder.Laboratory;
import larmor.validation.physics.SectionMap.Cycle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SectionMapTest {

    private static final Laboratory LABORATORY = Laboratory.honest(1);

    @ParameterizedTest
    @CsvSource({
        "IN_PLANE, 0.95",
        "IN_PLANE, 1.68",
        "OUT_OF_PLANE, 1.6",
        "OUT_OF_PLANE, 1.0",
    })
    void thereIsNoCycleOutsideItsRangeOfVoltages(Branch branch, double v) {
        assertThat(map(Devices.PAPER, true).atVoltage(branch, v)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"IN_PLANE, 1.3", "OUT_OF_PLANE, 2.0"})
    void waveformGoesOnWhereItBegan(Branch branch, double v) {
        Cycle cycle = map(Devices.PAPER, true).atVoltage(branch, v).orElseThrow();
        // The last of N equally spaced samples is as far from the first as the first from the
        // second.
        double first = EndState.distance(cycle.waveform().get(0), cycle.waveform().get(1));
        double last = EndState.distance(cycle.waveform().getLast(), cycle.waveform().get(0));
        // Speeds of neighbouring samples differ by the share 2π/N = 0.012 of themselves.
        assertThat(last).isCloseTo(first, within(0.02 * first));
    }

    @Test
    void cycleOfGivenAngleIsTheOneOfItsVoltage() {
        SectionMap map = map(Devices.PAPER, true);
        Cycle cycle = map.atVoltage(Branch.IN_PLANE, 1.3).orElseThrow();
        double rounding = 1e-12;
        assertThat(map.through(cycle.angle(), 1.2, 1.4).orElseThrow().voltage())
                .isCloseTo(1.3, within(rounding));
    }

    @Test
    void unstableCyclesLieBelowTheThreshold() {
        Oscillator constantDamping = Devices.variant(false, true);
        Cycle cycle = map(constantDamping, false).through(1, 0.5, 2).orElseThrow();
        assertThat(cycle.voltage()).isBetween(0.83552, 1.0);
    }

    private static SectionMap map(Oscillator oscillator, boolean selfTorque) {
        return new SectionMap(new Dynamics(LABORATORY, oscillator, EquationForm.EXACT, selfTorque));
    }
}
