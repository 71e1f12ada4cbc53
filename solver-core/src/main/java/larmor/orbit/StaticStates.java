package larmor.orbit;

import static larmor.orbit.SphericalFrame.dot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import larmor.model.Anisotropy;
import larmor.model.Oscillator;
import larmor.observable.Regime;
import larmor.ode.LlgsJacobian;
import org.hipparchus.analysis.UnivariateFunction;

/**
 * Finds the directions in which m stays at a voltage.
 *
 * <p>±ẑ are two of them at every voltage. Elsewhere ṁ = 0 asks, in the exact form, for m×h = −σp.
 * With N_⊥(φ) = N_x cos²φ + N_y sin²φ its components along ê_θ and ê_φ are
 *
 * <pre>
 *   (N_x−N_y) sin φ cos φ + σ(c) = 0,     c = cos θ = −h₀/(N_⊥(φ)−N_z),
 * </pre>
 *
 * <p>an equation in φ whose roots are bracketed on a grid of half a turn: the other half holds the
 * same states turned by π about ẑ. Newton's method in (θ, φ) takes each to rounding in either form;
 * to leading order states are apart from those of the exact form by O(α²), and one that has just
 * left ±ẑ may be missed where α is not small.
 */
public final class StaticStates {

    /** Two roots nearer to each other than this are about to merge and are not told apart. */
    private static final int SCAN_INTERVALS = 720;

    private static final double ROOT_ACCURACY = 1e-12;
    private static final int MOST_NEWTON_STEPS = 20;

    /** A Newton step below this has converged: the next would be its square. */
    private static final double NEWTON_ACCURACY = 1e-9;

    /** Newton's method only polishes; if it goes farther than this it was lost. */
    private static final double NEWTON_REACH = 0.1;

    private final DrivenOscillator driven;

    /** For one oscillator at any voltage. */
    public StaticStates(DrivenOscillator driven) {
        this.driven = driven;
    }

    /**
     * All of them: ẑ first, −ẑ second, then those within a quarter of a turn of the hard axis of x̂
     * and ŷ, in the order of φ. Each of these stands for its image under the turn by π about ẑ as
     * well.
     *
     * @param voltage v = V/V_c
     * @throws larmor.model.InvalidInput as {@link DrivenOscillator#coefficients}
     */
    public List<StaticState> at(double voltage) {
        List<StaticState> states = new ArrayList<>();
        states.add(pole(voltage, 0));
        states.add(pole(voltage, Math.PI));
        double width = Math.PI / SCAN_INTERVALS;
        UnivariateFunction torque = phi -> azimuthalTorque(phi, voltage);
        for (int i = 0; i < SCAN_INTERVALS; i++) {
            double left = firstAzimuth(width) + i * width;
            double right = left + width;
            double before = torque.value(left);
            double after = torque.value(right);
            if (BracketedRoot.between(before, after)) {
                BracketedRoot.of(torque, left, right, ROOT_ACCURACY).stream()
                        .mapToObj(phi -> polished(StrictMath.acos(cosine(phi)), phi, voltage))
                        .flatMap(Optional::stream)
                        .forEach(states::add);
            }
        }
        return List.copyOf(states);
    }

    /** ẑ, at rest at every voltage. */
    StaticState parallel(double voltage) {
        return pole(voltage, 0);
    }

    /** −ẑ, at rest at every voltage. */
    StaticState antiparallel(double voltage) {
        return pole(voltage, Math.PI);
    }

    /**
     * The state about which m precesses out of the plane: near the hard axis of x̂ and ŷ, no
     * saddle. Empty where there is none, in a strong field or at a large voltage.
     */
    Optional<StaticState> nearHardAxis(double voltage) {
        // c grows in size away from the hard axis: where it is none there, it is none elsewhere.
        double c = cosine(hardAzimuth());
        if (!(Math.abs(c) < 1)) {
            return Optional.empty();
        }
        // Where the torques would balance if σ were that of the hard axis: Newton's method starts
        // there, and goes through all states only if it fails.
        Anisotropy n = driven.oscillator().device().magnet().anisotropy();
        double balance =
                2 * driven.oscillator().spinTransferTorque(voltage, c) / Math.abs(n.nx() - n.ny());
        double azimuth = hardAzimuth() - 0.5 * StrictMath.asin(balance);
        return polished(StrictMath.acos(cosine(azimuth)), azimuth, voltage)
                .filter(this::isCentre)
                .or(() -> at(voltage).stream().filter(this::isCentre).findFirst());
    }

    private boolean isCentre(StaticState state) {
        return state.regime() == Regime.STATIC
                && Math.abs(state.azimuth() - hardAzimuth()) < 0.25 * Math.PI
                && !state.saddle();
    }

    /** The azimuth of the axis with the larger of N_x and N_y: 0 or π/2. */
    double hardAzimuth() {
        Anisotropy n = driven.oscillator().device().magnet().anisotropy();
        return n.nx() >= n.ny() ? 0 : 0.5 * Math.PI;
    }

    /**
     * The beginning of half a turn around the hard axis, half an interval early: without a voltage
     * states lie along x̂ and ŷ, which are then no ends of intervals.
     */
    double firstAzimuth(double interval) {
        return hardAzimuth() - 0.5 * Math.PI - 0.5 * interval;
    }

    /** (N_x−N_y) sin φ cos φ + σ(c); NaN where there is no such c. */
    private double azimuthalTorque(double phi, double voltage) {
        Oscillator oscillator = driven.oscillator();
        double c = cosine(phi);
        return Math.abs(c) < 1
                ? anisotropyTorque(phi) + oscillator.spinTransferTorque(voltage, c)
                : Double.NaN;
    }

    /** (N_x−N_y) sin φ cos φ, the torque of the anisotropy along ê_θ over sin θ. */
    private double anisotropyTorque(double phi) {
        Anisotropy n = driven.oscillator().device().magnet().anisotropy();
        return (n.nx() - n.ny()) * StrictMath.sin(phi) * StrictMath.cos(phi);
    }

    private double cosine(double phi) {
        Anisotropy n = driven.oscillator().device().magnet().anisotropy();
        double sine = StrictMath.sin(phi);
        double transverse = n.nx() + (n.ny() - n.nx()) * sine * sine;
        return -driven.oscillator().field() / (transverse - n.nz());
    }

    private StaticState pole(double voltage, double polar) {
        return new Linearization(voltage, polar, 0).pole();
    }

    private Optional<StaticState> polished(double startPolar, double startAzimuth, double voltage) {
        double polar = startPolar;
        double azimuth = startAzimuth;
        for (int i = 0; i < MOST_NEWTON_STEPS; i++) {
            Linearization linear = new Linearization(voltage, polar, azimuth);
            double[] step = linear.solve(linear.rate);
            polar -= step[0];
            azimuth -= step[1] / StrictMath.sin(polar);
            if (isLost(polar, startPolar) || isLost(azimuth, startAzimuth)) {
                return Optional.empty();
            }
            if (Math.abs(step[0]) + Math.abs(step[1]) < NEWTON_ACCURACY) {
                return Optional.of(new Linearization(voltage, polar, azimuth).state());
            }
        }
        return Optional.empty();
    }

    private static boolean isLost(double value, double start) {
        // True for NaN.
        return !(Math.abs(value - start) < NEWTON_REACH);
    }

    /**
     * The state of an azimuth, at whatever voltage it is there.
     *
     * @return empty where no state off the poles has this azimuth
     */
    Optional<StaticState> atAzimuth(double azimuth) {
        double c = cosine(azimuth);
        if (!(Math.abs(c) < 1)) {
            return Optional.empty();
        }
        double polar = StrictMath.acos(c);
        double voltage = -anisotropyTorque(azimuth) / driven.oscillator().spinTransferTorque(1, c);
        double startPolar = polar;
        for (int i = 0; i < MOST_NEWTON_STEPS; i++) {
            Linearization linear = new Linearization(voltage, polar, azimuth);
            double[] rate = linear.rate;
            double byPolar = linear.matrix.xx();
            double acrossByPolar = linear.matrix.yx();
            double determinant =
                    byPolar * linear.byVoltage[1] - linear.byVoltage[0] * acrossByPolar;
            double polarStep =
                    (rate[0] * linear.byVoltage[1] - linear.byVoltage[0] * rate[1]) / determinant;
            double voltageStep = (byPolar * rate[1] - acrossByPolar * rate[0]) / determinant;
            polar -= polarStep;
            voltage -= voltageStep;
            if (isLost(polar, startPolar)) {
                return Optional.empty();
            }
            if (Math.abs(polarStep) + Math.abs(voltageStep) < NEWTON_ACCURACY) {
                return Optional.of(new Linearization(voltage, polar, azimuth).state());
            }
        }
        return Optional.empty();
    }

    /** The motion near a direction, in components along ê_θ and ê_φ. */
    private final class Linearization {

        private final double voltage;
        private final double polar;
        private final double azimuth;
        private final double[] rate = new double[2];
        private final double[] byVoltage = new double[2];
        private final StaticState.Matrix matrix;

        Linearization(double voltage, double polar, double azimuth) {
            this.voltage = voltage;
            this.polar = polar;
            this.azimuth = azimuth;
            SphericalFrame frame = new SphericalFrame(polar, azimuth);
            double[] m = frame.radial;
            double[] mRate = new double[3];
            double[] byState = new double[9];
            double[] byDrive = new double[3];
            new LlgsJacobian(driven.coefficients(voltage))
                    .evaluate(m[0], m[1], m[2], mRate, byState, byDrive);
            double[][] axes = {frame.polar, frame.azimuthal};
            double[] entries = new double[4];
            for (int i = 0; i < 2; i++) {
                rate[i] = dot(axes[i], mRate);
                byVoltage[i] = dot(axes[i], byDrive) * driven.drivePerVoltage();
                for (int j = 0; j < 2; j++) {
                    entries[2 * i + j] = alongAxes(byState, axes[i], axes[j]);
                }
            }
            matrix = new StaticState.Matrix(entries[0], entries[1], entries[2], entries[3]);
        }

        private static double alongAxes(double[] byState, double[] to, double[] from) {
            double sum = 0;
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    sum += to[i] * byState[3 * i + j] * from[j];
                }
            }
            return sum;
        }

        /** What this is at ±ẑ. */
        StaticState pole() {
            return new StaticState(voltage, polar, azimuth, matrix, 0, 0);
        }

        /** What this is where ṁ = 0. */
        StaticState state() {
            double[] drift = solve(byVoltage);
            return new StaticState(
                    voltage, polar, azimuth, matrix, -drift[0], -drift[1] / StrictMath.sin(polar));
        }

        /** L⁻¹ r. */
        double[] solve(double[] r) {
            double determinant = matrix.determinant();
            return new double[] {
                (matrix.yy() * r[0] - matrix.xy() * r[1]) / determinant,
                (matrix.xx() * r[1] - matrix.yx() * r[0]) / determinant
            };
        }
    }
}
