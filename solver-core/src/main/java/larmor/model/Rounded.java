package larmor.model;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers in a sentence, which nobody reads to their last bit. */
public final class Rounded {

    /** As many as a reader compares. */
    private static final int DIGITS = 6;

    /** Outside these powers of ten a number is written with one. */
    private static final int LEAST_PLAIN_EXPONENT = -5;

    private static final int MOST_PLAIN_EXPONENT = 5;

    private Rounded() {}

    /** The number to {@link #DIGITS} digits. */
    public static String of(double value) {
        return to(DIGITS, value);
    }

    /** The number to so many digits, without trailing zeros: 0.35, 1.76e11. */
    public static String to(int digits, double value) {
        return to(digits, value, 0);
    }

    /**
     * The number in a unit of this power of ten: 1.9e10 in units of 9 is 19. In decimal, where no
     * change of the unit can overflow.
     */
    public static String to(int digits, double value, int powerOfUnit) {
        if (!Double.isFinite(value) || value == 0) {
            return value == 0 ? "0" : Double.toString(value);
        }
        BigDecimal rounded =
                BigDecimal.valueOf(value)
                        .scaleByPowerOfTen(-powerOfUnit)
                        .round(new MathContext(digits))
                        .stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        return exponent >= LEAST_PLAIN_EXPONENT && exponent <= MOST_PLAIN_EXPONENT
                ? rounded.toPlainString()
                : rounded.movePointLeft(exponent).toPlainString() + "e" + exponent;
    }
}
