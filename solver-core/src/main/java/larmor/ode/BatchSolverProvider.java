package larmor.ode;

import java.util.List;
import java.util.Optional;

/**
 * Offers batch solvers that advance several trajectories at once. Found by {@link
 * java.util.ServiceLoader}; {@link BatchSolvers} asks it.
 */
public interface BatchSolverProvider {

    /**
     * Why the solvers cannot run here and what would help, in one line; empty where they can.
     *
     * @throws larmor.model.InvalidInput if a setting of the provider cannot be used
     */
    Optional<String> obstacle();

    /** What was chosen, in one line. Only where there is no obstacle. */
    String choice();

    /** The widths of the vectors that this processor has, in bits, rising. */
    List<Integer> widths();

    /**
     * The same solvers for vectors of another width, to compare them with each other; the choice of
     * this provider is the faster one.
     *
     * @param bits one of {@link #widths}
     * @throws IllegalArgumentException if it is none of them
     */
    BatchSolverProvider atWidth(int bits);

    /**
     * The batch solver whose lanes have the bits of a scalar solver; empty if there is none for it.
     * Only where there is no obstacle.
     */
    Optional<BatchSolver> twin(Solver solver);
}
