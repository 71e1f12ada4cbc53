package larmor.validation.numerics;

/** What the arithmetic of doubles leaves uncertain. */
final class Rounding {

    /** u, the largest relative error of an operation. */
    static final double UNIT = 0x1p-53;

    private Rounding() {}

    /**
     * The error at the end of a run by rounding: N steps each leave a few u in each component,
     * independently, and deviations grow by at most κ, so κ u √N and a margin of four standard
     * deviations.
     *
     * @param amplification κ
     * @param steps N
     */
    static double ofSteps(double amplification, double steps) {
        return 4 * UNIT * amplification * Math.sqrt(steps);
    }

    /**
     * The same by coefficients that are rounded themselves, which acts in one direction all the
     * time: ṁ, at most 2 long in t', is off by u.
     *
     * @param amplification κ
     * @param time t'
     */
    static double ofCoefficients(double amplification, double time) {
        return 2 * UNIT * amplification * time;
    }
}
