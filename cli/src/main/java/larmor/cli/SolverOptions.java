package larmor.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import larmor.bench.choice.Control;
import larmor.bench.choice.Setting;
import larmor.model.InvalidInput;
import larmor.ode.BatchSolver;
import larmor.ode.Solver;
import larmor.validation.SolverCatalogue;
import picocli.CommandLine.Option;

/** Which solver integrates, and how accurately. */
final class SolverOptions {

    static final String FLAG = "--solver";

    @Option(
            names = FLAG,
            paramLabel = "ID",
            description =
                    "See larmor solvers; or auto, the fastest by larmor choose. Default: rk4 in"
                            + " simulate, else auto.")
    private Optional<String> solver = Optional.empty();

    @Option(
            names = "--step",
            paramLabel = "h",
            converter = DecimalNumber.class,
            description =
                    "Fixed step, in t'. Default of rk4: 0.01 in simulate; in sweep 0.05, or less in"
                            + " a strong field.")
    private Optional<Double> step = Optional.empty();

    @Option(
            names = "--tolerance",
            paramLabel = "e",
            converter = DecimalNumber.class,
            description = "Error that an adaptive solver may make in a step. Default: 1e-8.")
    private Optional<Double> tolerance = Optional.empty();

    @Option(
            names = "--max-steps",
            paramLabel = "N",
            description = "Steps after which an adaptive run gives up. Default: 100000000.")
    private Optional<Long> maxSteps = Optional.empty();

    /** The step that was asked for, or the default where the solver needs one; else empty. */
    OptionalDouble fixedStep(BatchSolver solver, double defaultStep) {
        return solver.description().adaptive()
                ? OptionalDouble.empty()
                : OptionalDouble.of(step.orElse(defaultStep));
    }

    /**
     * The solver and its settings by flag. A solver in lanes has the bits of its scalar twin, and
     * its name.
     */
    Map<String, String> settings(String defaultId, BatchSolver batchSolver, double defaultStep) {
        String id = solver.orElse(defaultId);
        OptionalDouble fixed = fixedStep(batchSolver, defaultStep);
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(
                FLAG,
                id.endsWith(SolverCatalogue.LANES)
                        ? id.substring(0, id.length() - SolverCatalogue.LANES.length())
                        : id);
        settings.put(
                "--step", fixed.isPresent() ? Double.toString(fixed.getAsDouble()) : "adaptive");
        settings.put("--tolerance", tolerance.map(Object::toString).orElse("default"));
        settings.put("--max-steps", maxSteps.map(Object::toString).orElse("default"));
        return settings;
    }

    /**
     * Whether Larmor is to choose the solver, by its name.
     *
     * @throws InvalidInput if it is, and there is a setting of a solver as well
     */
    boolean isAuto() {
        boolean named = solver.filter(SolverCatalogue.AUTO::equals).isPresent();
        if (named && (step.isPresent() || tolerance.isPresent())) {
            throw new InvalidInput(
                    step.isPresent() ? "--step" : "--tolerance",
                    "cannot stand beside --solver auto");
        }
        return named;
    }

    /** Whether it is to, by its name or because nothing else was said. */
    boolean isAutoOrOpen() {
        boolean open =
                solver.isEmpty() && step.isEmpty() && tolerance.isEmpty() && maxSteps.isEmpty();
        return isAuto() || open;
    }

    /** Goes on as if the user had asked for this; for the default where there is nothing. */
    void use(Optional<Setting> setting) {
        solver = setting.map(Setting::solver);
        setting.filter(chosen -> chosen.control() == Control.STEP)
                .ifPresent(chosen -> step = Optional.of(chosen.value()));
        setting.filter(chosen -> chosen.control() == Control.TOLERANCE)
                .ifPresent(chosen -> tolerance = Optional.of(chosen.value()));
    }

    /** Whether solvers in lanes were asked for, by id or by default. */
    boolean inLanes() {
        return solver.map(id -> id.endsWith(SolverCatalogue.LANES)).orElse(true);
    }

    /**
     * The solver of single trajectories.
     *
     * @throws InvalidInput if there is none of this name, or none with these settings
     */
    Solver solver(String defaultId, double defaultStep) {
        return SolverCatalogue.create(request(defaultId, defaultStep));
    }

    /**
     * The solver of batches.
     *
     * @throws InvalidInput if there is none of this name, or none with these settings
     */
    BatchSolver batchSolver(String defaultId, double defaultStep) {
        return SolverCatalogue.createBatch(request(defaultId, defaultStep));
    }

    private SolverCatalogue.Request request(String defaultId, double defaultStep) {
        return new SolverCatalogue.Request(
                solver.orElse(defaultId),
                step.map(OptionalDouble::of).orElseGet(OptionalDouble::empty),
                tolerance.map(OptionalDouble::of).orElseGet(OptionalDouble::empty),
                defaultStep,
                maxSteps.map(OptionalLong::of).orElseGet(OptionalLong::empty));
    }
}
