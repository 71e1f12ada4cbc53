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
 * One step, with all that a call takes besides: its score less that of {@link LaneSteps} is the
 * price of a call, which is why short runs are better made in one call than in many.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
// Settings as in LaneSteps, which this is compared with.
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {JvmFlags.VECTOR_API, JvmFlags.ALIGNED_ARRAYS, JvmFlags.NO_WARNINGS})
public class OneStep {

    /** Shorter than the first step of any adaptive solver here, so that one is all it takes. */
    private static final double STEP = 0.05;

    /** Order 4 leaves h⁵/120 at frequencies around 1: 3e-9. */
    private static final double LARGEST_ERROR = 1e-8;

    /** Which solver, by its id. */
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

    /** How many trajectories take their step in one call. */
    @Param({"1", "64"})
    public int batch = 1;

    private LaneBatch lanes = LaneBatch.EMPTY;

    /**
     * Prepares the batch and refuses a solver that errs or takes more than a step.
     *
     * @throws IllegalStateException if it does
     */
    @Setup
    public void prepare() {
        lanes = new LaneBatch(solver, form, batch, STEP, STEP, LARGEST_ERROR);
        if (lanes.steps() != batch) {
            throw new IllegalStateException(solver + " takes " + lanes.steps() + " steps");
        }
    }

    /** One step of each. */
    @Benchmark
    public BatchSolution integrate(Answer answer, StepCounter counter) {
        answer.show(lanes.values());
        counter.count(lanes);
        return lanes.integrate();
    }
}
