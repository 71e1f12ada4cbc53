package larmor.validation.physics;

import java.util.ArrayList;
import java.util.List;
import larmor.model.Anisotropy;
import larmor.model.Coefficients;
import larmor.model.EquationForm;
import larmor.model.Oscillator;
import larmor.validation.Check;
import larmor.validation.Subject;
import larmor.validation.exact.LinearStability;
import larmor.validation.ladder.CheckFamily;
import larmor.validation.ladder.Effort;
import larmor.validation.ladder.Findings;
import larmor.validation.ladder.Laboratory;
import larmor.validation.page.Axis;
import larmor.validation.page.Block;
import larmor.validation.page.Figure;
import larmor.validation.page.Hue;
import larmor.validation.page.Numeral;
import larmor.validation.page.Series;
import org.hipparchus.complex.Complex;

/**
 * Ferromagnetic resonance: how m rings down to ẑ, its frequency and its linewidth, by every solver
 * in both forms of the equation, for devices of different damping, field and anisotropy.
 */
final class Resonance implements CheckFamily {

    private static final String SOURCE = "linearised GLD Eq. (8), exact in α";

    private static final Check.Limit EIGENVALUE_LIMIT =
            new Check.Limit(RingDown.ACCURACY, RingDown.REASON);

    private static final Check.Limit SPECTRUM_LIMIT =
            new Check.Limit(
                    5e-6,
                    "the sum over samples widens the line by (ΓΔt)²/12 = 1.5e-6, Γ = −Re λ; a tilt of"
                            + " 1e-3 is linear to 1e-6; the share that turns the other way adds"
                            + " 2e-5 of the amplitude under the line, which shifts it and widens it by"
                            + " the square");

    /** Fields apart by this give ∂ω/∂h₀ to δ²ω'''/6ω' = 1e-6. */
    private static final double FIELD_DIFFERENCE = 1e-3;

    /** A device to ring down. */
    private record Sample(String name, Oscillator oscillator) {}

    private static final List<Sample> SAMPLES =
            List.of(
                    new Sample("the paper's device", Devices.PAPER),
                    new Sample("h_0 = 0.05", film(0.01, 0.05)),
                    new Sample("h_0 = 1", film(0.01, 1)),
                    new Sample("α = 0.001", film(0.001, 0.35)),
                    new Sample("α = 0.1", film(0.1, 0.35)),
                    new Sample(
                            "N = (0.7, 0.25, 0.05)",
                            Devices.magnet(0.02, 0.4, new Anisotropy(0.7, 0.25, 0.05))),
                    new Sample(
                            "N = (0.1, 0.3, 0.6)",
                            Devices.magnet(0.03, 1.2, new Anisotropy(0.1, 0.3, 0.6))),
                    new Sample("nanopillar in SI units", Devices.NANOPILLAR));

    private static final List<Double> VOLTAGES = List.of(-0.5, 0.0, 0.7, 1.0, 1.3);

    private static final List<Double> FEW_VOLTAGES = List.of(0.0, 1.3);

    private static final List<Double> FIELDS =
            List.of(0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.7, 0.85, 1.0);

    private static final List<Double> DAMPINGS =
            List.of(0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1);

    /** One ring-down. */
    private record Case(Sample sample, double voltage, EquationForm form, boolean selfTorque) {

        Coefficients coefficients(Laboratory laboratory) {
            return laboratory.coefficients(sample.oscillator(), voltage, form, selfTorque);
        }

        Complex exact() {
            return LinearStability.eigenvalue(sample.oscillator(), voltage, form);
        }

        String where() {
            return sample.name() + ", v = " + voltage + ", " + Words.of(form, selfTorque);
        }
    }

    private static Oscillator film(double damping, double field) {
        return Devices.magnet(damping, field, new Anisotropy(1, 0, 0));
    }

    @Override
    public String name() {
        return "resonance";
    }

    @Override
    public String title() {
        return "Ferromagnetic resonance";
    }

    @Override
    public List<String> introduction() {
        return List.of(
                "A magnet tilted a little from m = ẑ rings down as exp(λt'). Three samples of"
                        + " (m_x, m_y) at equal distances give λ without a fit: Im λ is the FMR"
                        + " frequency, −Re λ the decay rate. The reference is the eigenvalue of the"
                        + " linearised equation, without error in α. Each check shows the worst of"
                        + " eight devices at five voltages, with and without the self-induced torque.",
                "In an experimenter's terms: the absorbed power is a Lorentzian of full width Δω ="
                        + " −2 Re λ, without voltage α(a+b), which for a film is α(2h_0+1). Swept in the"
                        + " field, the line has the full width ΔH = Δω/(∂ω/∂h_0) = 2αω, the textbook's"
                        + " 2αω/γ in these units, and its derivative ΔH/√3 from peak to peak"
                        + " (S. S. Kalarickal et al., J. Appl. Phys. 99, 093909 (2006)).");
    }

    @Override
    public Findings examine(Laboratory laboratory, Effort effort) {
        List<Check> checks = new ArrayList<>();
        for (Subject subject : laboratory.subjects()) {
            checks.addAll(eigenvalues(laboratory, effort, subject));
        }
        for (EquationForm form : EquationForm.values()) {
            checks.add(fieldWidth(laboratory, form));
        }
        for (Subject subject : laboratory.subjects()) {
            if (effort == Effort.FULL || subject.kind() == Subject.Kind.SCALAR) {
                checks.add(spectralWidth(laboratory, subject));
            }
        }
        return new Findings(
                "frequency to "
                        + Numeral.of(Findings.largestError(checks, "resonance-frequency"), 2)
                        + ", decay rate to "
                        + Numeral.of(Findings.largestError(checks, "resonance-decay"), 2),
                checks,
                figures(laboratory));
    }

    private static List<Check> eigenvalues(Laboratory laboratory, Effort effort, Subject subject) {
        Cases frequency =
                new Cases(
                        laboratory,
                        new Check.Claim(
                                "resonance-frequency-" + subject.id(),
                                "FMR frequency by " + subject.id(),
                                "ω = √[(a+αs)(b+αs) − ¼α²(a−b)²]/(1+α²), s = s_c v; to leading order ω"
                                        + " = √[ab − ¼α²(a−b)²]",
                                SOURCE));
        Cases decay =
                new Cases(
                        laboratory,
                        new Check.Claim(
                                "resonance-decay-" + subject.id(),
                                "decay rate by " + subject.id(),
                                "−Re λ = [½α(a+b) − s_c v]/(1+α²); to leading order without 1+α²",
                                SOURCE));
        List<Case> ringDowns = ringDowns(effort);
        List<Complex> observed =
                RingDown.eigenvalues(
                        subject,
                        ringDowns.stream()
                                .map(ringDown -> ringDown.coefficients(laboratory))
                                .toList());
        for (int i = 0; i < ringDowns.size(); i++) {
            Case ringDown = ringDowns.get(i);
            Complex exact = ringDown.exact();
            frequency.absolute(
                    ringDown.where(),
                    observed.get(i).getImaginary(),
                    exact.getImaginary(),
                    EIGENVALUE_LIMIT);
            decay.absolute(
                    ringDown.where(),
                    -observed.get(i).getReal(),
                    -exact.getReal(),
                    EIGENVALUE_LIMIT);
        }
        return List.of(frequency.worst(), decay.worst());
    }

    private static List<Case> ringDowns(Effort effort) {
        List<Case> all = new ArrayList<>();
        for (Sample sample : SAMPLES) {
            for (double v : effort == Effort.FULL ? VOLTAGES : FEW_VOLTAGES) {
                for (EquationForm form : EquationForm.values()) {
                    for (boolean selfTorque : new boolean[] {true, false}) {
                        all.add(new Case(sample, v, form, selfTorque));
                    }
                }
            }
        }
        return all;
    }

    /** The width of the line in the field, with ∂ω/∂h₀ from ring-downs at neighbouring fields. */
    private static Check fieldWidth(Laboratory laboratory, EquationForm form) {
        Cases cases =
                new Cases(
                        laboratory,
                        new Check.Claim(
                                "resonance-field-linewidth-" + form.id(),
                                "full width of the resonance in the field over the frequency, "
                                        + form.id()
                                        + " form",
                                "ΔH/ω = 2α",
                                "S. S. Kalarickal et al., J. Appl. Phys. 99, 093909 (2006)"));
        double damping = Devices.PAPER.dampingParallel();
        Check.Limit limit =
                form == EquationForm.EXACT
                        ? new Check.Limit(
                                3 * damping * damping,
                                "the exact form has 1+α² under Δω and ω, and α² in ω² itself")
                        : new Check.Limit(
                                1e-5,
                                "exact but for ∂ω/∂h_0 from fields 2e-3 apart: δ²ω'''/6ω', up to 3e-6"
                                        + " at the lowest field");
        for (double field : List.of(0.2, 0.35, 1.0)) {
            Complex[] lambda = new Complex[3];
            for (int i = 0; i < 3; i++) {
                lambda[i] =
                        ringDown(
                                laboratory,
                                film(damping, field + (i - 1) * FIELD_DIFFERENCE),
                                form);
            }
            double slope =
                    (lambda[2].getImaginary() - lambda[0].getImaginary()) / (2 * FIELD_DIFFERENCE);
            double width = -2 * lambda[1].getReal() / slope;
            cases.relative("h_0 = " + field, width / lambda[1].getImaginary(), 2 * damping, limit);
        }
        return cases.worst();
    }

    /** The eigenvalue without voltage, by the scalar solver of order 8. */
    private static Complex ringDown(
            Laboratory laboratory, Oscillator oscillator, EquationForm form) {
        return RingDown.eigenvalues(
                        laboratory.subject("dop853"),
                        List.of(laboratory.coefficients(oscillator, 0, form, true)))
                .getFirst();
    }

    private static Check spectralWidth(Laboratory laboratory, Subject subject) {
        Complex exact = LinearStability.eigenvalue(Devices.PAPER, 0, EquationForm.EXACT);
        double width = -2 * exact.getReal();
        double measured =
                Spectrum.ofRingDown(
                                subject,
                                laboratory.coefficients(Devices.PAPER, 0, EquationForm.EXACT, true),
                                Devices.PAPER)
                        .fullWidth(exact.getImaginary(), width);
        return new Cases(
                        laboratory,
                        new Check.Claim(
                                "resonance-spectral-linewidth-" + subject.id(),
                                "full width at half height of the spectrum of a ring-down by "
                                        + subject.id(),
                                "Δω = −2 Re λ = α(2h_0+1)/(1+α²)",
                                SOURCE))
                .relative("the paper's device, no voltage", measured, width, SPECTRUM_LIMIT)
                .worst();
    }

    private static List<Block> figures(Laboratory laboratory) {
        List<Series.Point> frequencies = new ArrayList<>();
        List<Series.Point> kittel = new ArrayList<>();
        for (double field : FIELDS) {
            Oscillator oscillator = film(Devices.PAPER.dampingParallel(), field);
            frequencies.add(
                    Series.Point.of(
                            field,
                            ringDown(laboratory, oscillator, EquationForm.EXACT).getImaginary()));
        }
        for (int i = 0; i <= 100; i++) {
            double field = 0.01 * i;
            kittel.add(Series.Point.of(field, Math.sqrt(field * (field + 1))));
        }
        List<Series.Point> widths = new ArrayList<>();
        List<Series.Point> line = new ArrayList<>();
        for (double damping : DAMPINGS) {
            Oscillator oscillator = film(damping, Devices.PAPER.field());
            widths.add(
                    Series.Point.of(
                            damping,
                            -2 * ringDown(laboratory, oscillator, EquationForm.EXACT).getReal()));
            line.add(Series.Point.of(damping, damping * (2 * oscillator.field() + 1)));
        }
        return List.of(
                new Figure(
                        "resonance-frequency",
                        "FMR frequency against field",
                        "Points: ring-downs by dop853 without voltage, α(0) = 0.01. Line: Kittel's"
                                + " formula ω = √[h_0(h_0+1)], from which the points differ by"
                                + " terms of order α².",
                        Axis.linear("Applied field", "h_0"),
                        Axis.linear("Frequency", "ω"),
                        List.of(
                                Series.solid("Kittel", Hue.BLUE, kittel),
                                Series.points(
                                        "ring-down", Hue.BLUE, Series.Mark.CIRCLE, frequencies)),
                        List.of(),
                        List.of()),
                new Figure(
                        "resonance-linewidth",
                        "FMR linewidth against damping",
                        "Points: −2 Re λ of ring-downs by dop853 without voltage at h_0 = 0.35."
                                + " Line: Δω = α(2h_0+1).",
                        Axis.logarithmic("Damping", "α"),
                        Axis.logarithmic("Linewidth", "Δω"),
                        List.of(
                                Series.solid("α(2h_0+1)", Hue.VERMILLION, line),
                                Series.points(
                                        "ring-down", Hue.VERMILLION, Series.Mark.SQUARE, widths)),
                        List.of(),
                        List.of()));
    }
}
