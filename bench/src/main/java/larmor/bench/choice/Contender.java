package larmor.bench.choice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import larmor.ode.Batch;
import larmor.ode.BatchSampleSink;
import larmor.ode.BatchSolution;
import larmor.ode.Sampling;
import larmor.sweep.Sweep;

/**
 * A setting on a number of threads, to be timed in the batches that were asked for. Times are
 * seconds for a trajectory to the time that was asked for; what runs may be shorter, and is then
 * scaled by the evaluations that it takes.
 */
final class Contender implements Race.Runner {

    /** Voltages that the timed runs are spread over at least: work may depend on the voltage. */
    private static final int FEWEST_VOLTAGES = 16;

    /** Voltages that tell how the work grows with time. */
    private static final int MOST_COUNTED = 64;

    /** Long enough for the first steps not to matter, and for the start of threads. */
    private static final double SHORTEST_TIME = 50;

    /** So that the window of a tenth holds enough samples. */
    private static final double SHORTEST_OBSERVED_TIME = 5000;

    /** The clock and the scheduler are much finer than this. */
    private static final double SHORTEST_SAMPLE = 5e-3;

    /** Samples without a better one after which a time has settled. */
    private static final int UNIMPROVED = 4;

    /** More settled runs than this would tell no more of a time. */
    private static final int MOST_RUNS = 100;

    /** What counts as better: the compiler gains more than that. */
    private static final double IMPROVEMENT = 0.98;

    private static final double SHORTEST_WARM_UP = 0.3;
    private static final double LONGEST_WARM_UP = 2;
    private static final double NANOSECOND = 1e-9;

    private final Question question;
    private final Method method;
    private final double value;
    private final int threads;
    private final Trial trial;
    private final List<Batch> batches;
    private final double[] voltages;
    private double time;
    private double scale = 1;
    private long evaluated;
    private int repeats = 1;

    /**
     * @param vectors a batch that fills more on each thread is timed in a part: a solver takes its
     *     lanes in blocks, so the rest takes the same time
     */
    Contender(Question question, Method method, double value, int threads, int vectors) {
        this.question = question;
        this.method = method;
        this.value = value;
        this.threads = threads;
        trial = method.with(value);
        time = question.time();
        long most = 1L * vectors * threads * trial.solver().description().lanes();
        int lanes = (int) Math.min(question.batch(), most);
        int count = Math.ceilDiv(FEWEST_VOLTAGES, lanes);
        voltages = Question.voltages(count * lanes);
        batches = new ArrayList<>();
        for (int batch = 0; batch < count; batch++) {
            double[] some = new double[lanes];
            for (int lane = 0; lane < some.length; lane++) {
                some[lane] = voltages[batch + count * lane];
            }
            batches.add(ReferenceRuns.batch(some));
        }
    }

    Method method() {
        return method;
    }

    @Override
    public boolean isSameOnFewerThreads(Race.Runner other) {
        return other instanceof Contender contender
                && contender.method.equals(method)
                && threads < contender.threads;
    }

    double value() {
        return value;
    }

    int threads() {
        return threads;
    }

    /**
     * Runs until the time has settled.
     *
     * @param sample how long a timed sample may take, in seconds
     * @return what an evaluation takes
     */
    ShortTiming warmUp(double sample) {
        double shortest = question.quantity().isObserved() ? SHORTEST_OBSERVED_TIME : SHORTEST_TIME;
        time = Math.min(shortest, question.time());
        run();
        double seconds = run();
        time = Math.clamp(time * sample / seconds, time, question.time());
        double best = Double.POSITIVE_INFINITY;
        double spent = 0;
        List<Double> sinceImproved = new ArrayList<>();
        while (spent < LONGEST_WARM_UP
                && (sinceImproved.size() <= UNIMPROVED || spent < SHORTEST_WARM_UP)) {
            double one = run();
            spent += one;
            if (one < IMPROVEMENT * best) {
                sinceImproved.clear();
            }
            if (sinceImproved.size() < MOST_RUNS) {
                sinceImproved.add(one);
            }
            best = Math.min(best, one);
        }
        repeats = (int) Math.max(1, Math.ceil(SHORTEST_SAMPLE / best));
        return ShortTiming.of(
                best, sinceImproved.size() > UNIMPROVED ? sinceImproved : List.of(), evaluated);
    }

    /** Works out what a shorter run says about one to the time that was asked for. */
    void scaleToFullTime() {
        scale = time < question.time() ? evaluations(question.time()) / evaluations(time) : 1;
    }

    /** One timed sample, in seconds for a trajectory. */
    @Override
    public double sample() {
        double seconds = 0;
        for (int i = 0; i < repeats; i++) {
            seconds += run();
        }
        return perTrajectory(seconds / repeats);
    }

    private double perTrajectory(double seconds) {
        return seconds * scale / voltages.length;
    }

    private double run() {
        Sampling sampling = sampling();
        long start = System.nanoTime();
        List<BatchSolution> solutions = new ArrayList<>();
        for (Batch batch : batches) {
            solutions.add(
                    trial.solver()
                            .integrate(batch, time, sampling, BatchSampleSink.IGNORE, threads));
        }
        double seconds = (System.nanoTime() - start) * NANOSECOND;
        evaluated = solutions.stream().mapToLong(CountingSolver::evaluationsOf).sum();
        return seconds;
    }

    private Sampling sampling() {
        return sampling(time);
    }

    private Sampling sampling(double endTime) {
        if (!question.quantity().isObserved()) {
            return Sampling.NONE;
        }
        Question shortened =
                new Question(
                        question.quantity(),
                        question.accuracy(),
                        question.batch(),
                        endTime,
                        question.threads());
        Sweep sweep = ReferenceRuns.sweep(shortened, List.of(1.0), trial);
        return sweep.protocol().sampling();
    }

    /** Of the right-hand side for a trajectory, from the last run, which may have been shorter. */
    double expectedEvaluations() {
        return 1.0 * evaluated / voltages.length * (question.time() / time);
    }

    /** Of the right-hand side for a trajectory to the time that was asked for, in the mean. */
    double evaluations() {
        return evaluations(question.time());
    }

    private double evaluations(double endTime) {
        int stride = Math.ceilDiv(voltages.length, MOST_COUNTED);
        double[] some = new double[voltages.length / stride];
        Arrays.setAll(some, i -> voltages[i * stride]);
        BatchSolution solution =
                trial.solver()
                        .integrate(
                                ReferenceRuns.batch(some),
                                endTime,
                                sampling(endTime),
                                BatchSampleSink.IGNORE,
                                question.threads());
        return 1.0 * CountingSolver.evaluationsOf(solution) / some.length;
    }
}
