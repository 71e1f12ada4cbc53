package larmor.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import larmor.model.InvalidInput;

/**
 * The grammar of lists: {@code a,b,c} or {@code start:stop:step}.
 *
 * <p>A range is computed in decimal: 0.9:2.2:0.1 is 0.9, 1.0, 1.1 and so on up to 2.2, each the
 * double nearest to its decimal. The stop belongs to the range where the steps meet it.
 */
final class NumberList {

    private static final int MOST_NUMBERS = 100_000;

    /** A whole number before one that begins with 0, as is left of 1.05 with a comma. */
    private static final Pattern DECIMAL_COMMA =
            Pattern.compile("(?:^|,)([+-]?(?:0|[1-9]\\d*),0\\d+)");

    private static final Pattern ONE_NUMBER = Pattern.compile("-?0,\\d+|(\\d+),\\1");

    private NumberList() {}

    /**
     * Reads a list of plain numbers.
     *
     * @throws InvalidInput naming the flag if it is not a list, or too long
     */
    static List<Double> parse(String flag, String text) {
        return parse(flag, text, DecimalNumber::parse, DecimalNumber.NO_UNIT);
    }

    /**
     * Reads a list.
     *
     * @param number reads one number; empty for what is none
     * @param unit what to say of a number with a unit that is not read
     * @throws InvalidInput naming the flag if it is not a list, or too long
     */
    static List<Double> parse(
            String flag, String text, Function<String, Optional<BigDecimal>> number, String unit) {
        Matcher comma = DECIMAL_COMMA.matcher(text);
        if (comma.find()) {
            throw new InvalidInput(
                    flag, "must not have " + comma.group(1) + "; " + InvalidInput.DECIMAL_POINT);
        }
        boolean range = text.indexOf(':') >= 0;
        List<BigDecimal> numbers = new ArrayList<>();
        for (String item : text.split(range ? ":" : ",", -1)) {
            numbers.add(
                    number.apply(item.strip())
                            .orElseThrow(() ->
                                    new InvalidInput(
                                            flag,
                                            "must be a,b,c or start:stop:step; "
                                                    + DecimalNumber.refusal(item, unit))));
        }
        if (numbers.size() > MOST_NUMBERS) {
            throw tooLong(flag);
        }
        if (range) {
            return range(flag, text, numbers);
        }
        return numbers.stream().map(BigDecimal::doubleValue).toList();
    }

    /** What to say of a list that may have been meant as one number; empty of any other. */
    static Optional<String> doubt(String text) {
        return ONE_NUMBER.matcher(text).matches()
                ? Optional.of(text + " are two numbers: " + InvalidInput.DECIMAL_POINT)
                : Optional.empty();
    }

    private static List<Double> range(String flag, String text, List<BigDecimal> parts) {
        if (parts.size() != 3) {
            throw new InvalidInput(flag, "must be start:stop:step, not " + text);
        }
        BigDecimal start = parts.get(0);
        BigDecimal span = parts.get(1).subtract(start);
        BigDecimal step = parts.get(2);
        if (step.signum() == 0) {
            throw new InvalidInput(flag, "must have a step other than 0, not " + text);
        }
        if (span.signum() * step.signum() < 0) {
            throw new InvalidInput(flag, "must have a step that leads to the stop, not " + text);
        }
        BigDecimal steps = span.divideToIntegralValue(step);
        if (steps.compareTo(BigDecimal.valueOf(MOST_NUMBERS)) >= 0) {
            throw tooLong(flag);
        }
        Double[] values = new Double[steps.intValueExact() + 1];
        Arrays.setAll(values, i -> start.add(step.multiply(BigDecimal.valueOf(i))).doubleValue());
        return List.of(values);
    }

    private static InvalidInput tooLong(String flag) {
        return new InvalidInput(flag, "must have at most " + MOST_NUMBERS + " numbers");
    }
}
