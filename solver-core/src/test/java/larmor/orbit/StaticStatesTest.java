package larmor.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import larmor.model.Anisotropy;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import larmor.observable.Regime;
import larmor.ode.LlgsEquation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StaticStatesTest {

    /** Newton's method leaves ṁ at a few roundings of its terms, which are of order 1. */
    private static final double ROUNDING = 1e-15;

    @ParameterizedTest
    @EnumSource(EquationForm.class)
    void nothingMovesInAStaticState(EquationForm form) {
        for (Anisotropy n : List.of(new Anisotropy(1, 0, 0), new Anisotropy(0.5, 1.2, 0.1))) {
            Oscillator oscillator = Variants.magnet(0.3, n);
            DrivenOscillator driven = new DrivenOscillator(oscillator, form, true);
            StaticStates states = new StaticStates(driven);
            for (double voltage : new double[] {0, 1, 3}) {
                assertThat(states.at(voltage)).hasSizeGreaterThan(2);
                for (StaticState state : states.at(voltage)) {
                    Magnetization m = state.m();
                    double[] rate = new double[3];
                    new LlgsEquation(driven.coefficients(voltage))
                            .rate(new double[] {m.x(), m.y(), m.z()}, rate);
                    assertThat(SphericalFrame.dot(rate, rate))
                            .isLessThan(100 * ROUNDING * ROUNDING);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(EquationForm.class)
    void withoutAVoltageTheStatesAreThoseOfTheEnergy(EquationForm form) {
        StaticStates states =
                new StaticStates(new DrivenOscillator(Oscillator.of(Device.PAPER), form, true));
        List<StaticState> all = states.at(0);
        // E = ½m_x² − h₀m_z: minimum at ẑ, saddle at −ẑ, maximum at m_z = −h₀.
        assertThat(all)
                .extracting(StaticState::regime)
                .containsExactly(Regime.PARALLEL, Regime.ANTIPARALLEL, Regime.STATIC);
        assertThat(all).extracting(StaticState::stable).containsExactly(true, false, false);
        assertThat(all).extracting(StaticState::saddle).containsExactly(false, true, false);
        assertThat(all.getLast().m().z()).isCloseTo(-0.35, within(1e-14));
        assertThat(all.getLast().m().y()).isCloseTo(0, within(1e-14));
    }

    @ParameterizedTest
    @EnumSource(EquationForm.class)
    void stateMovesWithTheVoltageAsItsDerivativesSay(EquationForm form) {
        StaticStates states =
                new StaticStates(new DrivenOscillator(Oscillator.of(Device.PAPER), form, true));
        double difference = 1e-4;
        StaticState before = states.at(2 - difference).getLast();
        StaticState state = states.at(2).getLast();
        StaticState after = states.at(2 + difference).getLast();
        // The third derivative is of order 1e-5.
        double error = 1e-11;
        assertThat(state.polarByVoltage())
                .isCloseTo((after.polar() - before.polar()) / (2 * difference), within(error));
        assertThat(state.azimuthByVoltage())
                .isCloseTo((after.azimuth() - before.azimuth()) / (2 * difference), within(error));
    }
}
