package larmor.bench.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import larmor.model.InvalidInput;
import org.junit.jupiter.api.Test;

class LookPlanTest {

    private static final double ALPHA = 0.05;

    @Test
    void byDefaultThereAreThreeLooksWithAThirdOfTheErrorEach() {
        LookPlan plan = LookPlan.of(4, ALPHA, Optional.empty(), Optional.empty());
        assertThat(plan.pairs()).containsExactly(12, 18, 24);
        assertThat(plan.alphaPerLook()).isEqualTo(ALPHA / 3);
    }

    @Test
    void manyBenchmarksNeedMorePairsAtTheFirstLook() {
        // log2(300 · 3 / 0.05) = 14.1, and pairs come in twos.
        assertThat(LookPlan.of(300, ALPHA, Optional.empty(), Optional.empty()).pairs())
                .containsExactly(16, 24, 32);
    }

    @Test
    void looksThatCoincideAreOne() {
        LookPlan one = LookPlan.of(4, ALPHA, Optional.of(20), Optional.of(20));
        assertThat(one.pairs()).containsExactly(20);
        assertThat(one.alphaPerLook()).isEqualTo(ALPHA);
        assertThat(LookPlan.of(4, ALPHA, Optional.of(20), Optional.of(22)).pairs())
                .containsExactly(20, 22);
        assertThat(LookPlan.of(4, ALPHA, Optional.empty(), Optional.of(10)).pairs())
                .containsExactly(10);
    }

    @Test
    void theMostPairsThatMayBeAskedForAreTheMostThatArePlanned() {
        assertThat(LookPlan.of(4, ALPHA, Optional.of(200), Optional.empty()).pairs())
                .containsExactly(200);
        assertThat(LookPlan.of(4, ALPHA, Optional.of(150), Optional.empty()).pairs())
                .containsExactly(150, 176, 200);
    }

    @Test
    void pairsThatCanProveNothingAreRefused() {
        // 2^−8 ≤ 0.05/4/3 < 2^−6.
        assertThat(LookPlan.of(4, ALPHA, Optional.of(8), Optional.empty()).pairs()).contains(8);
        refused("--pairs", Optional.of(6), Optional.empty());
        refused("--pairs", Optional.of(13), Optional.empty());
        refused("--pairs", Optional.of(0), Optional.empty());
        refused("--pairs", Optional.of(1000), Optional.empty());
        refused("--max-pairs", Optional.of(12), Optional.of(10));
        refused("--max-pairs", Optional.empty(), Optional.of(6));
    }

    private static void refused(String flag, Optional<Integer> first, Optional<Integer> last) {
        assertThatThrownBy(() -> LookPlan.of(4, ALPHA, first, last))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith(flag + " must be");
    }
}
