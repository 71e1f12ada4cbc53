package larmor.validation.page;

import static org.assertj.core.api.Assertions.assertThat;

import larmor.model.Device;
import larmor.model.EquationForm;
import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void theNumbersOfThePaperStandOnPagesOfItsDeviceOnly() {
        Device other = Device.PAPER.withField(0.4);
        assertThat(reasons(Device.PAPER)).contains("1.029");
        assertThat(reasons(other)).contains("not a rate").doesNotContain("1.029");
    }

    @Test
    void aDeviceIsToldByTheKeysAndUnitsOfItsFile() {
        assertThat(Problem.of(Nanopillar.DEVICE, EquationForm.EXACT).keys())
                .contains(
                        new Problem.Key("junction.g_parallel", "0.009", "S"),
                        new Problem.Key("magnet.field", "0.35", "T"),
                        new Problem.Key("si.volume", "1.8E-23", "m³"))
                .extracting(Problem.Key::name)
                .doesNotContain("magnet.spin_ratio");
        assertThat(Problem.of(Device.PAPER.withField(0.4), EquationForm.EXACT).keys())
                .contains(
                        new Problem.Key("magnet.field", "0.4", "M_s"),
                        new Problem.Key("magnet.spin_ratio", "1.0", ""));
    }

    private static String reasons(Device device) {
        StringBuilder reasons = new StringBuilder();
        for (Problem.Slip slip : Problem.of(device, EquationForm.EXACT).slips()) {
            reasons.append(slip.reason());
        }
        return reasons.toString();
    }
}
