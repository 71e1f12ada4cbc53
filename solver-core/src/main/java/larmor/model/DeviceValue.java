package larmor.model;

/** The value of one {@link DeviceKey}. */
public sealed interface DeviceValue {

    /** As it stands in files: the shortest decimal that reads back to the same bits, or a word. */
    String text();

    /**
     * A number.
     *
     * @param value in the device's own units
     */
    record Quantity(double value) implements DeviceValue {
        @Override
        public String text() {
            return Double.toString(value);
        }
    }

    /**
     * A choice between two.
     *
     * @param on true or false
     */
    record Switch(boolean on) implements DeviceValue {
        @Override
        public String text() {
            return Boolean.toString(on);
        }
    }
}
