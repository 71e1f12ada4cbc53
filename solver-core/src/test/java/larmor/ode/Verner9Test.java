package larmor.ode;

import static larmor.ode.CertifiedRun.assertBadTimesAreRefusedByName;
import static larmor.ode.CertifiedRun.assertNormLossEndsTheRunAtTheLastGoodStep;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Verner9Test {

    /** 200 steps of a method of order 9, over an orbit of period 9: 5e-13. */
    private static final double TRUNCATION = 1e-12;

    @Test
    void endStateOfThePaperDeviceIsTheCertifiedOne() {
        Solution solution = run(0.5);
        assertThat(CertifiedRun.error(solution)).isLessThan(TRUNCATION);
        assertThat(solution.statistics().steps()).isEqualTo(200);
        assertThat(solution.statistics().evaluations()).isEqualTo(1 + 15 * 200);
    }

    /**
     * The coefficients of the ninth order are so small that the tenth still shows where the error
     * nears rounding; TableauTest holds the order itself.
     */
    @Test
    void errorFallsAtLeastWithTheNinthPowerOfTheStep() {
        assertThat(CertifiedRun.error(run(1)) / CertifiedRun.error(run(0.5)))
                .isGreaterThan(StrictMath.pow(2, 9));
    }

    private static Solution run(double h) {
        return new Verner9(h)
                .integrate(CertifiedRun.coefficients(), CertifiedRun.START, CertifiedRun.END_TIME);
    }

    @Test
    void stepThatLosesTheNormBetweenSamplesEndsTheRunThere() {
        assertNormLossEndsTheRunAtTheLastGoodStep(new Verner9(4), 4);
    }

    @Test
    void badTimesAreRefusedByName() {
        assertBadTimesAreRefusedByName(new Verner9(0.5));
    }
}
