package larmor.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.model.Oscillator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReturnMapTest {

    /** ε of the central differences. */
    private static final double DIFFERENCE = 1e-3;

    /**
     * The fourth-order difference errs by ε⁴/30 times the fifth derivative, at most 1e3 here, and
     * by rounding 1e-14/ε.
     */
    private static final double DIFFERENCE_ERROR = 1e-9;

    @ParameterizedTest
    @CsvSource({
        "EXACT,         true,  IN_PLANE,     1.0, 1.2",
        "EXACT,         false, IN_PLANE,     0.4, 1.1",
        "LEADING_ORDER, true,  IN_PLANE,     0.8, 1.3",
        "EXACT,         true,  OUT_OF_PLANE, 0.4, 2.5",
        "LEADING_ORDER, false, OUT_OF_PLANE, 0.3, 3.5"
    })
    void derivativesAreThoseOfTheMap(
            EquationForm form, boolean selfTorque, Family family, double s, double v) {
        ReturnMap map =
                new ReturnMap(
                        new DrivenOscillator(Oscillator.of(Device.PAPER), form, selfTorque),
                        family,
                        new StepBudget(BranchDiagram.MOST_STEPS));
        ReturnMap.Arrival arrival = map.at(s, v).orElseThrow();
        assertThat(arrival.byAmplitude())
                .isCloseTo(
                        (8 * (at(map, s + DIFFERENCE, v) - at(map, s - DIFFERENCE, v))
                                        - at(map, s + 2 * DIFFERENCE, v)
                                        + at(map, s - 2 * DIFFERENCE, v))
                                / (12 * DIFFERENCE),
                        within(DIFFERENCE_ERROR));
        assertThat(arrival.byVoltage())
                .isCloseTo(
                        (8 * (at(map, s, v + DIFFERENCE) - at(map, s, v - DIFFERENCE))
                                        - at(map, s, v + 2 * DIFFERENCE)
                                        + at(map, s, v - 2 * DIFFERENCE))
                                / (12 * DIFFERENCE),
                        within(DIFFERENCE_ERROR));
    }

    private static double at(ReturnMap map, double amplitude, double voltage) {
        return map.at(amplitude, voltage).orElseThrow().amplitude();
    }
}
