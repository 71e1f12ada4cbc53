package larmor.ode;

import larmor.model.Coefficients;
import larmor.model.Magnetization;

/** A solver that finds where a trajectory crosses a plane. */
public interface CrossingSolver extends Solver {

    /**
     * Integrates one trajectory and reports where it crosses a plane, to 1e-12 in t' or, late in a
     * long run, to the spacing of doubles there.
     *
     * <p>The state at a crossing has the accuracy of the end of a step, not of an interpolation.
     * Two crossings within one step cancel and are not seen; a start on the plane is no crossing.
     *
     * @param coefficients the equation
     * @param start m(0), a unit vector
     * @param endTime t' at which to stop, at least 0
     * @param plane what is to be crossed, and which way
     * @param sink told every crossing, in order; may end the run
     * @return the state at {@code endTime} or at the crossing where the sink ended the run, or why
     *     the solver had to give up before it
     * @throws larmor.model.InvalidInput as {@link Solver#integrate}
     */
    Solution integrate(
            Coefficients coefficients,
            Magnetization start,
            double endTime,
            PlaneCrossing plane,
            CrossingSink sink);
}
