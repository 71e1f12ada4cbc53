package larmor.validation.page;

import java.util.Optional;

/**
 * An axis of a figure.
 *
 * @param name what it measures, in words
 * @param symbol what it measures, as a symbol; empty if there is none
 * @param unit empty for a pure number
 * @param scale how numbers lie on it
 * @param range what it spans; without one it fits the data
 */
public record Axis(String name, String symbol, String unit, Scale scale, Optional<Range> range) {

    /** Distances of labels, of which the first that is not crowded is taken. */
    private static final double[] STEPS = {
        0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000
    };

    /** 1.1/0.1 counts as 11 although it is a little more in binary. */
    private static final double WHOLE_SLACK = 1e-9;

    /** More labels than this crowd the axis. */
    private static final double MOST_LABELS = 8;

    /** How numbers lie on an axis. */
    public enum Scale {
        /** Equal differences are equally long. */
        LINEAR("value"),
        /** Equal ratios are equally long; there is no place for 0 and below. */
        LOGARITHMIC("log");

        private final String id;

        Scale(String id) {
            this.id = id;
        }

        String id() {
            return id;
        }
    }

    /**
     * What an axis spans.
     *
     * @param low its lower end
     * @param high its upper end
     * @param step the distance of labelled ticks on a linear axis, counted from the lower end
     */
    public record Range(double low, double high, double step) {}

    /** A linear axis of a pure number. */
    public static Axis linear(String name, String symbol) {
        return new Axis(name, symbol, "", Scale.LINEAR, Optional.empty());
    }

    /** A logarithmic axis of a pure number. */
    public static Axis logarithmic(String name, String symbol) {
        return new Axis(name, symbol, "", Scale.LOGARITHMIC, Optional.empty());
    }

    /** The same axis with a unit. */
    public Axis in(String newUnit) {
        return new Axis(name, symbol, newUnit, scale, range);
    }

    /** The same axis over a given range. */
    public Axis over(Range newRange) {
        return new Axis(name, symbol, unit, scale, Optional.of(newRange));
    }

    /**
     * The same linear axis over a range that holds these numbers, with round numbers at its labels;
     * it fits the data where there is no such range.
     */
    Axis around(double lowest, double highest) {
        for (double step : STEPS) {
            double first = Math.floor(lowest / step + WHOLE_SLACK);
            double last = Math.ceil(highest / step - WHOLE_SLACK);
            if (last > first && last - first <= MOST_LABELS) {
                return over(new Range(first * step, last * step, step));
            }
        }
        return this;
    }

    /** The shortest name: the symbol, else the words; with the unit. */
    public String label() {
        String shortest = symbol.isEmpty() ? name : symbol;
        return unit.isEmpty() ? shortest : shortest + " (" + unit + ")";
    }

    /** Whether the number has a place on the axis. */
    boolean holds(double value) {
        return Double.isFinite(value) && (scale == Scale.LINEAR || value > 0);
    }
}
