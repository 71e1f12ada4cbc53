import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import larmor.model.Coefficients;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import larmor.ode.Batch;
import larmor.ode.BatchSampleSink;
import larmor.ode.BatchSolution;
import larmor.ode.BatchSolver;
import larmor.ode.BatchSolvers;
import larmor.ode.Rk4;
import larmor.ode.Sampling;
import larmor.ode.Solution;

/**
 * A million trajectories in one call, end states only: voltages from 0.5 to 2.5 V_c, t' = 10, on
 * all processors.
 */
public final class MillionTrajectories {

    private static final int LANES = 1_000_000;
    private static final double STEP_SIZE = 0.05;
    private static final double END_TIME = 10;

    private MillionTrajectories() {}

    public static void main(String[] arguments) throws IOException {
        Oscillator oscillator = Oscillator.of(Device.PAPER);
        Magnetization start = Magnetization.normalized("start", 0.01, 0, 1);
        Batch batch = new Batch(LANES);
        for (int lane = 0; lane < LANES; lane++) {
            double voltage = 0.5 + 2.0 * lane / (LANES - 1);
            Coefficients coefficients =
                    oscillator.coefficients(voltage, EquationForm.EXACT, true);
            batch.set(lane, coefficients, start);
        }

        int threads = Runtime.getRuntime().availableProcessors();
        BatchSolver solver = BatchSolvers.choose().of(new Rk4(STEP_SIZE));
        long began = System.nanoTime();
        BatchSolution solution =
                solver.integrate(batch, END_TIME, Sampling.NONE, BatchSampleSink.IGNORE, threads);
        double seconds = 1e-9 * (System.nanoTime() - began);

        double sum = 0;
        for (int lane = 0; lane < LANES; lane++) {
            if (solution.solution(lane) instanceof Solution.Completed completed) {
                sum += completed.end().z();
            }
        }
        System.out.println("mean m_z at the end: " + sum / LANES);
        System.err.printf("%.2f s on %d threads%n", seconds, threads);
        Path status = Path.of("/proc/self/status");
        if (Files.exists(status)) {
            Files.lines(status).filter(line -> line.startsWith("VmHWM")).forEach(System.err::println);
        }
    }
}
