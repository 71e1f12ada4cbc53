package larmor.validation.page;

/**
 * An axis of a figure.
 *
 * @param name what it measures, in words
 * @param symbol what it measures, as a symbol; empty if there is none
 * @param unit empty for a pure number
 * @param scale how numbers lie on it
 */
public record Axis(String name, String symbol, String unit, Scale scale) {

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

    /** A linear axis of a pure number. */
    public static Axis linear(String name, String symbol) {
        return new Axis(name, symbol, "", Scale.LINEAR);
    }

    /** A logarithmic axis of a pure number. */
    public static Axis logarithmic(String name, String symbol) {
        return new Axis(name, symbol, "", Scale.LOGARITHMIC);
    }

    /** The same axis with a unit. */
    public Axis in(String newUnit) {
        return new Axis(name, symbol, newUnit, scale);
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
