package larmor.orbit;

import larmor.model.Coefficients;
import larmor.model.EquationForm;
import larmor.model.Oscillator;

/**
 * An oscillator whose voltage is still open.
 *
 * @param oscillator the device
 * @param form exact or leading order in α
 * @param selfTorque whether the self-induced torque acts
 */
public record DrivenOscillator(Oscillator oscillator, EquationForm form, boolean selfTorque) {

    /**
     * The angle that m may turn by in a step of order 8. Halving it changes frequency and power of
     * the paper's cycles by less than 1e-12 and their multipliers by less than 2e-11.
     */
    private static final double RADIANS_PER_STEP = 0.14;

    /** Longer than the period of any cycle that differs from a homoclinic one, in 2π/ω₀. */
    private static final double LONGEST_RETURN = 1000;

    /**
     * The equation at a voltage.
     *
     * @param voltage v = V/V_c
     * @throws larmor.model.InvalidInput as {@link Oscillator#coefficients}
     */
    public Coefficients coefficients(double voltage) {
        return oscillator.coefficients(voltage, form, selfTorque);
    }

    /** dS/dv: the drive S = dσ is proportional to the voltage. */
    double drivePerVoltage() {
        return coefficients(1).s();
    }

    /** A step in t' that resolves the motion at a voltage. */
    double stepSize(double voltage) {
        double torque =
                Math.max(
                        Math.abs(oscillator.spinTransferTorque(voltage, 1)),
                        Math.abs(oscillator.spinTransferTorque(voltage, -1)));
        return RADIANS_PER_STEP / (oscillator.fastestPrecession() + torque);
    }

    /** t' after which m is taken not to come back. */
    double longestReturn() {
        return LONGEST_RETURN * 2 * Math.PI / oscillator.fmrFrequency();
    }
}
