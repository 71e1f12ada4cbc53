package larmor.bench;

import java.util.concurrent.TimeUnit;
import larmor.model.EquationForm;
import larmor.ode.BatchSolution;
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
 * Time per trajectory and step of every solver of ours, in batches of every size, on one thread.
 * The score is the time of a batch; {@link StepCounter} makes times of a step and of an evaluation
 * of it.
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

    /** Short, so that large batches fit into an iteration, and hundreds of steps of order 4. */
    private static final double END_TIME = 25.6;

    /** The default accuracy of a sweep is reached at 0.05 in order 4. */
    private static final double STEP = 0.05;

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

    /** Of the equation. */
    @Param public EquationForm form = EquationForm.EXACT;

    /** How many trajectories. */
    @Param({"1", "8", "64", "4096"})
    public int batch = 1;

    /** What has run in the JVM before, see {@link EarlierRuns}. */
    @Param(EarlierRuns.NONE)
    public String history = EarlierRuns.NONE;

    private LaneBatch lanes = LaneBatch.EMPTY;

    /**
     * Prepares the batch and refuses a solver that errs.
     *
     * @throws IllegalStateException if it does
     */
    @Setup
    public void prepare() {
        EarlierRuns.run(history);
        lanes = new LaneBatch(solver, form, batch, END_TIME, STEP, LARGEST_ERROR);
    }

    /** One batch. */
    @Benchmark
    public BatchSolution integrate(Answer answer, StepCounter counter) {
        answer.show(lanes.values());
        counter.count(lanes);
        return lanes.integrate();
    }
}
