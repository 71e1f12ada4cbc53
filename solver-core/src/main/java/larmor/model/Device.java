package larmor.model;

/**
 * A spin-torque oscillator as its user describes it.
 *
 * @param junction the two tunnel junctions
 * @param magnet the nanomagnet
 * @param units what the numbers of the two are measured in
 */
public record Device(Junction junction, Magnet magnet, Units units) {

    /**
     * The device of GLD Sec. IV: P = 0.4, g_l^P = g_r = 0.12 G₀, g_l^AP = 0.05 G₀, H₀/4πM = 0.35,
     * ħγ/M𝒱 = 1, α(0) = 0.01, film normal along x̂.
     */
    public static final Device PAPER =
            new Device(
                    new Junction(0.12, 0.05, 0.12, 0.4, true, true),
                    new Magnet(new Damping.Total(0.01), 0.35, new Anisotropy(1, 0, 0)),
                    new Units.Dimensionless(1));

    /** The same device in another applied field, in the device's own units. */
    public Device withField(double field) {
        return with(new Magnet(magnet.damping(), field, magnet.anisotropy()));
    }

    Device with(Junction other) {
        return new Device(other, magnet, units);
    }

    Device with(Magnet other) {
        return new Device(junction, other, units);
    }

    Device with(Units other) {
        return new Device(junction, magnet, other);
    }
}
