package larmor.sweep;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import larmor.model.Coefficients;
import larmor.model.Device;
import larmor.model.InvalidInput;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import larmor.observable.SampledWindow;
import larmor.observable.SteadyState;
import larmor.ode.Batch;
import larmor.ode.BatchSolution;
import larmor.ode.LaneRanges;
import larmor.ode.Sampling;
import larmor.ode.Solution;

/**
 * Some chains of a plan side by side, one to a lane: the first points of all of them at once, then
 * the second ones from where the first have ended, and so on.
 */
final class ChainBatch {

    private final Sweep sweep;
    private final long first;
    private final int length;
    private final Sampling sampling;
    private final SweepRow[] rows;

    /**
     * @param first index of the first point, the first of a chain
     * @param points how many, whole chains
     */
    ChainBatch(Sweep sweep, long first, int points) {
        this.sweep = sweep;
        this.first = first;
        length = sweep.plan().chainLength();
        sampling = sweep.protocol().sampling();
        rows = new SweepRow[points];
    }

    /** A row for each point, in the plan's order. */
    List<SweepRow> run(int threads, Sweep.Progress progress) {
        List<Chain> chains = chains(threads);
        for (int place = 0; place < length; place++) {
            List<Run> runs = new ArrayList<>();
            for (int i = 0; i < chains.size(); i++) {
                int row = i * length + place;
                chains.get(i)
                        .begin(row, sweep.plan().point(first + row))
                        .ifPresentOrElse(runs::add, progress::runEnded);
            }
            advance(runs, threads, progress);
        }
        return List.of(rows);
    }

    private List<Chain> chains(int threads) {
        int count = rows.length / length;
        List<Device> devices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            devices.add(sweep.plan().point(first + (long) i * length).device());
        }
        Map<Device, Sweep.Fitness> fitness = fitness(new LinkedHashSet<>(devices), threads);
        List<Chain> chains = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            chains.add(
                    new Chain(
                            Objects.requireNonNull(fitness.get(devices.get(i))),
                            sweep.protocol().initial().start(first + (long) i * length)));
        }
        return chains;
    }

    private Map<Device, Sweep.Fitness> fitness(Set<Device> distinct, int threads) {
        List<Device> devices = List.copyOf(distinct);
        Map<Device, Sweep.Fitness> fitness = new ConcurrentHashMap<>();
        LaneRanges.share(
                devices.size(),
                1,
                threads,
                () ->
                        (from, end) -> {
                            for (Device device : devices.subList(from, end)) {
                                fitness.put(device, sweep.fitness(device));
                            }
                        });
        return fitness;
    }

    private void advance(List<Run> runs, int threads, Sweep.Progress progress) {
        Batch batch = new Batch(runs.size());
        for (int lane = 0; lane < runs.size(); lane++) {
            Run run = runs.get(lane);
            batch.set(lane, run.coefficients, run.start);
        }
        BatchSolution solution =
                sweep.solver()
                        .integrate(
                                batch,
                                sweep.protocol().endTime(),
                                sampling,
                                (index, time, count, lanes, x, y, z) -> {
                                    for (int i = 0; i < count; i++) {
                                        runs.get(lanes[i])
                                                .chain
                                                .window
                                                .accept(index, time, x[i], y[i], z[i]);
                                    }
                                },
                                threads);
        LaneRanges.share(
                runs.size(),
                1,
                threads,
                () ->
                        (from, end) -> {
                            for (int lane = from; lane < end; lane++) {
                                Run run = runs.get(lane);
                                run.chain.end(run, solution.solution(lane));
                                progress.runEnded();
                            }
                        });
    }

    /** A chain on its way. */
    private final class Chain {

        private final Sweep.Fitness fitness;
        private final SampledWindow window = new SampledWindow(sampling);

        /** Empty once a run has failed. */
        private Optional<Magnetization> start;

        Chain(Sweep.Fitness fitness, Magnetization start) {
            this.fitness = fitness;
            this.start = Optional.of(start);
        }

        /** The run of one of its points; empty where there is none, which the row then says. */
        Optional<Run> begin(int row, SweepPoint point) {
            return switch (fitness) {
                case Sweep.Fitness.NoOscillator(InvalidInput reason) ->
                        refuse(row, point, new RunFailure.InvalidDevice(reason.getMessage()));
                case Sweep.Fitness.TooCoarse(InvalidInput reason) ->
                        refuse(row, point, new RunFailure.TooCoarse(reason.getMessage()));
                case Sweep.Fitness.Fit(Oscillator oscillator) -> begin(row, point, oscillator);
            };
        }

        private Optional<Run> begin(int row, SweepPoint point, Oscillator oscillator) {
            if (start.isEmpty()) {
                return refuse(row, point, new RunFailure.NoStart());
            }
            Coefficients coefficients;
            try {
                coefficients =
                        oscillator.coefficients(
                                point.voltage(), sweep.plan().form(), point.selfTorque());
            } catch (InvalidInput e) {
                return refuse(row, point, new RunFailure.InvalidVoltage(e.getMessage()));
            }
            return Optional.of(
                    new Run(this, row, point, oscillator, coefficients, start.orElseThrow()));
        }

        private Optional<Run> refuse(int row, SweepPoint point, RunFailure failure) {
            rows[row] = SweepRow.failed(point, failure);
            return Optional.empty();
        }

        void end(Run run, Solution solution) {
            switch (solution) {
                case Solution.Failed failed -> {
                    start = Optional.empty();
                    refuse(run.row, run.point, new RunFailure.Numerical(failed.failure()));
                }
                case Solution.Completed completed -> {
                    SteadyState state = SteadyState.of(window, run.coefficients);
                    rows[run.row] = SweepRow.of(run.point, state, run.oscillator.fmrFrequency());
                    start = Optional.of(next(completed.end(), state));
                }
            }
        }

        private Magnetization next(Magnetization end, SteadyState state) {
            Magnetization m = Magnetization.normalized("--initial", end.x(), end.y(), end.z());
            boolean atRest = state.frequency().isEmpty();
            return atRest ? sweep.protocol().initial().agitated(m) : m;
        }
    }

    /** One run of a chain. */
    private record Run(
            Chain chain,
            int row,
            SweepPoint point,
            Oscillator oscillator,
            Coefficients coefficients,
            Magnetization start) {}
}
