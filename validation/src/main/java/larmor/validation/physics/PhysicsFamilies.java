package larmor.validation.physics;

import java.util.List;
import larmor.validation.ladder.CheckFamily;

/** The checks of the physics. */
public final class PhysicsFamilies {

    private PhysicsFamilies() {}

    /** All of them, in the order of their argument. */
    public static List<CheckFamily> all() {
        return List.of(
                new Resonance(),
                new Threshold(),
                new Precession(),
                new Axisymmetric(),
                new OrbitTheory(),
                new Onset(),
                new ChargeConservation(),
                new SingleJunction(),
                new SiUnits(),
                new Figure2Cycles(),
                new Paper());
    }
}
