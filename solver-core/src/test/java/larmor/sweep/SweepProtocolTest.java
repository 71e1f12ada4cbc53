package larmor.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import larmor.model.InvalidInput;
import org.junit.jupiter.api.Test;

/** How long a run has to be. */
class SweepProtocolTest {

    private static final long SEED = 20_240_722;
    private static final int DRAWS = 1000;

    private static final Pattern BOUNDS = Pattern.compile(" must be from (\\S+) to (\\S+), for ");

    private static final InitialState INITIAL =
            new InitialState.Fixed(SweepProtocol.PAPER_INITIAL, SweepProtocol.DEFAULT_TILT);

    /** Makes a protocol of a length that is asked for. */
    private interface Lengths {
        SweepProtocol of(double length, double sampleInterval);
    }

    @Test
    void theBoundsOfARefusedWindowAreAccepted() {
        assertBoundsAccepted(
                (window, interval) -> new SweepProtocol(INITIAL, 1e9, window, interval));
    }

    @Test
    void theBoundsOfARefusedTimeAreAccepted() {
        assertBoundsAccepted(
                (time, interval) -> SweepProtocol.observedAtTheEnd(INITIAL, time, interval));
    }

    private static void assertBoundsAccepted(Lengths protocols) {
        Random random = new Random(SEED);
        for (int i = 0; i < DRAWS; i++) {
            double interval = i == 0 ? 0.25 : random.nextDouble(1e-3, 0.25);
            InvalidInput refusal =
                    catchThrowableOfType(InvalidInput.class, () -> protocols.of(1e-3, interval));
            Matcher bounds = BOUNDS.matcher(String.valueOf(refusal.getMessage()));
            assertThat(bounds.find()).isTrue();
            for (int bound = 1; bound <= 2; bound++) {
                double length = Double.parseDouble(bounds.group(bound));
                assertThat(catchThrowable(() -> protocols.of(length, interval)))
                        .as("seed %d: %s, one sample every %s", SEED, bounds.group(bound), interval)
                        .isNull();
            }
        }
    }
}
