package larmor.validation.page;

/** The axis of voltages, with round numbers at its labels. */
final class VoltageAxis {

    private static final Axis RELATIVE = Axis.linear("Voltage", SweptKey.VOLTAGE);
    private static final Axis MILLIVOLTS = Axis.linear("Voltage", "V").in("mV");

    private VoltageAxis() {}

    /** The axis in these units, without a range. */
    static Axis in(FigureUnits units) {
        return units.si() ? MILLIVOLTS : RELATIVE;
    }

    /** The axis that holds what is between two voltages in V_c; V_c may be negative. */
    static Axis over(double one, double other, FigureUnits units) {
        return in(units)
                .around(
                        Math.min(one * units.voltage(), other * units.voltage()),
                        Math.max(one * units.voltage(), other * units.voltage()));
    }
}
