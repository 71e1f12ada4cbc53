package larmor.ode;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import larmor.model.InvalidInput;

/**
 * Shares the lanes of a batch among threads by ranges of indices. Which thread takes a range is
 * left to chance, so that a slow lane or a busy core holds nobody up; what is computed in it is
 * not.
 */
public final class LaneRanges {

    private LaneRanges() {}

    /** The work on a range. One object serves one thread and may keep its memory between ranges. */
    @FunctionalInterface
    public interface Worker {

        /** Works on the lanes from {@code first} to before {@code end}. */
        void work(int first, int end);
    }

    /**
     * Works on all lanes and returns when they are done.
     *
     * @param lanes how many there are
     * @param longest how many a range may hold
     * @param threads how many threads may work at once; with 1 it is the calling one
     * @param workers makes the worker of each thread
     * @throws InvalidInput if the number of threads is below 1
     */
    public static void share(int lanes, int longest, int threads, Supplier<Worker> workers) {
        if (threads < 1) {
            throw new InvalidInput("--threads", "must be at least 1, not " + threads);
        }
        // Ranges of nearly equal length: a last one of a few lanes would waste most of a block.
        int ranges = Math.ceilDiv(lanes, longest);
        AtomicInteger next = new AtomicInteger();
        Runnable work =
                () -> {
                    Worker worker = workers.get();
                    for (int i = next.getAndIncrement(); i < ranges; i = next.getAndIncrement()) {
                        worker.work(boundary(i, ranges, lanes), boundary(i + 1, ranges, lanes));
                    }
                };
        int needed = Math.min(threads, ranges);
        if (needed <= 1) {
            work.run();
        } else {
            onThreads(needed, work);
        }
    }

    private static int boundary(int range, int ranges, int lanes) {
        return (int) ((long) lanes * range / ranges);
    }

    private static void onThreads(int threads, Runnable work) {
        List<Future<?>> futures = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            for (int thread = 0; thread < threads; thread++) {
                futures.add(executor.submit(work));
            }
            for (Future<?> future : futures) {
                await(future, executor);
            }
        }
    }

    private static void await(Future<?> future, ExecutorService executor) {
        try {
            future.get();
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a batch was being integrated", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }
}
