package larmor.validation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import larmor.validation.ladder.CheckFamily;
import larmor.validation.ladder.Sabotage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SabotageTest {

    static Stream<ValidationRun.Trial> trials() {
        return HonestRun.RUN
                .withSabotages(Ladder.sabotages(), HonestRun.LABORATORY, _ -> {})
                .trials()
                .stream();
    }

    @ParameterizedTest
    @MethodSource("trials")
    void everyMistakeIsCaught(ValidationRun.Trial trial) {
        assertThat(trial.survived()).as(trial.sabotage().what()).isFalse();
    }

    @Test
    void everySabotageNamesFamiliesThatExist() {
        assertThat(Ladder.sabotages())
                .flatExtracting(Sabotage::families)
                .isSubsetOf(Ladder.families().stream().map(CheckFamily::name).toList());
    }
}
