package larmor.validation.page;

/** The axis of voltages, with round numbers at its labels. */
final class VoltageAxis {

    private static final Axis RELATIVE = Axis.linear("Voltage", SweptKey.VOLTAGE);
    private static final Axis MILLIVOLTS = Axis.linear("Voltage", "V").in("mV");

    private VoltageAxis() {}

    /** The axis that holds these voltages in V_c. */
    static Axis over(double lowest, double highest) {
        return RELATIVE.around(lowest, highest);
    }

    /** The axis that holds these voltages in mV. */
    static Axis overMillivolts(double lowest, double highest) {
        return MILLIVOLTS.around(lowest, highest);
    }
}
