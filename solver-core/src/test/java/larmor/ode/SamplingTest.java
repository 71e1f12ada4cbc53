package larmor.ode;

import static larmor.ode.CertifiedRun.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamplingTest {

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void firstSampleLiesAtAFiniteTimeOfAtLeastZero(double start) {
        assertRefused("--samples", () -> new Sampling(start, 1, 2));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void samplesLieApart(double interval) {
        assertRefused("--samples", () -> new Sampling(0, interval, 2));
    }

    @Test
    void thereMayBeNoSamplesButNotFewer() {
        assertThat(new Sampling(0, 1, 0).count()).isZero();
        assertRefused("--samples", () -> new Sampling(0, 1, -1));
    }

    @Test
    void noSamplesLieAfterTheEndOfNoRun() {
        assertThatCode(() -> new Sampling(5, 1, 0).requireWithin(1)).doesNotThrowAnyException();
    }

    /** 3 × 0.1 is 0.30000000000000004. */
    @Test
    void roundingPutsNoSampleAfterTheEnd() {
        Sampling tenths = new Sampling(0, 0.1, 4);
        assertThat(tenths.time(3)).isGreaterThan(0.3);
        assertThatCode(() -> tenths.requireWithin(0.3)).doesNotThrowAnyException();
        assertRefused("--samples", () -> tenths.requireWithin(0.2999));
    }
}
