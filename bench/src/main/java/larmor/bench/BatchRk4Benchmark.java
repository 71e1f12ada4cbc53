package larmor.bench;

import java.util.concurrent.TimeUnit;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import larmor.ode.Batch;
import larmor.ode.BatchSolution;
import larmor.ode.BatchSolver;
import larmor.ode.BatchSolvers;
import larmor.ode.Rk4;
import larmor.ode.ScalarBatch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time per trajectory and step of the fixed-step Runge–Kutta solvers: 512 voltages from 0.8 to 3
 * V_c of the paper's device at h = 0.05, on one thread. With {@code -prof gc} also bytes per
 * trajectory and step.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
// The compiler is done after about half a second, and on one core it shares that with the kernel.
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
// A launch is one observation; whoever measures starts several, between those of the other side.
@Fork(
        value = 1,
        jvmArgsAppend = {JvmFlags.VECTOR_API, JvmFlags.ALIGNED_ARRAYS, JvmFlags.NO_WARNINGS})
public class BatchRk4Benchmark {

    private static final int LANES = 512;
    private static final int STEPS = 2000;
    private static final double STEP = 0.05;

    /** Which solver, by its id. */
    @Param({"rk4", "rk4-simd"})
    public String solver = "rk4-simd";

    /** What has run in the JVM before, see {@link EarlierRuns}. */
    @Param({EarlierRuns.NONE, EarlierRuns.ALL_SOLVERS})
    public String history = EarlierRuns.NONE;

    private final Batch batch = new Batch(LANES);
    private BatchSolver integrator = new ScalarBatch(new Rk4(STEP));
    private Answer.Values values = Answer.Values.NONE;

    /** Prepares the batch. */
    @Setup
    public void prepare() {
        Oscillator oscillator = Oscillator.of(Device.PAPER);
        Magnetization start = Magnetization.normalized("start", 0.01, 0, 1);
        EarlierRuns.run(history);
        for (int lane = 0; lane < LANES; lane++) {
            double voltage = 0.8 + 2.2 * lane / (LANES - 1);
            batch.set(lane, oscillator.coefficients(voltage, EquationForm.EXACT, true), start);
        }
        if (solver.equals("rk4-simd")) {
            integrator = BatchSolvers.choose().of(new Rk4(STEP));
        }
        if (!integrator.description().id().equals(solver)) {
            throw new IllegalStateException(solver + " is not available");
        }
        values = Answer.Values.of(integrate(), 0);
    }

    private BatchSolution integrate() {
        return integrator.integrate(batch, STEPS * STEP);
    }

    /** One batch. */
    @Benchmark
    @OperationsPerInvocation(LANES * STEPS)
    public BatchSolution integrate(Answer answer) {
        answer.show(values);
        return integrate();
    }
}
