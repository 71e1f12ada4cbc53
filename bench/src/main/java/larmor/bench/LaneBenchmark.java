package larmor.bench;

import java.util.concurrent.TimeUnit;
import larmor.model.EquationForm;
import larmor.ode.BatchSolution;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A call of every solver of ours, in batches, on one thread. The score is the time of a batch;
 * {@link StepCounter} makes times of a step and of an evaluation of it.
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
public abstract class LaneBenchmark {

    /** Which solver, by its id; one that can do both chooses its steps. */
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

    private LaneBatch lanes = LaneBatch.EMPTY;

    /** What is integrated in a call, with its solver. */
    abstract LaneBatch lanes();

    /**
     * Prepares the batch and refuses a solver that errs.
     *
     * @throws IllegalStateException if it does
     */
    @Setup
    public void prepare() {
        lanes = lanes();
    }

    /** One batch. */
    @Benchmark
    public BatchSolution integrate(Answer answer, StepCounter counter) {
        answer.show(lanes.values());
        counter.count(lanes);
        return lanes.integrate();
    }

    /**
     * Looks at the last answer that was timed: the compiler has had its turn since the first.
     *
     * @throws IllegalStateException if it is another
     */
    @TearDown(Level.Trial)
    public void check() {
        lanes.requireSame();
    }
}
