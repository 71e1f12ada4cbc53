package larmor.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SiPrefixTest {

    @Test
    void aValueInTheUnitOfAPrefixIsRoundedOnce() {
        assertThat(SiPrefix.GIGA.of(19.3e9)).isEqualTo(19.3);
        assertThat(SiPrefix.MILLI.of(0.119)).isEqualTo(119);
    }

    @Test
    void thePowerOfTenIsTheOneOfThePrefix() {
        for (SiPrefix prefix : SiPrefix.values()) {
            assertThat(prefix.of(1)).isEqualTo(Double.parseDouble("1e" + -prefix.power()));
        }
    }
}
