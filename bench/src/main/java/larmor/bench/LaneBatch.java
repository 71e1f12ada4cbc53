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

    /** The least accurate of ours, order 4, errs by far more. */
    private static final double REFERENCE_TOLERANCE = 1e-13;

    private static final Magnetization START = Magnetization.normalized("start", 0.01, 0, 1);

    /** Before there is one. */
    static final LaneBatch EMPTY =
            new LaneBatch("rk4", EquationForm.EXACT, 0, 1, 1, Double.POSITIVE_INFINITY);

    private final double endTime;
    private final Batch lanes;
    private final BatchSolver integrator;
    private final long steps;
    private final Answer.Values values;

    /**
     * Integrates it once.
     *
     * @param solver an id of the catalogue
     * @param form of the equation
     * @param size how many trajectories
     * @param step of the solvers that take one
     * @param largestError what the solver may err by at the end
     * @throws IllegalStateException if it errs by more, or fails
     */
    LaneBatch(
            String solver,
            EquationForm form,
            int size,
            double endTime,
            double step,
            double largestError) {
        this.endTime = endTime;
        Oscillator oscillator = Oscillator.of(Device.PAPER);
        lanes = new Batch(size);
        for (int lane = 0; lane < size; lane++) {
            double voltage = 0.8 + 2.2 * (lane + 0.5) / size;
            lanes.set(lane, oscillator.coefficients(voltage, form, true), START);
        }
        integrator =
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
        BatchSolution solution = integrate();
        double error = error(solution);
        if (!(error < largestError)) {
            throw new IllegalStateException(solver + " errs by " + error);
        }
        steps = sum(solution, run -> run.steps() + run.rejected());
        values = Answer.Values.of(solution, error);
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

    /** One call. */
    BatchSolution integrate() {
        return integrator.integrate(lanes, endTime);
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
