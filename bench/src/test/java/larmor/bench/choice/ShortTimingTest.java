package larmor.bench.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Times are made up, so no clock is involved. */
class ShortTimingTest {

    private static final ShortTiming CALM =
            ShortTiming.of(1, List.of(1.0, 1.25, 1.0, 1.5, 1.25), 128);

    @Test
    void aMethodIsSlowerByItsBestRunOverTheUpperEndOfTheOther() {
        ShortTiming slow = ShortTiming.of(8, List.of(8.0, 9.0, 8.25, 8.5, 20.0), 128);
        assertThat(slow.timesAsLong(384, CALM, 128).orElseThrow()).isEqualTo(3 * 8 / 1.5);
    }

    /** One of its runs was interrupted for long: that says nothing about the other. */
    @Test
    void aLoadOnTheFasterOneLowersTheBound() {
        ShortTiming disturbed = ShortTiming.of(1, List.of(1.0, 1.0, 1.0, 1.0, 10.0), 128);
        ShortTiming slow = ShortTiming.of(20, List.of(20.0, 20.0, 20.0, 20.0, 20.0), 128);
        assertThat(slow.timesAsLong(128, disturbed, 128).orElseThrow()).isEqualTo(2);
    }

    @Test
    void whereATimeHasNotSettledOrTwoAreNotToldApartThereIsNoNumber() {
        ShortTiming unsettled = ShortTiming.of(500, List.of(), 100);
        assertThat(unsettled.best()).isEqualTo(5);
        assertThat(unsettled.timesAsLong(100, CALM, 100)).isEqualTo(OptionalDouble.empty());
        assertThat(CALM.timesAsLong(1000, unsettled, 100)).isEqualTo(OptionalDouble.empty());
        assertThat(CALM.timesAsLong(105, CALM, 100)).isEqualTo(OptionalDouble.empty());
    }

    /** A load that lasts through all runs of one method makes it look slow at that moment only. */
    @Test
    void ofTwoMomentsTheOneThatWasDisturbedLessCounts() {
        ShortTiming disturbed =
                ShortTiming.of(300, List.of(300.0, 300.0, 300.0, 300.0, 300.0), 128);
        assertThat(disturbed.or(CALM)).isEqualTo(CALM);
        assertThat(CALM.or(disturbed)).isEqualTo(CALM);
    }
}
