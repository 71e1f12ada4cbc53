package larmor.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers in a sentence, which nobody reads to their last bit. */
public final class Rounded {

    /** As many as a reader compares. */
    private static final int DIGITS = 6;

    /** Outside these powers of ten a number is written with one. */
    private static final int LEAST_PLAIN_EXPONENT = -4;

    private static final int MOST_PLAIN_EXPONENT = 5;

    private Rounded() {}

    /** The number to {@link #DIGITS} digits. */
    public static String of(double value) {
        return to(DIGITS, value, 0);
    }

    /** The least number of {@link #DIGITS} digits that is not below this one. */
    public static String up(double value) {
        return to(new MathContext(DIGITS, RoundingMode.CEILING), value, 0);
    }

    /** The largest number of {@link #DIGITS} digits that is not above this one. */
    public static String down(double value) {
        return to(new MathContext(DIGITS, RoundingMode.FLOOR), value, 0);
    }

    /**
     * The number to so many digits, without trailing zeros, such as 0.35 and 1.76e11, in a unit of
     * this power of ten: 1.9e10 in units of 9 is 19. In decimal, where no change of the unit can
     * overflow.
     */
    public static String to(int digits, double value, int powerOfUnit) {
        return to(new MathContext(digits), value, powerOfUnit);
    }

    private static String to(MathContext precision, double value, int powerOfUnit) {
        if (!Double.isFinite(value) || value == 0) {
            return value == 0 ? "0" : Double.toString(value);
        }
        BigDecimal rounded =
                BigDecimal.valueOf(value)
                        .scaleByPowerOfTen(-powerOfUnit)
                        .round(precision)
                        .stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        return exponent >= LEAST_PLAIN_EXPONENT && exponent <= MOST_PLAIN_EXPONENT
                ? rounded.toPlainString()
                : rounded.movePointLeft(exponent).toPlainString() + "e" + exponent;
    }
}
