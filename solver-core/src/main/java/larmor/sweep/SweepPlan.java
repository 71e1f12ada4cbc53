package larmor.sweep;

import java.util.ArrayList;
import java.util.List;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.model.Oscillator;

/**
 * What a sweep runs: every voltage at every field, with the self-induced torque on, off or both.
 * The torque varies slowest, then the field, then the voltage.
 *
 * @param device the device, whose field the fields replace
 * @param form exact or leading order
 * @param voltages in units of V_c, at least one
 * @param fields in the device's own unit, at least one
 * @param selfTorques which settings of the torque, at least one
 */
public record SweepPlan(
        Device device,
        EquationForm form,
        List<Double> voltages,
        List<Double> fields,
        List<Boolean> selfTorques) {

    /** Copies the lists. */
    public SweepPlan {
        voltages = List.copyOf(voltages);
        fields = List.copyOf(fields);
        selfTorques = List.copyOf(selfTorques);
    }

    /**
     * One run of the plan.
     *
     * @param oscillator the device in this run's field
     * @param voltage v = V/V_c
     * @param field in the device's own unit
     * @param selfTorque whether the self-induced torque acts
     */
    public record Point(Oscillator oscillator, double voltage, double field, boolean selfTorque) {}

    /**
     * The bound of the fastest precession among the plan's devices, {@link
     * Oscillator#fastestPrecession()}.
     */
    public double fastestPrecession() {
        return fields.stream()
                .mapToDouble(field -> Oscillator.of(device.withField(field)).fastestPrecession())
                .max()
                .orElseThrow();
    }

    /**
     * All runs, in order.
     *
     * @throws larmor.model.InvalidInput if the device cannot work at one of the fields or voltages
     */
    public List<Point> points() {
        List<Point> points = new ArrayList<>();
        for (boolean selfTorque : selfTorques) {
            for (double field : fields) {
                Oscillator oscillator = Oscillator.of(device.withField(field));
                for (double voltage : voltages) {
                    oscillator.coefficients(voltage, form, selfTorque);
                    points.add(new Point(oscillator, voltage, field, selfTorque));
                }
            }
        }
        return List.copyOf(points);
    }
}
