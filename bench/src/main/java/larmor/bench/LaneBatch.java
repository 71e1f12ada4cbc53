package larmor.bench;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import larmor.ode.Batch;
import larmor.ode.BatchSolution;
import larmor.ode.BatchSolver;
import larmor.ode.Solution;
import larmor.ode.Solver;
import larmor.ode.Statistics;
import larmor.validation.SolverCatalogue;
import larmor.validation.hipparchus.HipparchusSolver;

/**
 * Trajectories of the paper's device at voltages from 0.8 to 3 V_c, to be integrated by one solver
 * in one call, and held against Hipparchus before they are timed.
 */
final class LaneBatch {

    /** Below what rounding leaves in the most accurate of ours. */
    private static final double REFERENCE_TOLERANCE = 1e-15;

    private static final Magnetization START = Magnetization.normalized("start", 0.01, 0, 1);

    /** Before there is one. */
    static final LaneBatch EMPTY = of("rk4", EquationForm.EXACT, 0, 1, 1);

    private final double endTime;
    private final Batch lanes;
    private final BatchSolver integrator;
    private final long steps;
    private final Answer.Values values;
    private BatchSolution last;

    /**
     * Integrates it once.
     *
     * @param integrator the solver
     * @param form of the equation
     * @param size how many trajectories
     * @param step of a solver that does not choose its own
     * @throws IllegalStateException if the solver errs by more than {@link ErrorLimit} allows, or
     *     fails
     */
    LaneBatch(BatchSolver integrator, EquationForm form, int size, double endTime, double step) {
        this.integrator = integrator;
        this.endTime = endTime;
        lanes = lanes(form, size);
        last = integrator.integrate(lanes, endTime);
        steps = sum(last, run -> run.steps() + run.rejected());
        double error = error(last);
        double limit =
                integrator.description().adaptive()
                        ? ErrorLimit.adaptive(
                                integrator.description().order(), endTime, 1.0 * steps / size)
                        : ErrorLimit.atStep(integrator.description().order(), endTime, step);
        if (!(error < limit)) {
            throw new IllegalStateException(
                    integrator.description().id() + " errs by " + error + ", not below " + limit);
        }
        values = Answer.Values.of(last, error);
    }

    /**
     * The same with a solver of the catalogue at its default tolerance.
     *
     * @throws IllegalStateException also if there is no such solver here
     */
    static LaneBatch of(String solver, EquationForm form, int size, double endTime, double step) {
        BatchSolver integrator =
                SolverCatalogue.createBatch(
                        new SolverCatalogue.Request(
                                solver,
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                step,
                                OptionalLong.empty()));
        if (!integrator.description().id().equals(solver)) {
            throw new IllegalStateException(solver + " is not available");
        }
        return new LaneBatch(integrator, form, size, endTime, step);
    }

    private static Batch lanes(EquationForm form, int size) {
        Oscillator oscillator = Oscillator.of(Device.PAPER);
        Batch lanes = new Batch(size);
        for (int lane = 0; lane < size; lane++) {
            double voltage = 0.8 + 2.2 * (lane + 0.5) / size;
            lanes.set(lane, oscillator.coefficients(voltage, form, true), START);
        }
        return lanes;
    }

    private static long sum(BatchSolution solution, ToLongFunction<Statistics> what) {
        return IntStream.range(0, solution.lanes())
                .mapToObj(lane -> solution.solution(lane).statistics())
                .mapToLong(what)
                .sum();
    }

    private double error(BatchSolution solution) {
        Solver reference = HipparchusSolver.dop853(REFERENCE_TOLERANCE);
        double largest = 0;
        for (int lane = 0; lane < lanes.lanes(); lane++) {
            Magnetization m = end(solution.solution(lane));
            Magnetization exact =
                    end(reference.integrate(lanes.coefficients(lane), lanes.start(lane), endTime));
            largest =
                    Math.max(
                            largest,
                            new Magnetization(
                                            m.x() - exact.x(), m.y() - exact.y(), m.z() - exact.z())
                                    .norm());
        }
        return largest;
    }

    private static Magnetization end(Solution solution) {
        if (solution instanceof Solution.Completed completed) {
            return completed.end();
        }
        throw new IllegalStateException("a trajectory failed: " + solution);
    }

    /** One call, whose answer is kept until the next. */
    BatchSolution integrate() {
        last = integrator.integrate(lanes, endTime);
        return last;
    }

    /**
     * Holds the answer of the last call against that of the first, which was held against the
     * reference.
     *
     * @throws IllegalStateException if a bit is another
     */
    void requireSame() {
        values.requireSame(integrator.description().id(), Answer.Values.of(last, values.error()));
    }

    /** Steps of all trajectories, the rejected ones too. */
    long steps() {
        return steps;
    }

    /** What it computes. */
    Answer.Values values() {
        return values;
    }
}
