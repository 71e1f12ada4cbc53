package larmor.validation.numerics;

import larmor.model.Anisotropy;
import larmor.model.Coefficients;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.model.Magnet;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import larmor.ode.LlgsEquation;
import larmor.ode.Solution;
import larmor.ode.Solver;
import larmor.validation.certified.ReferenceEndStates;
import larmor.validation.exact.ConservativeOrbit;
import larmor.validation.ladder.Laboratory;

/**
 * Precession without damping and torque, over whole periods. The period is exact, so m must be back
 * at its start.
 */
final class ConservativeRuns {

    /** The error of the phase, in radians. */
    static final int PHASE = 0;

    /** The error of ½m·N m − h₀m_z. */
    static final int ENERGY = 1;

    /** |m| − 1. */
    static final int NORM = 2;

    /** The period of the orbit through the end, less that at the start. */
    static final int PERIOD = 3;

    private static final Magnetization START = ReferenceEndStates.TILTED;

    private final Coefficients coefficients;
    private final double period = ConservativeOrbit.through(CertifiedRuns.PAPER, START).period();

    ConservativeRuns(Laboratory laboratory) {
        Coefficients c = laboratory.coefficients(CertifiedRuns.PAPER, 0, EquationForm.EXACT, false);
        coefficients =
                new Coefficients(c.h0(), c.nxy(), c.nyz(), c.d0(), c.d1(), 0, 0, 0, 0, c.chi());
    }

    double period() {
        return period;
    }

    /** The errors after 1, 2, 4, … 2^doublings periods. */
    Growth grow(Solver solver, int doublings) {
        Growth growth = new Growth(1);
        for (int k = 0; k <= doublings; k++) {
            Solution solution = solver.integrate(coefficients, START, (1 << k) * period);
            if (solution instanceof Solution.Completed completed && completed.end().isFinite()) {
                Magnetization m = completed.end();
                growth.add(phase(m), energy(m) - energy(START), m.norm() - 1, periodAt(m) - period);
            } else {
                growth.add(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
            }
        }
        return growth;
    }

    /** How far m is ahead along the orbit, which at the start it passes at the rate ṁ. */
    private double phase(Magnetization m) {
        double[] rate = new double[3];
        new LlgsEquation(CertifiedRuns.PAPER.coefficients(0, EquationForm.EXACT, false))
                .rate(new double[] {START.x(), START.y(), START.z()}, rate);
        double along = 0;
        double squared = 0;
        double[] moved = {m.x() - START.x(), m.y() - START.y(), m.z() - START.z()};
        for (int c = 0; c < 3; c++) {
            along += moved[c] * rate[c];
            squared += rate[c] * rate[c];
        }
        return 2 * Math.PI / period * along / squared;
    }

    private static double energy(Magnetization m) {
        return ConservativeOrbit.energy(CertifiedRuns.PAPER, m);
    }

    /**
     * The period of the orbit through m, which need not be a unit vector: with m = r n the equation
     * of n is that of a magnet with the anisotropy r N.
     */
    private static double periodAt(Magnetization m) {
        double r = m.norm();
        Magnet magnet = Device.PAPER.magnet();
        Oscillator scaled =
                Oscillator.of(
                        new Device(
                                Device.PAPER.junction(),
                                new Magnet(
                                        magnet.damping(),
                                        magnet.field(),
                                        new Anisotropy(r * magnet.anisotropy().nx(), 0, 0)),
                                Device.PAPER.units()));
        return ConservativeOrbit.through(scaled, Magnetization.normalized("m", m.x(), m.y(), m.z()))
                .period();
    }
}
