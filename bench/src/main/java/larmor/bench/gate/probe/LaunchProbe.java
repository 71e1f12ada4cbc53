package larmor.bench.gate.probe;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Tells of each iteration how much of it others took away, and how many operations it held.
 *
 * <p>The kernel counts for each thread the time for which it could have run and had to wait for a
 * processor, and for the machine the time that a hypervisor gave to others. Only threads that
 * wanted to run for most of the iteration are looked at: those are the ones that are timed, and a
 * compiler or collector thread that waits a little does not disturb them.
 */
public final class LaunchProbe implements InternalProfiler {

    /** Share of the timed part for which the timed threads waited in the run queue. */
    public static final String WAIT = "larmor.wait";

    /** Share of the processors' time that the hypervisor gave away. */
    public static final String STEAL = "larmor.steal";

    /** Operations in the iteration. */
    public static final String OPERATIONS = "larmor.operations";

    private static final Path THREADS = Path.of("/proc/self/task");
    private static final Path MACHINE = Path.of("/proc/stat");

    /** A thread that wanted less than this share of the iteration is not a timed one. */
    private static final double BUSY = 0.5;

    /** Nanoseconds in a tick of /proc/stat, which Linux counts in hundredths of a second. */
    private static final double TICK = 1e7;

    /** The column of stolen ticks behind the word {@code cpu}. */
    private static final int STEAL_COLUMN = 8;

    private Map<String, Times> before = Map.of();
    private double stolenBefore;
    private long start;

    /** What the kernel says of a thread, in nanoseconds since its start. */
    record Times(long ran, long waited) {

        Times since(Times then) {
            return new Times(ran - then.ran, waited - then.waited);
        }
    }

    /** Made by JMH. */
    public LaunchProbe() {}

    @Override
    public String getDescription() {
        return "time that other programs took away";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = threads();
        stolenBefore = stolen();
        start = System.nanoTime();
    }

    @Override
    public Collection<ScalarResult> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double wall = System.nanoTime() - start;
        double steal = (stolen() - stolenBefore) * TICK / wall;
        List<Times> during = new ArrayList<>();
        threads()
                .forEach((thread, now) ->
                        during.add(now.since(before.getOrDefault(thread, new Times(0, 0)))));
        double timed = timed(benchmark, result);
        double inside = inside(Runtime.getRuntime().availableProcessors(), during, wall, timed);
        return List.of(
                scalar(WAIT, timed > 0 ? inside / timed : 0),
                scalar(STEAL, steal),
                scalar(OPERATIONS, (double) result.getMetadata().getMeasuredOps()));
    }

    /**
     * Nanoseconds between the first operation and the last that others took from the timed threads.
     * For as long as the process's own other threads ran, a collector or a thread that the
     * benchmark has started, the wait may be for them: that is a cost of the code that is measured.
     * And where more threads are timed than there are processors, they wait for each other: others
     * took at most what all of the process's threads have left of the processors.
     *
     * @param processors that the process may use
     * @param threads what each has run and waited meanwhile
     * @param wall length of the iteration
     * @param timed length of its timed part, summed over the timed threads
     */
    static double inside(int processors, List<Times> threads, double wall, double timed) {
        double ran = 0;
        double waited = 0;
        double own = 0;
        for (Times thread : threads) {
            if (thread.ran() + thread.waited() >= BUSY * wall) {
                ran += thread.ran();
                waited += thread.waited();
            } else {
                own += thread.ran();
            }
        }
        double left = processors * wall - ran - own;
        return Math.max(0, Math.min(left, inside(waited, ran, timed) - own));
    }

    /**
     * The part of the wait that lies between the first operation and the last: what a thread did
     * not run of that time.
     */
    static double inside(double waited, double ran, double timed) {
        return Math.min(waited, Math.max(0, timed - ran));
    }

    /**
     * Nanoseconds between the first operation and the last, summed over the threads. What a thread
     * waits before its first operation, which on a busy processor is a slice of the scheduler, is
     * counted by the kernel and is not in the score. 0 where the benchmark threw.
     */
    private static double timed(BenchmarkParams benchmark, IterationResult result) {
        if (result.getRawPrimaryResults().isEmpty()) {
            return 0;
        }
        double score = result.getPrimaryResult().getScore();
        double operations = (double) result.getMetadata().getMeasuredOps();
        double units =
                benchmark.getMode() == Mode.Throughput
                        ? benchmark.getThreads() * operations / score
                        : operations * score;
        return units * benchmark.getTimeUnit().toNanos(1);
    }

    private static ScalarResult scalar(String name, double value) {
        return new ScalarResult(name, value, "", AggregationPolicy.AVG);
    }

    private static Map<String, Times> threads() {
        Map<String, Times> times = new HashMap<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(THREADS)) {
            for (Path folder : folders) {
                read(folder).ifPresent(known -> times.put(folder.getFileName().toString(), known));
            }
        } catch (IOException e) {
            // No such file on this system: then nothing is known, and nothing is said to wait.
            return Map.of();
        }
        return times;
    }

    /** Nothing where the thread has ended since the folder was seen. */
    private static Optional<Times> read(Path thread) {
        try {
            String[] words = Files.readString(thread.resolve("schedstat")).split("\\s", -1);
            return Optional.of(new Times(Long.parseLong(words[0]), Long.parseLong(words[1])));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static double stolen() {
        try {
            return stolen(Files.readString(MACHINE));
        } catch (IOException e) {
            return 0;
        }
    }

    /** Ticks that were stolen from a processor, on average over them: a line each, by number. */
    static double stolen(String machine) {
        return machine.lines()
                .filter(line -> line.matches("cpu\\d.*"))
                .map(line -> line.split("\\s+", -1))
                .mapToLong(words ->
                        words.length > STEAL_COLUMN ? Long.parseLong(words[STEAL_COLUMN]) : 0)
                .average()
                .orElse(0);
    }
}
