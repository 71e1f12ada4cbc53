package larmor.validation.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import larmor.validation.Check;
import larmor.validation.Subject;
import larmor.validation.ladder.CheckFamily;
import larmor.validation.ladder.Effort;
import larmor.validation.ladder.Laboratory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the sabotage of a tableau proves depends on this. */
class StandInTest {

    @ParameterizedTest
    @ValueSource(strings = {"kernels", "convergence", "tolerance", "agreement", "growth"})
    void aStandInWithTheRightTableauPassesWhatTheKernelPasses(String name) {
        CheckFamily family =
                NumericsFamilies.all().stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        Laboratory standIns = NumericsSabotages.withStandIns(Laboratory.honest(2));
        assertThat(family.examine(standIns, Effort.QUICK).checks())
                .allSatisfy(check -> assertThat(check.passed()).as(message(check)).isTrue());
    }

    @Test
    void everySabotagedKernelHasAStandIn() {
        Laboratory honest = Laboratory.honest(1);
        Laboratory standIns = NumericsSabotages.withStandIns(honest);
        List<Subject> ours =
                honest.subjects().stream()
                        .filter(subject -> subject.kind() == Subject.Kind.SCALAR)
                        .toList();
        assertThat(ours).isNotEmpty();
        assertThat(ours)
                .allSatisfy(subject ->
                        assertThat(standIns.subject(subject.id())).isNotEqualTo(subject));
    }

    private static String message(Check check) {
        return check.message() + ", " + check.claim().what();
    }
}
