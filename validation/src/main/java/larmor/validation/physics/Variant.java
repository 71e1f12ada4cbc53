package larmor.validation.physics;

import java.util.List;
import larmor.model.EquationForm;
import larmor.model.Oscillator;
import larmor.validation.ladder.Laboratory;

/**
 * An equation with a dependence on the angle left out.
 *
 * @param name for people
 * @param id for the names of checks
 * @param oscillator the device without that dependence
 * @param selfTorque whether the self-induced torque acts
 */
record Variant(String name, String id, Oscillator oscillator, boolean selfTorque) {

    /** All that have a fold. */
    static final List<Variant> ALL =
            List.of(
                    new Variant(
                            "α constant, no self-induced torque",
                            "constant-damping",
                            Devices.variant(false, true),
                            false),
                    new Variant(
                            "α and σ constant, no self-induced torque",
                            "constant-damping-and-torque",
                            Devices.variant(false, false),
                            false),
                    new Variant(
                            "α constant, with self-induced torque",
                            "constant-damping-with-self-torque",
                            Devices.variant(false, true),
                            true));

    /**
     * The return map of the exact form.
     *
     * @param epsilon factor on damping and spin ratio
     */
    SectionMap map(Laboratory laboratory, double epsilon) {
        return new SectionMap(
                new Dynamics(
                        laboratory,
                        Devices.scaled(oscillator, epsilon),
                        EquationForm.EXACT,
                        selfTorque));
    }
}
