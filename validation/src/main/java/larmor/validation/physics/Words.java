package larmor.validation.physics;

import larmor.model.EquationForm;

/** How a case is named in a sentence. */
final class Words {

    private Words() {}

    /** Such as {@code exact form, with the torque}. */
    static String of(EquationForm form, boolean selfTorque) {
        return form.id() + " form, " + torque(selfTorque);
    }

    /** Such as {@code with the torque}. */
    static String torque(boolean selfTorque) {
        return selfTorque ? "with the torque" : "without the torque";
    }

    /** Such as {@code with}, for the name of a check. */
    static String id(boolean selfTorque) {
        return selfTorque ? "with" : "without";
    }
}
