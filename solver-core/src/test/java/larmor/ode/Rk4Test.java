package larmor.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import org.junit.jupiter.api.Test;

class Rk4Test {

    /** Quad-precision end state of the paper's device at v = 1.5, exact form, T = 100. */
    private static final Magnetization CERTIFIED =
            new Magnetization(0.01428310949693570, -0.01093707912258627, 0.99983817344776592);

    /** Global error of RK4 at h = 0.01: c T h⁴ with c T below 1 for an orbit of period near 9. */
    private static final double TRUNCATION = 1e-8;

    @Test
    void endStateOfThePaperDeviceIsTheCertifiedOne() {
        Magnetization start = Magnetization.normalized("start", 0.01, 0, 1);
        Solution solution =
                new Rk4(0.01)
                        .integrate(
                                Oscillator.of(Device.PAPER)
                                        .coefficients(1.5, EquationForm.EXACT, true),
                                start,
                                100);
        assertThat(solution).isInstanceOf(Solution.Completed.class);
        Magnetization end = ((Solution.Completed) solution).end();
        assertThat(end.x()).isCloseTo(CERTIFIED.x(), within(TRUNCATION));
        assertThat(end.y()).isCloseTo(CERTIFIED.y(), within(TRUNCATION));
        assertThat(end.z()).isCloseTo(CERTIFIED.z(), within(TRUNCATION));
    }
}
