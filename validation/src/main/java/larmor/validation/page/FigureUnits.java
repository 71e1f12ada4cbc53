package larmor.validation.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import larmor.model.DerivedNumbers;
import larmor.model.Device;
import larmor.model.Oscillator;
import larmor.model.SiPrefix;

/**
 * The units of a figure: mV and GHz for a device in SI units; V_c and ω₀ for any other, and where
 * no voltage drives the device, or none that a double holds.
 *
 * @param si whether they are mV and GHz
 * @param voltage V_c in the unit of the figure
 * @param frequency ω₀/2π in GHz, or 1
 */
public record FigureUnits(boolean si, double voltage, double frequency) {

    /** V_c and ω₀ of the device. */
    public static final FigureUnits RELATIVE = new FigureUnits(false, 1, 1);

    /** The units for the figures of a device. */
    public static FigureUnits of(Oscillator oscillator) {
        DerivedNumbers numbers = DerivedNumbers.of(oscillator);
        boolean si = millivolts(numbers).isPresent() && numbers.fmrHertz().isPresent();
        return si ? inSi(numbers) : RELATIVE;
    }

    /** The same units for another device in the same figure. */
    FigureUnits sameFor(Device device) {
        return si ? inSi(DerivedNumbers.of(Oscillator.of(device))) : this;
    }

    private static FigureUnits inSi(DerivedNumbers numbers) {
        // Beside devices with a V_c, one without it is only run at V = 0, and that is 0 mV. What
        // has no finite number in GHz has no place in the figure.
        return new FigureUnits(
                true,
                millivolts(numbers).orElse(0),
                SiPrefix.GIGA.of(numbers.fmrHertz().orElse(Double.POSITIVE_INFINITY)));
    }

    /** V_c in mV: as many as a thousand V_c have volts. */
    private static OptionalDouble millivolts(DerivedNumbers numbers) {
        return numbers.volts(SiPrefix.MILLI.of(1));
    }

    /** The unit of what is observed. */
    double of(Observed observed) {
        return switch (observed) {
            case FREQUENCY -> frequency;
            case POWER -> 1;
        };
    }

    /** The symbol of a voltage with its unit. */
    public String voltageLabel() {
        return VoltageAxis.in(this).label();
    }

    /** The symbol of a frequency with its unit. */
    public String frequencyLabel() {
        return Observed.FREQUENCY.label(this);
    }

    /** A voltage in V_c, told in the unit of the figure and in V_c. */
    List<Fact> voltageFacts(double relative, int digits) {
        return facts(
                voltageLabel(),
                voltage,
                SweptKey.VOLTAGE,
                unit -> Numeral.of(relative * unit, digits));
    }

    /**
     * What was observed, told in the unit of the figure and as a pure number.
     *
     * @param printed the value in a unit
     */
    List<Fact> facts(Observed observed, DoubleFunction<String> printed) {
        return facts(observed.label(this), of(observed), observed.symbol(), printed);
    }

    private static List<Fact> facts(
            String label, double unit, String relativeLabel, DoubleFunction<String> printed) {
        List<Fact> facts = new ArrayList<>();
        if (!label.equals(relativeLabel)) {
            facts.add(new Fact(label, printed.apply(unit)));
        }
        facts.add(new Fact(relativeLabel, printed.apply(1)));
        return facts;
    }

    /** Where V_c is on the axis of voltages. */
    Guide criticalVoltage() {
        return Guide.atX(voltage, "V_c");
    }

    /** What V_c and ω₀ are; empty where they are the units themselves. */
    Optional<String> note() {
        return si
                ? Optional.of(
                        "V_c = "
                                + Numeral.of(voltage, SweptKey.DIGITS)
                                + " mV, ω₀/2π = "
                                + Numeral.of(frequency, SweptKey.DIGITS)
                                + " GHz.")
                : Optional.empty();
    }
}
