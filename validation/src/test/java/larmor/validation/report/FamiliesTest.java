package larmor.validation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import larmor.validation.Check;
import larmor.validation.Subject;
import larmor.validation.ladder.CheckFamily;
import larmor.validation.ladder.Laboratory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FamiliesTest {

    static Stream<Check> checks() {
        return HonestRun.RUN.checks().stream();
    }

    @ParameterizedTest
    @MethodSource("checks")
    void everyCheckPasses(Check check) {
        assertThat(check.passed()).as(check.message()).isTrue();
    }

    @Test
    void namesOfFamiliesAndChecksAreUnique() {
        assertThat(Ladder.families()).extracting(CheckFamily::name).doesNotHaveDuplicates();
        assertThat(HonestRun.RUN.checks())
                .extracting(check -> check.claim().name())
                .doesNotHaveDuplicates();
        assertThat(Ladder.sabotages())
                .extracting(sabotage -> sabotage.name())
                .doesNotHaveDuplicates();
    }

    @Test
    void everyFamilyChecksSomethingAndSaysWhat() {
        assertThat(HonestRun.RUN.sections())
                .allSatisfy(section -> {
                    assertThat(section.checks()).as(section.family().name()).isNotEmpty();
                    assertThat(section.family().introduction()).isNotEmpty();
                });
    }

    @Test
    void everySolverIsHeldAgainstTheOthers() {
        List<String> names =
                HonestRun.RUN.checks().stream().map(check -> check.claim().name()).toList();
        for (Subject subject : HonestRun.LABORATORY.subjects()) {
            assertThat(names).contains("agreement-" + subject.solver());
        }
    }

    @Test
    void solversInLanesTakePartAtEveryWidthOfTheMachine() {
        List<String> ids =
                Laboratory.honest(1).subjects().stream()
                        .filter(subject -> subject.kind() == Subject.Kind.LANES)
                        .filter(subject -> subject.twin().equals("rk4"))
                        .map(Subject::id)
                        .toList();
        assertThat(ids).isNotEmpty().isSubsetOf("rk4-simd-128", "rk4-simd-256", "rk4-simd-512");
    }
}
