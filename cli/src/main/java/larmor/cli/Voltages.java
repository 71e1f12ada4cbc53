package larmor.cli;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import larmor.model.DerivedNumbers;
import larmor.model.Device;
import larmor.model.InvalidInput;
import larmor.model.Oscillator;
import larmor.model.Rounded;
import larmor.model.Units;

/**
 * The value of {@code --voltage}: numbers in units of V_c, or all with a unit of volts such as
 * 20mV.
 *
 * @param values as given, in V_c or in volts
 * @param inVolts which of the two
 */
record Voltages(List<Double> values, boolean inVolts) {

    static final String FLAG = "--voltage";

    /** With a unit behind it once, which a list has at every number. */
    private static final Pattern ONE_VOLTAGE = Pattern.compile("[+-]?\\d+,\\d+\\p{L}*V");

    private static final char MICRO_SIGN = '\u00b5';

    private static final char MU = '\u03bc';

    /** In V_c: an oscillator is at rest again long before. */
    private static final double DOUBTFUL = 20;

    /** The units and their powers of ten; longer names first, as V ends them all. */
    private enum Unit {
        MILLIVOLT("mV", -3),
        MICROVOLT("uV", -6),
        NANOVOLT("nV", -9),
        VOLT("V", 0);

        private final String suffix;
        private final int power;

        Unit(String suffix, int power) {
            this.suffix = suffix;
            this.power = power;
        }
    }

    private static final String UNITS =
            "its units are "
                    + Arrays.stream(Unit.values())
                            .map(unit -> unit.suffix)
                            .collect(Collectors.joining(", "))
                    + ", or V_c where there is none";

    /**
     * Reads a list.
     *
     * @throws InvalidInput naming the flag if it is none, or if only some numbers have a unit
     */
    static Voltages parse(String text) {
        boolean inVolts = text.indexOf('V') >= 0;
        return new Voltages(numbers(text, inVolts), inVolts);
    }

    private static List<Double> numbers(String text, boolean inVolts) {
        if (ONE_VOLTAGE.matcher(text).matches()) {
            throw new InvalidInput(
                    FLAG, "must not have " + text + "; " + InvalidInput.DECIMAL_POINT);
        }
        return NumberList.parse(
                FLAG, text, inVolts ? Voltages::volts : DecimalNumber::parse, UNITS);
    }

    /**
     * Reads a single voltage.
     *
     * @throws InvalidInput naming the flag if it is not exactly one
     */
    static Voltages parseOne(String text) {
        Voltages voltages = parse(text);
        if (voltages.values().size() != 1) {
            throw new InvalidInput(FLAG, "must be a single voltage, not " + text + comma(text));
        }
        return voltages;
    }

    /**
     * Reads the two ends of a range, {@code START:STOP}.
     *
     * @throws InvalidInput naming the flag if it is none, or if only one end has a unit
     */
    static Voltages parseRange(String text) {
        if (text.indexOf(',') >= 0 || text.split(":", -1).length != 2) {
            throw new InvalidInput(FLAG, "must be START:STOP, not " + text + comma(text));
        }
        boolean inVolts = text.indexOf('V') >= 0;
        return new Voltages(
                Arrays.stream(text.split(":", -1))
                        .flatMap(end -> numbers(end, inVolts).stream())
                        .toList(),
                inVolts);
    }

    private static String comma(String text) {
        return text.indexOf(',') >= 0 ? "; " + InvalidInput.DECIMAL_POINT : "";
    }

    private static Optional<BigDecimal> volts(String text) {
        if (DecimalNumber.parse(text).isPresent()) {
            throw new InvalidInput(
                    FLAG, "must have a unit at every number or at none; '" + text + "' has none");
        }
        String typed = text.replace(MICRO_SIGN, 'u').replace(MU, 'u');
        for (Unit unit : Unit.values()) {
            if (typed.endsWith(unit.suffix)) {
                String number = typed.substring(0, typed.length() - unit.suffix.length()).strip();
                return DecimalNumber.parse(number).map(n -> n.scaleByPowerOfTen(unit.power));
            }
        }
        return Optional.empty();
    }

    /**
     * The voltages in units of V_c.
     *
     * @throws InvalidInput if they are in volts and the device is not in SI units
     */
    List<Double> relativeTo(Device device) {
        if (!inVolts) {
            return values;
        }
        if (!(device.units() instanceof Units.Si)) {
            throw new InvalidInput(FLAG, "in volts needs a device with a table [si]");
        }
        // Without a spin-transfer torque V_c is infinite: every finite voltage is 0 V_c.
        double unit =
                DerivedNumbers.of(Oscillator.of(device))
                        .criticalVolts()
                        .orElse(Double.POSITIVE_INFINITY);
        return values.stream().map(volts -> volts / unit).toList();
    }

    /** What to say where numbers without a unit may have been meant in millivolts. */
    Optional<String> doubt(Device device) {
        OptionalDouble unit = DerivedNumbers.of(Oscillator.of(device)).criticalVolts();
        double largest = values.stream().mapToDouble(Math::abs).max().orElse(0);
        if (inVolts || unit.isEmpty() || largest <= DOUBTFUL) {
            return Optional.empty();
        }
        String number = Rounded.of(largest);
        return Optional.of(
                FLAG
                        + " without a unit is in V_c: "
                        + number
                        + " are "
                        + Rounded.of(largest * unit.getAsDouble())
                        + " V here; "
                        + (number + "mV would be millivolts"));
    }
}
