package larmor.validation;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import larmor.model.InvalidInput;
import larmor.ode.Rk4;
import larmor.ode.Solver;
import larmor.ode.SolverDescription;

/** The solvers of single trajectories, by id. */
public final class SolverCatalogue {

    /** In the order in which they are listed. */
    private static final List<Function<SolverSettings, Solver>> SOLVERS =
            List.of(settings -> new Rk4(settings.step()));

    /** Any settings that every solver accepts: a description does not depend on them. */
    private static final SolverSettings FOR_DESCRIPTION = new SolverSettings(0.01, 1e-8);

    private SolverCatalogue() {}

    /** What there is. */
    public static List<SolverDescription> descriptions() {
        return SOLVERS.stream().map(SolverCatalogue::describe).toList();
    }

    /**
     * A solver.
     *
     * @param id its name
     * @param step the step size, if one was asked for
     * @param tolerance the tolerance, if one was asked for
     * @param defaults what to use where nothing was asked for
     * @throws InvalidInput if no solver has this id, or if it has no use for what was asked for, or
     *     does not accept its value
     */
    public static Solver create(
            String id, OptionalDouble step, OptionalDouble tolerance, SolverSettings defaults) {
        for (Function<SolverSettings, Solver> solver : SOLVERS) {
            SolverDescription description = describe(solver);
            if (description.id().equals(id)) {
                // Silence would let the user believe in an accuracy that was never asked for.
                if (description.adaptive() && step.isPresent()) {
                    throw new InvalidInput("--step", "is not for " + id + ", which is adaptive");
                }
                if (!description.adaptive() && tolerance.isPresent()) {
                    throw new InvalidInput(
                            "--tolerance", "is not for " + id + ", whose step is fixed");
                }
                return solver.apply(
                        new SolverSettings(
                                step.orElse(defaults.step()),
                                tolerance.orElse(defaults.tolerance())));
            }
        }
        String known =
                descriptions().stream()
                        .map(SolverDescription::id)
                        .collect(Collectors.joining(", "));
        throw new InvalidInput("--solver", "must be one of " + known + ", not " + id);
    }

    private static SolverDescription describe(Function<SolverSettings, Solver> solver) {
        return solver.apply(FOR_DESCRIPTION).description();
    }
}
