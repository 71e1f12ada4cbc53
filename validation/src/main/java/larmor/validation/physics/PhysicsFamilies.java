package larmor.validation.physics;

import java.util.List;
import larmor.validation.ladder.CheckFamily;

/** The checks of the physics. */
public final class PhysicsFamilies {

    /** The family that goes through the paper's Fig. 2 point by point. */
    public static final String ABOUT_FIGURE_2 = "figure-2-cycles";

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
