package larmor.validation;

import java.util.Optional;
import java.util.function.DoubleFunction;
import larmor.ode.BatchSolver;
import larmor.ode.SingleLane;
import larmor.ode.Solver;

/**
 * A solver under test. One in lanes is a subject of its own at each width of the vectors.
 *
 * @param id the id of the solver; one in lanes has the bits of its vectors behind it, such as
 *     {@code rk4-simd-256}
 * @param kind who wrote it, and for how many trajectories at once
 * @param twin the id of the subject whose bits it must have: its own but for solvers in lanes
 * @param order of convergence
 * @param fixedStep makes it for steps of this length in t', or a little shorter; empty for a solver
 *     that always chooses its steps
 * @param errorControl makes it for this tolerance; empty for a solver that never chooses its steps
 */
public record Subject(
        String id,
        Kind kind,
        String twin,
        int order,
        Optional<DoubleFunction<BatchSolver>> fixedStep,
        Optional<DoubleFunction<BatchSolver>> errorControl) {

    /** Who wrote a solver, and for how many trajectories at once. */
    public enum Kind {
        /** Ours, one trajectory at a time. */
        SCALAR,
        /** Ours, in the lanes of a vector. */
        LANES,
        /** Hipparchus'. */
        HIPPARCHUS
    }

    /** The id in the catalogue: the same at every width of the vectors. */
    public String solver() {
        return kind == Kind.LANES ? twin + SolverCatalogue.LANES : id;
    }

    /** Whether it can take steps of a given length. */
    public boolean hasFixedStep() {
        return fixedStep.isPresent();
    }

    /** Whether it can choose its steps. */
    public boolean hasErrorControl() {
        return errorControl.isPresent();
    }

    /**
     * The solver at fixed step.
     *
     * @throws java.util.NoSuchElementException if it has none
     */
    public BatchSolver atStep(double step) {
        return fixedStep.orElseThrow().apply(step);
    }

    /**
     * The solver with error control.
     *
     * @throws java.util.NoSuchElementException if it has none
     */
    public BatchSolver withTolerance(double tolerance) {
        return errorControl.orElseThrow().apply(tolerance);
    }

    /** The solver for one trajectory, at fixed step. */
    public Solver singleAtStep(double step) {
        return new SingleLane(atStep(step));
    }

    /** The solver for one trajectory, with error control. */
    public Solver singleWithTolerance(double tolerance) {
        return new SingleLane(withTolerance(tolerance));
    }
}
