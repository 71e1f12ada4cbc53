package larmor.sweep;

import java.util.Optional;
import java.util.OptionalInt;
import larmor.model.Device;

/**
 * One run of a plan.
 *
 * @param index its place in the plan, from 0
 * @param device the device with the field and the grid keys of this run
 * @param voltage v = V/V_c, in the critical voltage of this run's device
 * @param selfTorque whether the self-induced torque acts
 * @param direction which way the voltage goes; empty where every run starts afresh
 * @param member from 1, in a sweep that runs every point several times
 */
public record SweepPoint(
        long index,
        Device device,
        double voltage,
        boolean selfTorque,
        Optional<Direction> direction,
        OptionalInt member) {

    /** A point of its own: a run that starts afresh, once. */
    public static SweepPoint of(Device device, double voltage, boolean selfTorque) {
        return new SweepPoint(
                0, device, voltage, selfTorque, Optional.empty(), OptionalInt.empty());
    }

    /** The applied field, in the device's own unit. */
    public double field() {
        return device.magnet().field();
    }
}
