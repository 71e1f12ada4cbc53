package larmor.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import larmor.model.Coefficients;
import larmor.model.InvalidInput;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
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

    /** Samples kept at once: three doubles each make 200 MB. */
    private static final long MOST_SAMPLES = 1 << 23;

    /**
     * Samples farther apart, in radians of the fastest precession, would come near aliasing at π.
     */
    private static final double MOST_RADIANS_PER_SAMPLE = 2;

    /** A solver may shift the critical voltage by this share with damping of its own. */
    private static final double MOST_THRESHOLD_SHIFT = 1e-3;

    /**
     * How far m precesses while the threshold is looked at: ten periods, so that all steps are
     * full.
     */
    private static final double THRESHOLD_RADIANS = 20 * Math.PI;

    /** Tilt at which the threshold is looked at: what is not linear in it shifts 1e-6. */
    private static final double THRESHOLD_TILT = 1e-3;

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
     * @throws larmor.model.InvalidInput if the plan or the protocol cannot be run, or if the step
     *     is too coarse for one of the devices: to resolve its precession, or to leave its
     *     threshold alone
     */
    public List<SweepRow> run(int threads, Progress progress) {
        List<SweepPlan.Point> points = plan.points();
        points.stream().map(SweepPlan.Point::oscillator).distinct().forEach(this::requireFidelity);
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

    private void requireFidelity(Oscillator oscillator) {
        double longest = MOST_RADIANS_PER_SAMPLE / oscillator.fastestPrecession();
        if (protocol.sampleInterval() > longest) {
            throw new InvalidInput(
                    "--step",
                    "must be at most "
                            + longest
                            + " at magnet.field = "
                            + oscillator.device().magnet().field()
                            + ", so that the samples resolve the precession");
        }
        if (oscillator.spinConductance() != 0) {
            double shift = thresholdShift(oscillator);
            if (!(Math.abs(shift) <= MOST_THRESHOLD_SHIFT)) {
                throw new InvalidInput(
                        solver.description().adaptive() ? "--tolerance" : "--step",
                        "is too coarse: "
                                + solver.description().id()
                                + " would shift the critical voltage by "
                                + String.format(Locale.ROOT, "%.2g %%", 100 * shift));
            }
        }
    }

    /**
     * The growth rate of a small deviation at v = 1, which should be none, in units of s_c: samples
     * r_i of (m_x, m_y) at distance Δt have r_i×r_{i+1} ∝ exp(2 Re λ iΔt).
     */
    private double thresholdShift(Oscillator oscillator) {
        double interval = protocol.sampleInterval();
        int intervals =
                (int) Math.ceil(THRESHOLD_RADIANS / (oscillator.fmrFrequency() * interval)) + 2;
        Sampling sampling = Sampling.dividing(intervals * interval, intervals);
        Batch batch = new Batch(1);
        batch.set(
                0,
                oscillator.coefficients(1, plan.form(), true),
                Magnetization.normalized("tilt", THRESHOLD_TILT, 0, 1));
        SampledWindow window = new SampledWindow(sampling);
        BatchSolution outcome =
                solver.integrate(
                        batch,
                        intervals * interval,
                        sampling,
                        (index, time, _, _, x, y, z) ->
                                window.accept(index, time, x[0], y[0], z[0]),
                        1);
        if (outcome.solution(0) instanceof Solution.Failed) {
            // The runs will fail as well, and say why.
            return 0;
        }
        double growth = StrictMath.log(area(window, intervals - 1) / area(window, 0));
        double rate = growth / (2 * interval * (intervals - 1));
        return rate / oscillator.criticalTorque();
    }

    private static double area(SampledWindow window, int index) {
        return window.x(index) * window.y(index + 1) - window.y(index) * window.x(index + 1);
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
                                                windows[lane],
                                                batch.coefficients(lane));
                                progress.runEnded();
                            }
                        });
        return List.of(rows);
    }

    private static SweepRow row(
            SweepPlan.Point point,
            Solution solution,
            SampledWindow window,
            Coefficients coefficients) {
        return switch (solution) {
            case Solution.Completed _ -> SweepRow.of(point, SteadyState.of(window, coefficients));
            case Solution.Failed failed -> SweepRow.failed(point, failed.failure());
        };
    }
}
