package larmor.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import larmor.model.InvalidInput;
import larmor.ode.Solver;
import larmor.ode.SolverDescription;
import org.junit.jupiter.api.Test;

class SolverCatalogueTest {

    private static final OptionalDouble NONE = OptionalDouble.empty();

    @Test
    void everySolverListedIsMadeUnderItsId() {
        assertThat(SolverCatalogue.descriptions())
                .extracting(SolverDescription::id)
                .doesNotHaveDuplicates()
                .allSatisfy(
                        id -> assertThat(create(id, NONE, NONE).description().id()).isEqualTo(id));
    }

    @Test
    void anUnknownSolverIsAnsweredWithTheKnownOnes() {
        assertRefused("euler", NONE, NONE, "--solver must be one of auto, rk4, dopri5, dop853");
    }

    @Test
    void aSettingThatASolverDoesNotUseIsRefused() {
        OptionalDouble given = OptionalDouble.of(1e-3);
        assertRefused("rk4", NONE, given, "--tolerance is not for rk4");
        assertRefused("dopri5", given, NONE, "--step is not for dopri5");
        assertRefused("dop853", given, given, "--tolerance cannot stand beside --step");
    }

    @Test
    void aStepMakesASolverOfBothKindsFixed() {
        OptionalDouble given = OptionalDouble.of(1e-3);
        assertThat(create("dop853", given, NONE).description().adaptive()).isFalse();
        assertThat(create("dop853", NONE, given).description().adaptive()).isTrue();
    }

    private static void assertRefused(
            String id, OptionalDouble step, OptionalDouble tolerance, String message) {
        assertThatThrownBy(() -> create(id, step, tolerance))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith(message);
    }

    private static Solver create(String id, OptionalDouble step, OptionalDouble tolerance) {
        return SolverCatalogue.create(
                new SolverCatalogue.Request(id, step, tolerance, 0.1, OptionalLong.empty()));
    }
}
