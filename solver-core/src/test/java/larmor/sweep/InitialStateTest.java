package larmor.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import larmor.model.Magnetization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InitialStateTest {

    /** Draws for a mean. */
    private static final int DRAWS = 40_000;

    /** Five standard errors of a mean over the draws, of a variable of unit variance. */
    private static final double FIVE_SIGMA = 5 / Math.sqrt(DRAWS);

    /** Of a few operations. */
    private static final double ROUNDING = 1e-15;

    /** The known answers that the authors publish with their code, Random123 1.14. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 6627e8d5 e169c58d bc57ac4c 9b00dbd8",
        "-1, -1, -1, 408f276d 41c83b0e a20bc7c6 6d5451fd",
        "299f31d0a4093822, 85a308d3243f6a88, 0370734413198a2e, d16cfe09 94fdcceb 5001e420 24126ea1"
    })
    void philoxGivesThePublishedWords(String key, String low, String high, String expected) {
        int[] words = Philox.words(hex(key), hex(low), hex(high));
        assertThat(String.format("%08x %08x %08x %08x", words[0], words[1], words[2], words[3]))
                .isEqualTo(expected);
    }

    private static long hex(String text) {
        return text.startsWith("-") ? Long.parseLong(text) : Long.parseUnsignedLong(text, 16);
    }

    @Test
    void wordsOfOneBitsMakeTheLargestNumberBelowOne() {
        assertThat(Philox.unit(-1, -1)).isEqualTo(Math.nextDown(1.0));
        assertThat(Philox.unit(0, 0)).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-8, 0.01, 1.5})
    void randomStartsCoverTheCapEvenly(double tilt) {
        InitialState initial = new InitialState.RandomTilt(7, tilt);
        double cap = 2 * StrictMath.pow(StrictMath.sin(tilt / 2), 2);
        double depth = 0;
        double east = 0;
        double north = 0;
        for (long index = 0; index < DRAWS; index++) {
            Magnetization m = initial.start(index);
            // 1 − cos θ from the transverse part, where rounding leaves it alone.
            double radius = m.x() * m.x() + m.y() * m.y();
            double drop = radius / (1 + m.z());
            assertThat(drop).isPositive().isLessThanOrEqualTo(cap * (1 + 1e-14));
            assertThat(m.norm()).isCloseTo(1, within(ROUNDING));
            depth += drop / cap;
            east += m.x() / Math.sqrt(radius);
            north += m.y() / Math.sqrt(radius);
        }
        // 1 − cos θ is uniform, of variance 1/12, and so is the azimuth: cosine and sine have ½.
        assertThat(depth / DRAWS).isCloseTo(0.5, within(FIVE_SIGMA / Math.sqrt(12)));
        assertThat(east / DRAWS).isCloseTo(0, within(FIVE_SIGMA / Math.sqrt(2)));
        assertThat(north / DRAWS).isCloseTo(0, within(FIVE_SIGMA / Math.sqrt(2)));
    }

    @Test
    void aStartDependsOnSeedAndIndexOnly() {
        InitialState initial = new InitialState.RandomTilt(7, 0.01);
        Magnetization third = initial.start(3);
        initial.start(100);
        assertThat(new InitialState.RandomTilt(7, 0.01).start(3)).isEqualTo(third);
        assertThat(new InitialState.RandomTilt(8, 0.01).start(3)).isNotEqualTo(third);
        assertThat(LongStream.range(0, 1000).mapToObj(initial::start)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 1",
        "0, 0, -1",
        "1, 0, 0",
        "-1, 0, 0",
        "0, 1, 0",
        "0.6, 0, 0.8",
        "0.8, 0.6, 0"
    })
    void aStateAtRestIsTiltedByTheAngle(double x, double y, double z) {
        double tilt = 0.02;
        Magnetization rest = new Magnetization(x, y, z);
        Magnetization m = new InitialState.Fixed(rest, tilt).agitated(rest);
        double chord =
                Math.sqrt(
                        (m.x() - x) * (m.x() - x)
                                + (m.y() - y) * (m.y() - y)
                                + (m.z() - z) * (m.z() - z));
        assertThat(chord).isCloseTo(2 * StrictMath.sin(tilt / 2), within(ROUNDING));
    }
}
