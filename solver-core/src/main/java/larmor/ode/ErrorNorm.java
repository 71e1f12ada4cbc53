package larmor.ode;

import static java.lang.Math.fma;

/**
 * What the error e of a step is measured against: a step is good enough where |e| ≤ ε ρ, ε being
 * the tolerance.
 */
public enum ErrorNorm {
    /** ρ = 1. */
    ABSOLUTE("absolute", 0, 1),
    /**
     * ρ = √(m_x² + m_y² + r²), the transverse amplitude at the start of the step with the floor r =
     * 10⁻³. An oscillation grows out of a tilt of a hundredth or less by orders of magnitude, and
     * an error made while it is small grows with it.
     */
    AMPLITUDE_RELATIVE("amplitude-relative", 1, 1e-6);

    private final String id;
    private final double amplitudeWeight;
    private final double floorSquared;

    ErrorNorm(String id, double amplitudeWeight, double floorSquared) {
        this.id = id;
        this.amplitudeWeight = amplitudeWeight;
        this.floorSquared = floorSquared;
    }

    /** The name in flags and files. */
    public String id() {
        return id;
    }

    /** The factor of m_x² + m_y² in ρ². */
    public double amplitudeWeight() {
        return amplitudeWeight;
    }

    /** ρ² at m = ẑ. */
    public double floorSquared() {
        return floorSquared;
    }

    /** ρ² for a step that starts at (x, y, ·). */
    public double scaleSquared(double x, double y) {
        return fma(amplitudeWeight, fma(y, y, x * x), floorSquared);
    }
}
