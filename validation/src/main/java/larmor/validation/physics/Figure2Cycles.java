package larmor.validation.physics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import larmor.model.Coefficients;
import larmor.model.EquationForm;
import larmor.observable.SteadyState;
import larmor.validation.Check;
import larmor.validation.Figure2;
import larmor.validation.exact.OrbitAveragedTheory;
import larmor.validation.exact.OrbitAveragedTheory.Branch;
import larmor.validation.ladder.CheckFamily;
import larmor.validation.ladder.Effort;
import larmor.validation.ladder.Findings;
import larmor.validation.ladder.Laboratory;
import larmor.validation.page.Axis;
import larmor.validation.page.Figure;
import larmor.validation.page.Hue;
import larmor.validation.page.Numeral;
import larmor.validation.page.Series;

/**
 * The points of Fig. 2 one by one: against the limit cycle of the same equation, against themselves
 * at half the step, and what is left between them and the theory.
 */
final class Figure2Cycles implements CheckFamily {

    /** As Fig. 2. */
    private static final double STEP = 0.05;

    private static final List<Double> FEW = List.of(1.1, 1.3, 1.5, 1.8, 2.1);

    /** Next to the end of the in-plane orbit dω/dv has no bound. */
    private static final double SEPARATRIX_DISTANCE = 0.01;

    private static final Axis.Range RESIDUAL_RANGE = new Axis.Range(-2e-3, 2e-3, 5e-4);

    /**
     * Halving the step leaves 1/16 of an error of h⁴, that of the phase, and 1/32 of one of h⁵,
     * that of the amplitude: this share of the change is still to come, give or take {@link
     * #SPREAD}.
     */
    private static final double STILL_TO_COME = 0.5 * (1.0 / 15 + 1.0 / 31);

    private static final double SPREAD = 0.5 * (1.0 / 15 - 1.0 / 31);

    /** Side lobes of the smooth window, 2e-5 (4/k)³ with k = 150 periods or more, and rounding. */
    private static final double RESOLUTION = 2e-9;

    /**
     * No run may excuse more by its own uncertainty: that of the slowest, at v = 1.02, is 3e-6, all
     * from v = 1.04 on state less than 3e-8.
     */
    private static final double MOST_OFF = 1e-5;

    private static final Check.Limit STEP_LIMIT =
            new Check.Limit(
                    1e-6,
                    "RK4 damps by itself at h⁵ω⁶/144 = 2e-9 where ω = 1, which acts as a voltage of"
                            + " that over s_c = 0.0085, 3e-7, times slopes dω/dv up to 3 at a distance"
                            + " of 0.01 from the end; the phase errs by (ωh)⁴/120 = 5e-8");

    private static final String SOURCE = "GLD Fig. 2 and Appendix B";

    /** One point of the figure. */
    private record Point(
            Branch branch,
            double voltage,
            boolean selfTorque,
            Optional<SteadyState> state,
            Optional<SteadyState> halfStep,
            Optional<SectionMap.Cycle> cycle,
            Optional<SectionMap.Cycle> halfDamping,
            OptionalDouble theoreticalFrequency,
            OptionalDouble theoreticalPower) {

        boolean oscillates() {
            return state.isPresent()
                    && halfStep.isPresent()
                    && state.get().settled()
                    && state.get().frequency().isPresent()
                    && halfStep.get().frequency().isPresent();
        }
    }

    /** Which number of a point. */
    private enum Reading {
        FREQUENCY,
        POWER;

        double cycle(SectionMap.Cycle cycle) {
            return this == FREQUENCY ? cycle.frequency() : cycle.power();
        }

        double run(SteadyState state) {
            return this == FREQUENCY
                    ? state.frequency().orElseThrow() / Devices.PAPER.fmrFrequency()
                    : state.power();
        }

        double uncertainty(SteadyState state) {
            return this == FREQUENCY
                    ? state.frequencyUncertainty().orElseThrow() / Devices.PAPER.fmrFrequency()
                    : state.powerUncertainty();
        }

        OptionalDouble theory(Point point) {
            return this == FREQUENCY ? point.theoreticalFrequency() : point.theoreticalPower();
        }
    }

    @Override
    public String name() {
        return PhysicsFamilies.ABOUT_FIGURE_2;
    }

    @Override
    public String title() {
        return "Fig. 2 point by point";
    }

    @Override
    public List<String> introduction() {
        return List.of(
                "Each point of Fig. 2 is a run of rk4 to t' = 5×10⁴. Three questions are asked of it."
                        + " Has it arrived: is it the limit cycle of the same equation, found by"
                        + " dop853 as a fixed point without any transient? Is its step short enough:"
                        + " what changes at half the step? And is what is left between it and the"
                        + " theory just the term of second order in the damping, which four times the"
                        + " difference at half the damping predicts?",
                "A run states its uncertainty, and that is the limit for the first question, but never"
                        + " more than 10^{−5}. It is the run's distance from the limit cycle, which the"
                        + " program finds in another way than the checks do. So a share of the limit near"
                        + " 100 % is by construction and no margin: it shows that both ways lead to the"
                        + " same cycle.",
                "The paper's own figure can be compared by protocol and parameters only: its data are"
                        + " not published, and reading them off the printed curves would be no better"
                        + " than a hundredth.");
    }

    @Override
    public Findings examine(Laboratory laboratory, Effort effort) {
        List<Double> voltages = effort == Effort.FULL ? Figure2.Detail.FULL.voltages() : FEW;
        List<Coefficients> equations = new ArrayList<>();
        for (boolean selfTorque : new boolean[] {true, false}) {
            for (double v : voltages) {
                equations.add(
                        laboratory.coefficients(Devices.PAPER, v, EquationForm.EXACT, selfTorque));
            }
        }
        List<Optional<SteadyState>> states = PaperRuns.of(laboratory, STEP, equations);
        List<Optional<SteadyState>> halfStep = PaperRuns.of(laboratory, STEP / 2, equations);
        List<Check> checks = new ArrayList<>();
        List<Point> points = new ArrayList<>();
        for (boolean selfTorque : new boolean[] {true, false}) {
            OrbitAveragedTheory theory = OrbitAveragedTheory.of(Devices.PAPER, selfTorque);
            List<Point> some = new ArrayList<>();
            for (double v : voltages) {
                int index = points.size() + some.size();
                some.add(
                        point(
                                laboratory,
                                theory,
                                v,
                                selfTorque,
                                states.get(index),
                                halfStep.get(index)));
            }
            points.addAll(some);
            checks.addAll(checks(laboratory, theory, selfTorque, some));
        }
        return new Findings(
                points.stream().filter(Point::oscillates).count()
                        + " settled points, off by at most "
                        + Numeral.of(
                                Math.max(
                                        Findings.largestError(checks, "figure-2-cycles-frequency"),
                                        Findings.largestError(checks, "figure-2-cycles-power")),
                                2)
                        + " as they say themselves",
                checks,
                List.of(
                        residuals(points, "frequency", "frequency", "Δω/ω_0", Reading.FREQUENCY),
                        residuals(points, "power", "power", "Δ⟨p⟩", Reading.POWER)));
    }

    private static Point point(
            Laboratory laboratory,
            OrbitAveragedTheory theory,
            double v,
            boolean selfTorque,
            Optional<SteadyState> state,
            Optional<SteadyState> halfStep) {
        Branch branch = v < theory.inPlaneEnd() ? Branch.IN_PLANE : Branch.OUT_OF_PLANE;
        return new Point(
                branch,
                v,
                selfTorque,
                state,
                halfStep,
                cycle(laboratory, 1, branch, v, selfTorque),
                cycle(laboratory, 0.5, branch, v, selfTorque),
                theory.frequencyAt(branch, v),
                theory.powerAt(branch, v));
    }

    private static Optional<SectionMap.Cycle> cycle(
            Laboratory laboratory, double epsilon, Branch branch, double v, boolean selfTorque) {
        Dynamics dynamics =
                new Dynamics(laboratory, Devices.scaled(epsilon), EquationForm.EXACT, selfTorque);
        return new SectionMap(dynamics).atVoltage(branch, v);
    }

    private static List<Check> checks(
            Laboratory laboratory,
            OrbitAveragedTheory theory,
            boolean selfTorque,
            List<Point> points) {
        String id = Words.id(selfTorque);
        String which = " of every settled point " + Words.torque(selfTorque);
        Cases frequency =
                new Cases(
                        laboratory,
                        new Check.Claim(
                                "figure-2-cycles-frequency-" + id,
                                "ω/ω_0" + which + ", extrapolated to step 0",
                                "ω/ω_0 of the limit cycle",
                                SOURCE));
        Cases power =
                new Cases(
                        laboratory,
                        new Check.Claim(
                                "figure-2-cycles-power-" + id,
                                "⟨p⟩" + which + ", extrapolated to step 0",
                                "⟨p⟩ of the limit cycle",
                                SOURCE));
        Cases step =
                new Cases(
                        laboratory,
                        new Check.Claim(
                                "figure-2-cycles-step-" + id,
                                "ω/ω_0" + which + " at half the step",
                                "ω/ω_0 at the step of the figure",
                                SOURCE));
        for (Point point : points) {
            boolean plain =
                    point.oscillates()
                            && Math.abs(point.voltage() - theory.inPlaneEnd())
                                    > SEPARATRIX_DISTANCE;
            if (plain) {
                String where = "v = " + point.voltage();
                compare(frequency, where, point, Reading.FREQUENCY);
                compare(power, where, point, Reading.POWER);
                step.absolute(
                        where,
                        Reading.FREQUENCY.run(point.halfStep().orElseThrow()),
                        Reading.FREQUENCY.run(point.state().orElseThrow()),
                        STEP_LIMIT);
            }
        }
        return List.of(frequency.worst(), power.worst(), step.worst());
    }

    private static void compare(Cases cases, String where, Point point, Reading reading) {
        SteadyState halfStep = point.halfStep().orElseThrow();
        double half = reading.run(halfStep);
        double change = half - reading.run(point.state().orElseThrow());
        cases.absolute(
                where,
                half + STILL_TO_COME * change,
                point.cycle().map(reading::cycle).orElse(Double.NaN),
                limit(reading.uncertainty(halfStep), change));
    }

    /** What a run at half the step may be off by that says so of itself and changed by so much. */
    static Check.Limit limit(double uncertainty, double change) {
        double stated = uncertainty + (STILL_TO_COME + SPREAD) * Math.abs(change) + RESOLUTION;
        return new Check.Limit(
                Math.min(MOST_OFF, stated),
                "the uncertainty that the run at half the step states, which is its own distance from"
                        + " the cycle, the 1/15 of the change that is"
                        + " its step's and may have cancelled in it, 2e-9 that the window resolves;"
                        + " at most 1e-5, whatever a run says of itself: the slowest, at v = 1.02, is"
                        + " off by 3e-6",
                stated > MOST_OFF ? Check.Basis.THEORY : Check.Basis.STATED_UNCERTAINTY);
    }

    private static Figure residuals(
            List<Point> points, String id, String name, String symbol, Reading reading) {
        List<Series> series = new ArrayList<>();
        for (boolean selfTorque : new boolean[] {true, false}) {
            List<Series.Point> simulated = new ArrayList<>();
            List<Series.Point> cycles = new ArrayList<>();
            List<Series.Point> secondOrder = new ArrayList<>();
            boolean inPlane = true;
            for (Point point : points) {
                if (point.selfTorque() == selfTorque) {
                    double v = point.voltage();
                    if (inPlane && point.branch() == Branch.OUT_OF_PLANE) {
                        cycles.add(Series.Point.GAP);
                        secondOrder.add(Series.Point.GAP);
                    }
                    inPlane = point.branch() == Branch.IN_PLANE;
                    double theory = reading.theory(point).orElse(Double.NaN);
                    if (point.oscillates()) {
                        simulated.add(
                                Series.Point.of(
                                        v, reading.run(point.state().orElseThrow()) - theory));
                    }
                    cycles.add(
                            point.cycle()
                                    .map(cycle -> Series.Point.of(v, reading.cycle(cycle) - theory))
                                    .orElse(Series.Point.GAP));
                    secondOrder.add(
                            point.halfDamping()
                                    .map(cycle ->
                                            Series.Point.of(v, 4 * (reading.cycle(cycle) - theory)))
                                    .orElse(Series.Point.GAP));
                }
            }
            String torque = Words.torque(selfTorque);
            Hue hue = selfTorque ? Hue.BLUE : Hue.VERMILLION;
            series.add(Series.solid("limit cycle, " + torque, hue, cycles));
            series.add(Series.dashed("4 × that at half the damping, " + torque, hue, secondOrder));
            series.add(
                    Series.points(
                            "settled run, " + torque,
                            hue,
                            selfTorque ? Series.Mark.CIRCLE : Series.Mark.SQUARE,
                            simulated));
        }
        return new Figure(
                "figure-2-cycles-" + id,
                "Simulation less theory: " + name,
                "What Fig. 2 is off by from the orbit-averaged theory. The dashed lines are the term"
                        + " of second order in the damping as half the damping predicts it; it has"
                        + " no bound next to the end of the in-plane orbit, which moves. Cycles and"
                        + " theory are known to 10^{−12}.",
                Axis.linear("Voltage", "V/V_c"),
                Axis.linear("Simulation less theory, " + name, symbol).over(RESIDUAL_RANGE),
                series,
                List.of(),
                List.of());
    }
}
