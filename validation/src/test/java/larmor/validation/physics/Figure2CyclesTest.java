package larmor.validation.physics;

import static org.assertj.core.api.Assertions.assertThat;

import larmor.validation.Check;
import org.junit.jupiter.api.Test;

class Figure2CyclesTest {

    @Test
    void runThatDoubtsItselfGetsNoWideLimit() {
        assertThat(Figure2Cycles.limit(0.1, 0).value()).isEqualTo(1e-5);
        assertThat(Figure2Cycles.limit(1e-9, 0.1).value()).isEqualTo(1e-5);
        assertThat(Figure2Cycles.limit(1e-9, 1e-8).value()).isBetween(3e-9, 5e-9);
    }

    @Test
    void onlyALimitThatTheRunStatesIsNearItsErrorByConstruction() {
        assertThat(Figure2Cycles.limit(1e-6, 0).basis()).isEqualTo(Check.Basis.STATED_UNCERTAINTY);
        assertThat(Figure2Cycles.limit(0.1, 0).basis()).isEqualTo(Check.Basis.THEORY);
    }
}
