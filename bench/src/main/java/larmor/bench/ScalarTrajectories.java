package larmor.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import larmor.ode.Dop853;
import larmor.ode.Dopri5;
import larmor.ode.Rk4;
import larmor.ode.Solution;
import larmor.ode.Solver;
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
 * One trajectory to t' = 1000 by each scalar solver, every one at the coarsest setting whose
 * largest error over the 64 certified voltages is below 1e-8, to two digits. The ratio of two
 * scores is the price of the same accuracy.
 *
 * <p>Single-shot times would show compilation and not the solver, hence the mean of a steady state.
 * One second an iteration holds at least one operation, eight trajectories, of the slowest solver;
 * three forks, because compilation differs from one JVM to the next by more than iterations do.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 3,
        jvmArgsAppend = {JvmFlags.ALIGNED_ARRAYS, JvmFlags.NO_WARNINGS})
public class ScalarTrajectories {

    private static final double LARGEST_ERROR = 1e-8;

    /** Every eighth voltage: below threshold, in-plane and out-of-plane precession. */
    private static final int STRIDE = 8;

    private static final int TRAJECTORIES = 8;

    /** What is measured. */
    @Param({
        "rk4",
        "dopri5",
        "dop853",
        "dop853-fixed",
        "hipparchus-rk4",
        "hipparchus-dopri5",
        "hipparchus-dop853"
    })
    public String solver = "";

    private Solver measured = new Rk4(1);
    private List<CertifiedEndStates.Row> rows = List.of();
    private Answer.Values values = Answer.Values.NONE;
    private List<Solution> last = List.of();

    /**
     * Makes the solver and refuses it if it is less accurate than said.
     *
     * @throws IllegalStateException if it is
     */
    @Setup
    public void prepare() {
        measured = atEqualAccuracy(solver);
        List<CertifiedEndStates.Row> all = CertifiedEndStates.rows();
        double largest = 0;
        for (CertifiedEndStates.Row row : all) {
            double error = row.error(measured);
            largest = Math.max(largest, error);
            if (!(error < LARGEST_ERROR)) {
                throw new IllegalStateException(
                        solver + " errs by " + error + " at v = " + row.voltage());
            }
        }
        rows =
                all.stream()
                        .filter(row -> all.indexOf(row) % STRIDE == 0)
                        .limit(TRAJECTORIES)
                        .toList();
        last = integrate();
        values = Answer.Values.of(last.stream(), largest);
    }

    private List<Solution> integrate() {
        return rows.stream()
                .map(row ->
                        measured.integrate(
                                row.coefficients(),
                                CertifiedEndStates.START,
                                CertifiedEndStates.END_TIME))
                .toList();
    }

    private static Solver atEqualAccuracy(String id) {
        return switch (id) {
            case "rk4" -> new Rk4(0.0037);
            case "dopri5" -> new Dopri5(1.05e-13);
            case "dop853" -> Dop853.withTolerance(1.5e-12);
            case "dop853-fixed" -> Dop853.withStep(0.22);
            case "hipparchus-rk4" -> HipparchusSolver.rk4(0.0037);
            case "hipparchus-dopri5" -> HipparchusSolver.dopri5(6e-15);
            case "hipparchus-dop853" -> HipparchusSolver.dop853(7e-14);
            default -> throw new IllegalArgumentException(id);
        };
    }

    /** Eight trajectories, scored as one each. */
    @Benchmark
    @OperationsPerInvocation(TRAJECTORIES)
    public List<Solution> trajectory(Answer answer) {
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
        values.requireSame(solver, Answer.Values.of(last.stream(), values.error()));
    }
}
