package larmor.validation.physics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import larmor.model.Anisotropy;
import larmor.model.Coefficients;
import larmor.model.EquationForm;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import larmor.ode.LlgsEquation;
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
import larmor.validation.page.Table;

/**
 * The self-induced torque without assuming it: magnet and charge together, as the charge relaxes
 * faster and faster.
 */
final class ChargeConservation implements CheckFamily {

    private static final double TIME = 30;

    /** Relaxation times τ; below the first the runs take long, above the last τ² shows. */
    private static final List<Double> RELAXATION_TIMES = List.of(1e-4, 3e-4, 1e-3, 3e-3, 1e-2);

    private static final List<Double> FEW_RELAXATION_TIMES = List.of(1e-3, 3e-3, 1e-2);

    private static final double TOLERANCE = 1e-13;

    private static final Check.Limit EXPONENT_LIMIT =
            new Check.Limit(
                    0.02,
                    "distance = Aτ + Bτ² with B/A of the order of the rates, 1 to 3: at τ = 0.01 the"
                            + " second term is 1 to 3 % of the first and bends the line by half that");

    private static final String SOURCE = "GLD Eqs. (1)–(6) with the capacitance of the island";

    /** A run. */
    private record Run(String name, String id, Oscillator oscillator, double voltage) {}

    private static final List<Run> RUNS =
            List.of(
                    new Run("the paper's device at 1.5 V_c", "in-plane", Devices.PAPER, 1.5),
                    new Run("the paper's device at 2.2 V_c", "out-of-plane", Devices.PAPER, 2.2),
                    new Run(
                            "N = (0.7, 0.25, 0.05) at 1.5 V_c",
                            "anisotropy",
                            Devices.magnet(0.02, 0.4, new Anisotropy(0.7, 0.25, 0.05)),
                            1.5));

    private static final Magnetization START = Magnetization.normalized("start", 0.6, 0.2, 0.7);

    /**
     * What became of one run.
     *
     * @param distances of m(30) from that of Eq. (8), at each τ
     * @param relaxationTimes τ, rising
     * @param withoutTorque the same from Eq. (8) without the self-induced torque
     * @param torques β from the voltage over the junction at t' = 30, at each τ
     * @param difference of Eq. (8) with the torque and without
     * @param torque β(c) at the end
     */
    private record Outcome(
            Run run,
            List<Double> relaxationTimes,
            List<Double> distances,
            List<Double> withoutTorque,
            List<Double> torques,
            double difference,
            double torque) {}

    @Override
    public String name() {
        return "charge";
    }

    @Override
    public String title() {
        return "The self-induced torque from the charge";
    }

    @Override
    public List<String> introduction() {
        return List.of(
                "GLD derive the self-induced torque, Eq. (10), by eliminating the charge of the magnet"
                        + " from Eqs. (1)–(6). Here the charge stays: the voltage V_l over the left"
                        + " junction is a variable that relaxes with the RC time τ, the pumping"
                        + " current charges the island, and the only torque is the spin-transfer torque"
                        + " of V_l. As τ → 0 the motion has to become that of Eq. (8) with Eq. (10), and"
                        + " the distance has to fall in proportion to τ. Without Eq. (10) it does"
                        + " not fall.");
    }

    @Override
    public Findings examine(Laboratory laboratory, Effort effort) {
        boolean full = effort == Effort.FULL;
        List<Outcome> outcomes = new ArrayList<>();
        for (Run run : full ? RUNS : RUNS.subList(0, 1)) {
            outcomes.add(outcome(laboratory, run, full ? RELAXATION_TIMES : FEW_RELAXATION_TIMES));
        }
        List<Check> checks = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            checks.addAll(checks(laboratory, outcome));
            PowerLaw law = PowerLaw.fit(outcome.relaxationTimes(), outcome.distances());
            rows.add(
                    List.of(
                            outcome.run().name(),
                            Numeral.uncertain(law.exponent(), law.standardError()),
                            Numeral.of(outcome.distances().getFirst(), 2),
                            Numeral.of(outcome.withoutTorque().getFirst(), 4)));
        }
        return new Findings(
                "distance from Eq. (8) ∝ τ^n, n = "
                        + rows.stream().map(row -> row.get(1)).collect(Collectors.joining(", ")),
                checks,
                List.of(
                        figure(outcomes.getFirst()),
                        new Table(
                                "Distance of m at t' = 30 from that of Eq. (8)",
                                List.of(
                                        "run",
                                        "exponent in τ",
                                        "shortest τ, with Eq. (10)",
                                        "without"),
                                rows)));
    }

    private static Outcome outcome(Laboratory laboratory, Run run, List<Double> relaxationTimes) {
        Oscillator oscillator = run.oscillator();
        Coefficients with =
                laboratory.coefficients(oscillator, run.voltage(), EquationForm.EXACT, true);
        Magnetization torque = end(laboratory, with);
        Magnetization noTorque =
                end(
                        laboratory,
                        laboratory.coefficients(
                                oscillator, run.voltage(), EquationForm.EXACT, false));
        List<Double> distances = new ArrayList<>();
        List<Double> withoutTorque = new ArrayList<>();
        List<Double> torques = new ArrayList<>();
        for (double tau : relaxationTimes) {
            ChargeDynamics.Outcome outcome =
                    ChargeDynamics.of(oscillator, run.voltage(), tau).integrate(START, TIME);
            if (outcome instanceof ChargeDynamics.Outcome.Completed completed) {
                ChargeDynamics.State state = completed.end();
                distances.add(EndState.distance(state.m(), torque));
                withoutTorque.add(EndState.distance(state.m(), noTorque));
                torques.add(torque(oscillator, with, run.voltage(), state));
            } else {
                distances.add(Double.NaN);
                withoutTorque.add(Double.NaN);
                torques.add(Double.NaN);
            }
        }
        return new Outcome(
                run,
                relaxationTimes,
                distances,
                withoutTorque,
                torques,
                EndState.distance(torque, noTorque),
                oscillator.selfInducedTorque(torque.z()));
    }

    /** β = η(u_V − u)/(q·ṁ): what V_l differs by from g_rV/(g_l+g_r), as a torque. */
    private static double torque(
            Oscillator oscillator,
            Coefficients coefficients,
            double v,
            ChargeDynamics.State state) {
        Magnetization m = state.m();
        double[] rate = new double[3];
        new LlgsEquation(coefficients).rate(new double[] {m.x(), m.y(), m.z()}, rate);
        double conventional = oscillator.gRight() * v / oscillator.seriesConductance(m.z());
        double drive =
                oscillator.criticalTorque() * oscillator.seriesConductance(1) / oscillator.gRight();
        return drive * (conventional - state.leftVoltage()) / (m.x() * rate[1] - m.y() * rate[0]);
    }

    private static List<Check> checks(Laboratory laboratory, Outcome outcome) {
        List<Double> shortest = outcome.relaxationTimes();
        Check.Limit extrapolation =
                new Check.Limit(
                        3 * shortest.get(0) * shortest.get(1),
                        "a straight line in τ through the two shortest, τ_1 and τ_2, leaves out"
                                + " Bτ_1τ_2 with B of the order of the rates squared, up to 3");
        String id = outcome.run().id();
        String where = outcome.run().name();
        PowerLaw law = PowerLaw.fit(outcome.relaxationTimes(), outcome.distances());
        return List.of(
                new Cases(
                                laboratory,
                                new Check.Claim(
                                        "charge-exponent-" + id,
                                        "exponent of the distance from Eq. (8) in the relaxation time"
                                                + " of the charge, "
                                                + where,
                                        "|m_τ − m| ∝ τ",
                                        SOURCE))
                        .absolute(
                                "standard error " + Numeral.of(law.standardError(), 1),
                                law.exponent(),
                                1,
                                EXPONENT_LIMIT)
                        .worst(),
                new Cases(
                                laboratory,
                                new Check.Claim(
                                        "charge-distance-" + id,
                                        "distance of the coupled motion, τ → 0, from Eq. (8) without"
                                                + " self-induced torque, "
                                                + where,
                                        "that of Eq. (8) with it",
                                        SOURCE))
                        .absolute(
                                "",
                                atZero(outcome.relaxationTimes(), outcome.withoutTorque()),
                                outcome.difference(),
                                extrapolation)
                        .worst(),
                new Cases(
                                laboratory,
                                new Check.Claim(
                                        "charge-torque-" + id,
                                        "β(θ) from the voltage over the junction, τ → 0, " + where,
                                        "β = (κ/16π)(g_l^s)²/[g_l(θ)+g_r]",
                                        "GLD Eq. (10)"))
                        .relative(
                                "",
                                atZero(outcome.relaxationTimes(), outcome.torques()),
                                outcome.torque(),
                                extrapolation)
                        .worst());
    }

    /** A straight line through the first two values, at 0. */
    private static double atZero(List<Double> x, List<Double> y) {
        return (x.get(1) * y.get(0) - x.get(0) * y.get(1)) / (x.get(1) - x.get(0));
    }

    private static Magnetization end(Laboratory laboratory, Coefficients coefficients) {
        return EndState.of(
                laboratory
                        .subject("dop853")
                        .singleWithTolerance(TOLERANCE)
                        .integrate(coefficients, START, TIME));
    }

    private static Figure figure(Outcome outcome) {
        List<Series.Point> with = new ArrayList<>();
        List<Series.Point> without = new ArrayList<>();
        for (int i = 0; i < outcome.relaxationTimes().size(); i++) {
            double tau = outcome.relaxationTimes().get(i);
            with.add(Series.Point.of(tau, outcome.distances().get(i)));
            without.add(Series.Point.of(tau, outcome.withoutTorque().get(i)));
        }
        return new Figure(
                "charge-distance",
                "Distance of the coupled motion from Eq. (8)",
                "|m_τ − m| at t' = 30, "
                        + outcome.run().name()
                        + ", from m ∝ (0.6, 0.2, 0.7). With the self-induced torque the distance"
                        + " falls in proportion to the relaxation time of the charge; without it, it"
                        + " does not fall.",
                Axis.logarithmic("Relaxation time of the charge", "τ"),
                Axis.logarithmic("Distance", "|m_τ − m|"),
                List.of(
                        Series.joined(
                                "Eq. (8) with self-induced torque",
                                Hue.BLUE,
                                Series.Mark.CIRCLE,
                                with),
                        Series.joined(
                                "Eq. (8) without", Hue.VERMILLION, Series.Mark.SQUARE, without)),
                List.of(),
                List.of());
    }
}
