package larmor.validation.numerics;

import larmor.validation.page.Axis;
import larmor.validation.page.Guide;

/** What the arithmetic of doubles leaves uncertain. */
final class Rounding {

    /** u, the largest relative error of an operation. */
    static final double UNIT = 0x1p-53;

    /** The axis of errors on which that is drawn: from below it to 1. */
    static final Axis.Range DECADES = new Axis.Range(1e-18, 1, 2);

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

    /** The rounding of a double, across a figure. */
    static Guide guide() {
        return Guide.atY(UNIT, "rounding of a double");
    }
}
