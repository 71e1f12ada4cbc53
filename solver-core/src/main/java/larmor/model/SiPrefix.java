package larmor.model;

import java.math.BigDecimal;

/** Prefixes of the units in which people read what is kept in SI units. */
public enum SiPrefix {
    /** As in ps. */
    PICO(-12),

    /** As in mV. */
    MILLI(-3),

    /** As in GHz. */
    GIGA(9);

    private final int power;

    /** A whole number in either direction, so that a value is rounded once. */
    private final double ratio;

    SiPrefix(int power) {
        this.power = power;
        ratio = BigDecimal.ONE.scaleByPowerOfTen(Math.abs(power)).doubleValue();
    }

    /** The power of ten that it stands for. */
    public int power() {
        return power;
    }

    /** A value in the unit with this prefix. */
    public double of(double value) {
        return power > 0 ? value / ratio : value * ratio;
    }
}
