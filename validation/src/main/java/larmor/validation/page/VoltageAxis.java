package larmor.validation.page;

/** The axis of voltages, with round numbers at its labels. */
final class VoltageAxis {

    private static final Axis VOLTAGE = Axis.linear("Voltage", SweptKey.VOLTAGE);

    /** Distances of labels, of which the first that is not crowded is taken. */
    private static final double[] STEPS = {0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10};

    /** 1.1/0.1 counts as 11 although it is a little more in binary. */
    private static final double WHOLE_SLACK = 1e-9;

    /** More labels than this crowd the axis. */
    private static final double MOST_LABELS = 8;

    private VoltageAxis() {}

    /** The axis that holds these voltages. */
    static Axis over(double lowest, double highest) {
        for (double step : STEPS) {
            double first = Math.floor(lowest / step + WHOLE_SLACK);
            double last = Math.ceil(highest / step - WHOLE_SLACK);
            if (last > first && last - first <= MOST_LABELS) {
                return VOLTAGE.over(new Axis.Range(first * step, last * step, step));
            }
        }
        return VOLTAGE;
    }
}
