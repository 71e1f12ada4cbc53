package larmor.sweep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import larmor.model.Device;
import larmor.model.InvalidInput;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import larmor.observable.SampledWindow;
import larmor.ode.Batch;
import larmor.ode.BatchSolution;
import larmor.ode.BatchSolver;
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

    /** Points in a chunk: enough for a thread's lanes, few enough to be lost. */
    private static final int POINTS_PER_CHUNK = 64;

    /** Samples in a chunk: three doubles each make 200 MB. */
    private static final long MOST_SAMPLES = 1 << 23;

    /** Samples at once, of as many chunks as there is room for: three doubles in a quarter. */
    private static final int HEAP_BYTES_PER_SAMPLE = 4 * 3 * Double.BYTES;

    /** Rows kept at once: 300 bytes each make 80 MB. */
    private static final int MOST_ROWS = 1 << 18;

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

    /** Next to a field without stiffness m hardly precesses; the growth is the same over less. */
    private static final double MOST_THRESHOLD_SAMPLES = 1 << 16;

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

    /** Takes the rows of a sweep chunk by chunk. */
    @FunctionalInterface
    public interface Chunks {

        /**
         * Takes a chunk: whole chains, the next in the plan's order. Which points make a chunk
         * depends on the plan, the protocol and where the run begins, not on threads or machine.
         *
         * @param first index of the first row in the plan
         * @param rows at least one
         * @throws IOException if they cannot be put away; the sweep then ends
         */
        void accept(long first, List<SweepRow> rows) throws IOException;
    }

    /**
     * Runs everything.
     *
     * @param threads how many share the runs, at least 1; the result does not depend on it
     * @param progress told after each run
     * @return a row for each point, in the plan's order
     * @throws InvalidInput as {@link #requireRunnable} does
     */
    public List<SweepRow> run(int threads, Progress progress) {
        List<SweepRow> rows = new ArrayList<>();
        try {
            run(0, plan.size(), threads, progress, (_, chunk) -> rows.addAll(chunk));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(rows);
    }

    /**
     * Runs a stretch of the plan. The memory that it takes does not grow with the stretch.
     *
     * @param first index of its first point, the first of a chain
     * @param end index behind its last point, the last of a chain
     * @param threads how many share the runs, at least 1; the result does not depend on it
     * @param progress told after each run
     * @param chunks given the rows in order
     * @throws InvalidInput as {@link #requireRunnable} does
     * @throws IOException if the rows cannot be put away
     */
    public void run(long first, long end, int threads, Progress progress, Chunks chunks)
            throws IOException {
        Device _ = requireRunnable();
        int chunk = chainsPerChunk() * plan.chainLength();
        int atOnce = chunksAtOnce(threads) * chunk;
        for (long start = first; start < end; start += atOnce) {
            int points = (int) Math.min(atOnce, end - start);
            List<SweepRow> rows = new ChainBatch(this, start, points).run(threads, progress);
            for (int from = 0; from < points; from += chunk) {
                chunks.accept(start + from, rows.subList(from, Math.min(from + chunk, points)));
            }
        }
    }

    /**
     * How many runs are integrated side by side.
     *
     * @param threads how many share them
     */
    public long runsAtOnce(int threads) {
        return Math.min(plan.chains(), (long) chunksAtOnce(threads) * chainsPerChunk());
    }

    private int chainsPerChunk() {
        long inMemory = MOST_SAMPLES / protocol.sampling().count();
        return (int) Math.clamp(POINTS_PER_CHUNK / plan.chainLength(), 1, Math.max(1, inMemory));
    }

    private int chunksAtOnce(int threads) {
        long samples = Runtime.getRuntime().maxMemory() / HEAP_BYTES_PER_SAMPLE;
        long inMemory = samples / protocol.sampling().count();
        long lanes = Math.min((long) LANES_PER_THREAD * threads, inMemory);
        lanes = Math.min(lanes, MOST_ROWS / plan.chainLength());
        return (int) Math.max(1, lanes / chainsPerChunk());
    }

    /**
     * Looks at what would make the whole sweep a mistake, before anything runs. What is wrong with
     * single points shows in their rows.
     *
     * @return a device that can be run
     * @throws InvalidInput if no point of the plan can be run, if the end cannot be reached in a
     *     sensible number of steps, or if the step is too coarse for one of the devices at the ends
     *     of its lists: to resolve its precession, or to leave its threshold alone
     */
    public Device requireRunnable() {
        Device some = deviceOfSomePoint();
        solver.requireReachable(protocol.endTime(), protocol.sampling());
        Optional<InvalidInput> tooCoarse = tooCoarse();
        if (tooCoarse.isPresent()) {
            throw tooCoarse.get();
        }
        return some;
    }

    /**
     * Why the step or the tolerance is too coarse for one of the devices at the ends of the plan's
     * lists; empty if it is not.
     */
    public Optional<InvalidInput> tooCoarse() {
        for (Device corner : plan.corners()) {
            if (fitness(corner) instanceof Fitness.TooCoarse(InvalidInput reason)) {
                return Optional.of(reason);
            }
        }
        return Optional.empty();
    }

    private Device deviceOfSomePoint() {
        InvalidInput reason = null;
        for (long index = 0; index < plan.size(); index++) {
            SweepPoint point = plan.point(index);
            try {
                Oscillator.of(point.device())
                        .coefficients(point.voltage(), plan.form(), point.selfTorque());
                return point.device();
            } catch (InvalidInput e) {
                reason = reason == null ? e : reason;
            }
        }
        throw Objects.requireNonNull(reason);
    }

    /** Whether a device can be run by this protocol and solver. */
    sealed interface Fitness {

        /** It can. */
        record Fit(Oscillator oscillator) implements Fitness {}

        /** It makes no oscillator. */
        record NoOscillator(InvalidInput reason) implements Fitness {}

        /** Step or samples do not suffice for it. */
        record TooCoarse(InvalidInput reason) implements Fitness {}
    }

    /** Depends on device, protocol and solver only. */
    Fitness fitness(Device device) {
        Oscillator oscillator;
        try {
            oscillator = Oscillator.of(device);
        } catch (InvalidInput e) {
            return new Fitness.NoOscillator(e);
        }
        try {
            requireFidelity(oscillator);
        } catch (InvalidInput e) {
            return new Fitness.TooCoarse(e);
        }
        return new Fitness.Fit(oscillator);
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
        double turns = Math.ceil(THRESHOLD_RADIANS / (oscillator.fmrFrequency() * interval));
        int intervals = (int) Math.min(turns, MOST_THRESHOLD_SAMPLES) + 2;
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
}
