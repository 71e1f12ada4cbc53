package larmor.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import larmor.observable.SampledWindow;
import larmor.observable.SteadyState;
import larmor.ode.Sampling;
import larmor.ode.Solution;
import larmor.ode.Solver;

/**
 * Runs a plan.
 *
 * @param plan what to run
 * @param protocol how each run goes
 * @param solver what integrates it
 */
public record Sweep(SweepPlan plan, SweepProtocol protocol, Solver solver) {

    /** Told when a run has ended, from any thread. */
    @FunctionalInterface
    public interface Progress {

        /** Takes no notice. */
        Progress NONE = () -> {};

        /** One more run has ended. */
        void runEnded();
    }

    /**
     * Runs everything.
     *
     * @param threads how many at once, at least 1; the result does not depend on it
     * @param progress told after each run
     * @return a row for each point, in the plan's order
     * @throws larmor.model.InvalidInput if the plan or the protocol cannot be run
     */
    public List<SweepRow> run(int threads, Progress progress) throws InterruptedException {
        List<SweepPlan.Point> points = plan.points();
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Future<SweepRow>> pending = new ArrayList<>();
            for (SweepPlan.Point point : points) {
                pending.add(
                        executor.submit(() -> {
                            SweepRow row = run(point);
                            progress.runEnded();
                            return row;
                        }));
            }
            try {
                List<SweepRow> rows = new ArrayList<>();
                for (Future<SweepRow> row : pending) {
                    rows.add(row.get());
                }
                return List.copyOf(rows);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw new IllegalStateException(e.getCause());
            } finally {
                executor.shutdownNow();
            }
        }
    }

    private SweepRow run(SweepPlan.Point point) {
        Sampling sampling = protocol.sampling();
        SampledWindow window = new SampledWindow(sampling);
        Solution solution =
                solver.integrate(
                        point.oscillator()
                                .coefficients(point.voltage(), plan.form(), point.selfTorque()),
                        protocol.initial(),
                        protocol.endTime(),
                        sampling,
                        window);
        return switch (solution) {
            case Solution.Completed _ -> SweepRow.of(point, SteadyState.of(window));
            case Solution.Failed failed -> SweepRow.failed(point, failed.failure());
        };
    }
}
