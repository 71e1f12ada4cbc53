package larmor.validation.physics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import larmor.model.EquationForm;
import larmor.model.Oscillator;
import larmor.ode.Dop853;
import larmor.validation.Check;
import larmor.validation.exact.LinearStability;
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
import org.hipparchus.analysis.polynomials.PolynomialFunctionLagrangeForm;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.exception.MathRuntimeException;

/**
 * Where the in-plane auto-oscillation begins, turns and ends: the slopes of power and frequency at
 * threshold, the end at the separatrix, and the folds of equations with a dependence on the angle
 * left out.
 */
final class Onset implements CheckFamily {

    /** Order 8 leaves 1e-13 of a period at this step. */
    private static final double STEP = 0.1;

    /** Angles ϑ of small cycles; the power is about 0.16 ϑ². */
    private static final List<Double> SMALL_ANGLES = List.of(0.05, 0.1, 0.15, 0.2);

    private static final List<Double> SCALES = List.of(1.0, 0.5, 0.25);

    private static final List<Double> END_SCALES = List.of(1.0, 0.5, 0.25, 0.125);

    /** Distance of the last cycle from m = −ẑ: v is off by its square, 1e-11 or so. */
    private static final double END_DISTANCE = 3e-6;

    /** The cycles of all equations here lie between these voltages. */
    private static final double LOWEST = 0.5;

    private static final double HIGHEST = 2;

    private static final double FOLD_DIFFERENCE = 1e-4;
    private static final double FOLD_ACCURACY = 1e-9;
    private static final double FOLD_REACH = 0.15;
    private static final int BRENT_ORDER = 5;
    private static final int MOST_ROOT_STEPS = 60;

    private static final Check.Limit SLOPE_LIMIT =
            new Check.Limit(
                    2e-8,
                    "a period resolves v to 1e-12 at ϑ = 0.05 and ε = ¼, which ⟨p⟩ = 4e-4 makes 3e-9"
                            + " and the extrapolation four times as much; it leaves out ⟨p⟩⁴ and ε⁶,"
                            + " together 1e-10");

    private static final Check.Limit END_LIMIT =
            new Check.Limit(
                    1e-9,
                    "v(E) reaches its end as (E−h_0) ln|E−h_0|: 2e-10 at a distance of 3e-6; next to"
                            + " the separatrix an error of the step of 1e-15 grows by 1/3e-6");

    private static final Check.Limit EXPONENT_LIMIT =
            new Check.Limit(
                    5e-3,
                    "the next term is smaller by ε²α², α ≤ 0.0156 at θ = π, times up to 17: 4e-3");

    private static final Check.Limit FOLD_LIMIT =
            new Check.Limit(
                    1e-10,
                    "v is stationary at a fold, so that an error of 1e-6 of its angle counts squared;"
                            + " the extrapolation in ε² leaves out α⁶ = 1e-11");

    private static final String SOURCE = "orbit-averaged theory of GLD Eq. (8) in closed form";

    /** An equation with a dependence on the angle left out. */
    private record Variant(String name, String id, Oscillator oscillator, boolean selfTorque) {}

    private static final List<Variant> VARIANTS =
            List.of(
                    new Variant(
                            "α constant, no self-induced torque",
                            "constant-damping",
                            Devices.variant(false, true),
                            false),
                    new Variant(
                            "α and σ constant, no self-induced torque",
                            "constant-damping-and-torque",
                            Devices.variant(false, false),
                            false),
                    new Variant(
                            "α constant, with self-induced torque",
                            "constant-damping-with-self-torque",
                            Devices.variant(false, true),
                            true));

    @Override
    public String name() {
        return "onset";
    }

    @Override
    public String title() {
        return "Onset, folds and end of the in-plane oscillation";
    }

    @Override
    public List<String> introduction() {
        return List.of(
                "At threshold power and frequency start with slopes that theory has in closed form:"
                        + " dv/d⟨p⟩ = (1−4h_0)/(1+2h_0)² + [κΔg/8πα(1)](1+r) − Δg/(g^P+g_r) +"
                        + " 4rβ(1)/α(1), r = 4ab/(a+b)², Δg = g^P−g^{AP}, and d(ω/ω_0)/d⟨p⟩ ="
                        + " −h_0(h_0+¼)/[ω_0²(h_0+½)]. The self-induced torque makes the onset more"
                        + " than twenty times less steep. Simulated: limit cycles of small angle,"
                        + " extrapolated to ⟨p⟩ → 0 and to ε → 0 as above.",
                "The in-plane orbit ends where it touches m = −ẑ; the torque moves that end outwards,"
                        + " which is the wider range that the paper mentions. Leaving out the angle"
                        + " dependence of the damping makes the onset subcritical: a fold, and"
                        + " hysteresis below the threshold. The cycles there are unstable and no run"
                        + " settles on them; as fixed points of the return map they are as good as any.");
    }

    @Override
    public Findings examine(Laboratory laboratory, Effort effort) {
        List<Check> checks = new ArrayList<>();
        List<List<String>> slopes = new ArrayList<>();
        List<List<String>> ends = new ArrayList<>();
        List<List<String>> folds = new ArrayList<>();
        for (EquationForm form : forms(effort)) {
            for (boolean selfTorque : new boolean[] {true, false}) {
                slopes(laboratory, form, selfTorque, checks, slopes);
                end(laboratory, form, selfTorque, checks, ends);
            }
        }
        for (Variant variant : VARIANTS) {
            folds(laboratory, variant, checks, folds);
        }
        return new Findings(
                checks,
                List.<Block>of(
                        new Table(
                                "Slopes at threshold",
                                List.of(
                                        "form",
                                        "torque",
                                        "dp/dv, simulated",
                                        "theory",
                                        "d(ω/ω_0)/dv, simulated",
                                        "theory"),
                                slopes),
                        new Table(
                                "End of the in-plane oscillation, V/V_c",
                                List.of(
                                        "form",
                                        "torque",
                                        "at the paper's damping",
                                        "extrapolated to ε → 0",
                                        "theory",
                                        "exponent of the difference"),
                                ends),
                        branches(laboratory),
                        new Table(
                                "Folds of the variants, V/V_c",
                                List.of(
                                        "equation",
                                        "at the paper's damping",
                                        "extrapolated to ε → 0",
                                        "theory"),
                                folds)));
    }

    private static List<EquationForm> forms(Effort effort) {
        return effort == Effort.FULL ? List.of(EquationForm.values()) : List.of(EquationForm.EXACT);
    }

    private static SectionMap map(
            Laboratory laboratory, Oscillator oscillator, EquationForm form, boolean selfTorque) {
        return new SectionMap(
                new Dynamics(laboratory, oscillator, form, selfTorque), Dop853.withStep(STEP));
    }

    private static double voltage(SectionMap map, double angle) {
        return map.through(angle, LOWEST, HIGHEST)
                .map(SectionMap.Cycle::voltage)
                .orElse(Double.NaN);
    }

    private static void slopes(
            Laboratory laboratory,
            EquationForm form,
            boolean selfTorque,
            List<Check> checks,
            List<List<String>> rows) {
        OrbitAveragedTheory theory = OrbitAveragedTheory.of(Devices.PAPER, selfTorque);
        double voltagePerPower =
                DampingSeries.of(
                                SCALES,
                                epsilon ->
                                        slope(
                                                laboratory,
                                                Devices.scaled(epsilon),
                                                form,
                                                selfTorque,
                                                SectionMap.Cycle::voltage,
                                                1))
                        .limit();
        double frequencyPerPower =
                DampingSeries.of(
                                SCALES,
                                epsilon -> {
                                    Oscillator oscillator = Devices.scaled(epsilon);
                                    double onset =
                                            LinearStability.eigenvalue(oscillator, 1, form)
                                                            .getImaginary()
                                                    / oscillator.fmrFrequency();
                                    return slope(
                                            laboratory,
                                            oscillator,
                                            form,
                                            selfTorque,
                                            SectionMap.Cycle::frequency,
                                            onset);
                                })
                        .limit();
        String id = Words.id(selfTorque) + "-" + form.id();
        checks.add(
                new Cases(
                                laboratory,
                                new Check.Claim(
                                        "onset-power-" + id,
                                        "dv/d⟨p⟩ at threshold, " + Words.of(form, selfTorque),
                                        "dv/d⟨p⟩ = (1−4h_0)/(1+2h_0)² + [κΔg/8πα(1)](1+r) −"
                                                + " Δg/(g^P+g_r) + 4rβ(1)/α(1)",
                                        SOURCE))
                        .absolute("", voltagePerPower, theory.voltagePerPower(), SLOPE_LIMIT)
                        .worst());
        checks.add(
                new Cases(
                                laboratory,
                                new Check.Claim(
                                        "onset-frequency-" + id,
                                        "d(ω/ω_0)/d⟨p⟩ at threshold, " + Words.of(form, selfTorque),
                                        "d(ω/ω_0)/d⟨p⟩ = −h_0(h_0+¼)/[ω_0²(h_0+½)]",
                                        SOURCE))
                        .absolute("", frequencyPerPower, theory.frequencyPerPower(), SLOPE_LIMIT)
                        .worst());
        rows.add(
                List.of(
                        form.id(),
                        Words.id(selfTorque),
                        Numeral.of(1 / voltagePerPower, 6),
                        Numeral.of(1 / theory.voltagePerPower(), 6),
                        Numeral.of(frequencyPerPower / voltagePerPower, 6),
                        Numeral.of(theory.frequencyPerPower() / theory.voltagePerPower(), 6)));
    }

    /** The derivative of a number with respect to ⟨p⟩ at ⟨p⟩ = 0, where it has a given value. */
    private static double slope(
            Laboratory laboratory,
            Oscillator oscillator,
            EquationForm form,
            boolean selfTorque,
            ToDoubleFunction<SectionMap.Cycle> number,
            double onset) {
        SectionMap map = map(laboratory, oscillator, form, selfTorque);
        double[] powers = new double[SMALL_ANGLES.size()];
        double[] quotients = new double[SMALL_ANGLES.size()];
        for (int i = 0; i < powers.length; i++) {
            int index = i;
            map.through(SMALL_ANGLES.get(i), LOWEST, HIGHEST)
                    .ifPresent(cycle -> {
                        powers[index] = cycle.power();
                        quotients[index] = (number.applyAsDouble(cycle) - onset) / cycle.power();
                    });
            if (powers[i] == 0) {
                return Double.NaN;
            }
        }
        return PolynomialFunctionLagrangeForm.evaluate(powers, quotients, 0);
    }

    private static void end(
            Laboratory laboratory,
            EquationForm form,
            boolean selfTorque,
            List<Check> checks,
            List<List<String>> rows) {
        double theory = OrbitAveragedTheory.of(Devices.PAPER, selfTorque).inPlaneEnd();
        DampingSeries series =
                DampingSeries.of(
                        END_SCALES,
                        epsilon ->
                                voltage(
                                        map(laboratory, Devices.scaled(epsilon), form, selfTorque),
                                        Math.PI - END_DISTANCE));
        PowerLaw law = series.powerLaw(theory);
        String id = Words.id(selfTorque) + "-" + form.id();
        checks.add(
                new Cases(
                                laboratory,
                                new Check.Claim(
                                        "onset-end-" + id,
                                        "end of the in-plane oscillation extrapolated to ε → 0, "
                                                + Words.of(form, selfTorque),
                                        "v_{end} = ∫[α|w|²+β(h·p)²]/(1+z) ds / ∫[(σ/v)h·p]/(1+z) ds",
                                        "orbit-averaged theory of GLD Eq. (8) on the separatrix"))
                        .absolute("", series.limit(), theory, END_LIMIT)
                        .worst());
        checks.add(
                new Cases(
                                laboratory,
                                new Check.Claim(
                                        "onset-end-exponent-" + id,
                                        "exponent of the distance of that end from the theory, "
                                                + Words.of(form, selfTorque),
                                        "|v_{end} − theory| ∝ ε²",
                                        "symmetry under t → −t, m_y → −m_y with −α, −σ, −β"))
                        .absolute(
                                "standard error " + Numeral.of(law.standardError(), 1),
                                law.exponent(),
                                2,
                                EXPONENT_LIMIT)
                        .worst());
        rows.add(
                List.of(
                        form.id(),
                        Words.id(selfTorque),
                        Numeral.of(series.values().getFirst(), 7),
                        Numeral.of(series.limit(), 10),
                        Numeral.of(theory, 10),
                        Numeral.uncertain(law.exponent(), law.standardError())));
    }

    private static void folds(
            Laboratory laboratory, Variant variant, List<Check> checks, List<List<String>> rows) {
        OrbitAveragedTheory theory =
                OrbitAveragedTheory.of(variant.oscillator(), variant.selfTorque());
        Cases cases =
                new Cases(
                        laboratory,
                        new Check.Claim(
                                "onset-fold-" + variant.id(),
                                "voltage of a fold extrapolated to ε → 0: " + variant.name(),
                                "dv(E)/dE = 0",
                                "orbit-averaged theory of GLD Eq. (8)"));
        for (OrbitAveragedTheory.Point fold : theory.folds()) {
            DampingSeries series =
                    DampingSeries.of(
                            SCALES,
                            epsilon ->
                                    fold(
                                            map(
                                                    laboratory,
                                                    Devices.scaled(variant.oscillator(), epsilon),
                                                    EquationForm.EXACT,
                                                    variant.selfTorque()),
                                            fold));
            cases.absolute(
                    "⟨p⟩ = " + Numeral.of(fold.power(), 2),
                    series.limit(),
                    fold.voltage(),
                    FOLD_LIMIT);
            rows.add(
                    List.of(
                            variant.name(),
                            Numeral.of(series.values().getFirst(), 6),
                            Numeral.of(series.limit(), 9),
                            Numeral.of(fold.voltage(), 9)));
        }
        checks.add(cases.worst());
    }

    /** The voltage at which v(ϑ) is stationary, near the fold of the theory. */
    private static double fold(SectionMap map, OrbitAveragedTheory.Point near) {
        double middle = angle(map, near.power());
        try {
            double angle =
                    new BracketingNthOrderBrentSolver(FOLD_ACCURACY, BRENT_ORDER)
                            .solve(
                                    MOST_ROOT_STEPS,
                                    x ->
                                            voltage(map, x + FOLD_DIFFERENCE)
                                                    - voltage(map, x - FOLD_DIFFERENCE),
                                    middle - FOLD_REACH,
                                    middle + FOLD_REACH);
            return voltage(map, angle);
        } catch (MathRuntimeException noFold) {
            return Double.NaN;
        }
    }

    /** The angle of the in-plane cycle with a given power. */
    private static double angle(SectionMap map, double power) {
        try {
            return new BracketingNthOrderBrentSolver(FOLD_DIFFERENCE, BRENT_ORDER)
                    .solve(
                            MOST_ROOT_STEPS,
                            angle ->
                                    map.through(angle, LOWEST, HIGHEST)
                                                    .map(SectionMap.Cycle::power)
                                                    .orElse(Double.NaN)
                                            - power,
                            0.1,
                            3);
        } catch (MathRuntimeException noCycle) {
            return Double.NaN;
        }
    }

    private static Figure branches(Laboratory laboratory) {
        List<Series> series = new ArrayList<>();
        List<Hue> hues = List.of(Hue.BLUE, Hue.VERMILLION, Hue.GREEN);
        List<Series.Mark> marks =
                List.of(Series.Mark.CIRCLE, Series.Mark.SQUARE, Series.Mark.DIAMOND);
        for (Variant variant : VARIANTS) {
            Hue hue = hues.get(series.size() / 2);
            Series.Mark mark = marks.get(series.size() / 2);
            List<Series.Point> theory =
                    OrbitAveragedTheory.of(variant.oscillator(), variant.selfTorque())
                            .curve(Branch.IN_PLANE)
                            .stream()
                            .map(point -> Series.Point.of(point.voltage(), point.power()))
                            .toList();
            series.add(Series.solid(variant.name(), hue, theory));
            SectionMap map =
                    map(laboratory, variant.oscillator(), EquationForm.EXACT, variant.selfTorque());
            List<Series.Point> cycles = new ArrayList<>();
            for (double angle = 0.3; angle < 3.05; angle += 0.3) {
                map.through(angle, LOWEST, HIGHEST)
                        .ifPresent(cycle ->
                                cycles.add(Series.Point.of(cycle.voltage(), cycle.power())));
            }
            series.add(Series.points(variant.name(), hue, mark, cycles));
        }
        return new Figure(
                "onset-folds",
                "Power of the variants",
                "Lines: theory. Points: limit cycles of the exact form at the paper's damping, the"
                        + " unstable ones included, where the power rises as the voltage falls.",
                Axis.linear("voltage", "V/V_c"),
                Axis.linear("power", "⟨p⟩"),
                series,
                List.of(),
                List.of());
    }
}
