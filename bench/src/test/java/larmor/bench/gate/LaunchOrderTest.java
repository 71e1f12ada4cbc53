package larmor.bench.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class LaunchOrderTest {

    @Test
    void pairsFollowThueAndMorse() {
        StringBuilder order = new StringBuilder();
        for (int pair = 0; pair < 8; pair++) {
            order.append(LaunchOrder.first(pair) == Side.BASE ? "AB" : "BA");
        }
        assertThat(order).hasToString("ABBABAABBAABABBA");
    }

    @Test
    void aLinearDriftDropsOutOfEachBlockAndAQuadraticOneOfTwo() {
        assertThat(sum(2, time -> 5 * time + 3)).isZero();
        assertThat(sum(4, time -> 7 * time * time + 5 * time + 3)).isZero();
        assertThat(sum(2, time -> time * time)).isNotZero();
    }

    @Test
    void aLinearDriftDropsOutOfTheSameJarDifferencesOfFourBlocks() {
        double all = 0;
        for (int block = 0; block < 4; block++) {
            for (Side side : Side.values()) {
                List<Integer> places = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    if (sideAt(4 * block + i) == side) {
                        places.add(4 * block + i);
                    }
                }
                all += LaunchOrder.sameJarSign(block) * (places.getLast() - places.getFirst());
            }
        }
        assertThat(all).isZero();
    }

    /** Candidate less base over so many pairs, for a machine whose speed depends on time only. */
    private static double sum(int pairs, IntToDoubleFunction drift) {
        double sum = 0;
        for (int time = 0; time < 2 * pairs; time++) {
            double cost = drift.applyAsDouble(time);
            sum += sideAt(time) == Side.CANDIDATE ? cost : -cost;
        }
        return sum;
    }

    private static Side sideAt(int time) {
        Side first = LaunchOrder.first(time / 2);
        return time % 2 == 0 ? first : first.other();
    }
}
