package larmor.validation.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import larmor.sweep.SweepRow;
import larmor.validation.Check;
import larmor.validation.coverage.Coverage.Comparison;
import larmor.validation.coverage.Coverage.Quantity;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CoverageStudyTest {

    private static final Path COMMITTED = Path.of("..", "docs", "uncertainty.md");
    private static final Path FRESH = Path.of("target", "uncertainty-coverage.md");

    /** What the checks let pass. */
    private static final double PROMISED = 0.95;

    private List<Coverage> quick = List.of();

    @BeforeAll
    void run() {
        quick = run(CoverageStudy.quick());
    }

    private static List<Coverage> run(List<CoverageFamily> families) {
        CoverageStudy study = new CoverageStudy(Runtime.getRuntime().availableProcessors());
        return families.stream().map(study::run).toList();
    }

    private static void assertPassed(List<Coverage> coverages) {
        for (Check check : UncertaintyChecks.of(coverages)) {
            assertThat(check.passed()).as(check.message()).isTrue();
        }
    }

    private Coverage quick(String name) {
        return quick.stream().filter(one -> one.name().contains(name)).findFirst().orElseThrow();
    }

    @Test
    void uncertaintiesCoverTheTrueErrorsAndAreNotMuchWider() {
        assertPassed(quick);
    }

    @Test
    void everyFamilyByItselfIsCovered() {
        for (Coverage coverage : quick) {
            for (Quantity quantity : Quantity.values()) {
                assertThat(coverage.covered(quantity, 1))
                        .as("%s of %s", quantity.id(), coverage.name())
                        .isGreaterThanOrEqualTo(PROMISED);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void halfTheUncertaintyWouldNotDo(Quantity quantity) {
        assertThat(Coverage.joined(quick).covered(quantity, 0.5)).isLessThan(0.5);
    }

    @ParameterizedTest
    @EnumSource
    void errorOfTheStepLeftOutWouldNotDo(Quantity quantity) {
        Coverage coarse = quick("rk4-simd, h = 0.1");
        Coverage fine = quick("dop853-simd");
        assertThat(withUncertaintiesOf(fine, coarse).covered(quantity, 1)).isLessThan(0.5);
    }

    @Test
    void sharpFrequencyBesideATruthAtRestIsNotCovered() {
        Comparison oscillating =
                quick("dop853-simd").comparisons().stream()
                        .filter(one -> one.row().settled() && one.row().frequency().isPresent())
                        .findFirst()
                        .orElseThrow();
        ReferenceState rest = new ReferenceState(OptionalDouble.empty(), 0);
        SweepRow sharp = oscillating.row();
        SweepRow vague =
                new SweepRow(
                        sharp.point(),
                        sharp.frequency(),
                        sharp.frequency(),
                        sharp.power(),
                        sharp.powerUncertainty(),
                        sharp.regime(),
                        sharp.settled(),
                        sharp.failure());
        assertThat(besideRest(sharp, rest).covered(Quantity.FREQUENCY, 1)).isEqualTo(0);
        assertThat(besideRest(vague, rest).shares(Quantity.FREQUENCY)).isEmpty();
    }

    private static Coverage besideRest(SweepRow row, ReferenceState rest) {
        return new Coverage("rest", List.of(new Comparison(row, 1, rest)));
    }

    @ParameterizedTest
    @EnumSource
    void transientAndWindowLeftOutWouldNotDo(Quantity quantity) {
        Coverage early = quick("T = 5000,");
        Coverage late = quick("dop853-simd");
        assertThat(withUncertaintiesOf(late, early).covered(quantity, 1)).isLessThan(0.5);
    }

    /** The rows of one sweep with the uncertainties that the same points have in another. */
    private static Coverage withUncertaintiesOf(Coverage other, Coverage coverage) {
        List<Comparison> changed = new ArrayList<>();
        for (int i = 0; i < coverage.comparisons().size(); i++) {
            Comparison own = coverage.comparisons().get(i);
            SweepRow row = own.row();
            SweepRow from = other.comparisons().get(i).row();
            assertThat(from.point().voltage()).isEqualTo(row.point().voltage());
            assertThat(from.point().selfTorque()).isEqualTo(row.point().selfTorque());
            changed.add(
                    new Comparison(
                            new SweepRow(
                                    row.point(),
                                    row.frequency(),
                                    from.frequencyUncertainty(),
                                    row.power(),
                                    from.powerUncertainty(),
                                    row.regime(),
                                    row.settled(),
                                    row.failure()),
                            own.fmrFrequency(),
                            own.truth()));
        }
        return new Coverage("mixed", changed);
    }

    @Test
    @EnabledIfSystemProperty(named = "larmor.coverage", matches = "all")
    void uncertaintiesOfEveryFamilyCoverAndTheirTableIsTheCommittedOne() throws IOException {
        List<Coverage> all = run(CoverageStudy.all());
        StringBuilder table = new StringBuilder(Coverage.markdownHead());
        all.forEach(coverage -> table.append(coverage.markdown()));
        table.append(Coverage.joined(all).markdown());
        table.append(Coverage.joined(all).bounded().markdown());
        Files.writeString(FRESH, table);
        assertPassed(all);
        assertThat(Files.readString(COMMITTED)).as("see %s", FRESH).contains(table);
    }
}
