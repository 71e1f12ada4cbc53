package larmor.validation.page;

import java.util.OptionalDouble;
import larmor.model.DerivedNumbers;
import larmor.model.Device;
import larmor.model.Oscillator;
import larmor.model.Units;

/**
 * What V_c and ω₀ of a device are in the units of a figure: mV and GHz for a device in SI units; 1
 * for any other, whose figures show V/V_c and ω/ω₀.
 *
 * @param voltage of V_c; 0 where there is no spin-transfer torque
 * @param frequency of ω₀
 */
record FigureUnits(double voltage, double frequency) {

    static final FigureUnits RELATIVE = new FigureUnits(1, 1);

    /** The label of a voltage in mV. */
    static final String MILLIVOLTS = "V (mV)";

    private static final double MILLI = 1e-3;
    private static final double GIGA = 1e9;

    /**
     * Whether the figures of a device are in mV and GHz: not where no voltage drives it, or none
     * that a double holds.
     */
    static boolean areSi(Device device) {
        if (!(device.units() instanceof Units.Si)) {
            return false;
        }
        DerivedNumbers numbers = DerivedNumbers.of(Oscillator.of(device));
        return isFinite(numbers.criticalVolts()) && isFinite(numbers.fmrHertz());
    }

    private static boolean isFinite(OptionalDouble value) {
        return value.isPresent() && Double.isFinite(value.getAsDouble());
    }

    /** The units of a device that is an oscillator. */
    static FigureUnits of(Device device) {
        if (!(device.units() instanceof Units.Si)) {
            return RELATIVE;
        }
        DerivedNumbers numbers = DerivedNumbers.of(Oscillator.of(device));
        // Without V_c only V = 0 is run, and that is 0 mV.
        return new FigureUnits(
                numbers.criticalVolts().orElse(0) / MILLI, numbers.fmrHertz().orElse(0) / GIGA);
    }

    /** The unit of what is observed. */
    double of(Observed observed) {
        return switch (observed) {
            case FREQUENCY -> frequency;
            case POWER -> 1;
        };
    }
}
