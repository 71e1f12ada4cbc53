package larmor.orbit;

import larmor.model.Anisotropy;
import larmor.model.Damping;
import larmor.model.Device;
import larmor.model.Junction;
import larmor.model.Magnet;
import larmor.model.Oscillator;
import larmor.model.Units;

/** Oscillators that differ from the paper's. */
final class Variants {

    private Variants() {}

    /** α(θ) held at α(0). */
    static Oscillator constantDamping() {
        return withAngles(false, true);
    }

    /** α(θ), σ(θ) and β(θ) held at θ = 0. */
    static Oscillator frozenAngles() {
        return withAngles(false, false);
    }

    private static Oscillator withAngles(boolean damping, boolean torque) {
        Junction paper = Device.PAPER.junction();
        return Oscillator.of(
                new Device(
                        new Junction(
                                paper.gParallel(),
                                paper.gAntiparallel(),
                                paper.gRight(),
                                paper.polarization(),
                                damping,
                                torque),
                        Device.PAPER.magnet(),
                        Device.PAPER.units()));
    }

    /** The paper's junctions on another magnet. */
    static Oscillator magnet(double field, Anisotropy anisotropy) {
        return Oscillator.of(
                new Device(
                        Device.PAPER.junction(),
                        new Magnet(new Damping.Total(0.01), field, anisotropy),
                        new Units.Dimensionless(1)));
    }
}
