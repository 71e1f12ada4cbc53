package larmor.validation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import larmor.model.InvalidInput;
import larmor.model.Spelling;
import larmor.ode.BatchSolver;
import larmor.ode.BatchSolvers;
import larmor.ode.Dop853;
import larmor.ode.Dopri5;
import larmor.ode.ErrorControl;
import larmor.ode.ErrorNorm;
import larmor.ode.Rk4;
import larmor.ode.ScalarBatch;
import larmor.ode.SingleLane;
import larmor.ode.Solver;
import larmor.ode.SolverDescription;
import larmor.ode.Verner9;
import larmor.validation.hipparchus.HipparchusSolver;

/**
 * The solvers by id. A solver in lanes has the id of its scalar twin with {@value #LANES} behind
 * it; where the Vector API does not run, the twin stands in for it.
 */
public final class SolverCatalogue {

    /** What a solver in lanes adds to the id of its scalar twin. */
    public static final String LANES = "-simd";

    /** Stands for whichever solver was found the fastest; no solver has this name. */
    public static final String AUTO = "auto";

    private static final String HIPPARCHUS = "hipparchus-";

    /** In the order in which they are listed. */
    private static final List<Entry> ENTRIES =
            List.of(
                    Entry.atFixedStep("rk4", Rk4::new),
                    Entry.adaptive("dopri5", Dopri5::new),
                    Entry.either("dop853", Dop853::withStep, Dop853::new),
                    Entry.atFixedStep("verner9", Verner9::new),
                    Entry.atFixedStep("rk4", Rk4::new).inLanes(),
                    Entry.adaptive("dopri5", Dopri5::new).inLanes(),
                    Entry.either("dop853", Dop853::withStep, Dop853::new).inLanes(),
                    Entry.atFixedStep("verner9", Verner9::new).inLanes(),
                    Entry.atFixedStep("hipparchus-rk4", HipparchusSolver::rk4),
                    Entry.adaptive("hipparchus-dopri5", HipparchusSolver::dopri5),
                    Entry.adaptive("hipparchus-dop853", HipparchusSolver::dop853));

    /** Minutes of work. */
    private static final long DEFAULT_MOST_STEPS = 100_000_000;

    /** Every solver accepts it. */
    private static final double DEFAULT_TOLERANCE = 1e-8;

    private SolverCatalogue() {}

    /**
     * What the user asks of a solver.
     *
     * @param id its name
     * @param step the step size, if one was asked for
     * @param tolerance the tolerance, if one was asked for
     * @param defaultStep the step size of a solver that needs one and was not given any
     * @param mostSteps how many steps an adaptive solver may try, if that was asked for
     */
    public record Request(
            String id,
            OptionalDouble step,
            OptionalDouble tolerance,
            double defaultStep,
            OptionalLong mostSteps) {

        private ErrorControl control(double value) {
            return new ErrorControl(
                    value, ErrorNorm.AMPLITUDE_RELATIVE, mostSteps.orElse(DEFAULT_MOST_STEPS));
        }
    }

    /**
     * One solver.
     *
     * @param id its name
     * @param lanes whether it is the twin in lanes
     * @param withStep makes the scalar solver at fixed step
     * @param withTolerance makes it adaptive
     */
    private record Entry(
            String id,
            boolean lanes,
            Optional<DoubleFunction<Solver>> withStep,
            Optional<Function<ErrorControl, Solver>> withTolerance) {

        static Entry atFixedStep(String id, DoubleFunction<Solver> withStep) {
            return new Entry(id, false, Optional.of(withStep), Optional.empty());
        }

        static Entry adaptive(String id, Function<ErrorControl, Solver> withTolerance) {
            return new Entry(id, false, Optional.empty(), Optional.of(withTolerance));
        }

        static Entry either(
                String id,
                DoubleFunction<Solver> withStep,
                Function<ErrorControl, Solver> withTolerance) {
            return new Entry(id, false, Optional.of(withStep), Optional.of(withTolerance));
        }

        Entry inLanes() {
            return new Entry(id + LANES, true, withStep, withTolerance);
        }

        Solver scalar(Request request) {
            // To ignore one of them would let the user believe in an accuracy not asked for.
            if (request.step().isPresent() && request.tolerance().isPresent()) {
                throw new InvalidInput("--tolerance", "cannot stand beside --step");
            }
            if (request.mostSteps().isPresent()
                    && (withTolerance.isEmpty() || request.step().isPresent())) {
                throw new InvalidInput(
                        "--max-steps", "is not for " + id + " here: its step is fixed");
            }
            if (request.step().isPresent()) {
                return withStep.orElseThrow(() ->
                                new InvalidInput("--step", "is not for " + id + ": it adapts"))
                        .apply(request.step().getAsDouble());
            }
            if (request.tolerance().isPresent()) {
                return withTolerance
                        .orElseThrow(() ->
                                new InvalidInput(
                                        "--tolerance", "is not for " + id + ": its step is fixed"))
                        .apply(request.control(request.tolerance().getAsDouble()));
            }
            // Adaptive where it can be: that needs no knowledge of the orbit.
            return withTolerance
                    .map(make -> make.apply(request.control(DEFAULT_TOLERANCE)))
                    .orElseGet(() -> withStep.orElseThrow().apply(request.defaultStep()));
        }

        Subject subject(BatchSolvers vectors) {
            SolverDescription description = batch(vectors, scalar(anyRequest(id))).description();
            return new Subject(
                    lanes ? id + "-" + description.lanes() * Double.SIZE : id,
                    kind(),
                    twin(id),
                    description.order(),
                    withStep.map(make -> step -> batch(vectors, make.apply(step))),
                    withTolerance.map(make ->
                            tolerance -> batch(vectors, make.apply(ErrorControl.of(tolerance)))));
        }

        private Subject.Kind kind() {
            if (id.startsWith(HIPPARCHUS)) {
                return Subject.Kind.HIPPARCHUS;
            }
            return lanes ? Subject.Kind.LANES : Subject.Kind.SCALAR;
        }

        private BatchSolver batch(BatchSolvers vectors, Solver scalar) {
            return lanes ? vectors.of(scalar) : new ScalarBatch(scalar);
        }

        BatchSolver batch(Request request) {
            return batch(BatchSolvers.choose(), scalar(request));
        }
    }

    /** The scalar twin of a solver in lanes; any other solver itself. */
    public static String twin(String id) {
        return id.endsWith(LANES) ? id.substring(0, id.length() - LANES.length()) : id;
    }

    /** What there is on this machine. */
    public static List<SolverDescription> descriptions() {
        boolean vectorized = BatchSolvers.choose().vectorized();
        return ENTRIES.stream()
                .filter(entry -> vectorized || !entry.lanes())
                .map(entry -> entry.batch(anyRequest(entry.id())).description())
                .toList();
    }

    /**
     * The solvers as subjects of checks, ours and those of Hipparchus; those in lanes once for each
     * width of the vectors that this machine has.
     */
    public static List<Subject> subjects() {
        return subjects(BatchSolvers.atEveryWidth());
    }

    /** The same with those in lanes at the one width that is chosen on this machine, if any is. */
    public static List<Subject> subjectsHere() {
        BatchSolvers here = BatchSolvers.choose();
        return subjects(here.vectorized() ? List.of(here) : List.of());
    }

    private static List<Subject> subjects(List<BatchSolvers> widths) {
        List<BatchSolvers> scalar = List.of(BatchSolvers.choose());
        return ENTRIES.stream()
                .flatMap(entry -> (entry.lanes() ? widths : scalar).stream().map(entry::subject))
                .toList();
    }

    private static Request anyRequest(String id) {
        return new Request(
                id, OptionalDouble.empty(), OptionalDouble.empty(), 1, OptionalLong.empty());
    }

    /**
     * A solver of single trajectories. One in lanes then runs a batch of one.
     *
     * @throws InvalidInput if no solver has this id, or if it has no use for what was asked for, or
     *     does not accept its value
     */
    public static Solver create(Request request) {
        Entry entry = entry(request.id());
        return entry.lanes() ? new SingleLane(entry.batch(request)) : entry.scalar(request);
    }

    /**
     * A solver of batches. A scalar one takes the lanes one after the other.
     *
     * @throws InvalidInput as {@link #create} does
     */
    public static BatchSolver createBatch(Request request) {
        return entry(request.id()).batch(request);
    }

    private static Entry entry(String id) {
        for (Entry entry : ENTRIES) {
            if (entry.id().equals(id)) {
                return entry;
            }
        }
        List<String> known =
                Stream.concat(Stream.of(AUTO), ENTRIES.stream().map(Entry::id)).toList();
        throw new InvalidInput(
                "--solver",
                "must be one of "
                        + String.join(", ", known)
                        + ", not "
                        + id
                        + Spelling.hint(id, known));
    }
}
