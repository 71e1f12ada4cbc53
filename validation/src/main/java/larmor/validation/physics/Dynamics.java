package larmor.validation.physics;

import larmor.model.Anisotropy;
import larmor.model.Coefficients;
import larmor.model.EquationForm;
import larmor.model.Oscillator;
import larmor.validation.ladder.Laboratory;

/**
 * The equation of one oscillator at any voltage.
 *
 * @param laboratory where its coefficients come from
 * @param oscillator the device
 * @param form which of the two equations
 * @param selfTorque whether the self-induced torque acts
 */
record Dynamics(
        Laboratory laboratory, Oscillator oscillator, EquationForm form, boolean selfTorque) {

    /** The equation at the voltage v. */
    Coefficients coefficients(double v) {
        return laboratory.coefficients(oscillator, v, form, selfTorque);
    }

    /** h₀/(N_x−N_y). */
    double field() {
        Anisotropy n = oscillator.device().magnet().anisotropy();
        return oscillator.field() / (n.nx() - n.ny());
    }

    /** ω₀ in γμ₀M_s. */
    double fmrFrequency() {
        return oscillator.fmrFrequency();
    }
}
