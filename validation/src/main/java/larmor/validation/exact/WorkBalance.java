package larmor.validation.exact;

import larmor.model.Oscillator;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * The work of damping and torques along an orbit of an easy-plane film, whose balance is the
 * voltage of a limit cycle: {@link OrbitAveragedTheory}.
 *
 * @param oscillator with N_y = N_z &lt; N_x
 * @param selfTorque whether the self-induced torque acts
 * @param anisotropy N_x − N_y, the unit of the field
 */
record WorkBalance(Oscillator oscillator, boolean selfTorque, double anisotropy) {

    /**
     * The integrand of the separatrix is analytic around the interval: 64 nodes leave rounding
     * only.
     */
    private static final int SEPARATRIX_NODES = 64;

    /** h = h₀/(N_x−N_y). */
    double field() {
        return oscillator.field() / anisotropy;
    }

    /** The voltage of the orbit through m = −ẑ, for h &lt; 1. */
    double separatrixVoltage() {
        double h = field();
        double top = Math.sqrt(2 - 2 * h);
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(SEPARATRIX_NODES, 0, top);
        return rule.integrate(s -> separatrixWork(s).dissipation())
                / rule.integrate(s -> separatrixWork(s).drive());
    }

    private Work separatrixWork(double s) {
        double h = field();
        double z = 1 - 2 * h - s * s;
        double weight = 1 / (1 + z);
        // z₂ = 1−2h and z₁ = z₃ = −1.
        return work(z, 1 - h - s * s, 2 * h * (1 + z), s * s * (1 + z), weight);
    }

    /** The voltage above which m = −ẑ is stable, for h ≥ 1. */
    double antiparallelVoltage() {
        return oscillator.damping(-1) * (field() - 0.5) / drive(-1);
    }

    /** What damping and self-induced torque take and what the drive gives per unit of v. */
    record Work(double dissipation, double drive) {}

    /** At a point of an orbit, times a weight: 1−z² = x²+y² split into the two squares. */
    Work work(double z, double zPlusH, double xx, double yy, double weight) {
        double h = field();
        double hp = h * yy + zPlusH * xx;
        double ww = h * h * yy + zPlusH * zPlusH * xx + xx * yy;
        return new Work(
                weight * (oscillator.damping(z) * ww + selfInducedTorque(z) * hp * hp),
                weight * drive(z) * hp);
    }

    /** σ(c)/v in the unit of field N_x − N_y. */
    double drive(double c) {
        return oscillator.spinTransferTorque(1, c) / anisotropy;
    }

    /** β(c); 0 if the torque does not act. */
    double selfInducedTorque(double c) {
        return selfTorque ? oscillator.selfInducedTorque(c) : 0;
    }
}
