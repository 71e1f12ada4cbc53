package larmor.ode;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * The batch solvers of this machine: those of a provider where it can run, else the scalar ones in
 * a loop. Both give the same bits.
 */
public final class BatchSolvers {

    private final Optional<BatchSolverProvider> provider;
    private final String choice;

    private BatchSolvers(Optional<BatchSolverProvider> provider, String choice) {
        this.provider = provider;
        this.choice = choice;
    }

    /**
     * Asks the providers on the class path.
     *
     * @throws larmor.model.InvalidInput if a setting of a provider cannot be used
     */
    public static BatchSolvers choose() {
        return choose(ServiceLoader.load(BatchSolverProvider.class).findFirst());
    }

    static BatchSolvers choose(Optional<BatchSolverProvider> found) {
        if (found.isEmpty()) {
            return new BatchSolvers(found, "scalar: no SIMD solvers on the class path");
        }
        Optional<String> obstacle = found.get().obstacle();
        return obstacle.isPresent()
                ? new BatchSolvers(Optional.empty(), "scalar: " + obstacle.get())
                : new BatchSolvers(found, found.get().choice());
    }

    /**
     * The batch solvers of this machine at every width of its vectors, the narrowest first; none
     * where it is scalar.
     *
     * @throws larmor.model.InvalidInput if a setting of a provider cannot be used
     */
    public static List<BatchSolvers> atEveryWidth() {
        return choose().provider.stream()
                .flatMap(chosen -> chosen.widths().stream().map(chosen::atWidth))
                .map(provider -> choose(Optional.of(provider)))
                .toList();
    }

    /** Whether several trajectories are advanced at once. */
    public boolean vectorized() {
        return provider.isPresent();
    }

    /** What was chosen, or why it is scalar and what would help: one line for the user. */
    public String choice() {
        return choice;
    }

    /** The fastest batch solver with the bits of this scalar solver. */
    public BatchSolver of(Solver solver) {
        return provider.flatMap(p -> p.twin(solver)).orElseGet(() -> new ScalarBatch(solver));
    }
}
