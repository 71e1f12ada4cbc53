package larmor.validation.physics;

import java.util.ArrayList;
import java.util.List;
import larmor.model.Coefficients;
import larmor.model.EquationForm;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import larmor.validation.Check;
import larmor.validation.charge.ChargeDynamics;
import larmor.validation.ladder.CheckFamily;
import larmor.validation.ladder.Effort;
import larmor.validation.ladder.Findings;
import larmor.validation.ladder.Laboratory;
import larmor.validation.ladder.PowerLaw;
import larmor.validation.page.Axis;
import larmor.validation.page.Figure;
import larmor.validation.page.Hue;
import larmor.validation.page.Numeral;
import larmor.validation.page.Series;

/**
 * A right junction that conducts much better than the left one: the magnet is then part of the
 * right lead, all voltage falls over the left junction, and the self-induced torque is gone.
 */
final class SingleJunction implements CheckFamily {

    private static final List<Double> RIGHT = List.of(12.0, 36.0, 120.0, 360.0, 1200.0);

    private static final double VOLTAGE = 1.5;
    private static final double TIME = 30;
    private static final double TOLERANCE = 1e-13;

    private static final Magnetization START = Magnetization.normalized("start", 0.6, 0.2, 0.7);

    private static final Check.Limit ROUNDING =
            new Check.Limit(1e-13, "rounding of quotients near 1");

    private static final Check.Limit EXPONENT_LIMIT =
            new Check.Limit(
                    0.01,
                    "the next term is of the order of Δg/g_r = 6e-3 of the first at the smallest g_r"
                            + " and falls with g_r");

    private static final String SOURCE = "GLD Eqs. (7), (9), (10) for g_r ≫ g_l";

    @Override
    public String name() {
        return "single-junction";
    }

    @Override
    public String title() {
        return "A right junction without resistance";
    }

    @Override
    public List<String> introduction() {
        return List.of(
                "For g_r ≫ g_l at equal damping α(0) the model has to become the spin-transfer torque"
                        + " of a single junction: σ(θ) loses its dependence on the angle,"
                        + " |σ/(v s_c) − 1| ≤ |g^P−g^{AP}|/g_r; β falls as (κ/16π)(g_l^s)²/g_r; and"
                        + " V_l/V tends to 1. The motion of the two models parts in proportion to"
                        + " 1/g_r.");
    }

    @Override
    public Findings examine(Laboratory laboratory, Effort effort) {
        Cases angle =
                new Cases(
                        laboratory,
                        new Check.Claim(
                                "single-junction-torque",
                                "largest deviation of σ(θ)/(v s_c) from 1 over the angle",
                                "max |σ/(v s_c) − 1| = (g^P−g^{AP})/(g^{AP}+g_r) < (g^P−g^{AP})/g_r",
                                SOURCE));
        Cases selfTorque =
                new Cases(
                        laboratory,
                        new Check.Claim(
                                "single-junction-self-torque",
                                "β(0) over its limit",
                                "β(0)/[(κ/16π)(g_l^s)²/g_r] = g_r/(g_l(0)+g_r)",
                                SOURCE));
        Cases voltage =
                new Cases(
                        laboratory,
                        new Check.Claim(
                                "single-junction-voltage",
                                "share of the voltage over the left junction at m = ẑ, from the charge"
                                        + " dynamics",
                                "V_l/V = g_r/(g_l(0)+g_r)",
                                SOURCE));
        List<Double> distances = new ArrayList<>();
        for (double right : RIGHT) {
            Oscillator oscillator = Devices.rightJunction(right, true);
            String where = "g_r = " + right;
            Coefficients coefficients =
                    laboratory.coefficients(oscillator, VOLTAGE, EquationForm.EXACT, true);
            double difference = oscillator.gParallel() - oscillator.gAntiparallel();
            angle.absolute(
                    where,
                    deviation(coefficients, VOLTAGE * oscillator.criticalTorque()),
                    difference / (oscillator.gAntiparallel() + right),
                    ROUNDING);
            double limit =
                    oscillator.spinRatio()
                            / (16 * Math.PI)
                            * oscillator.spinConductance()
                            * oscillator.spinConductance()
                            / right;
            double beta = coefficients.b() / (coefficients.d0() + coefficients.d1());
            selfTorque.absolute(
                    where, beta / limit, right / (oscillator.gParallel() + right), ROUNDING);
            voltage.absolute(
                    where,
                    atRest(oscillator) / VOLTAGE,
                    right / (oscillator.conductance(1) + right),
                    ROUNDING);
            distances.add(
                    EndState.distance(
                            end(laboratory, coefficients),
                            end(
                                    laboratory,
                                    laboratory.coefficients(
                                            Devices.rightJunction(right, false),
                                            VOLTAGE,
                                            EquationForm.EXACT,
                                            false))));
        }
        PowerLaw law = PowerLaw.fit(RIGHT, distances);
        Check exponent =
                new Cases(
                                laboratory,
                                new Check.Claim(
                                        "single-junction-exponent",
                                        "exponent in g_r of the distance of m(30) from that of a single"
                                                + " junction",
                                        "|m − m_{single}| ∝ 1/g_r",
                                        SOURCE))
                        .absolute("", law.exponent(), -1, EXPONENT_LIMIT)
                        .worst();
        return new Findings(
                "distance from a single junction ∝ g_r^n, n = "
                        + Numeral.uncertain(law.exponent(), law.standardError()),
                List.of(angle.worst(), selfTorque.worst(), voltage.worst(), exponent),
                List.of(figure(distances)));
    }

    /** The largest |σ(c)/s − 1| over the angle: σ = S/(d₀ + d₁c) is monotonic. */
    private static double deviation(Coefficients coefficients, double torque) {
        double largest = 0;
        for (double c : new double[] {-1, 1}) {
            double sigma = coefficients.s() / (coefficients.d0() + coefficients.d1() * c);
            largest = Math.max(largest, Math.abs(sigma / torque - 1));
        }
        return largest;
    }

    /** V_l/V_c at m = ẑ, where nothing moves and no current is pumped. */
    private static double atRest(Oscillator oscillator) {
        return ChargeDynamics.of(oscillator, VOLTAGE, 1).integrate(new Magnetization(0, 0, 1), TIME)
                        instanceof ChargeDynamics.Outcome.Completed completed
                ? completed.end().leftVoltage()
                : Double.NaN;
    }

    private static Magnetization end(Laboratory laboratory, Coefficients coefficients) {
        return EndState.of(
                laboratory
                        .subject("dop853")
                        .singleWithTolerance(TOLERANCE)
                        .integrate(coefficients, START, TIME));
    }

    private static Figure figure(List<Double> distances) {
        List<Series.Point> points = new ArrayList<>();
        for (int i = 0; i < RIGHT.size(); i++) {
            points.add(Series.Point.of(RIGHT.get(i), distances.get(i)));
        }
        return new Figure(
                "single-junction-distance",
                "Distance from the motion of a single junction",
                "|m − m_{single}| at t' = 30 and 1.5 V_c, from m ∝ (0.6, 0.2, 0.7): σ constant and no"
                        + " self-induced torque in the single junction.",
                Axis.logarithmic("Conductance of the right junction", "g_r").in("G₀"),
                Axis.logarithmic("Distance", "|m − m_{single}|"),
                List.of(
                        Series.joined(
                                "both junctions against one",
                                Hue.GREEN,
                                Series.Mark.DIAMOND,
                                points)),
                List.of(),
                List.of());
    }
}
