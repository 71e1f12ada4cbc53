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

    private static String reasons(Device device) {
        StringBuilder reasons = new StringBuilder();
        for (Problem.Slip slip : Problem.of(device, EquationForm.EXACT).slips()) {
            reasons.append(slip.reason());
        }
        return reasons.toString();
    }
}
