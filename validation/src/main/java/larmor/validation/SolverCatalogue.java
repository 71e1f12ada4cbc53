package larmor.validation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import larmor.model.InvalidInput;
import larmor.ode.Dop853;
import larmor.ode.Dopri5;
import larmor.ode.Rk4;
import larmor.ode.Solver;
import larmor.ode.SolverDescription;
import larmor.validation.hipparchus.HipparchusSolver;

/** The solvers of single trajectories, by id. */
public final class SolverCatalogue {

    /** In the order in which they are listed. */
    private static final List<Entry> ENTRIES =
            List.of(
                    Entry.atFixedStep(Rk4::new),
                    Entry.adaptive(Dopri5::new),
                    Entry.either(Dop853::withStep, Dop853::withTolerance),
                    Entry.atFixedStep(HipparchusSolver::rk4),
                    Entry.adaptive(HipparchusSolver::dopri5),
                    Entry.adaptive(HipparchusSolver::dop853));

    /** Every solver accepts it. */
    private static final double DEFAULT_TOLERANCE = 1e-8;

    private SolverCatalogue() {}

    /**
     * One solver.
     *
     * @param withStep makes it at fixed step
     * @param withTolerance makes it adaptive
     */
    private record Entry(
            Optional<DoubleFunction<Solver>> withStep,
            Optional<DoubleFunction<Solver>> withTolerance) {

        static Entry atFixedStep(DoubleFunction<Solver> withStep) {
            return new Entry(Optional.of(withStep), Optional.empty());
        }

        static Entry adaptive(DoubleFunction<Solver> withTolerance) {
            return new Entry(Optional.empty(), Optional.of(withTolerance));
        }

        static Entry either(DoubleFunction<Solver> withStep, DoubleFunction<Solver> withTolerance) {
            return new Entry(Optional.of(withStep), Optional.of(withTolerance));
        }

        /** Adaptive where it can be: that needs no knowledge of the orbit. */
        Solver withDefaults(double defaultStep) {
            return withTolerance
                    .map(make -> make.apply(DEFAULT_TOLERANCE))
                    .orElseGet(() -> withStep.orElseThrow().apply(defaultStep));
        }

        SolverDescription description() {
            return withDefaults(1).description();
        }
    }

    /** What there is. */
    public static List<SolverDescription> descriptions() {
        return ENTRIES.stream().map(Entry::description).toList();
    }

    /**
     * A solver.
     *
     * @param id its name
     * @param step the step size, if one was asked for
     * @param tolerance the tolerance, if one was asked for
     * @param defaultStep the step size of a solver that needs one and was not given any
     * @throws InvalidInput if no solver has this id, or if it has no use for what was asked for, or
     *     does not accept its value
     */
    public static Solver create(
            String id, OptionalDouble step, OptionalDouble tolerance, double defaultStep) {
        Entry entry = entry(id);
        // To ignore one of them would let the user believe in an accuracy that was not asked for.
        if (step.isPresent() && tolerance.isPresent()) {
            throw new InvalidInput("--tolerance", "cannot stand beside --step");
        }
        if (step.isPresent()) {
            return entry.withStep()
                    .orElseThrow(
                            () -> new InvalidInput("--step", "is not for " + id + ": it adapts"))
                    .apply(step.getAsDouble());
        }
        if (tolerance.isPresent()) {
            return entry.withTolerance()
                    .orElseThrow(() ->
                            new InvalidInput(
                                    "--tolerance", "is not for " + id + ": its step is fixed"))
                    .apply(tolerance.getAsDouble());
        }
        return entry.withDefaults(defaultStep);
    }

    private static Entry entry(String id) {
        for (Entry entry : ENTRIES) {
            if (entry.description().id().equals(id)) {
                return entry;
            }
        }
        String known =
                descriptions().stream()
                        .map(SolverDescription::id)
                        .collect(Collectors.joining(", "));
        throw new InvalidInput("--solver", "must be one of " + known + ", not " + id);
    }
}
