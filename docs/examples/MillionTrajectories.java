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
 * all processors. A heap of 256 MB is enough.
 */
public final class MillionTrajectories {

    private static final int LANES = 1_000_000;

    public static void main(String[] arguments) {
        Oscillator oscillator = Oscillator.of(Device.PAPER);
        Magnetization start = Magnetization.normalized("start", 0.01, 0, 1);
        Batch batch = new Batch(LANES);
        for (int lane = 0; lane < LANES; lane++) {
            double voltage = 0.5 + 2.0 * lane / (LANES - 1);
            batch.set(lane, oscillator.coefficients(voltage, EquationForm.EXACT, true), start);
        }

        BatchSolver solver = BatchSolvers.choose().of(new Rk4(0.05));
        int threads = Runtime.getRuntime().availableProcessors();
        BatchSolution outcome =
                solver.integrate(batch, 10, Sampling.NONE, BatchSampleSink.IGNORE, threads);

        int completed = 0;
        double sum = 0;
        for (int lane = 0; lane < LANES; lane++) {
            if (outcome.solution(lane) instanceof Solution.Completed run) {
                completed++;
                sum += run.end().z();
            }
        }
        System.out.println(completed + " trajectories, mean m_z at the end " + sum / completed);
    }
}
