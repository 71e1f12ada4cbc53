package larmor.bench;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import larmor.ode.Batch;
import larmor.ode.BatchSolution;
import larmor.ode.BatchSolver;
import larmor.ode.Rk4;
import larmor.ode.ScalarBatch;
import larmor.ode.Solution;
import larmor.ode.Solver;
import larmor.ode.Verner9;
import larmor.validation.SolverCatalogue;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time per trajectory and step of every solver of ours, in batches of every size: the secondary
 * result {@code laneSteps}, for an adaptive solver counted with the rejected steps. The score is
 * the time of a batch.
 *
 * <p>Before it is timed, each batch is held against a solver of order 9 at a small step.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
// The compiler is done after about half a second, and on one core it shares that with the kernel.
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
// An iteration holds at least one batch of the slowest: 4096 trajectories by scalar dopri5.
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
// A launch is one observation; whoever compares starts several.
@Fork(
        value = 1,
        jvmArgsAppend = {JvmFlags.VECTOR_API, JvmFlags.ALIGNED_ARRAYS, JvmFlags.NO_WARNINGS})
public class LaneSteps {

    /** Short, so that large batches fit into an iteration, and above a hundred steps of order 4. */
    private static final double END_TIME = 25.6;

    /** The default accuracy of a sweep is reached at 0.05 in order 4. */
    private static final double STEP = 0.05;

    private static final double REFERENCE_STEP = 0.1;

    /** The least accurate, order 4 at 0.05, leaves 1e-7 after two turns. */
    private static final double LARGEST_ERROR = 1e-5;

    /** Which solver, by its id; with a step those that also choose theirs. */
    @Param({
        "rk4",
        "dopri5",
        "dop853",
        "verner9",
        "rk4-simd",
        "dopri5-simd",
        "dop853-simd",
        "verner9-simd"
    })
    public String solver = "rk4";

    /** Exact or leading order. */
    @Param({"exact", "leading-order"})
    public String form = "exact";

    /** How many trajectories. */
    @Param({"1", "8", "64", "4096"})
    public int batch = 1;

    private Batch lanes = new Batch(0);
    private BatchSolver integrator = new ScalarBatch(new Rk4(STEP));
    private Answer.Values values = Answer.Values.NONE;
    private long steps;

    /** Counts steps, so that JMH also tells the time of one. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Counter {

        /** Trajectories times steps. */
        public long laneSteps;
    }

    /**
     * Prepares the batch and refuses a solver that errs.
     *
     * @throws IllegalStateException if it does
     */
    @Setup
    public void prepare() {
        Oscillator oscillator = Oscillator.of(Device.PAPER);
        Magnetization start = Magnetization.normalized("start", 0.01, 0, 1);
        EquationForm equation =
                form.equals(EquationForm.EXACT.id())
                        ? EquationForm.EXACT
                        : EquationForm.LEADING_ORDER;
        lanes = new Batch(batch);
        for (int lane = 0; lane < batch; lane++) {
            double voltage = 0.8 + 2.2 * (lane + 0.5) / batch;
            lanes.set(lane, oscillator.coefficients(voltage, equation, true), start);
        }
        integrator =
                SolverCatalogue.createBatch(
                        new SolverCatalogue.Request(
                                solver,
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                STEP,
                                OptionalLong.empty()));
        BatchSolution solution = integrate();
        steps =
                IntStream.range(0, batch)
                        .mapToObj(lane -> solution.solution(lane).statistics())
                        .mapToLong(run -> run.steps() + run.rejected())
                        .sum();
        values = Answer.Values.of(solution, error(solution));
    }

    private double error(BatchSolution solution) {
        Solver reference = new Verner9(REFERENCE_STEP);
        double largest = 0;
        for (int lane = 0; lane < batch; lane++) {
            Magnetization m = end(solution.solution(lane));
            Magnetization exact =
                    end(reference.integrate(lanes.coefficients(lane), lanes.start(lane), END_TIME));
            largest =
                    Math.max(
                            largest,
                            new Magnetization(
                                            m.x() - exact.x(), m.y() - exact.y(), m.z() - exact.z())
                                    .norm());
        }
        if (!(largest < LARGEST_ERROR)) {
            throw new IllegalStateException(solver + " errs by " + largest);
        }
        return largest;
    }

    private static Magnetization end(Solution solution) {
        if (solution instanceof Solution.Completed completed) {
            return completed.end();
        }
        throw new IllegalStateException("a trajectory failed: " + solution);
    }

    private BatchSolution integrate() {
        return integrator.integrate(lanes, END_TIME);
    }

    /** One batch. */
    @Benchmark
    public BatchSolution integrate(Answer answer, Counter counter) {
        answer.show(values);
        counter.laneSteps += steps;
        return integrate();
    }
}
