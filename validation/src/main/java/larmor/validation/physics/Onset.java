package larmor.validation.physics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import larmor.model.EquationForm;
import larmor.model.Oscillator;
import larmor.validation.Check;
import larmor.validation.exact.LinearStability;
import larmor.validation.exact.OrbitAveragedTheory;
import larmor.validation.ladder.CheckFamily;
import larmor.validation.ladder.Effort;
import larmor.validation.ladder.Findings;
import larmor.validation.ladder.Laboratory;
import larmor.validation.ladder.PowerLaw;
import larmor.validation.page.Block;
import larmor.validation.page.Numeral;
import larmor.validation.page.Table;
import org.hipparchus.analysis.polynomials.PolynomialFunctionLagrangeForm;

/**
 * Where the in-plane auto-oscillation begins, turns and ends: the slopes of power and frequency at
 * threshold, the end at the separatrix, and the folds of equations with a dependence on the angle
 * left out.
 */
final class Onset implements CheckFamily {

    /** Angles ϑ of small cycles; the power is about 0.16 ϑ². */
    private static final List<Double> SMALL_ANGLES = List.of(0.05, 0.1, 0.15, 0.2);

    static final List<Double> SCALES = List.of(1.0, 0.5, 0.25);

    private static final List<Double> END_SCALES = List.of(1.0, 0.5, 0.25, 0.125);

    /** Distance of the last cycle from m = −ẑ: v is off by its square, 1e-11 or so. */
    private static final double END_DISTANCE = 3e-6;

    /** The cycles of all equations here lie between these voltages. */
    static final double LOWEST = 0.5;

    static final double HIGHEST = 2;

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

    private static final String SOURCE = "orbit-averaged theory of GLD Eq. (8) in closed form";

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
        for (Variant variant : Variant.ALL) {
            Folds.examine(laboratory, variant, checks, folds);
        }
        return new Findings(
                "in-plane oscillation ends at "
                        + ends.get(0).get(2)
                        + " V_c with the torque, "
                        + ends.get(1).get(2)
                        + " without",
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
                        Folds.figure(laboratory),
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
        return new SectionMap(new Dynamics(laboratory, oscillator, form, selfTorque));
    }

    /** The voltage of the in-plane cycle through an angle; NaN where there is none. */
    static double voltage(SectionMap map, double angle) {
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
}
