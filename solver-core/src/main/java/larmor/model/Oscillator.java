package larmor.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The dimensionless oscillator: conductances in G₀, fields in M_s, time t' = γμ₀M_s t, c = cos θ.
 *
 * @param device what it was made from
 * @param gParallel g_l^P
 * @param gAntiparallel g_l^AP
 * @param gRight g_r
 * @param spinRatio κ = ħγ/M𝒱
 * @param field h₀, along ẑ
 * @param dampingParallel total damping α(c=1)
 */
public record Oscillator(
        Device device,
        double gParallel,
        double gAntiparallel,
        double gRight,
        double spinRatio,
        double field,
        double dampingParallel) {

    /**
     * Checks what only shows when the parts of a device meet.
     *
     * @throws InvalidInput if m = ẑ is a saddle (h₀ + N_y − N_z or h₀ + N_x − N_z not positive), if
     *     the damping α(θ) is not positive at every angle, or if a number is too large or too small
     *     to compute with
     */
    public Oscillator {
        InvalidInput.positive("magnet.spin_ratio", spinRatio);
        InvalidInput.finite("magnet.field", field);
        InvalidInput.notNegative("junction.g_parallel", gParallel);
        InvalidInput.notNegative("junction.g_antiparallel", gAntiparallel);
        InvalidInput.positive("junction.g_right", gRight);
    }

    /**
     * The oscillator of a device.
     *
     * @throws InvalidInput as the constructor does
     */
    public static Oscillator of(Device device) {
        Units units = device.units();
        Junction junction = device.junction();
        double gParallel = units.dimensionlessConductance(junction.gParallel());
        double gAntiparallel = units.dimensionlessConductance(junction.gAntiparallel());
        double gRight = units.dimensionlessConductance(junction.gRight());
        double pumpingParallel = units.spinRatio() / (4 * Math.PI) * (gAntiparallel + gRight);
        double dampingParallel =
                switch (device.magnet().damping()) {
                    case Damping.Total total -> total.value();
                    case Damping.Intrinsic intrinsic -> intrinsic.value() + pumpingParallel;
                };
        Oscillator oscillator =
                new Oscillator(
                        device,
                        gParallel,
                        gAntiparallel,
                        gRight,
                        units.spinRatio(),
                        units.dimensionlessField(device.magnet().field()),
                        dampingParallel);
        oscillator.requireStableParallelState();
        oscillator.requirePositiveDamping();
        oscillator.requireFiniteScales();
        return oscillator;
    }

    private void requireStableParallelState() {
        requireStiffness("N_y - N_z", stiffnessY());
        requireStiffness("N_x - N_z", stiffnessX());
    }

    private void requireStiffness(String anisotropy, double value) {
        if (!(value > 0)) {
            throw new InvalidInput(
                    "magnet.field",
                    "and magnet.anisotropy must make "
                            + switch (device.units()) {
                                case Units.Dimensionless _ ->
                                        "h0 + " + anisotropy + " positive, not " + value;
                                case Units.Si si ->
                                        "mu0 H0 + ("
                                                + anisotropy
                                                + ") mu0 M_s positive, not "
                                                + Rounded.of(value * si.saturationField())
                                                + " T";
                            }
                            + ": m = z is unstable without a voltage");
        }
    }

    private void requirePositiveDamping() {
        String key =
                switch (device.magnet().damping()) {
                    case Damping.Total _ -> "magnet.damping";
                    case Damping.Intrinsic _ -> "magnet.intrinsic_damping";
                };
        // α(c) is linear in c, so the poles are its extremes.
        for (double c : new double[] {1, -1}) {
            if (!(damping(c) > 0)) {
                throw new InvalidInput(
                        key,
                        "must leave the damping positive at every angle; at cos(theta) = "
                                + c
                                + " it is "
                                + damping(c)
                                + doubts().stream()
                                        .findFirst()
                                        .map(doubt -> "; " + doubt)
                                        .orElse(""));
            }
        }
    }

    private void requireFiniteScales() {
        // Not by way of the coefficients: they would put the blame on a voltage that nobody gave.
        double drive = criticalTorque() * seriesConductance(1);
        double scale =
                stiffnessX()
                        * stiffnessY()
                        * drive
                        * selfTorqueConductance()
                        * seriesConductance(0);
        // Both grow beyond all bounds where what they are divided by is next to nothing.
        double ratio = selfInducedTorque(1) / damping(1) + leadPolarization();
        double rate = device.units() instanceof Units.Si si ? si.rate() * fmrFrequency() : 1;
        if (!Double.isFinite(scale) || !Double.isFinite(ratio) || !Double.isFinite(rate)) {
            throw new InvalidInput(
                    "device",
                    "has numbers too large or too small to compute with: look at magnet.field,"
                            + " magnet.anisotropy, magnet.damping, junction.* and si.*");
        }
    }

    /** Charge conductance of the left junction g_l(c) = ½[g^P+g^AP + (g^P−g^AP)c], GLD Eq. (11). */
    public double conductance(double c) {
        return 0.5 * (gParallel + gAntiparallel + (gParallel - gAntiparallel) * c);
    }

    /** Spin-flip conductance of the left junction g̃_l(c) = ½[g^P+g^AP − (g^P−g^AP)c]. */
    public double spinFlipConductance(double c) {
        return conductance(-c);
    }

    /** Spin conductance of the left junction g_l^s = (g^P−g^AP)/P. */
    public double spinConductance() {
        return (gParallel - gAntiparallel) / device.junction().polarization();
    }

    /** Intrinsic damping α₀ = α(1) − (κ/4π)[g̃_l(1)+g_r]. */
    public double intrinsicDamping() {
        return switch (device.magnet().damping()) {
            case Damping.Total total -> total.value() - pumpingDamping(1);
            case Damping.Intrinsic intrinsic -> intrinsic.value();
        };
    }

    /** Damping by spin pumping (κ/4π)[g̃_l(c)+g_r]. */
    public double pumpingDamping(double c) {
        return spinRatio / (4 * Math.PI) * (spinFlipConductance(c) + gRight);
    }

    /** Total Gilbert damping α(c). */
    public double damping(double c) {
        return dampingParallel + dampingSlope() * (1 - c);
    }

    /** −dα/dc = (κ/8π)(g^P−g^AP). */
    private double dampingSlope() {
        return device.junction().angularDamping()
                ? spinRatio / (8 * Math.PI) * (gParallel - gAntiparallel)
                : 0;
    }

    /** Spin-transfer torque σ(c) at the voltage v = V/V_c, as a rate in t': GLD Eq. (9). */
    public double spinTransferTorque(double v, double c) {
        return v * criticalTorque() * seriesConductance(1) / seriesConductance(c);
    }

    /** Self-induced torque β(c) = (κ/16π)(g_l^s)²/[g_l(c)+g_r], GLD Eq. (10). */
    public double selfInducedTorque(double c) {
        return selfTorqueConductance() / seriesConductance(c);
    }

    private double selfTorqueConductance() {
        return spinRatio / (16 * Math.PI) * spinConductance() * spinConductance();
    }

    /** d(c) = g_l(c) + g_r, or d(1) at every angle where the device holds it there. */
    public double seriesConductance(double c) {
        return conductance(device.junction().angularTorque() ? c : 1) + gRight;
    }

    /** a = h₀ + N_y − N_z, the stiffness of m = ẑ along ŷ; positive. */
    public double stiffnessY() {
        Anisotropy n = device.magnet().anisotropy();
        return field + n.ny() - n.nz();
    }

    /** b = h₀ + N_x − N_z, the stiffness of m = ẑ along x̂; positive. */
    public double stiffnessX() {
        Anisotropy n = device.magnet().anisotropy();
        return field + n.nx() - n.nz();
    }

    /** FMR frequency ω₀ = √(ab) in units of γμ₀M_s: the unit of all frequencies we print. */
    public double fmrFrequency() {
        return Math.sqrt(stiffnessX() * stiffnessY());
    }

    /** The bound of the rate of precession, {@link Coefficients#fastestPrecession()}. */
    public double fastestPrecession() {
        return fastestPrecession(device);
    }

    /** The same of a device that need not make an oscillator. */
    public static double fastestPrecession(Device device) {
        Magnet magnet = device.magnet();
        Anisotropy n = magnet.anisotropy();
        double field = device.units().dimensionlessField(magnet.field());
        return Coefficients.fastestPrecession(field, n.nx() - n.ny(), n.ny() - n.nz());
    }

    /** s_c = α(1)(a+b)/2: the spin-transfer torque at which m = ẑ becomes unstable, v = 1. */
    public double criticalTorque() {
        return dampingParallel * 0.5 * (stiffnessX() + stiffnessY());
    }

    /**
     * What a kernel reads.
     *
     * @param v voltage V/V_c
     * @param form exact or leading order in α
     * @param selfTorque whether the self-induced torque of GLD Eq. (10) acts
     * @throws InvalidInput if v is not finite, or not 0 for a device whose critical voltage is
     *     infinite
     */
    public Coefficients coefficients(double v, EquationForm form, boolean selfTorque) {
        InvalidInput.finite("--voltage", v);
        if (v != 0 && spinConductance() == 0) {
            throw new InvalidInput(
                    "--voltage",
                    "must be 0, not "
                            + v
                            + ": junction.g_parallel equals junction.g_antiparallel, so there is no"
                            + " spin-transfer torque and no critical voltage");
        }
        Anisotropy n = device.magnet().anisotropy();
        double d0 = seriesConductance(0);
        double drive = v * criticalTorque() * seriesConductance(1);
        if (!Double.isFinite(drive)) {
            throw new InvalidInput("--voltage", "is too large to compute with: " + v);
        }
        return new Coefficients(
                field,
                n.nx() - n.ny(),
                n.ny() - n.nz(),
                d0,
                seriesConductance(1) - d0,
                dampingParallel + dampingSlope(),
                dampingSlope(),
                drive,
                selfTorque ? selfTorqueConductance() : 0,
                form == EquationForm.EXACT ? 1 : 0);
    }

    /** What a careful user should know about this device; empty where there is nothing to say. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (intrinsicDamping() < 0) {
            warnings.add(
                    "alpha_0 = "
                            + Rounded.of(intrinsicDamping())
                            + " is negative: spin pumping exceeds the damping "
                            + Rounded.of(dampingParallel));
        }
        if (spinConductance() < 0) {
            warnings.add("V_c is negative, as (g_parallel - g_antiparallel)/polarization is");
        }
        double leadPolarization = leadPolarization();
        if (Math.abs(leadPolarization) > 1) {
            warnings.add(
                    "the conductances imply a polarization of the lead of "
                            + Rounded.of(leadPolarization)
                            + ", beyond 1");
        }
        warnings.addAll(doubts());
        return List.copyOf(warnings);
    }

    /** Numbers of the device that may have been meant in another unit, a line each. */
    public List<String> doubts() {
        return Arrays.stream(DeviceKey.values())
                .flatMap(key -> key.doubt(device).stream())
                .toList();
    }

    /** The polarisation (g^P−g^AP)/[P(g^P+g^AP)] of the fixed lead that the conductances imply. */
    public double leadPolarization() {
        double sum = gParallel + gAntiparallel;
        return sum == 0 ? 0 : spinConductance() / sum;
    }
}
