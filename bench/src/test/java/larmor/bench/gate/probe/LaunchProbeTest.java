package larmor.bench.gate.probe;

import static org.assertj.core.api.Assertions.assertThat;

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
    void aThreadThatSleepsDoesNotWait() {
        assertThat(LaunchProbe.inside(1, 10, 50)).isEqualTo(1);
    }
}
