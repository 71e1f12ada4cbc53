package larmor.orbit;

import larmor.model.Coefficients;
import larmor.ode.AutonomousSystem;
import larmor.ode.LlgsJacobian;

/**
 * The equation of motion with its variations: m, a = ∂m/∂s, b = ∂m/∂v and the integral P of (1 −
 * m_z)/2 over time obey
 *
 * <pre>
 *   ṁ = f(m, v),     ȧ = (∂f/∂m) a,     ḃ = (∂f/∂m) b + ∂f/∂v,     Ṗ = (1 − m_z)/2.
 * </pre>
 */
final class VariationalSystem implements AutonomousSystem {

    /** Where the components of m begin. */
    static final int M = 0;

    /** Where those of ∂m/∂s begin. */
    static final int BY_AMPLITUDE = 3;

    /** Where those of ∂m/∂v begin. */
    static final int BY_VOLTAGE = 6;

    /** Where the integral of the power is. */
    static final int POWER = 9;

    static final int DIMENSION = 10;

    private final LlgsJacobian jacobian;
    private final double drivePerVoltage;
    private final double[] rate = new double[3];
    private final double[] byState = new double[9];
    private final double[] byDrive = new double[3];

    VariationalSystem(Coefficients coefficients, double drivePerVoltage) {
        jacobian = new LlgsJacobian(coefficients);
        this.drivePerVoltage = drivePerVoltage;
    }

    @Override
    public int dimension() {
        return DIMENSION;
    }

    @Override
    public void rate(double[] state, double[] stateRate) {
        jacobian.evaluate(state[M], state[M + 1], state[M + 2], rate, byState, byDrive);
        for (int i = 0; i < 3; i++) {
            stateRate[M + i] = rate[i];
            stateRate[BY_AMPLITUDE + i] = along(state, BY_AMPLITUDE, i);
            stateRate[BY_VOLTAGE + i] = along(state, BY_VOLTAGE, i) + byDrive[i] * drivePerVoltage;
        }
        stateRate[POWER] = 0.5 * (1 - state[M + 2]);
    }

    private double along(double[] state, int variation, int row) {
        return byState[3 * row] * state[variation]
                + byState[3 * row + 1] * state[variation + 1]
                + byState[3 * row + 2] * state[variation + 2];
    }
}
