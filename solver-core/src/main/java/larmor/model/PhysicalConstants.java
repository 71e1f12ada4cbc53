package larmor.model;

/** Constants of the SI (exact since 2019) and of CODATA 2022, in SI units. */
public final class PhysicalConstants {

    /** Elementary charge e in C, exact. */
    public static final double ELEMENTARY_CHARGE = 1.602176634e-19;

    /** Planck constant h in J·s, exact. */
    public static final double PLANCK = 6.62607015e-34;

    /** Reduced Planck constant ħ in J·s. */
    public static final double REDUCED_PLANCK = PLANCK / (2 * Math.PI);

    /** Conductance quantum G₀ = 2e²/h in S. */
    public static final double CONDUCTANCE_QUANTUM =
            2 * ELEMENTARY_CHARGE * ELEMENTARY_CHARGE / PLANCK;

    /** Vacuum permeability μ₀ in T·m/A, CODATA 2022. */
    public static final double VACUUM_PERMEABILITY = 1.25663706127e-6;

    private PhysicalConstants() {}
}
