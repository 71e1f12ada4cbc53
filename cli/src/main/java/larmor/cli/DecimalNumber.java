package larmor.cli;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import larmor.model.InvalidInput;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a finite decimal number; Java's own reader would also take NaN, Infinity, 0x1p3 and 1d. */
final class DecimalNumber implements ITypeConverter<Double> {

    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,4})?");

    /** Longer ones would only make exact arithmetic slow. */
    private static final int LONGEST = 64;

    /** Beyond this number of decimal places a double is 0. */
    private static final int MOST_PLACES = 400;

    /** What to say where a unit is typed that is not read. */
    static final String NO_UNIT = "units are not typed here; --help names them";

    /** A number with letters behind it, as units are, but no exponent without digits or 0x10. */
    private static final Pattern WITH_UNIT =
            Pattern.compile("[+-]?[\\d.]++([eE][+-]?\\d++)?+\\s*(?![eE][+-]?(\\d|$)|[xX])\\p{L}.*");

    /** The number, exactly; empty if the text is none that fits into a double. */
    static Optional<BigDecimal> parse(String text) {
        if (text.length() > LONGEST || !DECIMAL.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(text);
        return Math.abs(number.scale()) <= MOST_PLACES && Double.isFinite(number.doubleValue())
                ? Optional.of(number)
                : Optional.empty();
    }

    /**
     * What is wrong with a text that is no number.
     *
     * @param unit what to say where it has a unit
     */
    static String refusal(String text, String unit) {
        return "'"
                + text
                + "' is not a number"
                + (text.indexOf(',') >= 0
                        ? ": " + InvalidInput.DECIMAL_POINT
                        : WITH_UNIT.matcher(text).matches() ? ": " + unit : "");
    }

    @Override
    public Double convert(String text) {
        return parse(text)
                .orElseThrow(() -> new TypeConversionException(refusal(text, NO_UNIT)))
                .doubleValue();
    }
}
