package larmor.bench;

/**
 * What a solver may err by at the end of a {@link LaneBatch}: a few times what theory leaves, so
 * that a coefficient that is off, a step that is too long or a tolerance that is too large is seen.
 *
 * <p>m starts at a distance of 0.01 from +ẑ and spirals outwards at an angular frequency ω. On such
 * an orbit a step h of order p multiplies by a polynomial R(iωh) instead of by e^{iωh}; they differ
 * by C (ωh)ᵖ⁺¹, C being the difference of their first coefficients that are not the same. The orbit
 * grows and takes an early error along, so each step counts with the amplitude at the end.
 */
final class ErrorLimit {

    /** The distance from +ẑ at t' = 25.6, at 3 V_c: 0.0292. */
    private static final double AMPLITUDE = 0.03;

    /** ω₀ of the paper's device is 0.69; the orbit is an ellipse, on which m is faster at times. */
    private static final double FREQUENCY = 0.75;

    /** Above theory: the errors in {@link LaneSteps} are then 0.08 to 0.25 of their limits. */
    private static final double MARGIN = 3;

    /** The default of the solver catalogue. */
    private static final double TOLERANCE = 1e-8;

    /** A step rounds each component a few times, and so does the reference. */
    private static final double ROUNDING = 4 * Math.ulp(1.0);

    private ErrorLimit() {}

    /**
     * C of the method of this order.
     *
     * @throws IllegalArgumentException if there is none
     */
    private static double difference(int order) {
        return switch (order) {
            // R ends at z⁴/4!.
            case 4 -> 1.0 / 120;
            // R has z⁶/600: from the tableau, b A⁵ 1.
            case 5 -> 1.0 / 600 - 1.0 / 720;
            // R has 2.6917e-6 z⁹, and e^z has z⁹/9!.
            case 8 -> 6.4e-8;
            // R has 2.8124e-7 z¹⁰, and e^z has z¹⁰/10!; rounding is more than that here.
            case 9 -> 5.7e-9;
            default -> throw new IllegalArgumentException("no method of order " + order);
        };
    }

    /**
     * Of equal steps.
     *
     * @param order of the method
     * @param endTime t' at the end
     * @param step their length h
     */
    static double atStep(int order, double endTime, double step) {
        double ofStep = difference(order) * StrictMath.pow(FREQUENCY * step, order + 1);
        double steps = endTime / step;
        return MARGIN * AMPLITUDE * steps * ofStep + rounding(steps);
    }

    /**
     * Of steps that are chosen: what equal ones leave, but no more than the tolerance in each,
     * which is relative to the amplitude.
     *
     * @param steps how many, the rejected ones too, in the mean of the trajectories
     */
    static double adaptive(int order, double endTime, double steps) {
        return Math.min(
                atStep(order, endTime, endTime / steps),
                MARGIN * AMPLITUDE * steps * TOLERANCE + rounding(steps));
    }

    /** Roundings go one way or the other and add up like the steps of a walk. */
    private static double rounding(double steps) {
        return ROUNDING * Math.sqrt(steps);
    }
}
