package larmor.orbit;

/**
 * A Poincaré section: the half of a great circle through ±ẑ that starts at a static state. A point
 * of it is given by its amplitude s, the angle from that state: θ = θ₀ + s or θ = θ₀ − s, φ = φ₀.
 *
 * @param polar θ₀
 * @param azimuth φ₀
 * @param polarByVoltage dθ₀/dv
 * @param azimuthByVoltage dφ₀/dv
 * @param towards +1 where θ grows with s, −1 where it falls
 */
record Meridian(
        double polar, double azimuth, double polarByVoltage, double azimuthByVoltage, int towards) {

    double polarAt(double amplitude) {
        return polar + towards * amplitude;
    }

    double amplitudeAt(double theta) {
        return towards * (theta - polar);
    }
}
