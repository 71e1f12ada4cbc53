package larmor.validation.page;

import java.util.ArrayList;
import java.util.List;
import larmor.model.Anisotropy;
import larmor.model.DerivedNumbers;
import larmor.model.Device;
import larmor.model.DeviceKey;
import larmor.model.EquationForm;
import larmor.model.Oscillator;
import larmor.model.Units;

/**
 * What is solved: the equation as implemented, the parameters, what is left out, and where the
 * paper needs a correction.
 *
 * @param form the form of the equation
 * @param parameters of the device, and numbers derived from them
 * @param keys of the device as its file has them; none for the paper's device
 * @param notModelled what the equation leaves out
 * @param slips where Larmor departs from the paper's letter
 */
public record Problem(
        EquationForm form,
        List<Parameter> parameters,
        List<Key> keys,
        List<String> notModelled,
        List<Slip> slips)
        implements Block {

    private static final int DIGITS = 6;

    private static final String OURS = "input";
    private static final String DERIVED = "derived";

    /** Copies the lists. */
    public Problem {
        parameters = List.copyOf(parameters);
        keys = List.copyOf(keys);
        notModelled = List.copyOf(notModelled);
        slips = List.copyOf(slips);
    }

    /**
     * A number of the device.
     *
     * @param symbol such as {@code g_l^P}
     * @param meaning in words
     * @param value as printed, with its unit
     * @param source where it comes from
     */
    public record Parameter(String symbol, String meaning, String value, String source) {}

    /**
     * A key of a device file.
     *
     * @param name such as {@code magnet.field}
     * @param value as the file could have it
     * @param unit empty for a pure number and for a switch
     */
    public record Key(String name, String value, String unit) {}

    /**
     * A place where the paper cannot be followed to the letter.
     *
     * @param printed what it prints
     * @param here what Larmor does
     * @param reason why, with the size of the difference
     */
    public record Slip(String printed, String here, String reason) {}

    /** The problem of a device, as the model of the paper poses it. */
    public static Problem of(Device device, EquationForm form) {
        return new Problem(form, parameters(device), keys(device), leftOut(), departures(device));
    }

    /** Whether the equation is solved exactly for ṁ. */
    public boolean exact() {
        return form == EquationForm.EXACT;
    }

    private static List<Parameter> parameters(Device device) {
        boolean paper = device.equals(Device.PAPER);
        String given = paper ? "GLD Sec. IV" : OURS;
        Oscillator oscillator = Oscillator.of(device);
        Anisotropy n = device.magnet().anisotropy();
        List<Parameter> all = new ArrayList<>();
        all.add(
                new Parameter(
                        "P",
                        "spin polarisation of the nanomagnet",
                        number(device.junction().polarization()),
                        given));
        all.add(conductance("g_l^P", "left junction, parallel", oscillator.gParallel(), given));
        all.add(
                conductance(
                        "g_l^{AP}",
                        "left junction, antiparallel",
                        oscillator.gAntiparallel(),
                        given));
        all.add(conductance("g_r", "right junction", oscillator.gRight(), given));
        all.add(
                new Parameter(
                        "h_0",
                        "applied field along the fixed magnetisation, in M_s",
                        number(oscillator.field()),
                        given));
        all.add(
                new Parameter(
                        "N",
                        "demagnetisation and anisotropy, diagonal",
                        "(" + number(n.nx()) + ", " + number(n.ny()) + ", " + number(n.nz()) + ")",
                        given));
        all.add(
                new Parameter(
                        "κ",
                        "ħγ/M𝒱: one ħ over the angular momentum of the magnet",
                        number(oscillator.spinRatio()),
                        given));
        all.add(
                new Parameter(
                        "α(0)",
                        "Gilbert damping at θ = 0, spin pumping included",
                        number(oscillator.dampingParallel()),
                        given));
        all.add(
                new Parameter(
                        "α_0",
                        "intrinsic damping, α(0) less spin pumping",
                        number(oscillator.intrinsicDamping()),
                        DERIVED));
        all.add(
                new Parameter(
                        "β(0)",
                        "self-induced torque at θ = 0",
                        number(oscillator.selfInducedTorque(1)),
                        DERIVED));
        all.add(
                new Parameter(
                        "ω_0",
                        "FMR frequency, the unit of frequency, in γμ₀M_s",
                        number(oscillator.fmrFrequency()),
                        DERIVED));
        all.add(
                new Parameter(
                        "s_c",
                        "spin-transfer torque at the critical voltage V_c",
                        number(oscillator.criticalTorque()),
                        DERIVED));
        return all;
    }

    private static List<Key> keys(Device device) {
        if (device.equals(Device.PAPER)) {
            return List.of();
        }
        List<Key> keys = new ArrayList<>();
        for (DeviceKey key : DeviceKey.values()) {
            key.get(device)
                    .ifPresent(value ->
                            keys.add(new Key(key.id(), value.text(), unit(key, device.units()))));
        }
        return keys;
    }

    private static String unit(DeviceKey key, Units units) {
        boolean si = units instanceof Units.Si;
        return switch (key) {
            case G_PARALLEL, G_ANTIPARALLEL, G_RIGHT -> si ? "S" : "G₀";
            case FIELD -> si ? "T" : "M_s";
            case SATURATION_MAGNETIZATION -> "A/m";
            case VOLUME -> "m³";
            case GYROMAGNETIC_RATIO -> "rad/(s·T)";
            case POLARIZATION,
                    ANGULAR_DAMPING,
                    ANGULAR_TORQUE,
                    DAMPING,
                    INTRINSIC_DAMPING,
                    SPIN_RATIO,
                    ANISOTROPY_X,
                    ANISOTROPY_Y,
                    ANISOTROPY_Z ->
                    "";
        };
    }

    private static Parameter conductance(
            String symbol, String junction, double value, String source) {
        return new Parameter(
                symbol, "conductance of the " + junction, number(value) + " G₀", source);
    }

    private static String number(double value) {
        return Numeral.of(value, DIGITS);
    }

    private static List<String> leftOut() {
        return List.of(
                "Temperature: no thermal field, hence no linewidth and no jumps between states.",
                "Space: the magnet is one macrospin, without spin waves, domains or edge modes.",
                "Delay of the charge: the charge of the magnet follows m at once, as if its RC time"
                        + " were zero.",
                "Bias: the conductances do not depend on the voltage.",
                "Other torques: no field-like torque, no Oersted field, no stray field of the fixed"
                        + " layer, no back action on it.",
                "Spin accumulation: the charge of the magnet is counted, a spin imbalance of its"
                        + " electrons is not.",
                "Heating by the current, and any change of the parameters with it.");
    }

    private static List<Slip> departures(Device device) {
        List<Slip> all = new ArrayList<>(departuresOfModel());
        if (device.equals(Device.PAPER)) {
            all.addAll(departuresOfDevice());
        }
        return all;
    }

    private static List<Slip> departuresOfModel() {
        return List.of(
                new Slip(
                        "H_{eff} = H_0 ẑ − 4πM x̂",
                        "H_0 ẑ − 4πM m_x x̂",
                        "A demagnetising field is proportional to m_x; the printed one would be a"
                                + " constant field along x̂."),
                new Slip(
                        "σ_0 without the factor g_r",
                        "σ_0 = (γ/M𝒱)(ħ/4e) g_l^s g_r / (g_l(0)+g_r)",
                        "Without it σ_0V is not a rate, and V_c would be off by that factor."),
                new Slip(
                        "frequency: the highest peak of the spectrum of m_x + i m_y",
                        "the same, after subtracting the mean",
                        "Beyond the in-plane orbits the mean of m_x outshines every line, and the peak"
                                + " would sit at zero frequency."));
    }

    private static List<Slip> departuresOfDevice() {
        Oscillator paper = Oscillator.of(Device.PAPER);
        DerivedNumbers derived = DerivedNumbers.of(paper);
        return List.of(
                new Slip(
                        "α_0 chosen so that α(0) = 0.01",
                        "accepted, with a warning",
                        "Spin pumping alone gives "
                                + number(paper.pumpingDamping(1))
                                + ", so α_0 = "
                                + number(paper.intrinsicDamping())
                                + " is negative. The total damping is positive at every angle."),
                new Slip(
                        "runs to t' = 5×10⁴ at every voltage",
                        "the same, and a point that has not settled is drawn hollow",
                        "The power grows at the rate 2s_c(V/V_c − 1), which is too slow next to V_c."),
                new Slip(
                        "tunnel magnetoresistance of 70 %",
                        Numeral.percent(derived.tmrSeries().orElseThrow())
                                + " for both junctions in series, "
                                + Numeral.percent(derived.tmrLeft().orElseThrow())
                                + " for the left one",
                        "By the paper's own formula, (R_{AP} − R_P)/R_P."),
                new Slip(
                        "polarisation of the fixed lead, not given",
                        "a warning",
                        "The conductances imply "
                                + Numeral.of(paper.leadPolarization(), 4)
                                + ", beyond 1."));
    }
}
