package larmor.validation.physics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import larmor.model.Coefficients;
import larmor.model.EquationForm;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import larmor.observable.SteadyState;
import larmor.sweep.SweepProtocol;
import larmor.validation.Check;
import larmor.validation.exact.OrbitAveragedTheory;
import larmor.validation.exact.OrbitAveragedTheory.Branch;
import larmor.validation.ladder.Laboratory;
import larmor.validation.page.Numeral;

/** The slips in how the paper runs and reads its simulations, as its Appendix B describes. */
final class PaperProtocol {

    private static final Oscillator PAPER = Devices.PAPER;

    /** As Fig. 2. */
    private static final double RUN_STEP = 0.05;

    /** Where runs to t' = 5×10⁴ are too short. */
    private static final List<Double> UNSETTLED = List.of(1.008, 1.012);

    /** Where the line at zero frequency is looked at. */
    private static final double LINE_VOLTAGE = 2;

    private static final List<Double> SCALES = List.of(1.0, 0.5, 0.25, 0.125);

    private static final Check.Limit LINE_LIMIT =
            new Check.Limit(
                    1e-10,
                    "extrapolated in ε² through 1, ½, ¼, ⅛, which leaves out ε⁸; cycles are good to"
                            + " 1e-12");

    private static final Check.Limit SETTLING_LIMIT =
            new Check.Limit(
                    0.02,
                    "the logistic law leaves out what is of relative order p_{∞} = 0.01 to 0.02 in the"
                            + " shortage");

    private PaperProtocol() {}

    /** Next to the threshold a run of the paper's length has not settled. */
    static void settling(Laboratory laboratory, List<Check> checks, List<Slip> slips) {
        List<Coefficients> equations = new ArrayList<>();
        for (double v : UNSETTLED) {
            equations.add(laboratory.coefficients(PAPER, v, EquationForm.EXACT, true));
        }
        List<Optional<SteadyState>> states = PaperRuns.of(laboratory, RUN_STEP, equations);
        List<String> numbers = new ArrayList<>();
        Cases cases =
                new Cases(
                        laboratory,
                        Slip.claim(
                                "settling",
                                "share of the settled power that a run to t' = 5×10⁴ is short of",
                                "p(t) = p_{∞}/[1 + (p_{∞}/p_0 − 1) exp(−2s_c(v−1)t)], p_0 ="
                                        + " tilt²(1+b/a)/8",
                                "growth rate of the power and its saturation at p_{∞}"));
        for (int i = 0; i < UNSETTLED.size(); i++) {
            double v = UNSETTLED.get(i);
            double settled =
                    cycle(laboratory, 1, Branch.IN_PLANE, v)
                            .map(SectionMap.Cycle::power)
                            .orElse(Double.NaN);
            double reached = states.get(i).map(SteadyState::power).orElse(Double.NaN);
            double shortage = 1 - reached / settled;
            cases.absolute("v = " + v, shortage, expectedShortage(v, settled), SETTLING_LIMIT);
            numbers.add(Numeral.percent(shortage) + " short at " + v + " V_c");
        }
        checks.add(cases.worst());
        slips.add(
                new Slip(
                        "runs to t' = 5×10⁴ at every voltage",
                        "not settled next to V_c, and said so",
                        String.join(", ", numbers),
                        "paper-settling"));
    }

    /** What the logistic law leaves to come in the middle of the last tenth. */
    private static double expectedShortage(double v, double settled) {
        double tilt = SweepProtocol.PAPER_INITIAL.x();
        double first = tilt * tilt * (1 + PAPER.stiffnessX() / PAPER.stiffnessY()) / 8;
        double rate = 2 * PAPER.criticalTorque() * (v - 1);
        double time = SweepProtocol.PAPER_END_TIME * (1 - 0.5 * SweepProtocol.PAPER_WINDOW_SHARE);
        return 1 - 1 / (1 + (settled / first - 1) * StrictMath.exp(-rate * time));
    }

    private static Optional<SectionMap.Cycle> cycle(
            Laboratory laboratory, double epsilon, Branch branch, double v) {
        return new SectionMap(
                        new Dynamics(laboratory, Devices.scaled(epsilon), EquationForm.EXACT, true))
                .atVoltage(branch, v);
    }

    /** Beyond the in-plane orbit the highest line of the spectrum is that of the mean. */
    static void zeroFrequency(Laboratory laboratory, List<Check> checks, List<Slip> slips) {
        List<Optional<SectionMap.Cycle>> cycles =
                SCALES.stream()
                        .map(epsilon ->
                                cycle(laboratory, epsilon, Branch.OUT_OF_PLANE, LINE_VOLTAGE))
                        .toList();
        DampingSeries zero = line(cycles, 0);
        DampingSeries first = line(cycles, 1);
        double frequency =
                OrbitAveragedTheory.of(PAPER, true)
                        .frequencyAt(Branch.OUT_OF_PLANE, LINE_VOLTAGE)
                        .orElseThrow();
        PrecessionLines theory = PrecessionLines.of(PAPER, frequency);
        checks.add(
                new Cases(
                                laboratory,
                                Slip.claim(
                                        "line-zero",
                                        "line of m_x + i m_y at zero frequency at 2 V_c, ε → 0",
                                        "(π/2K)√[2h_0(z_2−z_1)]",
                                        "m_x = X dn u on the conservative orbit"))
                        .absolute("", zero.limit(), theory.zero(), LINE_LIMIT)
                        .worst());
        checks.add(
                new Cases(
                                laboratory,
                                Slip.claim(
                                        "line-first",
                                        "highest line of m_x + i m_y at another frequency, ε → 0",
                                        "(π/K) q/(1+q²) {√[2h_0(z_2−z_1)] + (π/K)(z_2−z_1)}",
                                        "Fourier series of dn u, q its nome"))
                        .absolute("", first.limit(), theory.first(), LINE_LIMIT)
                        .worst());
        slips.add(
                new Slip(
                        "frequency: the highest peak of the spectrum of m_x + i m_y",
                        "the same after subtracting the mean",
                        "at 2 V_c the line at zero frequency has the height "
                                + Numeral.of(zero.values().getFirst(), 4)
                                + ", the highest other "
                                + Numeral.of(first.values().getFirst(), 4),
                        "paper-line-zero, paper-line-first"));
    }

    /** The larger of the lines ±n of m_x + i m_y, at each ε. */
    private static DampingSeries line(List<Optional<SectionMap.Cycle>> cycles, int n) {
        return new DampingSeries(
                SCALES,
                cycles.stream()
                        .map(cycle ->
                                cycle.map(one ->
                                                Math.max(
                                                        amplitude(one.waveform(), n),
                                                        amplitude(one.waveform(), -n)))
                                        .orElse(Double.NaN))
                        .toList());
    }

    private static double amplitude(List<Magnetization> waveform, int n) {
        double real = 0;
        double imaginary = 0;
        for (int i = 0; i < waveform.size(); i++) {
            double phase = 2 * Math.PI * n * i / waveform.size();
            double cosine = StrictMath.cos(phase);
            double sine = StrictMath.sin(phase);
            Magnetization m = waveform.get(i);
            real += m.x() * cosine + m.y() * sine;
            imaginary += m.y() * cosine - m.x() * sine;
        }
        return Math.sqrt(real * real + imaginary * imaginary) / waveform.size();
    }
}
