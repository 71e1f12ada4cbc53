package larmor.ode;

import static java.lang.Math.fma;

import larmor.model.InvalidInput;

/**
 * A plane n·m = a, and which way m has to pass through it: a Poincaré section.
 *
 * @param normalX n_x
 * @param normalY n_y
 * @param normalZ n_z
 * @param offset a
 * @param direction which crossings count
 */
public record PlaneCrossing(
        double normalX, double normalY, double normalZ, double offset, Direction direction) {

    /** Which way m passes through the plane. */
    public enum Direction {
        /** n·m − a becomes positive. */
        RISING,
        /** n·m − a becomes negative. */
        FALLING,
        /** Either. */
        BOTH
    }

    /**
     * @throws InvalidInput if the numbers are not finite or the normal is 0
     */
    public PlaneCrossing {
        double size = Math.abs(normalX) + Math.abs(normalY) + Math.abs(normalZ);
        if (!(size > 0 && size < Double.POSITIVE_INFINITY && Double.isFinite(offset))) {
            throw new InvalidInput("plane", "must have a finite normal other than 0 and an offset");
        }
    }

    /** n·m − a. */
    public double distance(double x, double y, double z) {
        return alongNormal(x, y, z) - offset;
    }

    double alongNormal(double x, double y, double z) {
        return fma(normalX, x, fma(normalY, y, normalZ * z));
    }

    /** Whether going from one distance to the other crosses the plane; arriving on it counts. */
    boolean crossedBetween(double from, double to) {
        boolean rising = from < 0 && to >= 0;
        boolean falling = from > 0 && to <= 0;
        return switch (direction) {
            case RISING -> rising;
            case FALLING -> falling;
            case BOTH -> rising || falling;
        };
    }
}
