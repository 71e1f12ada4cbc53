package larmor.validation.physics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import larmor.model.EquationForm;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import larmor.observable.Regime;
import larmor.ode.Batch;
import larmor.ode.BatchSolver;
import larmor.ode.Dop853;
import larmor.orbit.DrivenOscillator;
import larmor.orbit.LimitCycle;
import larmor.orbit.LimitCycles;
import larmor.validation.Check;
import larmor.validation.Subject;
import larmor.validation.exact.OrbitAveragedTheory;
import larmor.validation.exact.OrbitAveragedTheory.Branch;
import larmor.validation.ladder.CheckFamily;
import larmor.validation.ladder.Effort;
import larmor.validation.ladder.Findings;
import larmor.validation.ladder.Laboratory;
import larmor.validation.ladder.PowerLaw;
import larmor.validation.page.Axis;
import larmor.validation.page.Block;
import larmor.validation.page.Figure;
import larmor.validation.page.Hue;
import larmor.validation.page.Numeral;
import larmor.validation.page.Series;
import larmor.validation.page.Table;

/**
 * Limit cycles against the orbit-averaged theory, whose error is of second order in the damping:
 * measured as an exponent, with damping and spin ratio scaled together.
 */
final class OrbitTheory implements CheckFamily {

    /** Order 8 leaves 1e-13 of frequency and power at this step. */
    private static final double STEP = 0.1;

    /** ε. The next terms, ε⁴, bend the line through the first points the most. */
    private static final List<Double> SCALES = List.of(1.0, 0.5, 0.25, 0.125, 0.0625);

    private static final Check.Limit EXPONENT_LIMIT =
            new Check.Limit(
                    5e-3,
                    "only even powers occur (t → −t, m_y → −m_y with −α, −σ, −β is a symmetry), so the"
                            + " next term is smaller by ε²α² ≤ 2.4e-4 times slopes up to 17: 4e-3");

    private static final Check.Limit LIMIT_LIMIT =
            new Check.Limit(
                    1e-11,
                    "a cycle is good to 1e-12, which the extrapolation multiplies by up to 3, and the"
                            + " theory to 1e-12; the first term left out is ε¹⁰, below 1e-13");

    private static final Check.Limit SHOOTING_LIMIT =
            new Check.Limit(1e-11, "both are good to 1e-12 away from the end of a branch");

    private static final int PERIODS = 3;

    private static final double CLOSURE_STEP = 0.015;

    private static final double CLOSURE_TOLERANCE = 1e-13;

    private static final Check.Limit CLOSURE_LIMIT =
            new Check.Limit(
                    1e-9,
                    "RK4 at h = 0.015 errs by h⁴/120 = 4e-10 of the way where |ṁ| = 1, which is the"
                            + " fastest here");

    private static final String SOURCE =
            "orbit-averaged (Melnikov) theory of GLD Eq. (8); α, β and σ at equal v are proportional to ε";

    /** Where on the figure. */
    private record Place(Oscillator device, Branch branch, boolean selfTorque, double voltage) {

        Place(Branch branch, boolean selfTorque, double voltage) {
            this(Devices.PAPER, branch, selfTorque, voltage);
        }

        OrbitAveragedTheory theory() {
            return OrbitAveragedTheory.of(device, selfTorque);
        }

        String where() {
            String orbit = branch == Branch.IN_PLANE ? "in-plane" : "out-of-plane";
            String where = orbit + ", v = " + voltage + ", " + Words.torque(selfTorque);
            return device.equals(Devices.PAPER) ? where : "nanopillar, " + where;
        }
    }

    private static final List<Place> FEW =
            List.of(
                    new Place(Branch.IN_PLANE, true, 1.05),
                    new Place(Branch.IN_PLANE, false, 1.2),
                    new Place(Branch.OUT_OF_PLANE, true, 1.8),
                    new Place(Branch.OUT_OF_PLANE, false, 2.0));

    private static final List<Place> MANY =
            List.of(
                    new Place(Branch.IN_PLANE, true, 1.05),
                    new Place(Branch.IN_PLANE, true, 1.2),
                    new Place(Branch.IN_PLANE, true, 1.4),
                    new Place(Branch.IN_PLANE, true, 1.5),
                    new Place(Branch.OUT_OF_PLANE, true, 1.8),
                    new Place(Branch.OUT_OF_PLANE, true, 2.0),
                    new Place(Branch.OUT_OF_PLANE, true, 2.2),
                    new Place(Branch.IN_PLANE, false, 1.05),
                    new Place(Branch.IN_PLANE, false, 1.2),
                    new Place(Branch.IN_PLANE, false, 1.3),
                    new Place(Branch.IN_PLANE, false, 1.4),
                    new Place(Branch.OUT_OF_PLANE, false, 1.8),
                    new Place(Branch.OUT_OF_PLANE, false, 2.0),
                    new Place(Branch.OUT_OF_PLANE, false, 2.2),
                    new Place(Devices.NANOPILLAR, Branch.IN_PLANE, true, 1.1),
                    new Place(Devices.NANOPILLAR, Branch.OUT_OF_PLANE, true, 1.6),
                    new Place(Devices.NANOPILLAR, Branch.IN_PLANE, false, 1.1),
                    new Place(Devices.NANOPILLAR, Branch.OUT_OF_PLANE, false, 1.6));

    private static final List<Series.Mark> MARKS =
            List.of(
                    Series.Mark.CIRCLE,
                    Series.Mark.SQUARE,
                    Series.Mark.DIAMOND,
                    Series.Mark.TRIANGLE);

    /** Frequency or power. */
    private enum Quantity {
        FREQUENCY("frequency", "ω/ω_0"),
        POWER("power", "⟨p⟩");

        private final String id;
        private final String symbol;

        Quantity(String id, String symbol) {
            this.id = id;
            this.symbol = symbol;
        }

        double of(SectionMap.Cycle cycle) {
            return this == FREQUENCY ? cycle.frequency() : cycle.power();
        }

        double of(LimitCycle cycle) {
            return this == FREQUENCY ? cycle.frequency() : cycle.power();
        }

        double of(OrbitAveragedTheory theory, Place place) {
            return (this == FREQUENCY
                            ? theory.frequencyAt(place.branch(), place.voltage())
                            : theory.powerAt(place.branch(), place.voltage()))
                    .orElseThrow();
        }
    }

    /**
     * How one quantity tends to its theory at one place.
     *
     * @param series the limit cycles
     * @param theory their limit
     */
    private record Approach(
            Place place,
            EquationForm form,
            Quantity quantity,
            DampingSeries series,
            double theory) {

        PowerLaw powerLaw() {
            return series.powerLaw(theory);
        }

        String atFullDamping() {
            return Numeral.of(series.values().getFirst() - theory, 3);
        }

        String exponent() {
            PowerLaw law = powerLaw();
            return Numeral.uncertain(law.exponent(), law.standardError());
        }
    }

    @Override
    public String name() {
        return "orbit-theory";
    }

    @Override
    public String title() {
        return "Limit cycles against the orbit-averaged theory";
    }

    @Override
    public List<String> introduction() {
        return List.of(
                "The theory is the leading order in the damping: a limit cycle is a conservative"
                        + " orbit on which damping and torques do no work over one period. That it"
                        + " describes Fig. 2 to a few thousandths could be luck; that the difference"
                        + " falls with the square of the damping cannot. Damping and spin ratio are"
                        + " scaled together by ε, which scales α(θ), β(θ) and σ(θ) at equal V/V_c and"
                        + " leaves the theory as it is.",
                "The cycles are fixed points of the return to a half-plane, found by dop853 and free of"
                        + " transients. The exponent is the slope of a straight line in logarithms,"
                        + " with its standard error; the limit ε → 0 is extrapolated in powers of ε²."
                        + " Where the term of second order passes through zero there is no exponent"
                        + " to measure, and none is.");
    }

    @Override
    public Findings examine(Laboratory laboratory, Effort effort) {
        List<Approach> approaches = new ArrayList<>();
        Map<Place, OrbitAveragedTheory> theories = new HashMap<>();
        for (EquationForm form : EquationForm.values()) {
            for (Place place : effort == Effort.FULL ? MANY : FEW) {
                approaches.addAll(
                        approaches(
                                laboratory,
                                form,
                                place,
                                theories.computeIfAbsent(place, Place::theory)));
            }
        }
        List<Check> checks = new ArrayList<>();
        for (EquationForm form : EquationForm.values()) {
            for (Quantity quantity : Quantity.values()) {
                for (boolean selfTorque : new boolean[] {true, false}) {
                    List<Approach> some =
                            approaches.stream()
                                    .filter(one ->
                                            one.form() == form
                                                    && one.quantity() == quantity
                                                    && one.place().selfTorque() == selfTorque)
                                    .toList();
                    checks.add(exponent(laboratory, form, quantity, selfTorque, some));
                    checks.add(limit(laboratory, form, quantity, selfTorque, some));
                }
            }
        }
        checks.addAll(shooting(laboratory));
        for (Subject subject : laboratory.subjects()) {
            checks.add(closure(laboratory, subject));
        }
        return new Findings(checks, blocks(approaches));
    }

    private static List<Approach> approaches(
            Laboratory laboratory, EquationForm form, Place place, OrbitAveragedTheory theory) {
        List<Optional<SectionMap.Cycle>> cycles =
                SCALES.stream().map(epsilon -> cycle(laboratory, form, place, epsilon)).toList();
        List<Approach> approaches = new ArrayList<>();
        for (Quantity quantity : Quantity.values()) {
            List<Double> values =
                    cycles.stream()
                            .map(cycle -> cycle.map(quantity::of).orElse(Double.NaN))
                            .toList();
            approaches.add(
                    new Approach(
                            place,
                            form,
                            quantity,
                            new DampingSeries(SCALES, values),
                            quantity.of(theory, place)));
        }
        return approaches;
    }

    private static Optional<SectionMap.Cycle> cycle(
            Laboratory laboratory, EquationForm form, Place place, double epsilon) {
        Dynamics dynamics =
                new Dynamics(
                        laboratory,
                        Devices.scaled(place.device(), epsilon),
                        form,
                        place.selfTorque());
        return new SectionMap(dynamics, Dop853.withStep(STEP))
                .atVoltage(place.branch(), place.voltage());
    }

    private static Check exponent(
            Laboratory laboratory,
            EquationForm form,
            Quantity quantity,
            boolean selfTorque,
            List<Approach> approaches) {
        Cases cases =
                new Cases(
                        laboratory,
                        new Check.Claim(
                                "orbit-theory-exponent-"
                                        + quantity.id
                                        + "-"
                                        + Words.id(selfTorque)
                                        + "-"
                                        + form.id(),
                                "exponent n of the difference of "
                                        + quantity.symbol
                                        + " from the theory, "
                                        + Words.of(form, selfTorque),
                                "|difference| ∝ ε^n, n = 2",
                                SOURCE));
        for (Approach approach : approaches) {
            PowerLaw law = approach.powerLaw();
            cases.absolute(
                    approach.place().where()
                            + "; standard error "
                            + Numeral.of(law.standardError(), 1),
                    law.exponent(),
                    2,
                    EXPONENT_LIMIT);
        }
        return cases.worst();
    }

    private static Check limit(
            Laboratory laboratory,
            EquationForm form,
            Quantity quantity,
            boolean selfTorque,
            List<Approach> approaches) {
        Cases cases =
                new Cases(
                        laboratory,
                        new Check.Claim(
                                "orbit-theory-limit-"
                                        + quantity.id
                                        + "-"
                                        + Words.id(selfTorque)
                                        + "-"
                                        + form.id(),
                                quantity.symbol
                                        + " of the limit cycle extrapolated to ε → 0, "
                                        + Words.of(form, selfTorque),
                                quantity == Quantity.FREQUENCY
                                        ? "2π/(T(E) ω_0) at v(E)"
                                        : "(1−⟨z⟩)/2 at v(E)",
                                SOURCE));
        for (Approach approach : approaches) {
            cases.absolute(
                    approach.place().where(),
                    approach.series().limit(),
                    approach.theory(),
                    LIMIT_LIMIT);
        }
        return cases.worst();
    }

    /** The cycles that {@code larmor.orbit} finds by Newton's method against those found here. */
    private static List<Check> shooting(Laboratory laboratory) {
        List<Check> checks = new ArrayList<>();
        for (Quantity quantity : Quantity.values()) {
            Cases cases =
                    new Cases(
                            laboratory,
                            new Check.Claim(
                                    "orbit-theory-shooting-" + quantity.id,
                                    quantity.symbol
                                            + " of the stable limit cycle found by bracketing with"
                                            + " runs of dop853",
                                    "the same by Newton's method with the variational equations",
                                    "larmor.orbit"));
            for (Place place : FEW) {
                for (EquationForm form : EquationForm.values()) {
                    cases.absolute(
                            place.where() + ", " + form.id() + " form",
                            cycle(laboratory, form, place, 1).map(quantity::of).orElse(Double.NaN),
                            shot(form, place).map(quantity::of).orElse(Double.NaN),
                            SHOOTING_LIMIT);
                }
            }
            checks.add(cases.worst());
        }
        return checks;
    }

    private static Optional<LimitCycle> shot(EquationForm form, Place place) {
        Regime regime = place.branch() == Branch.IN_PLANE ? Regime.IN_PLANE : Regime.OUT_OF_PLANE;
        DrivenOscillator driven = new DrivenOscillator(place.device(), form, place.selfTorque());
        return new LimitCycles(driven)
                .at(place.voltage()).stream()
                        .filter(cycle -> cycle.stable() && cycle.regime() == regime)
                        .findFirst();
    }

    /** After whole periods of the cycles that dop853 found every solver is back at the start. */
    private static Check closure(Laboratory laboratory, Subject subject) {
        BatchSolver solver =
                subject.hasErrorControl()
                        ? subject.withTolerance(CLOSURE_TOLERANCE)
                        : subject.atStep(CLOSURE_STEP);
        Cases cases =
                new Cases(
                        laboratory,
                        new Check.Claim(
                                "orbit-theory-closure-" + subject.id(),
                                "distance from the start after three periods of the limit cycle by "
                                        + subject.id()
                                        + ", in units of the way gone meanwhile",
                                "m(3T) = m(0) on the fixed point of the return map",
                                "GLD Eq. (8)"));
        for (Place place : FEW) {
            for (EquationForm form : EquationForm.values()) {
                Dynamics dynamics =
                        new Dynamics(laboratory, place.device(), form, place.selfTorque());
                Optional<SectionMap.Cycle> cycle =
                        new SectionMap(dynamics, Dop853.withStep(STEP))
                                .atVoltage(place.branch(), place.voltage());
                cases.scaled(
                        place.where() + ", " + form.id() + " form",
                        cycle.map(one -> gap(solver, dynamics, one)).orElse(Double.NaN),
                        0,
                        cycle.map(OrbitTheory::way).orElse(Double.NaN),
                        CLOSURE_LIMIT);
            }
        }
        return cases.worst();
    }

    private static double gap(BatchSolver solver, Dynamics dynamics, SectionMap.Cycle cycle) {
        Batch batch = new Batch(1);
        batch.set(0, dynamics.coefficients(cycle.voltage()), cycle.waveform().getFirst());
        return EndState.distance(
                EndState.of(solver.integrate(batch, PERIODS * cycle.period()).solution(0)),
                cycle.waveform().getFirst());
    }

    /** The length of the orbit times the number of periods. */
    private static double way(SectionMap.Cycle cycle) {
        double length = 0;
        Magnetization last = cycle.waveform().getLast();
        for (Magnetization m : cycle.waveform()) {
            length += EndState.distance(last, m);
            last = m;
        }
        return PERIODS * length;
    }

    private static List<Block> blocks(List<Approach> approaches) {
        List<List<String>> rows = new ArrayList<>();
        for (Approach frequency : approaches) {
            if (frequency.quantity() == Quantity.FREQUENCY) {
                // Each place has its frequency and its power, one after the other.
                Approach power = approaches.get(approaches.indexOf(frequency) + 1);
                rows.add(
                        List.of(
                                frequency.place().where(),
                                frequency.form().id(),
                                frequency.atFullDamping(),
                                frequency.exponent(),
                                power.atFullDamping(),
                                power.exponent()));
            }
        }
        Table table =
                new Table(
                        "Difference of frequency and power from the theory at the paper's damping, and"
                                + " its exponent in ε with standard error",
                        List.of("where", "form", "Δω/ω_0", "exponent", "Δ⟨p⟩", "exponent"),
                        rows);
        return List.of(
                figure(approaches, Quantity.FREQUENCY), figure(approaches, Quantity.POWER), table);
    }

    private static Figure figure(List<Approach> approaches, Quantity quantity) {
        List<Series> series = new ArrayList<>();
        Hue[] hues = Hue.values();
        for (Approach approach : approaches) {
            boolean drawn =
                    approach.quantity() == quantity
                            && approach.form() == EquationForm.EXACT
                            && FEW.contains(approach.place());
            if (drawn) {
                List<Series.Point> points = new ArrayList<>();
                List<Double> distances = approach.series().distances(approach.theory());
                for (int i = 0; i < SCALES.size(); i++) {
                    points.add(Series.Point.of(SCALES.get(i), distances.get(i)));
                }
                series.add(
                        Series.joined(
                                approach.place().where(),
                                hues[series.size()],
                                MARKS.get(series.size()),
                                points));
            }
        }
        return new Figure(
                "orbit-theory-" + quantity.id,
                "Theory less simulation: " + quantity.id,
                "Distance of the limit cycle of the exact form from the theory, in "
                        + quantity.symbol
                        + ", against the factor ε on damping and spin ratio. ε = 1 is the paper's"
                        + " device; all lines have the slope 2.",
                Axis.logarithmic("factor on damping and spin ratio", "ε"),
                Axis.logarithmic("difference of " + quantity.id, ""),
                series,
                List.of(),
                List.of());
    }
}
