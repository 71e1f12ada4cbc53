package larmor.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import larmor.ode.Batch;
import larmor.ode.BatchSolution;
import larmor.ode.BatchSolver;
import larmor.ode.BatchSolvers;
import larmor.ode.Dop853;
import larmor.ode.Dopri5;
import larmor.ode.Rk4;
import larmor.ode.ScalarBatch;
import larmor.ode.Solver;
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
        jvmArgsAppend = {
            "--add-modules",
            "jdk.incubator.vector",
            "--sun-misc-unsafe-memory-access=allow"
        })
public class BatchRk4Benchmark {

    private static final int LANES = 512;
    private static final int STEPS = 2000;
    private static final double STEP = 0.05;

    /** Which solver, by its id. */
    @Param({"rk4", "rk4-simd"})
    public String solver = "rk4-simd";

    /**
     * What has run in the JVM before: nothing, or every solver on both forms of the equation, whose
     * profiles could mislead the compiler.
     */
    @Param({"fresh", "after-all-solvers"})
    public String history = "fresh";

    private final Batch batch = new Batch(LANES);
    private BatchSolver integrator = new ScalarBatch(new Rk4(STEP));
    private Answer.Values values = Answer.Values.NONE;

    /** Prepares the batch. */
    @Setup
    public void prepare() {
        Oscillator oscillator = Oscillator.of(Device.PAPER);
        Magnetization start = Magnetization.normalized("start", 0.01, 0, 1);
        if (history.equals("after-all-solvers")) {
            runAllSolvers(oscillator, start);
        }
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

    private static void runAllSolvers(Oscillator oscillator, Magnetization start) {
        BatchSolvers lanes = BatchSolvers.choose();
        for (EquationForm form : EquationForm.values()) {
            Batch others = new Batch(LANES);
            for (int lane = 0; lane < LANES; lane++) {
                others.set(lane, oscillator.coefficients(1.5, form, lane % 2 == 0), start);
            }
            for (Solver scalar :
                    List.of(
                            new Rk4(STEP),
                            new Dopri5(1e-8),
                            Dop853.withTolerance(1e-10),
                            Dop853.withStep(0.25))) {
                // Long enough that the compiler has done with each.
                for (int run = 0; run < 20; run++) {
                    lanes.of(scalar).integrate(others, STEPS * STEP);
                }
                new ScalarBatch(scalar).integrate(others, STEPS * STEP);
            }
        }
    }

    /** One batch. */
    @Benchmark
    @OperationsPerInvocation(LANES * STEPS)
    public BatchSolution integrate(Answer answer) {
        answer.show(values);
        return integrate();
    }
}
