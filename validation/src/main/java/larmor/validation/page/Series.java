package larmor.validation.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Points of a figure that belong together. Series of one name share an entry of the legend.
 *
 * @param name for the legend
 * @param hue the colour
 * @param line how the points are joined
 * @param mark how each point is drawn
 * @param fill whether the marks are filled; hollow ones are for results that do not count as such
 * @param size of the marks and of the line
 * @param points in the order in which they are joined
 */
public record Series(
        String name, Hue hue, Line line, Mark mark, Fill fill, Size size, List<Point> points) {

    /** How points are joined. */
    public enum Line {
        /** Not at all. */
        NONE,
        /** By a line. */
        SOLID,
        /** By a dashed line. */
        DASHED,
        /** By a dotted line. */
        DOTTED,
        /** By a line of dashes and dots. */
        DASH_DOTTED;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How a point is drawn. */
    public enum Mark {
        /** Not at all. */
        NONE,
        /** As a circle. */
        CIRCLE,
        /** As a square. */
        SQUARE,
        /** As a square on its tip. */
        DIAMOND,
        /** As a triangle. */
        TRIANGLE;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether marks are filled. */
    public enum Fill {
        /** A result. */
        FILLED,
        /** A value that must not be taken for a result, such as one that has not settled. */
        HOLLOW;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How large marks and how wide lines are. */
    public enum Size {
        /** As usual. */
        FULL,
        /** So that a series of full size shows where it lies below. */
        SMALL;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * An interval on the y axis.
     *
     * @param low its lower end
     * @param high its upper end
     */
    public record Interval(double low, double high) {}

    /**
     * A data point.
     *
     * @param x on the x axis
     * @param y on the y axis
     * @param interval of y, drawn as a bar
     * @param facts what is shown of it besides x and y
     */
    public record Point(double x, double y, Optional<Interval> interval, List<Fact> facts) {

        /** Interrupts a line. */
        public static final Point GAP = of(Double.NaN, Double.NaN);

        /** Copies the list. */
        public Point {
            facts = List.copyOf(facts);
        }

        /** A bare point. */
        public static Point of(double x, double y) {
            return new Point(x, y, Optional.empty(), List.of());
        }

        /** A point with an interval of y. */
        public static Point of(double x, double y, Interval interval) {
            return new Point(x, y, Optional.of(interval), List.of());
        }

        boolean isGap() {
            return Double.isNaN(x) && Double.isNaN(y);
        }
    }

    /** Copies the list. */
    public Series {
        points = List.copyOf(points);
    }

    /** A series of full size. */
    public Series(String name, Hue hue, Line line, Mark mark, Fill fill, List<Point> points) {
        this(name, hue, line, mark, fill, Size.FULL, points);
    }

    /** The same, small. */
    Series small() {
        return new Series(name, hue, line, mark, fill, Size.SMALL, points);
    }

    /** A solid line. */
    public static Series solid(String name, Hue hue, List<Point> points) {
        return new Series(name, hue, Line.SOLID, Mark.NONE, Fill.FILLED, points);
    }

    /** A dashed line. */
    public static Series dashed(String name, Hue hue, List<Point> points) {
        return new Series(name, hue, Line.DASHED, Mark.NONE, Fill.FILLED, points);
    }

    /** Filled marks. */
    public static Series points(String name, Hue hue, Mark mark, List<Point> points) {
        return new Series(name, hue, Line.NONE, mark, Fill.FILLED, points);
    }

    /** Hollow marks, for values that have not settled. */
    public static Series unsettled(String name, Hue hue, Mark mark, List<Point> points) {
        return new Series(name, hue, Line.NONE, mark, Fill.HOLLOW, points);
    }

    /** Filled marks joined by a line. */
    public static Series joined(String name, Hue hue, Mark mark, List<Point> points) {
        return new Series(name, hue, Line.SOLID, mark, Fill.FILLED, points);
    }
}
