package larmor.validation.page;

import larmor.model.DerivedNumbers;
import larmor.model.Device;
import larmor.model.Oscillator;
import larmor.model.Units;

/**
 * What V_c and ω₀ of a device are in the units of a figure: mV and GHz for a device in SI units; 1
 * for any other, whose figures show V/V_c and ω/ω₀.
 *
 * @param voltage of V_c; not finite where there is no spin-transfer torque
 * @param frequency of ω₀
 */
record FigureUnits(double voltage, double frequency) {

    static final FigureUnits RELATIVE = new FigureUnits(1, 1);

    /** The label of a voltage in mV. */
    static final String MILLIVOLTS = "V (mV)";

    private static final double MILLI = 1e-3;
    private static final double GIGA = 1e9;

    /** Whether the figures of a device are in mV and GHz. */
    static boolean areSi(Device device) {
        return device.units() instanceof Units.Si;
    }

    /** The units of a device that is an oscillator. */
    static FigureUnits of(Device device) {
        if (!areSi(device)) {
            return RELATIVE;
        }
        DerivedNumbers numbers = DerivedNumbers.of(Oscillator.of(device));
        return new FigureUnits(
                numbers.criticalVolts().orElse(Double.NaN) / MILLI,
                numbers.fmrHertz().orElse(Double.NaN) / GIGA);
    }

    /** The unit of what is observed. */
    double of(Observed observed) {
        return switch (observed) {
            case FREQUENCY -> frequency;
            case POWER -> 1;
        };
    }
}
