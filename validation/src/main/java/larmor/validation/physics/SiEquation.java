package larmor.validation.physics;

import larmor.model.Device;
import larmor.model.Junction;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import larmor.model.PhysicalConstants;
import larmor.model.Units;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;

/**
 * GLD Eqs. (1), (2), (4)–(7) and (11) as they are printed, in SI units, with the voltage in volts:
 *
 * <pre>
 *   ṁ = −γ m×B_eff + α(θ) m×ṁ + (γ/M_s𝒱) m×(I_s×m),   I_s = −(ħ/4e) g_l^s V_l ẑ
 *   V_l = [g_r V − I_c^p]/[g_l(θ)+g_r],   I_c^p = (ħ/4e) g_l^s ẑ·(m×ṁ)
 *   α(θ) = α₀ + (ħ²γ/4e²M_s𝒱)[g̃_l(θ)+g_r]
 * </pre>
 *
 * <p>ṁ stands on both sides; the three linear equations are solved as numbers. No unit of time,
 * voltage or field is taken out, and nothing of the algebra behind the solvers is used.
 */
final class SiEquation implements OrdinaryDifferentialEquation {

    /** What a film does to a magnetisation along its normal x̂. */
    enum Demagnetization {
        /** −μ₀M_s m_x x̂, as it has to be. */
        PROPORTIONAL,
        /** −μ₀M_s x̂, as it is printed. */
        CONSTANT
    }

    private static final double TOLERANCE = 1e-15;

    /** In units of the run. */
    private static final double LEAST_STEP = 1e-9;

    private final Junction junction;
    private final Units.Si si;
    private final double field;
    private final double intrinsicDamping;
    private final double volts;
    private final Demagnetization demagnetization;

    private SiEquation(
            Device device, double intrinsicDamping, double volts, Demagnetization demagnetization) {
        junction = device.junction();
        si = (Units.Si) device.units();
        field = device.magnet().field();
        this.intrinsicDamping = intrinsicDamping;
        this.volts = volts;
        this.demagnetization = demagnetization;
    }

    /**
     * The equation of a film with its normal along x̂.
     *
     * @param oscillator a device in SI units
     * @param volts V
     * @param demagnetization of the film
     */
    static SiEquation of(Oscillator oscillator, double volts, Demagnetization demagnetization) {
        SiEquation bare = new SiEquation(oscillator.device(), 0, volts, demagnetization);
        return new SiEquation(
                oscillator.device(),
                oscillator.dampingParallel() - bare.damping(1),
                volts,
                demagnetization);
    }

    /** α₀, what is left of the total damping at θ = 0 without spin pumping. */
    double intrinsicDamping() {
        return intrinsicDamping;
    }

    /**
     * Where a run ends.
     *
     * @param start m(0)
     * @param seconds how long it is
     * @return NaN if the integrator gives up
     */
    Magnetization end(Magnetization start, double seconds) {
        try {
            double[] end =
                    new DormandPrince853Integrator(
                                    LEAST_STEP * seconds, seconds, TOLERANCE, TOLERANCE)
                            .integrate(
                                    this,
                                    new ODEState(0, new double[] {start.x(), start.y(), start.z()}),
                                    seconds)
                            .getPrimaryState();
            return new Magnetization(end[0], end[1], end[2]);
        } catch (MathRuntimeException failed) {
            return new Magnetization(Double.NaN, Double.NaN, Double.NaN);
        }
    }

    @Override
    public int getDimension() {
        return 3;
    }

    @Override
    public double[] computeDerivatives(double time, double[] m) {
        double[] rest = residual(m, new double[3]);
        Array2DRowRealMatrix matrix = new Array2DRowRealMatrix(3, 3);
        for (int i = 0; i < 3; i++) {
            double[] trial = new double[3];
            // As large as ṁ itself, so that the difference keeps its digits.
            trial[i] = si.rate();
            double[] column = residual(m, trial);
            for (int j = 0; j < 3; j++) {
                matrix.setEntry(j, i, (column[j] - rest[j]) / si.rate());
            }
        }
        return new LUDecomposition(matrix)
                .getSolver()
                .solve(new ArrayRealVector(rest).mapMultiply(-1))
                .toArray();
    }

    /** The left side of Eq. (1) less its right side, in 1/s, for a trial ṁ. */
    private double[] residual(double[] m, double[] rate) {
        double gamma = si.gyromagneticRatio();
        double moment = si.saturationMagnetization() * si.volume();
        double quarter =
                PhysicalConstants.REDUCED_PLANCK / (4 * PhysicalConstants.ELEMENTARY_CHARGE);
        double demagnetizing = PhysicalConstants.VACUUM_PERMEABILITY * si.saturationMagnetization();
        double share = demagnetization == Demagnetization.PROPORTIONAL ? m[0] : 1;
        double[] b = {-demagnetizing * share, 0, field};
        double c = m[2];
        double[] turning = cross(m, rate);
        double pumped = quarter * spinConductance() * turning[2];
        double left = (junction.gRight() * volts - pumped) / (conductance(c) + junction.gRight());
        double[] spinCurrent = {0, 0, -quarter * spinConductance() * left};
        double[] torque = cross(m, cross(spinCurrent, m));
        double[] precession = cross(m, b);
        double alpha = damping(c);
        double[] residual = new double[3];
        for (int i = 0; i < 3; i++) {
            residual[i] =
                    rate[i]
                            + gamma * precession[i]
                            - alpha * turning[i]
                            - gamma / moment * torque[i];
        }
        return residual;
    }

    private double damping(double c) {
        double planck = PhysicalConstants.REDUCED_PLANCK;
        double charge = PhysicalConstants.ELEMENTARY_CHARGE;
        double moment = si.saturationMagnetization() * si.volume();
        return intrinsicDamping
                + planck
                        * planck
                        * si.gyromagneticRatio()
                        / (4 * charge * charge * moment)
                        * (conductance(-c) + junction.gRight());
    }

    private double conductance(double c) {
        return 0.5
                * (junction.gParallel()
                        + junction.gAntiparallel()
                        + (junction.gParallel() - junction.gAntiparallel()) * c);
    }

    private double spinConductance() {
        return (junction.gParallel() - junction.gAntiparallel()) / junction.polarization();
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {
            a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
        };
    }
}
