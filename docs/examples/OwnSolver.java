import java.util.Locale;
import larmor.model.Coefficients;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import larmor.ode.Batch;
import larmor.ode.BatchSampleSink;
import larmor.ode.BatchSolution;
import larmor.ode.Dop853;
import larmor.ode.EqualSteps;
import larmor.ode.LlgsEquation;
import larmor.ode.SampleSink;
import larmor.ode.Sampling;
import larmor.ode.ScalarBatch;
import larmor.ode.Solution;
import larmor.ode.Solver;
import larmor.ode.SolverDescription;
import larmor.ode.Statistics;

/** A solver of your own, Heun's method, beside Larmor's: its order, and a batch with it. */
public final class OwnSolver {

    /** Heun's method at fixed step. It renormalises m and reports no samples. */
    record Heun(double stepSize) implements Solver {

        @Override
        public SolverDescription description() {
            return new SolverDescription("heun", 2, false, 1, "an example");
        }

        @Override
        public void requireReachable(double endTime, Sampling sampling) {
            EqualSteps.requireDividing(endTime, sampling, stepSize);
        }

        @Override
        public Solution integrate(
                Coefficients coefficients,
                Magnetization start,
                double endTime,
                Sampling sampling,
                SampleSink sink) {
            LlgsEquation equation = new LlgsEquation(coefficients);
            EqualSteps steps = EqualSteps.dividing(endTime, stepSize);
            double h = steps.size();
            double[] m = {start.x(), start.y(), start.z()};
            double[] guess = new double[3];
            double[] first = new double[3];
            double[] second = new double[3];
            double normError = 0;
            for (long step = 0; step < steps.count(); step++) {
                equation.rate(m, first);
                for (int i = 0; i < 3; i++) {
                    guess[i] = m[i] + h * first[i];
                }
                equation.rate(guess, second);
                for (int i = 0; i < 3; i++) {
                    m[i] += 0.5 * h * (first[i] + second[i]);
                }
                double norm = Math.sqrt(m[0] * m[0] + m[1] * m[1] + m[2] * m[2]);
                normError = Math.max(normError, Math.abs(norm - 1));
                for (int i = 0; i < 3; i++) {
                    m[i] /= norm;
                }
            }
            return new Solution.Completed(
                    new Magnetization(m[0], m[1], m[2]),
                    new Statistics(steps.count(), 0, 2 * steps.count(), normError));
        }
    }

    public static void main(String[] arguments) {
        Oscillator oscillator = Oscillator.of(Device.PAPER);
        Coefficients coefficients = oscillator.coefficients(1.5, EquationForm.EXACT, true);
        Magnetization start = Magnetization.normalized("start", 0.01, 0, 1);

        Magnetization reference =
                end(Dop853.withTolerance(1e-13).integrate(coefficients, start, 50));
        double previous = error(new Heun(0.04), coefficients, start, reference);
        for (double step = 0.02; step > 0.002; step /= 2) {
            double error = error(new Heun(step), coefficients, start, reference);
            System.out.printf(
                    Locale.ROOT,
                    "h %.4f  error %.3e  %.2f times less than at 2h%n",
                    step,
                    error,
                    previous / error);
            previous = error;
        }

        Batch batch = new Batch(100);
        for (int lane = 0; lane < batch.lanes(); lane++) {
            double voltage = 1 + 0.01 * lane;
            batch.set(lane, oscillator.coefficients(voltage, EquationForm.EXACT, true), start);
        }
        BatchSolution outcome =
                new ScalarBatch(new Heun(0.01))
                        .integrate(batch, 50, Sampling.NONE, BatchSampleSink.IGNORE, 2);
        System.out.println("lane 50 ends at m_z = " + end(outcome.solution(50)).z());
    }

    private static double error(
            Solver solver,
            Coefficients coefficients,
            Magnetization start,
            Magnetization reference) {
        Magnetization m = end(solver.integrate(coefficients, start, 50));
        return Math.hypot(
                Math.hypot(m.x() - reference.x(), m.y() - reference.y()), m.z() - reference.z());
    }

    private static Magnetization end(Solution solution) {
        return switch (solution) {
            case Solution.Completed completed -> completed.end();
            case Solution.Failed failed ->
                    throw new IllegalStateException(failed.failure().toString());
        };
    }
}
