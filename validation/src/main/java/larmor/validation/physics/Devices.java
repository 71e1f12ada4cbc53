package larmor.validation.physics;

import larmor.model.Anisotropy;
import larmor.model.Damping;
import larmor.model.Device;
import larmor.model.Junction;
import larmor.model.Magnet;
import larmor.model.Oscillator;
import larmor.model.PhysicalConstants;
import larmor.model.Units;

/** The oscillators that the checks are made on. */
final class Devices {

    /** That of GLD Sec. IV. */
    static final Oscillator PAPER = Oscillator.of(Device.PAPER);

    /** What its volume is that of. */
    static final String NANOPILLAR_NAME = "a nanopillar of 100 nm × 60 nm × 3 nm";

    /**
     * A nanopillar of everyday numbers: 9 mS and 4 mS into the magnet (TMR 125 %), M_s = 8×10⁵ A/m,
     * 0.35 T, damping 0.01.
     */
    static final Oscillator NANOPILLAR =
            Oscillator.of(
                    new Device(
                            new Junction(9e-3, 4e-3, 9e-3, 0.4, true, true),
                            new Magnet(new Damping.Total(0.01), 0.35, new Anisotropy(1, 0, 0)),
                            new Units.Si(8e5, 1.8e-23, 1.76e11)));

    /**
     * The paper's device in SI units, with M_s = 8×10⁵ A/m. κ = 1 makes it a magnet of one ħ, a
     * third of a nanometre across, in which the self-induced torque is as large as in the paper.
     */
    static final Oscillator PAPER_IN_SI = Oscillator.of(paperInSi());

    private Devices() {}

    private static Device paperInSi() {
        double magnetization = 8e5;
        double gamma = 1.76e11;
        double quantum = PhysicalConstants.CONDUCTANCE_QUANTUM;
        Junction paper = Device.PAPER.junction();
        return new Device(
                new Junction(
                        paper.gParallel() * quantum,
                        paper.gAntiparallel() * quantum,
                        paper.gRight() * quantum,
                        paper.polarization(),
                        true,
                        true),
                new Magnet(
                        Device.PAPER.magnet().damping(),
                        Device.PAPER.magnet().field()
                                * PhysicalConstants.VACUUM_PERMEABILITY
                                * magnetization,
                        Device.PAPER.magnet().anisotropy()),
                new Units.Si(
                        magnetization,
                        PhysicalConstants.REDUCED_PLANCK * gamma / magnetization,
                        gamma));
    }

    /**
     * The paper's device with its damping and its spin ratio scaled together, so that α(c), β(c)
     * and σ(c) at equal v all become ε times what they were.
     */
    static Oscillator scaled(double epsilon) {
        return scaled(PAPER, epsilon);
    }

    /** The same of any device, in dimensionless units. */
    static Oscillator scaled(Oscillator oscillator, double epsilon) {
        Junction junction = oscillator.device().junction();
        return Oscillator.of(
                new Device(
                        new Junction(
                                oscillator.gParallel(),
                                oscillator.gAntiparallel(),
                                oscillator.gRight(),
                                junction.polarization(),
                                junction.angularDamping(),
                                junction.angularTorque()),
                        new Magnet(
                                new Damping.Total(epsilon * oscillator.dampingParallel()),
                                oscillator.field(),
                                oscillator.device().magnet().anisotropy()),
                        new Units.Dimensionless(epsilon * oscillator.spinRatio())));
    }

    /** The paper's device with some of its dependences on the angle held at θ = 0. */
    static Oscillator variant(boolean angularDamping, boolean angularTorque) {
        Junction paper = Device.PAPER.junction();
        return withJunction(
                PAPER,
                new Junction(
                        paper.gParallel(),
                        paper.gAntiparallel(),
                        paper.gRight(),
                        paper.polarization(),
                        angularDamping,
                        angularTorque));
    }

    /** The paper's junctions around another magnet. */
    static Oscillator magnet(double damping, double field, Anisotropy anisotropy) {
        return Oscillator.of(
                new Device(
                        Device.PAPER.junction(),
                        new Magnet(new Damping.Total(damping), field, anisotropy),
                        Device.PAPER.units()));
    }

    /** The paper's device with another right junction, at equal total damping at θ = 0. */
    static Oscillator rightJunction(double gRight, boolean angularTorque) {
        Junction paper = Device.PAPER.junction();
        return withJunction(
                PAPER,
                new Junction(
                        paper.gParallel(),
                        paper.gAntiparallel(),
                        gRight,
                        paper.polarization(),
                        true,
                        angularTorque));
    }

    /** Any device with another right junction, at equal total damping at θ = 0. */
    static Oscillator withRightJunction(Oscillator oscillator, double gRight) {
        Junction junction = oscillator.device().junction();
        return withJunction(
                oscillator,
                new Junction(
                        junction.gParallel(),
                        junction.gAntiparallel(),
                        gRight,
                        junction.polarization(),
                        junction.angularDamping(),
                        junction.angularTorque()));
    }

    private static Oscillator withJunction(Oscillator oscillator, Junction junction) {
        Device device = oscillator.device();
        return Oscillator.of(new Device(junction, device.magnet(), device.units()));
    }
}
