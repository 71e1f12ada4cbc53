package larmor.validation.physics;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import larmor.model.EquationForm;
import larmor.validation.Check;
import larmor.validation.Subject;
import larmor.validation.exact.OrbitAveragedTheory;
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

    private static final String SOURCE =
            "orbit-averaged (Melnikov) theory of GLD Eq. (8); α, β and σ at equal v are proportional to ε";

    private static final List<Series.Mark> MARKS =
            List.of(
                    Series.Mark.CIRCLE,
                    Series.Mark.SQUARE,
                    Series.Mark.DIAMOND,
                    Series.Mark.TRIANGLE);

    /**
     * How one quantity tends to its theory at one place.
     *
     * @param series the limit cycles
     * @param theory their limit
     */
    private record Approach(
            OrbitPlace place,
            EquationForm form,
            OrbitQuantity quantity,
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
        Map<OrbitPlace, OrbitAveragedTheory> theories = new HashMap<>();
        for (EquationForm form : EquationForm.values()) {
            for (OrbitPlace place : effort == Effort.FULL ? OrbitPlace.MANY : OrbitPlace.FEW) {
                approaches.addAll(
                        approaches(
                                laboratory,
                                form,
                                place,
                                theories.computeIfAbsent(place, OrbitPlace::theory)));
            }
        }
        List<Check> checks = new ArrayList<>();
        for (EquationForm form : EquationForm.values()) {
            for (OrbitQuantity quantity : OrbitQuantity.values()) {
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
        checks.addAll(CycleClosure.shooting(laboratory));
        for (Subject subject : laboratory.subjects()) {
            checks.add(CycleClosure.closure(laboratory, subject));
        }
        return new Findings(exponents(approaches), checks, blocks(approaches));
    }

    private static String exponents(List<Approach> approaches) {
        DoubleSummaryStatistics exponents =
                approaches.stream()
                        .mapToDouble(approach -> approach.powerLaw().exponent())
                        .summaryStatistics();
        return "difference ∝ ε^n, n from "
                + Numeral.of(exponents.getMin(), 5)
                + " to "
                + Numeral.of(exponents.getMax(), 5);
    }

    private static List<Approach> approaches(
            Laboratory laboratory,
            EquationForm form,
            OrbitPlace place,
            OrbitAveragedTheory theory) {
        List<Optional<SectionMap.Cycle>> cycles =
                SCALES.stream().map(epsilon -> place.cycle(laboratory, form, epsilon)).toList();
        List<Approach> approaches = new ArrayList<>();
        for (OrbitQuantity quantity : OrbitQuantity.values()) {
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

    private static Check exponent(
            Laboratory laboratory,
            EquationForm form,
            OrbitQuantity quantity,
            boolean selfTorque,
            List<Approach> approaches) {
        Cases cases =
                new Cases(
                        laboratory,
                        new Check.Claim(
                                "orbit-theory-exponent-"
                                        + quantity.id()
                                        + "-"
                                        + Words.id(selfTorque)
                                        + "-"
                                        + form.id(),
                                "exponent n of the difference of "
                                        + quantity.symbol()
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
            OrbitQuantity quantity,
            boolean selfTorque,
            List<Approach> approaches) {
        Cases cases =
                new Cases(
                        laboratory,
                        new Check.Claim(
                                "orbit-theory-limit-"
                                        + quantity.id()
                                        + "-"
                                        + Words.id(selfTorque)
                                        + "-"
                                        + form.id(),
                                quantity.symbol()
                                        + " of the limit cycle extrapolated to ε → 0, "
                                        + Words.of(form, selfTorque),
                                quantity == OrbitQuantity.FREQUENCY
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

    private static List<Block> blocks(List<Approach> approaches) {
        List<List<String>> rows = new ArrayList<>();
        for (Approach frequency : approaches) {
            if (frequency.quantity() == OrbitQuantity.FREQUENCY) {
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
                figure(approaches, OrbitQuantity.FREQUENCY),
                figure(approaches, OrbitQuantity.POWER),
                table);
    }

    private static Figure figure(List<Approach> approaches, OrbitQuantity quantity) {
        List<Series> series = new ArrayList<>();
        Hue[] hues = Hue.values();
        for (Approach approach : approaches) {
            boolean drawn =
                    approach.quantity() == quantity
                            && approach.form() == EquationForm.EXACT
                            && OrbitPlace.FEW.contains(approach.place());
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
                "orbit-theory-" + quantity.id(),
                "Theory less simulation: " + quantity.id(),
                "Distance of the limit cycle of the exact form from the theory, in "
                        + quantity.symbol()
                        + ", against the factor ε on damping and spin ratio. ε = 1 is the paper's"
                        + " device; all lines have the slope 2. Cycles"
                        + " and theory are known to 10^{−12}.",
                Axis.logarithmic("Factor on damping and spin ratio", "ε"),
                Axis.logarithmic("Difference of " + quantity.id(), ""),
                series,
                List.of(),
                List.of());
    }
}
