package larmor.validation.exact;

import larmor.model.Anisotropy;
import larmor.model.InvalidInput;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import larmor.validation.exact.OrbitAveragedTheory.Branch;
import org.hipparchus.special.elliptic.carlson.CarlsonEllipticIntegral;

/**
 * The precession ṁ = −m×h of an easy-plane film without damping, torque and voltage, which keeps
 * |m| and the energy.
 *
 * <p>With N_y = N_z &lt; N_x and h = h₀/(N_x−N_y), in the unit of field N_x − N_y, the energy is E
 * = ½m_x² − h m_z up to a constant. On the orbit z = m_z obeys ż² = 2h(z−z₁)(z₂−z)(z−z₃) with
 *
 * <pre>
 *   z₁ = −E/h,   z₂,₃ = −h ± √(h²+1−2E),   m_x² = 2h(z−z₁),   m_y² = (z₂−z)(z−z₃).
 * </pre>
 *
 * <p>z runs between z₂ and the middle root. The period is elliptic:
 *
 * <pre>
 *   T = n K(k)/√[2h(z₂ − lowest root)],   k² = (z₂ − middle root)/(z₂ − lowest root),
 * </pre>
 *
 * <p>n = 8 for −h ≤ E &lt; h, where m precesses about ẑ through both signs of m_x (z₁ is the middle
 * root), and n = 4 for h &lt; E ≤ ½(1+h²), if h &lt; 1, where it precesses about ±x̂ (z₁ is the
 * lowest).
 */
public final class ConservativeOrbit {

    private final double h;
    private final double anisotropy;
    private final Branch branch;
    private final double radius;
    private final double upperGap;
    private final double lowerGap;

    /**
     * The orbit at given distances of its energy from the two ends of its branch, in the unit of
     * field N_x − N_y. All differences of the roots are formed as sums of positive terms, so that
     * small orbits and orbits next to the separatrix keep their digits.
     */
    ConservativeOrbit(
            double h,
            double anisotropy,
            Branch branch,
            double aboveLowerEnd,
            double belowUpperEnd) {
        this.h = h;
        this.anisotropy = anisotropy;
        this.branch = branch;
        boolean inPlane = branch == Branch.IN_PLANE;
        double toSeparatrix = inPlane ? belowUpperEnd : aboveLowerEnd;
        double detuning = 1 - h;
        radius =
                inPlane
                        ? Math.sqrt(detuning * detuning + 2 * toSeparatrix)
                        : Math.sqrt(2 * belowUpperEnd);
        // |radius² − detuning²| = 2·toSeparatrix gives whichever of sum and difference cancels.
        double magnitude = radius + Math.abs(detuning);
        double small = magnitude == 0 ? 0 : 2 * toSeparatrix / magnitude;
        double sum = detuning > 0 ? magnitude : small;
        double difference = detuning > 0 ? small : magnitude;
        lowerGap = toSeparatrix / h + difference;
        upperGap = inPlane ? aboveLowerEnd * sum / (h * (1 + h + radius)) : 2 * radius;
    }

    /**
     * The orbit through a direction.
     *
     * @param oscillator with N_y = N_z &lt; N_x; its damping and torques are left out
     * @param m a unit vector
     * @throws InvalidInput if the anisotropy is of another kind
     */
    public static ConservativeOrbit through(Oscillator oscillator, Magnetization m) {
        double anisotropy = anisotropy(oscillator);
        double h = oscillator.field() / anisotropy;
        double xx = m.x() * m.x();
        double yy = m.y() * m.y();
        double toSeparatrix = h * (1 + m.z()) - 0.5 * xx;
        if (toSeparatrix >= 0 || h >= 1) {
            double oneMinusZ = m.z() > 0 ? (xx + yy) / (1 + m.z()) : 1 - m.z();
            return new ConservativeOrbit(
                    h,
                    anisotropy,
                    Branch.IN_PLANE,
                    0.5 * xx + h * oneMinusZ,
                    Math.max(0, toSeparatrix));
        }
        double toStatic = 0.5 * ((m.z() + h) * (m.z() + h) + yy);
        return new ConservativeOrbit(h, anisotropy, Branch.OUT_OF_PLANE, -toSeparatrix, toStatic);
    }

    /** The energy ½m·N m − h₀m_z of any diagonal anisotropy, in units of μ₀M_s². */
    public static double energy(Oscillator oscillator, Magnetization m) {
        Anisotropy n = oscillator.device().magnet().anisotropy();
        return 0.5 * (n.nx() * m.x() * m.x() + n.ny() * m.y() * m.y() + n.nz() * m.z() * m.z())
                - oscillator.field() * m.z();
    }

    /** N_x − N_y of an easy-plane film. */
    static double anisotropy(Oscillator oscillator) {
        Anisotropy n = oscillator.device().magnet().anisotropy();
        if (n.ny() != n.nz() || !(n.nx() > n.ny())) {
            throw new InvalidInput(
                    "magnet.anisotropy",
                    "must have N_y = N_z < N_x for the orbits of an easy-plane film, not "
                            + n.nx()
                            + ","
                            + n.ny()
                            + ","
                            + n.nz());
        }
        return n.nx() - n.ny();
    }

    /** The period in t'; infinite on the separatrix. */
    public double period() {
        if (complementaryModulusSquared() == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double quarter = CarlsonEllipticIntegral.rF(0, complementaryModulusSquared(), 1);
        double quarters = branch == Branch.IN_PLANE ? 8 : 4;
        return quarters * quarter / (Math.sqrt(2 * h * (upperGap + lowerGap)) * anisotropy);
    }

    /** About which axis m precesses. */
    public Branch branch() {
        return branch;
    }

    /** z₂, the largest m_z on the orbit. */
    public double highest() {
        return radius - h;
    }

    /** The smallest m_z on the orbit. */
    public double lowest() {
        return highest() - upperGap;
    }

    /** z₂ + h. */
    double radius() {
        return radius;
    }

    /** z₂ less the middle root. */
    double upperGap() {
        return upperGap;
    }

    /** The middle root less the lowest. */
    double lowerGap() {
        return lowerGap;
    }

    /** k'² = 1 − k². */
    double complementaryModulusSquared() {
        return lowerGap / (upperGap + lowerGap);
    }
}
