package larmor.cli;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import larmor.model.EquationForm;
import larmor.model.InvalidInput;
import larmor.model.Magnetization;
import larmor.ode.Solver;
import larmor.validation.SolverCatalogue;
import picocli.CommandLine.Option;

/** How a trajectory is integrated. */
final class RunOptions {

    private static final String INITIAL = "--initial";

    @Option(
            names = "--solver",
            paramLabel = "ID",
            defaultValue = "rk4",
            description = "See larmor solvers. Default: ${DEFAULT-VALUE}.")
    private String solver = "";

    @Option(
            names = "--step",
            paramLabel = "h",
            converter = DecimalNumber.class,
            description = "Fixed step, in t'. Default of rk4: 0.01 in simulate, 0.05 in sweep.")
    private Optional<Double> step = Optional.empty();

    @Option(
            names = "--tolerance",
            paramLabel = "e",
            converter = DecimalNumber.class,
            description = "Error that an adaptive solver may make in a step. Default: 1e-8.")
    private Optional<Double> tolerance = Optional.empty();

    @Option(
            names = INITIAL,
            paramLabel = "x,y,z",
            defaultValue = "0.01,0,1",
            description = "Initial state, normalised. Default: ${DEFAULT-VALUE}.")
    private String initial = "";

    @Option(
            names = "--form",
            paramLabel = "FORM",
            converter = Choice.OfForm.class,
            defaultValue = "exact",
            description = "exact or leading-order. Default: ${DEFAULT-VALUE}.")
    private EquationForm form = EquationForm.EXACT;

    EquationForm form() {
        return form;
    }

    /** The step asked for, or the default. */
    double step(double defaultStep) {
        return step.orElse(defaultStep);
    }

    /**
     * The solver.
     *
     * @throws InvalidInput if there is none of this name, or none with these settings
     */
    Solver solver(double defaultStep) {
        return SolverCatalogue.create(
                solver,
                step.map(OptionalDouble::of).orElseGet(OptionalDouble::empty),
                tolerance.map(OptionalDouble::of).orElseGet(OptionalDouble::empty),
                defaultStep);
    }

    /**
     * The initial state.
     *
     * @throws InvalidInput if it is not a vector with a direction
     */
    Magnetization initial() {
        List<Double> components = NumberList.parse(INITIAL, initial);
        if (components.size() != 3 || initial.indexOf(':') >= 0) {
            throw new InvalidInput(INITIAL, "must be x,y,z, not " + initial);
        }
        return Magnetization.normalized(
                INITIAL, components.get(0), components.get(1), components.get(2));
    }
}
