package larmor.model;

/** The units in which a device is given. */
public sealed interface Units {

    /** The ratio κ = ħγ/M𝒱 of one ħ to the magnet's angular momentum. */
    double spinRatio();

    /** A field in these units, in units of M_s. */
    double dimensionlessField(double field);

    /** A conductance in these units, in units of G₀. */
    double dimensionlessConductance(double conductance);

    /**
     * Fields in M_s, conductances in G₀; no scale of time or volume.
     *
     * @param spinRatio κ = ħγ/M𝒱, greater than 0
     */
    record Dimensionless(double spinRatio) implements Units {
        /**
         * @throws InvalidInput if κ is not a finite number greater than 0
         */
        public Dimensionless {
            InvalidInput.positive("magnet.spin_ratio", spinRatio);
        }

        @Override
        public double dimensionlessField(double field) {
            return field;
        }

        @Override
        public double dimensionlessConductance(double conductance) {
            return conductance;
        }
    }

    /**
     * Fields in tesla, conductances in siemens.
     *
     * @param saturationMagnetization M_s in A/m, greater than 0
     * @param volume 𝒱 in m³, greater than 0
     * @param gyromagneticRatio γ in rad/(s·T), greater than 0
     */
    record Si(double saturationMagnetization, double volume, double gyromagneticRatio)
            implements Units {
        /**
         * @throws InvalidInput if a value is not a finite number greater than 0
         */
        public Si {
            InvalidInput.positive("si.saturation_magnetization", saturationMagnetization);
            InvalidInput.positive("si.volume", volume);
            InvalidInput.positive("si.gyromagnetic_ratio", gyromagneticRatio);
        }

        @Override
        public double spinRatio() {
            return PhysicalConstants.REDUCED_PLANCK
                    * gyromagneticRatio
                    / (saturationMagnetization * volume);
        }

        @Override
        public double dimensionlessField(double tesla) {
            return tesla / saturationField();
        }

        @Override
        public double dimensionlessConductance(double siemens) {
            return siemens / PhysicalConstants.CONDUCTANCE_QUANTUM;
        }

        /** μ₀M_s in T: the unit of fields in the equation. */
        public double saturationField() {
            return PhysicalConstants.VACUUM_PERMEABILITY * saturationMagnetization;
        }

        /** The rate γμ₀M_s in rad/s: t' = γμ₀M_s t. */
        public double rate() {
            return gyromagneticRatio * saturationField();
        }
    }
}
