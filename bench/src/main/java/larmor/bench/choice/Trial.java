package larmor.bench.choice;

import java.util.OptionalDouble;
import larmor.ode.BatchSolver;

/**
 * A solver that is set.
 *
 * @param solver what integrates
 * @param step its step, on which the samples of a window have to lie; empty if it adapts
 */
record Trial(BatchSolver solver, OptionalDouble step) {

    static Trial atStep(BatchSolver solver, double step) {
        return new Trial(solver, OptionalDouble.of(step));
    }

    static Trial adaptive(BatchSolver solver) {
        return new Trial(solver, OptionalDouble.empty());
    }
}
