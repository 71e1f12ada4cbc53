package larmor.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import larmor.ode.Batch;
import larmor.ode.BatchSampleSink;
import larmor.ode.BatchSolution;
import larmor.ode.BatchSolver;
import larmor.ode.BatchSolvers;
import larmor.ode.Dop853;
import larmor.ode.Dopri5;
import larmor.ode.ErrorControl;
import larmor.ode.ErrorNorm;
import larmor.ode.Rk4;
import larmor.ode.Sampling;
import larmor.ode.ScalarBatch;
import larmor.ode.Solver;
import larmor.ode.Verner9;
import larmor.validation.CertifiedEndStates;
import larmor.validation.hipparchus.HipparchusSolver;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Work against precision: the time per trajectory to t' = 1000 of each solver in lanes, and of
 * Hipparchus, at a setting whose largest error over the 64 certified voltages is just below the one
 * asked for. The batch is those voltages eight times, so that blocks are full.
 *
 * <p>Before it is timed a setting's largest error is measured and held against the one asked for.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
// The compiler is done after about half a second, and on one core it shares that with the kernel.
@Warmup(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
// An iteration holds at least one batch of the slowest setting.
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
// A launch is one observation; whoever measures starts several, between those of the other side.
@Fork(
        value = 1,
        jvmArgsAppend = {JvmFlags.VECTOR_API, JvmFlags.ALIGNED_ARRAYS, JvmFlags.NO_WARNINGS})
public class BatchTrajectories {

    private static final int COPIES = 8;

    private static final int LANES = 512;

    /**
     * Which solver, {@code dop853} being at fixed step, and the largest error asked for. Rounding
     * keeps {@code rk4} and Hipparchus from 1e-10. With {@code tolerance} in between the number is
     * the tolerance, relative to the transverse amplitude or {@code absolute}, and any error will
     * do.
     */
    @Param({
        "dop853 1e-4",
        "dop853 1e-6",
        "dop853 1e-8",
        "dop853 1e-10",
        "verner9 1e-4",
        "verner9 1e-6",
        "verner9 1e-8",
        "verner9 1e-10",
        "dop853-adaptive 1e-4",
        "dop853-adaptive 1e-6",
        "dop853-adaptive 1e-8",
        "dop853-adaptive 1e-10",
        "dopri5 1e-4",
        "dopri5 1e-6",
        "dopri5 1e-8",
        "dopri5 1e-10",
        "dopri5 tolerance 1e-8",
        "dopri5 absolute tolerance 1e-8",
        "rk4 1e-4",
        "rk4 1e-6",
        "rk4 1e-8",
        "hipparchus-dop853 1e-4",
        "hipparchus-dop853 1e-6",
        "hipparchus-dop853 1e-8"
    })
    public String work = "dop853 1e-6";

    /** Threads that share the batch. */
    @Param("1")
    public int threads = 1;

    /** What has run in the JVM before, see {@link EarlierRuns}. */
    @Param(EarlierRuns.NONE)
    public String history = EarlierRuns.NONE;

    private final Batch batch = new Batch(LANES);
    private BatchSolver solver = BatchSolvers.choose().of(new Rk4(1));
    private Answer.Values values = Answer.Values.NONE;
    private BatchSolution last = new BatchSolution(0);

    /**
     * Makes the solver and refuses it if it is less accurate than said.
     *
     * @throws IllegalStateException if it is, or if there are no solvers in lanes here
     */
    @Setup
    public void prepare() {
        EarlierRuns.run(history);
        BatchSolvers solvers = BatchSolvers.choose();
        if (!solvers.vectorized()) {
            throw new IllegalStateException(solvers.choice());
        }
        Solver setting = setting();
        double largest = 0;
        List<CertifiedEndStates.Row> rows = CertifiedEndStates.rows();
        for (CertifiedEndStates.Row row : rows) {
            largest = Math.max(largest, row.error(setting));
        }
        double asked = Double.parseDouble(work.substring(work.lastIndexOf(' ') + 1));
        if (!work.contains("tolerance") && !(largest < asked)) {
            throw new IllegalStateException(work + " errs by " + largest);
        }
        for (int lane = 0; lane < LANES; lane++) {
            CertifiedEndStates.Row row = rows.get(lane / COPIES);
            batch.set(lane, row.coefficients(), CertifiedEndStates.START);
        }
        solver = work.startsWith("hipparchus") ? new ScalarBatch(setting) : solvers.of(setting);
        last = integrate();
        values = Answer.Values.of(last, largest);
    }

    private BatchSolution integrate() {
        return solver.integrate(
                batch, CertifiedEndStates.END_TIME, Sampling.NONE, BatchSampleSink.IGNORE, threads);
    }

    private Solver setting() {
        return switch (work) {
            case "dop853 1e-4" -> Dop853.withStep(0.62);
            case "dop853 1e-6" -> Dop853.withStep(0.37);
            case "dop853 1e-8" -> Dop853.withStep(0.22);
            case "dop853 1e-10" -> Dop853.withStep(0.129);
            case "verner9 1e-4" -> new Verner9(0.88);
            case "verner9 1e-6" -> new Verner9(0.57);
            case "verner9 1e-8" -> new Verner9(0.365);
            case "verner9 1e-10" -> new Verner9(0.225);
            case "dop853-adaptive 1e-4" -> Dop853.withTolerance(9.5e-9);
            case "dop853-adaptive 1e-6" -> Dop853.withTolerance(1.2e-10);
            case "dop853-adaptive 1e-8" -> Dop853.withTolerance(1.5e-12);
            case "dop853-adaptive 1e-10" -> Dop853.withTolerance(1.7e-14);
            case "dopri5 1e-4" -> new Dopri5(1.08e-9);
            case "dopri5 1e-6" -> new Dopri5(1.06e-11);
            case "dopri5 1e-8" -> new Dopri5(1.05e-13);
            case "dopri5 1e-10" -> new Dopri5(1.05e-15);
            case "dopri5 tolerance 1e-8" -> new Dopri5(1e-8);
            case "dopri5 absolute tolerance 1e-8" ->
                    new Dopri5(new ErrorControl(1e-8, ErrorNorm.ABSOLUTE, ErrorControl.MOST_STEPS));
            case "rk4 1e-4" -> new Rk4(0.037);
            case "rk4 1e-6" -> new Rk4(0.0117);
            case "rk4 1e-8" -> new Rk4(0.0037);
            case "hipparchus-dop853 1e-4" -> HipparchusSolver.dop853(4.4e-10);
            case "hipparchus-dop853 1e-6" -> HipparchusSolver.dop853(5.8e-12);
            case "hipparchus-dop853 1e-8" -> HipparchusSolver.dop853(7e-14);
            default -> throw new IllegalArgumentException(work);
        };
    }

    /** One batch. */
    @Benchmark
    @OperationsPerInvocation(LANES)
    public BatchSolution integrate(Answer answer) {
        answer.show(values);
        last = integrate();
        return last;
    }

    /**
     * Looks at the last answer that was timed.
     *
     * @throws IllegalStateException if it is another than before it was compiled
     */
    @TearDown(Level.Trial)
    public void check() {
        values.requireSame(work, Answer.Values.of(last, values.error()));
    }
}
