package larmor.validation.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import larmor.model.Anisotropy;
import larmor.model.Damping;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.model.Magnet;
import larmor.model.Oscillator;
import larmor.model.Units;
import larmor.orbit.DrivenOscillator;
import larmor.orbit.LimitCycle;
import larmor.orbit.LimitCycles;
import larmor.sweep.SweepProtocol;
import larmor.validation.exact.AxisymmetricMagnet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceStateTest {

    private static final Oscillator AXISYMMETRIC =
            Oscillator.of(
                    new Device(
                            Device.PAPER.junction(),
                            new Magnet(new Damping.Total(0.01), 0.65, new Anisotropy(0, 0, 0.3)),
                            new Units.Dimensionless(1)));

    private static ReferenceState longRun(Oscillator oscillator, double voltage) {
        return ReferenceState.ofLongRun(
                oscillator.coefficients(voltage, EquationForm.EXACT, true),
                SweepProtocol.PAPER_INITIAL);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.02, 1.2, 1.8})
    void longRunComesToTheExactCycleOfAnAxisymmetricMagnet(double voltage) {
        ReferenceState exact =
                ReferenceState.of(
                        AxisymmetricMagnet.of(AXISYMMETRIC, voltage, EquationForm.EXACT, true));
        ReferenceState run = longRun(AXISYMMETRIC, voltage);
        assertThat(run.frequency().getAsDouble())
                .isCloseTo(exact.frequency().getAsDouble(), within(ReferenceState.ACCURACY));
        assertThat(run.power()).isCloseTo(exact.power(), within(ReferenceState.ACCURACY));
    }

    /** What a limit cycle found directly promises. */
    private static final double DIRECT = 1e-10;

    @ParameterizedTest
    @ValueSource(doubles = {1.05, 1.5, 2.5})
    void longRunComesToTheCycleFoundDirectly(double voltage) {
        Oscillator paper = Oscillator.of(Device.PAPER);
        LimitCycle direct =
                new LimitCycles(new DrivenOscillator(paper, EquationForm.EXACT, true))
                        .at(voltage).cycles().stream()
                                .filter(LimitCycle::stable)
                                .findFirst()
                                .orElseThrow();
        ReferenceState run = longRun(paper, voltage);
        assertThat(run.frequency().getAsDouble() / paper.fmrFrequency())
                .isCloseTo(direct.frequency(), within(DIRECT));
        assertThat(run.power()).isCloseTo(direct.power(), within(DIRECT));
    }

    @Test
    void longRunBelowTheThresholdComesToRest() {
        ReferenceState run = longRun(Oscillator.of(Device.PAPER), 0.9);
        assertThat(run.frequency()).isEmpty();
        assertThat(run.power()).isLessThan(1e-20);
    }
}
