package larmor.ode;

import static larmor.ode.CertifiedRun.assertBadTimesAreRefusedByName;
import static larmor.ode.CertifiedRun.failure;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import larmor.model.Magnetization;
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

    /** The samples until the failure are those of a run without one. */
    @Test
    void stepThatLosesTheNormBetweenSamplesEndsTheRunThere() {
        double h = 8;
        Magnetization tilted = Magnetization.normalized("start", 1, 1, 0.2);
        List<Double> times = new ArrayList<>();
        NumericalFailure failure =
                failure(
                        new Verner9(h)
                                .integrate(
                                        CertifiedRun.coefficients(),
                                        tilted,
                                        100 * h,
                                        Sampling.dividing(100 * h, 100),
                                        (_, time, _, _, _) -> times.add(time)));
        assertThat(failure.kind()).isEqualTo(NumericalFailure.Kind.STEP_TOO_LARGE);
        assertThat(times.getLast()).isEqualTo(failure.time()).isLessThan(100 * h);
    }

    @Test
    void badTimesAreRefusedByName() {
        assertBadTimesAreRefusedByName(new Verner9(0.5));
    }
}
