package larmor.validation.physics;

import java.util.List;
import java.util.Optional;
import larmor.model.EquationForm;
import larmor.model.Oscillator;
import larmor.validation.exact.OrbitAveragedTheory;
import larmor.validation.exact.OrbitAveragedTheory.Branch;
import larmor.validation.ladder.Laboratory;

/**
 * A limit cycle of Fig. 2, or of another device, that is looked at closely.
 *
 * @param device whose
 * @param branch in-plane or out-of-plane
 * @param selfTorque whether the self-induced torque acts
 * @param voltage v = V/V_c
 */
record OrbitPlace(Oscillator device, Branch branch, boolean selfTorque, double voltage) {

    /** One of each kind. */
    static final List<OrbitPlace> FEW =
            List.of(
                    new OrbitPlace(Branch.IN_PLANE, true, 1.05),
                    new OrbitPlace(Branch.IN_PLANE, false, 1.2),
                    new OrbitPlace(Branch.OUT_OF_PLANE, true, 1.8),
                    new OrbitPlace(Branch.OUT_OF_PLANE, false, 2.0));

    /** Along both branches, and of another device. */
    static final List<OrbitPlace> MANY =
            List.of(
                    new OrbitPlace(Branch.IN_PLANE, true, 1.05),
                    new OrbitPlace(Branch.IN_PLANE, true, 1.2),
                    new OrbitPlace(Branch.IN_PLANE, true, 1.4),
                    new OrbitPlace(Branch.IN_PLANE, true, 1.5),
                    new OrbitPlace(Branch.OUT_OF_PLANE, true, 1.8),
                    new OrbitPlace(Branch.OUT_OF_PLANE, true, 2.0),
                    new OrbitPlace(Branch.OUT_OF_PLANE, true, 2.2),
                    new OrbitPlace(Branch.IN_PLANE, false, 1.05),
                    new OrbitPlace(Branch.IN_PLANE, false, 1.2),
                    new OrbitPlace(Branch.IN_PLANE, false, 1.3),
                    new OrbitPlace(Branch.IN_PLANE, false, 1.4),
                    new OrbitPlace(Branch.OUT_OF_PLANE, false, 1.8),
                    new OrbitPlace(Branch.OUT_OF_PLANE, false, 2.0),
                    new OrbitPlace(Branch.OUT_OF_PLANE, false, 2.2),
                    new OrbitPlace(Devices.NANOPILLAR, Branch.IN_PLANE, true, 1.1),
                    new OrbitPlace(Devices.NANOPILLAR, Branch.OUT_OF_PLANE, true, 1.6),
                    new OrbitPlace(Devices.NANOPILLAR, Branch.IN_PLANE, false, 1.1),
                    new OrbitPlace(Devices.NANOPILLAR, Branch.OUT_OF_PLANE, false, 1.6));

    OrbitPlace(Branch branch, boolean selfTorque, double voltage) {
        this(Devices.PAPER, branch, selfTorque, voltage);
    }

    OrbitAveragedTheory theory() {
        return OrbitAveragedTheory.of(device, selfTorque);
    }

    String where() {
        String orbit = branch == Branch.IN_PLANE ? "in-plane" : "out-of-plane";
        String where = orbit + ", v = " + voltage + ", " + Words.torque(selfTorque);
        return device.equals(Devices.PAPER) ? where : "nanopillar, " + where;
    }

    /** The cycle as a fixed point of the return map of dop853; empty where there is none. */
    Optional<SectionMap.Cycle> cycle(Laboratory laboratory, EquationForm form, double epsilon) {
        Dynamics dynamics =
                new Dynamics(laboratory, Devices.scaled(device, epsilon), form, selfTorque);
        return new SectionMap(dynamics).atVoltage(branch, voltage);
    }
}
