package larmor.validation.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as they are printed. */
public final class Numeral {

    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final String MINUS = "−";

    /** Outside these powers of ten a number is written with one. */
    private static final int LEAST_PLAIN_EXPONENT = -3;

    private static final int MOST_PLAIN_EXPONENT = 5;

    /** Decimals beyond these say nothing to a reader; all of them are in the data. */
    private static final int MOST_DECIMALS = 9;

    private static final int FEWEST_DECIMALS = 3;

    /** An uncertainty is no smaller than it looks. */
    private static final MathContext UPWARDS = new MathContext(1, RoundingMode.UP);

    private Numeral() {}

    /** The number to so many digits, without trailing zeros. */
    public static String of(double value, int digits) {
        return of(value, new MathContext(digits));
    }

    private static String of(double value, MathContext precision) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "not a number" : value > 0 ? "∞" : MINUS + "∞";
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = BigDecimal.valueOf(value).round(precision).stripTrailingZeros();
        int exponent = exponent(rounded);
        if (exponent >= LEAST_PLAIN_EXPONENT && exponent <= MOST_PLAIN_EXPONENT) {
            return signed(rounded);
        }
        String mantissa = signed(rounded.movePointLeft(exponent));
        return (mantissa.equals("1") ? "" : mantissa + "×") + "10" + superscript(exponent);
    }

    /**
     * The value and its uncertainty, rounded up and with decimals to match; the value alone where
     * it has none.
     */
    public static String uncertain(double value, double uncertainty) {
        if (!(uncertainty > 0)) {
            return of(value, FEWEST_DECIMALS);
        }
        String printed = " ± " + of(uncertainty, UPWARDS);
        if (uncertainty >= Math.abs(value)) {
            return of(value, FEWEST_DECIMALS) + printed;
        }
        int decimals = -exponent(BigDecimal.valueOf(uncertainty).round(UPWARDS));
        decimals = Math.clamp(decimals, FEWEST_DECIMALS, MOST_DECIMALS);
        return fixed(value, decimals) + printed;
    }

    /** The number with so many decimals, zeros too. */
    public static String fixed(double value, int decimals) {
        return signed(BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN));
    }

    /** A share as a percentage; one below the whole is never rounded to it. */
    public static String percent(double share) {
        double percentage = 100 * share;
        boolean nearlyAll = percentage < 100 && percentage >= 99.5;
        return of(nearlyAll ? 0.1 * Math.floor(10 * percentage) : percentage, share < 0.995 ? 2 : 3)
                + " %";
    }

    private static int exponent(BigDecimal value) {
        return value.precision() - value.scale() - 1;
    }

    private static String signed(BigDecimal value) {
        return value.toPlainString().replace("-", MINUS);
    }

    private static String superscript(int exponent) {
        StringBuilder text = new StringBuilder(exponent < 0 ? "⁻" : "");
        for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
            text.append(SUPERSCRIPTS.charAt(digit - '0'));
        }
        return text.toString();
    }
}
