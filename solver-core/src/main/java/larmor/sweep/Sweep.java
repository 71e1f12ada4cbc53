package larmor.sweep;

import java.util.ArrayList;
import java.util.List;
import larmor.model.Coefficients;
import larmor.observable.SampledWindow;
import larmor.observable.SteadyState;
import larmor.ode.Batch;
import larmor.ode.BatchSolution;
import larmor.ode.BatchSolver;
import larmor.ode.LaneRanges;
import larmor.ode.Sampling;
import larmor.ode.Solution;

/**
 * Runs a plan.
 *
 * @param plan what to run
 * @param protocol how each run goes
 * @param solver what integrates it
 */
public record Sweep(SweepPlan plan, SweepProtocol protocol, BatchSolver solver) {

    /**
     * Runs integrated at once by each thread: several blocks of lanes, so that threads end
     * together.
     */
    private static final int LANES_PER_THREAD = 192;

    /** Samples kept at once: three doubles each make 400 MB. */
    private static final long MOST_SAMPLES = 1 << 24;

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
     * @param threads how many share the runs, at least 1; the result does not depend on it
     * @param progress told after each run
     * @return a row for each point, in the plan's order
     * @throws larmor.model.InvalidInput if the plan or the protocol cannot be run
     */
    public List<SweepRow> run(int threads, Progress progress) {
        List<SweepPlan.Point> points = plan.points();
        Sampling sampling = protocol.sampling();
        int inMemory = (int) Math.max(1, MOST_SAMPLES / sampling.count());
        int lanes = Math.min(LANES_PER_THREAD * threads, inMemory);
        List<SweepRow> rows = new ArrayList<>();
        for (int first = 0; first < points.size(); first += lanes) {
            int end = Math.min(first + lanes, points.size());
            rows.addAll(run(points.subList(first, end), sampling, threads, progress));
        }
        return List.copyOf(rows);
    }

    private List<SweepRow> run(
            List<SweepPlan.Point> points, Sampling sampling, int threads, Progress progress) {
        Batch batch = new Batch(points.size());
        SampledWindow[] windows = new SampledWindow[points.size()];
        for (int lane = 0; lane < points.size(); lane++) {
            SweepPlan.Point point = points.get(lane);
            Coefficients coefficients =
                    point.oscillator()
                            .coefficients(point.voltage(), plan.form(), point.selfTorque());
            batch.set(lane, coefficients, protocol.initial());
            windows[lane] = new SampledWindow(sampling);
        }
        BatchSolution solution =
                solver.integrate(
                        batch,
                        protocol.endTime(),
                        sampling,
                        (index, time, count, lanes, x, y, z) -> {
                            for (int i = 0; i < count; i++) {
                                windows[lanes[i]].accept(index, time, x[i], y[i], z[i]);
                            }
                        },
                        threads);
        SweepRow[] rows = new SweepRow[points.size()];
        LaneRanges.share(
                points.size(),
                1,
                threads,
                () ->
                        (first, end) -> {
                            for (int lane = first; lane < end; lane++) {
                                rows[lane] =
                                        row(
                                                points.get(lane),
                                                solution.solution(lane),
                                                windows[lane]);
                                progress.runEnded();
                            }
                        });
        return List.of(rows);
    }

    private static SweepRow row(SweepPlan.Point point, Solution solution, SampledWindow window) {
        return switch (solution) {
            case Solution.Completed _ -> SweepRow.of(point, SteadyState.of(window));
            case Solution.Failed failed -> SweepRow.failed(point, failed.failure());
        };
    }
}
