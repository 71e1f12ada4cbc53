package larmor.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import larmor.observable.Regime;
import larmor.sweep.SweepRow;
import larmor.validation.exact.OrbitAveragedTheory;
import larmor.validation.exact.OrbitAveragedTheory.Branch;

/** Holds the simulated Fig. 2 against the orbit-averaged theory. */
public final class Figure2Checks {

    private static final String SOURCE =
            "orbit-averaged (Melnikov) theory of GLD Eq. (8); GLD Fig. 2 and Appendix B";

    private static final Check.Limit CURVE_LIMIT =
            new Check.Limit(
                    5e-3,
                    "the theory leaves out terms of order α² ≤ 2.4e-4, times slopes up to 17");

    /** Closer to the separatrix the theory is compared along the voltage. */
    private static final double SEPARATRIX_DISTANCE = 0.007;

    private static final Check.Limit SEPARATRIX_LIMIT =
            new Check.Limit(
                    1.5e-3,
                    "the end of the orbit itself moves by O(α²): 7.7e-4 with the torque, 6.5e-4"
                            + " without");

    /** Closer to V_c a run to t' = 5×10⁴ need not have settled. */
    private static final double SLOWEST_SETTLED = 1.02;

    private static final Check.Limit COVERAGE_LIMIT =
            new Check.Limit(
                    0,
                    "to settle within 1e-3 a run takes [ln(p_{∞}/p_0) + ln(1e3)]/(2 s_c (v−1)): at v ="
                            + " 1.02 that is 4.1e4 with the torque, 4.9e4 without, of 5e4");

    private Figure2Checks() {}

    /**
     * All checks of a figure.
     *
     * @throws java.util.NoSuchElementException if the theory does not cover the device
     */
    public static List<Check> of(Figure2 figure) {
        List<Check> checks = new ArrayList<>();
        for (boolean selfTorque : new boolean[] {true, false}) {
            Worst frequency = new Worst();
            Worst power = new Worst();
            Worst separatrix = new Worst();
            int oscillations = 0;
            int settled = 0;
            OrbitAveragedTheory theory = figure.theory(selfTorque).orElseThrow();
            for (SweepRow row : figure.rows()) {
                if (row.selfTorque() != selfTorque) {
                    continue;
                }
                boolean measured = row.settled() && row.frequency().isPresent();
                if (row.voltage() >= SLOWEST_SETTLED && oscillates(theory, row.voltage())) {
                    oscillations++;
                    settled += measured ? 1 : 0;
                }
                if (!measured) {
                    continue;
                }
                Branch branch =
                        row.regime().orElseThrow() == Regime.IN_PLANE
                                ? Branch.IN_PLANE
                                : Branch.OUT_OF_PLANE;
                double v = row.voltage();
                double simulated = row.frequency().getAsDouble();
                if (Math.abs(v - theory.inPlaneEnd()) > SEPARATRIX_DISTANCE) {
                    frequency.see(v, simulated, theory.frequencyAt(branch, v));
                    power.see(v, row.power().getAsDouble(), theory.powerAt(branch, v));
                } else {
                    separatrix.see(v, v, theory.voltageAt(branch, simulated));
                }
            }
            String torque = selfTorque ? "with" : "without";
            checks.add(
                    Check.absolute(
                            new Check.Claim(
                                    "figure2-coverage-" + torque,
                                    "number of voltages from 1.02 V_c on at which the oscillation "
                                            + torque
                                            + " self-induced torque was found and has settled",
                                    "number of those with a stable orbit at v(E)",
                                    SOURCE),
                            settled,
                            oscillations,
                            COVERAGE_LIMIT));
            checks.add(
                    frequency.check(
                            "figure2-frequency-" + torque,
                            "frequency ω/ω₀ of every settled point "
                                    + torque
                                    + " self-induced torque, at the worst",
                            "ω(E)/ω₀ at v(E)",
                            CURVE_LIMIT));
            checks.add(
                    power.check(
                            "figure2-power-" + torque,
                            "power ⟨p⟩ of every settled point "
                                    + torque
                                    + " self-induced torque, at the worst",
                            "(1−⟨z⟩)/2 at v(E)",
                            CURVE_LIMIT));
            if (separatrix.seen) {
                checks.add(
                        separatrix.check(
                                "figure2-separatrix-" + torque,
                                "voltage at equal frequency within 0.007 of the end of the in-plane"
                                        + " orbit "
                                        + torque
                                        + " self-induced torque",
                                "v(E) at ω(E)",
                                SEPARATRIX_LIMIT));
            }
        }
        return List.copyOf(checks);
    }

    private static boolean oscillates(OrbitAveragedTheory theory, double v) {
        for (Branch branch : Branch.values()) {
            if (theory.frequencyAt(branch, v).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** The point that lies farthest from its reference. */
    private static final class Worst {

        private boolean seen;
        private double voltage = Double.NaN;
        private double measured = Double.NaN;
        private double reference = Double.NaN;
        private double error;

        void see(double v, double value, OptionalDouble expected) {
            double target = expected.orElse(Double.NaN);
            double distance = Math.abs(value - target);
            // A point without a reference is the worst of all.
            if (!seen || Double.isNaN(distance) || distance > error) {
                voltage = v;
                measured = value;
                reference = target;
                error = distance;
            }
            seen = true;
        }

        Check check(String name, String what, String formula, Check.Limit limit) {
            String where = seen ? " (v = " + voltage + ")" : " (no settled point)";
            return Check.absolute(
                    new Check.Claim(name, what + where, formula, SOURCE),
                    measured,
                    reference,
                    limit);
        }
    }
}
