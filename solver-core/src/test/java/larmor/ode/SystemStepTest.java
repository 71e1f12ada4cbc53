package larmor.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import larmor.model.Magnetization;
import org.junit.jupiter.api.Test;

class SystemStepTest {

    /** 1000 steps, each rounded at 1.1e-16 in three components, in one order or another. */
    private static final double ROUNDING = 1e-13;

    /** ẍ = −x. */
    private static final AutonomousSystem PENDULUM =
            new AutonomousSystem() {
                @Override
                public int dimension() {
                    return 2;
                }

                @Override
                public void rate(double[] state, double[] rate) {
                    rate[0] = state[1];
                    rate[1] = -state[0];
                }
            };

    private static final AutonomousSystem MOTION =
            new AutonomousSystem() {
                private final LlgsEquation equation = new LlgsEquation(CertifiedRun.coefficients());

                @Override
                public int dimension() {
                    return 3;
                }

                @Override
                public void rate(double[] state, double[] rate) {
                    equation.rate(state, rate);
                }
            };

    @Test
    void stepsOfTheEquationOfMotionAreThoseOfDop853() {
        double h = 0.1;
        Magnetization start = CertifiedRun.START;
        Magnetization expected =
                CertifiedRun.end(
                        Dop853.withStep(h)
                                .integrate(
                                        CertifiedRun.coefficients(), start, CertifiedRun.END_TIME));
        SystemStep step = new SystemStep(MOTION, new double[] {start.x(), start.y(), start.z()});
        run(step, h, 1000);
        assertThat(step.end(0)).isCloseTo(expected.x(), within(ROUNDING));
        assertThat(step.end(1)).isCloseTo(expected.y(), within(ROUNDING));
        assertThat(step.end(2)).isCloseTo(expected.z(), within(ROUNDING));
    }

    @Test
    void errorFallsWithTheEighthPowerOfTheStep() {
        double[] errors = new double[2];
        for (int i = 0; i < 2; i++) {
            int steps = 16 << i;
            SystemStep step = new SystemStep(PENDULUM, new double[] {1, 0});
            run(step, 10.0 / steps, steps);
            double x = step.end(0) - StrictMath.cos(10);
            double y = step.end(1) + StrictMath.sin(10);
            errors[i] = Math.sqrt(x * x + y * y);
        }
        // Terms of order 9 correct the exponent by a tenth at these steps.
        assertThat(StrictMath.log(errors[0] / errors[1]) / StrictMath.log(2))
                .isCloseTo(Dop853Tableau.ORDER, within(0.2));
    }

    @Test
    void stepBackwardUndoesAStepForward() {
        SystemStep step = new SystemStep(PENDULUM, new double[] {1, 0});
        run(step, 0.1, 50);
        run(step, -0.1, 50);
        assertThat(step.end(0)).isCloseTo(1, within(ROUNDING));
        assertThat(step.end(1)).isCloseTo(0, within(ROUNDING));
        assertThat(step.endRate(0)).isCloseTo(0, within(ROUNDING));
        assertThat(step.endRate(1)).isCloseTo(-1, within(ROUNDING));
    }

    @Test
    void anAttemptLeavesTheStartWhereItIs() {
        SystemStep step = new SystemStep(PENDULUM, new double[] {1, 0});
        step.attempt(0.3);
        double first = step.end(0);
        step.attempt(0.2);
        step.attempt(0.3);
        assertThat(step.end(0)).isEqualTo(first);
    }

    private static void run(SystemStep step, double h, int count) {
        for (int i = 0; i < count; i++) {
            step.attempt(h);
            step.advance();
            // What was the end is the start of the next attempt; an empty one shows it.
            step.attempt(0);
        }
    }
}
