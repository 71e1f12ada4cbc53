package larmor.cli;

import java.util.List;
import larmor.model.EquationForm;
import larmor.model.InvalidInput;
import larmor.model.Magnetization;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a trajectory is integrated. */
final class RunOptions {

    private static final String INITIAL = "--initial";
    private static final String RANDOM = "random";

    @Mixin private SolverOptions integration = new SolverOptions();

    @Option(
            names = INITIAL,
            paramLabel = "x,y,z",
            defaultValue = "0.01,0,1",
            description =
                    "Initial state, normalised; in sweep also random, near +z. Default:"
                            + " ${DEFAULT-VALUE}.")
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

    /** The solver and its settings. */
    SolverOptions integration() {
        return integration;
    }

    /** Whether the initial state is to be drawn. */
    boolean startsAtRandom() {
        return initial.equals(RANDOM);
    }

    /**
     * The initial state.
     *
     * @throws InvalidInput if it is not a vector with a direction
     */
    Magnetization initial() {
        if (startsAtRandom()) {
            throw new InvalidInput(INITIAL, "can be random in sweep only");
        }
        List<Double> components = NumberList.parse(INITIAL, initial);
        if (components.size() != 3 || initial.indexOf(':') >= 0) {
            throw new InvalidInput(
                    INITIAL,
                    "must be x,y,z, not "
                            + initial
                            + (components.size() > 3 ? "; " + InvalidInput.DECIMAL_POINT : ""));
        }
        return Magnetization.normalized(
                INITIAL, components.get(0), components.get(1), components.get(2));
    }
}
