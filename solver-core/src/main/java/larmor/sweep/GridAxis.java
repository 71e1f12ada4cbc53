package larmor.sweep;

import java.util.List;
import larmor.model.Device;
import larmor.model.DeviceKey;
import larmor.model.DeviceValue;

/**
 * A key of the device that a sweep varies.
 *
 * @param key which one
 * @param values in the order of the sweep, at least one
 */
public record GridAxis(DeviceKey key, List<DeviceValue> values) {

    /** Copies the list. */
    public GridAxis {
        values = List.copyOf(values);
    }

    /** An axis of numbers. */
    public static GridAxis of(DeviceKey key, List<Double> numbers) {
        return new GridAxis(
                key,
                numbers.stream()
                        .map(number -> (DeviceValue) new DeviceValue.Quantity(number))
                        .toList());
    }

    /** How many values. */
    public int size() {
        return values.size();
    }

    /** The device with one of the values. */
    Device set(Device device, int index) {
        return key.set(device, values.get(index));
    }
}
