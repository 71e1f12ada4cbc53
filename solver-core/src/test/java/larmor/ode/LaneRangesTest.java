package larmor.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaneRangesTest {

    @ParameterizedTest
    @CsvSource({"0, 8, 2", "1, 8, 2", "8, 8, 2", "9, 8, 2", "37, 8, 1", "37, 8, 3", "5, 1, 9"})
    void everyLaneIsWorkedOnOnceInRangesOfNearlyEqualLength(int lanes, int longest, int threads) {
        AtomicIntegerArray visits = new AtomicIntegerArray(lanes);
        Queue<Integer> lengths = new ConcurrentLinkedQueue<>();
        LaneRanges.share(
                lanes,
                longest,
                threads,
                () ->
                        (first, end) -> {
                            lengths.add(end - first);
                            for (int lane = first; lane < end; lane++) {
                                visits.incrementAndGet(lane);
                            }
                        });
        for (int lane = 0; lane < lanes; lane++) {
            assertThat(visits.get(lane)).isEqualTo(1);
        }
        assertThat(lengths).allMatch(length -> length <= longest);
        assertThat(lengths).hasSize(Math.ceilDiv(lanes, longest));
        if (lanes > 0) {
            assertThat(lengths).allMatch(length -> length >= lanes / lengths.size());
        }
    }

    @ParameterizedTest
    @CsvSource({"37, 1", "8, 2"})
    void oneThreadOrOneRangeIsWorkedOnByTheCaller(int lanes, int threads) {
        Queue<Thread> workers = new ConcurrentLinkedQueue<>();
        LaneRanges.share(lanes, 8, threads, () -> (_, _) -> workers.add(Thread.currentThread()));
        assertThat(workers).containsOnly(Thread.currentThread());
    }

    @Test
    void eachThreadHasAWorkerOfItsOwn() {
        Queue<Thread> makers = new ConcurrentLinkedQueue<>();
        LaneRanges.share(
                37,
                8,
                2,
                () -> {
                    makers.add(Thread.currentThread());
                    return (_, _) -> {};
                });
        assertThat(makers).hasSize(2).doesNotContain(Thread.currentThread());
    }

    @Test
    void whatAWorkerThrowsReachesTheCaller() {
        IllegalStateException problem = new IllegalStateException("lane 12");
        assertReachesTheCaller(
                problem,
                () -> {
                    throw problem;
                });
        StackOverflowError error = new StackOverflowError();
        assertReachesTheCaller(
                error,
                () -> {
                    throw error;
                });
    }

    private static void assertReachesTheCaller(Throwable thrown, Runnable failing) {
        assertThatThrownBy(() -> LaneRanges.share(37, 8, 2, () -> (_, _) -> failing.run()))
                .isSameAs(thrown);
    }

    /** The workers wait for something that never comes, until they are interrupted as well. */
    @Test
    void interruptionOfTheCallerEndsTheWorkAndIsNotForgotten() {
        CountDownLatch never = new CountDownLatch(1);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() ->
                        LaneRanges.share(
                                37,
                                8,
                                2,
                                () ->
                                        (_, _) -> {
                                            try {
                                                never.await();
                                            } catch (InterruptedException e) {
                                                throw new IllegalStateException(e);
                                            }
                                        }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("interrupted while a batch was being integrated");
        assertThat(Thread.interrupted()).isTrue();
    }
}
