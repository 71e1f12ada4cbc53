package larmor.validation.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import larmor.model.DeviceKey;
import larmor.model.DeviceValue;
import larmor.sweep.GridAxis;
import larmor.sweep.SweepPlan;
import larmor.sweep.SweepPoint;

/**
 * A quantity that a sweep varies.
 *
 * @param label the symbol of the voltage, or the key of the device
 * @param values those that it takes, in the order of the sweep
 * @param reading its value at a point
 */
record SweptKey(String label, List<DeviceValue> values, Function<SweepPoint, DeviceValue> reading) {

    static final int DIGITS = 6;

    /** The label of the voltage. */
    static final String VOLTAGE = "V/V_c";

    SweptKey {
        values = List.copyOf(values);
    }

    /** The voltage; then the field and the keys of the grid, if they take more than one value. */
    static List<SweptKey> of(SweepPlan plan) {
        List<SweptKey> keys = new ArrayList<>();
        keys.add(voltage(plan.voltages()));
        List<GridAxis> axes = new ArrayList<>();
        axes.add(GridAxis.of(DeviceKey.FIELD, plan.fields()));
        axes.addAll(plan.grid());
        for (GridAxis axis : axes) {
            if (axis.size() > 1) {
                keys.add(
                        new SweptKey(
                                axis.key().id(),
                                axis.values(),
                                point -> axis.key().get(point.device()).orElseThrow()));
            }
        }
        return keys;
    }

    static SweptKey voltage(List<Double> voltages) {
        return new SweptKey(
                VOLTAGE,
                voltages.stream()
                        .map(voltage -> (DeviceValue) new DeviceValue.Quantity(voltage))
                        .toList(),
                point -> new DeviceValue.Quantity(point.voltage()));
    }

    boolean isVoltage() {
        return label.equals(VOLTAGE);
    }

    /** With so many values at most: every n-th, from the first. */
    SweptKey thinned(int most) {
        int stride = Math.ceilDiv(values.size(), most);
        List<DeviceValue> kept = new ArrayList<>();
        for (int i = 0; i < values.size(); i += stride) {
            kept.add(values.get(i));
        }
        return new SweptKey(label, kept, reading);
    }

    /** With its first value only. */
    SweptKey first() {
        return new SweptKey(label, values.subList(0, 1), reading);
    }

    /** Whether points have one of the values. */
    Predicate<SweepPoint> holding() {
        Set<DeviceValue> held = Set.copyOf(values);
        return point -> held.contains(reading.apply(point));
    }

    DeviceValue at(SweepPoint point) {
        return reading.apply(point);
    }

    /** The value on an axis; of a switch 0 or 1. */
    double number(SweepPoint point) {
        return switch (at(point)) {
            case DeviceValue.Quantity(double value) -> value;
            case DeviceValue.Switch(boolean on) -> on ? 1 : 0;
        };
    }

    static String printed(DeviceValue value) {
        return switch (value) {
            case DeviceValue.Quantity(double number) -> Numeral.of(number, DIGITS);
            case DeviceValue.Switch choice -> choice.text();
        };
    }

    /** What a point tells of it. */
    Fact fact(SweepPoint point) {
        return new Fact(label, printed(at(point)));
    }
}
