package larmor.validation.physics;

import java.util.ArrayList;
import java.util.List;
import larmor.model.DerivedNumbers;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import larmor.model.Units;
import larmor.validation.Check;
import larmor.validation.exact.LinearStability;
import larmor.validation.ladder.CheckFamily;
import larmor.validation.ladder.Effort;
import larmor.validation.ladder.Findings;
import larmor.validation.ladder.Laboratory;
import larmor.validation.page.Numeral;
import larmor.validation.page.Table;
import larmor.validation.physics.SiEquation.Demagnetization;

/**
 * What the paper prints and what has to stand there, each with a number that shows which is right
 * and the check that proves it.
 */
final class Paper implements CheckFamily {

    private static final Oscillator PAPER = Devices.PAPER;

    private static final double TILT = 1e-5;
    private static final double INTERVAL = 1;

    private static final double DAMPING = PAPER.dampingParallel();

    private static final Check.Limit FREQUENCY_LIMIT =
            new Check.Limit(
                    2 * DAMPING * DAMPING,
                    "damping shifts the frequency by α²[1 + (a−b)²/(8ab)] = 1.3 α² of it");

    private static final Check.Limit PRINTED_LIMIT =
            new Check.Limit(
                    3e-4,
                    "at the equilibrium cos θ = 0.33 the damping is 0.0137 and β is 0.0027: (α+β)²");

    private static final Check.Limit ROUNDING = new Check.Limit(1e-14, "rounding");

    private static final Check.Limit RATIO_LIMIT =
            new Check.Limit(1e-7, "two critical voltages, each good to 3e-8 as in si-units");

    @Override
    public String name() {
        return "paper";
    }

    @Override
    public String title() {
        return "Where the paper needs a correction";
    }

    @Override
    public List<String> introduction() {
        return List.of(
                "Seven places in which the paper's letter cannot be followed. None touches its"
                        + " conclusion, and the curves of its Fig. 2 are what the corrected equations"
                        + " give, so that we take them for slips of the pen or of the protocol. Every"
                        + " number here is computed by the check that it stands next to.");
    }

    @Override
    public Findings examine(Laboratory laboratory, Effort effort) {
        List<Check> checks = new ArrayList<>();
        List<Slip> slips = new ArrayList<>();
        demagnetization(laboratory, checks, slips);
        rightJunction(laboratory, checks, slips);
        intrinsicDamping(laboratory, checks, slips);
        PaperProtocol.settling(laboratory, checks, slips);
        PaperProtocol.zeroFrequency(laboratory, checks, slips);
        magnetoresistance(laboratory, checks, slips);
        leadPolarization(laboratory, checks, slips);
        return new Findings(
                slips.size() + " slips, each with the number that shows it",
                checks,
                List.of(
                        new Table(
                                "What is printed, what is right, and the number that shows it",
                                List.of("printed", "right", "number", "check"),
                                slips.stream().map(Slip::row).toList())));
    }

    private static void demagnetization(
            Laboratory laboratory, List<Check> checks, List<Slip> slips) {
        Oscillator device = Devices.PAPER_IN_SI;
        Units.Si si = (Units.Si) device.device().units();
        double proportional =
                SiUnits.eigenvalue(device, si, 0, Demagnetization.PROPORTIONAL).getImaginary()
                        / device.fmrFrequency();
        double constant = constantFieldFrequency(device, si) / device.fmrFrequency();
        double h = PAPER.field();
        checks.add(
                new Cases(
                                laboratory,
                                Slip.claim(
                                        "demagnetization",
                                        "FMR frequency with the field −4πM m_x x̂, over ω_0",
                                        "ω_0 = γ√[H_0(H_0+4πM)]",
                                        "GLD Sec. IV"))
                        .relative("", proportional, 1, FREQUENCY_LIMIT)
                        .worst());
        checks.add(
                new Cases(
                                laboratory,
                                Slip.claim(
                                        "demagnetization-printed",
                                        "frequency with the field −4πM x̂ as printed, over ω_0",
                                        "√[H_0²+(4πM)²]/√[H_0(H_0+4πM)], about an equilibrium that is"
                                                + " not m = ẑ",
                                        "precession in a constant field"))
                        .relative(
                                "",
                                constant,
                                Math.sqrt(h * h + 1) / PAPER.fmrFrequency(),
                                PRINTED_LIMIT)
                        .worst());
        slips.add(
                new Slip(
                        "H_{eff} = H_0 ẑ − 4πM x̂",
                        "H_0 ẑ − 4πM m_x x̂",
                        "FMR at "
                                + Numeral.of(proportional, 5)
                                + " ω₀; as printed at "
                                + Numeral.of(constant, 5)
                                + " ω₀",
                        "paper-demagnetization"));
    }

    /** The frequency of ringing down to the equilibrium of a constant field, in γμ₀M_s. */
    private static double constantFieldFrequency(Oscillator device, Units.Si si) {
        double h = PAPER.field();
        double size = Math.sqrt(h * h + 1);
        SiEquation equation = SiEquation.of(device, 0, Demagnetization.CONSTANT);
        // The axes (h₀,0,1), ŷ and the field's (−1,0,h₀) are at right angles.
        Magnetization start = Magnetization.normalized("tilt", TILT * h - 1, 0, TILT + h);
        return LinearStability.observedEigenvalue(
                        turned(start, h, size),
                        turned(equation.end(start, INTERVAL / si.rate()), h, size),
                        turned(equation.end(start, 2 * INTERVAL / si.rate()), h, size),
                        INTERVAL)
                .getImaginary();
    }

    private static Magnetization turned(Magnetization m, double h, double size) {
        return new Magnetization((h * m.x() + m.z()) / size, m.y(), (h * m.z() - m.x()) / size);
    }

    private static void rightJunction(Laboratory laboratory, List<Check> checks, List<Slip> slips) {
        Oscillator device = Devices.PAPER_IN_SI;
        Oscillator wider =
                Devices.withRightJunction(device, 2 * device.device().junction().gRight());
        double ratio = criticalVolts(wider) / criticalVolts(device);
        double series = wider.seriesConductance(1) / device.seriesConductance(1);
        checks.add(
                new Cases(
                                laboratory,
                                Slip.claim(
                                        "right-junction",
                                        "critical voltage at twice the g_r over that at g_r, by the"
                                                + " literal equations",
                                        "V_c ∝ (g_l(0)+g_r)/g_r",
                                        "GLD Eqs. (1), (2), (7)"))
                        .relative("", ratio, series / 2, RATIO_LIMIT)
                        .worst());
        slips.add(
                new Slip(
                        "σ_0 = (γ/M𝒱)(ħ/4e) g_l^s/(g_l(0)+g_r)",
                        "(γ/M𝒱)(ħ/4e) g_l^s g_r/(g_l(0)+g_r)",
                        "twice the g_r multiplies V_c by "
                                + Numeral.of(ratio, 6)
                                + "; as printed by "
                                + Numeral.of(series, 6)
                                + ", and σ₀V is no rate",
                        "paper-right-junction"));
    }

    private static double criticalVolts(Oscillator device) {
        return SiUnits.threshold(
                device,
                (Units.Si) device.device().units(),
                DerivedNumbers.of(device).criticalVolts().orElseThrow());
    }

    private static void intrinsicDamping(
            Laboratory laboratory, List<Check> checks, List<Slip> slips) {
        double measured = PAPER.intrinsicDamping();
        checks.add(
                new Cases(
                                laboratory,
                                Slip.claim(
                                        "intrinsic-damping",
                                        "α_0 that makes α(0) = 0.01",
                                        "α_0 = α(0) − (ħ²γ/4e²M𝒱)(g_l^{AP}+g_r), in SI units",
                                        "GLD Eq. (1) and Sec. IV"))
                        .absolute(
                                "",
                                measured,
                                SiEquation.of(Devices.PAPER_IN_SI, 0, Demagnetization.PROPORTIONAL)
                                        .intrinsicDamping(),
                                ROUNDING)
                        .worst());
        slips.add(
                new Slip(
                        "α_0 chosen so that α(0) = " + Numeral.of(DAMPING, 2),
                        "accepted, with a warning",
                        "spin pumping alone gives "
                                + Numeral.of(PAPER.pumpingDamping(1), 5)
                                + ", so α₀ = "
                                + Numeral.of(measured, 4)
                                + "; α(π) = "
                                + Numeral.of(PAPER.damping(-1), 4)
                                + " is the largest",
                        "paper-intrinsic-damping"));
    }

    private static void magnetoresistance(
            Laboratory laboratory, List<Check> checks, List<Slip> slips) {
        DerivedNumbers derived = DerivedNumbers.of(PAPER);
        double left = derived.tmrLeft().orElseThrow();
        double series = derived.tmrSeries().orElseThrow();
        checks.add(
                new Cases(
                                laboratory,
                                Slip.claim(
                                        "magnetoresistance",
                                        "(R_{AP} − R_P)/R_P of both junctions in series",
                                        "70 %",
                                        "GLD Sec. IV"))
                        .absolute(
                                "",
                                series,
                                0.70,
                                new Check.Limit(0.005, "half of the last digit printed"))
                        .worst());
        checks.add(
                new Cases(
                                laboratory,
                                Slip.claim(
                                        "magnetoresistance-left",
                                        "(R_{AP} − R_P)/R_P of the left junction",
                                        "g_l^P/g_l^{AP} − 1",
                                        "GLD Sec. IV"))
                        .absolute("", left, PAPER.gParallel() / PAPER.gAntiparallel() - 1, ROUNDING)
                        .worst());
        slips.add(
                new Slip(
                        "a tunnel magnetoresistance of 70 %",
                        "of both junctions in series",
                        "left junction alone "
                                + Numeral.percent(left)
                                + ", in series "
                                + Numeral.percent(series),
                        "paper-magnetoresistance"));
    }

    private static void leadPolarization(
            Laboratory laboratory, List<Check> checks, List<Slip> slips) {
        double implied = PAPER.leadPolarization();
        // g^{P,AP} ∝ 1 ± PP' for two magnetic leads: P' from the ratio of the two.
        double ratio = PAPER.gParallel() / PAPER.gAntiparallel();
        double reference = (ratio - 1) / (ratio + 1) / PAPER.device().junction().polarization();
        checks.add(
                new Cases(
                                laboratory,
                                Slip.claim(
                                        "lead-polarization",
                                        "polarisation of the fixed lead that the conductances imply",
                                        "(g^P−g^{AP})/[P(g^P+g^{AP})]",
                                        "g ∝ 1 ± PP' (M. Jullière, Phys. Lett. A 54, 225 (1975))"))
                        .absolute("", implied, reference, ROUNDING)
                        .worst());
        slips.add(
                new Slip(
                        "polarisation of the fixed lead, not given",
                        "accepted, with a warning",
                        "the conductances and P = "
                                + Numeral.of(PAPER.device().junction().polarization(), 2)
                                + " imply "
                                + Numeral.of(implied, 4)
                                + ", beyond 1",
                        "paper-lead-polarization"));
    }
}
