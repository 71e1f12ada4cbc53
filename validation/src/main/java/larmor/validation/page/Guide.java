package larmor.validation.page;

/**
 * A straight line across a figure, such as the uncertainty of a reference.
 *
 * @param direction the axis that it crosses
 * @param at where it crosses
 * @param label what it marks
 */
public record Guide(Direction direction, double at, String label) {

    /** The axis that a guide crosses. */
    public enum Direction {
        /** A vertical line at a value of x. */
        ACROSS_X,
        /** A horizontal line at a value of y. */
        ACROSS_Y
    }

    /** A vertical line. */
    public static Guide atX(double x, String label) {
        return new Guide(Direction.ACROSS_X, x, label);
    }

    /** A horizontal line. */
    public static Guide atY(double y, String label) {
        return new Guide(Direction.ACROSS_Y, y, label);
    }
}
