package larmor.bench.gate.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LaunchProbeTest {

    @Test
    void aWaitBeforeTheFirstOperationIsNotInTheScore() {
        // Waits 10, then runs 50 without a break.
        assertThat(LaunchProbe.inside(10, 50, 50)).isZero();
        // Runs 20, waits 10, runs 20.
        assertThat(LaunchProbe.inside(10, 40, 50)).isEqualTo(10);
        // Waits 10, runs 20, waits 5, runs 25.
        assertThat(LaunchProbe.inside(15, 45, 50)).isEqualTo(5);
    }

    @Test
    void whatTheProcesssOwnThreadsRanMeanwhileIsNotTakenByOthers() {
        LaunchProbe.Times timed = new LaunchProbe.Times(60, 40);
        assertThat(LaunchProbe.inside(1, List.of(timed), 100, 100)).isEqualTo(40);
        // A collector ran for 25 of the 40 that the timed thread waited.
        assertThat(LaunchProbe.inside(1, List.of(timed, new LaunchProbe.Times(25, 5)), 100, 100))
                .isEqualTo(15);
        // Two timed threads share one processor and nobody else is there.
        LaunchProbe.Times half = new LaunchProbe.Times(50, 50);
        assertThat(LaunchProbe.inside(1, List.of(half, half), 100, 200)).isZero();
    }

    @Test
    void theStolenTimeIsThatOfTheAverageProcessor() {
        assertThat(
                        LaunchProbe.stolen(
                                """
                                cpu  9 9 9 9 9 9 9 30 0 0
                                cpu0 1 1 1 1 1 1 1 10 0 0
                                cpu1 1 1 1 1 1 1 1 20 0 0
                                intr 12 13 14 15 16 17 18 19 20
                                """))
                .isEqualTo(15);
    }

    @Test
    void aThreadThatSleepsDoesNotWait() {
        assertThat(LaunchProbe.inside(1, 10, 50)).isEqualTo(1);
    }
}
