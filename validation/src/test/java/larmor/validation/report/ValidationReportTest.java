package larmor.validation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import larmor.validation.Check;
import larmor.validation.ladder.CheckFamily;
import larmor.validation.ladder.Effort;
import larmor.validation.ladder.Findings;
import larmor.validation.ladder.Laboratory;
import larmor.validation.ladder.Sabotage;
import larmor.validation.page.Page;
import larmor.validation.page.Provenance;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ValidationReportTest {

    /** Families that take a moment. */
    private static final List<CheckFamily> SHORT =
            List.of(Ladder.family("kernels").orElseThrow(), Ladder.family("lanes").orElseThrow());

    private static final Sabotage SWAPPED = Ladder.sabotage("lanes-swapped").orElseThrow();

    /** A family that does not come to its end. */
    private static final CheckFamily BROKEN =
            new Planted(
                    "broken",
                    "a family that breaks",
                    () -> {
                        throw new IllegalStateException("no such orbit");
                    });

    /** A family that finds what it is told. */
    private record Planted(String name, String title, Supplier<Findings> findings)
            implements CheckFamily {

        @Override
        public List<String> introduction() {
            return List.of("It takes a moment.");
        }

        @Override
        public Findings examine(Laboratory laboratory, Effort effort) {
            return findings.get();
        }
    }

    private static ValidationReport report(String date, boolean timed) {
        Laboratory laboratory = Laboratory.honest(2);
        return new ValidationReport(
                ValidationRun.of(SHORT, laboratory, Effort.QUICK, _ -> {})
                        .withSabotages(List.of(SWAPPED), laboratory, _ -> {}),
                Optional.empty(),
                timed,
                new Provenance("commit", date, "jdk", "cpu", "lanes", "./larmor validate"));
    }

    @Test
    void twoRunsDifferByTheDateOnly() {
        ValidationReport first = report("yesterday", false);
        ValidationReport second = report("today", false);
        assertThat(second.json()).isEqualTo(first.json().replace("yesterday", "today"));
        assertThat(second.markdown()).isEqualTo(first.markdown().replace("yesterday", "today"));
        assertThat(withoutDownloads(second.html()))
                .isEqualTo(withoutDownloads(first.html()).replace("yesterday", "today"));
    }

    /** Files are carried in an encoding that hides their date. */
    private static String withoutDownloads(String html) {
        return html.replaceAll("href=\"data:(application/json|text/markdown)[^\"]*\"", "");
    }

    @Test
    void timesShowOnlyWhereTheyAreAskedFor() {
        assertThat(report("today", true).html()).contains("Time taken");
        assertThat(report("today", false).html()).doesNotContain("Time taken");
        assertThat(report("today", false).json()).doesNotContain("seconds");
    }

    @Test
    void whatFailedStandsFirstOnThePageAndInTheSummary() {
        Laboratory spoilt = SWAPPED.tampering().apply(Laboratory.honest(2));
        ValidationReport report =
                new ValidationReport(
                        ValidationRun.of(SHORT, spoilt, Effort.QUICK, _ -> {}),
                        Optional.of(SWAPPED),
                        false,
                        new Provenance("commit", "today", "jdk", "cpu", "lanes", "command"));
        assertThat(report.run().passed()).isFalse();
        String html = report.html();
        String failed = "<code>lanes-bits-dop853-simd</code>";
        assertThat(html).contains("class=\"verdict failed\"", SWAPPED.what(), failed);
        assertThat(html.indexOf(failed)).isLessThan(html.indexOf("id=\"summary\""));
        assertThat(html.indexOf(failed)).isEqualTo(html.lastIndexOf(failed));
        assertThat(report.markdown())
                .startsWith("## Validation: FAILED")
                .contains("| `lanes-bits-dop853-simd`");
    }

    @Test
    void jsonHoldsWhatItsDescriptionPromises() {
        JsonNode json = new JsonMapper().readTree(report("today", true).json());
        assertThat(json.propertyNames())
                .containsExactly(
                        "version",
                        "effort",
                        "sabotage",
                        "passed",
                        "checks",
                        "failed",
                        "provenance",
                        "families",
                        "sabotages");
        JsonNode family = json.get("families").get(0);
        assertThat(family.propertyNames())
                .containsExactly("name", "title", "seconds", "result", "checks");
        assertThat(family.get("checks").get(0).propertyNames())
                .containsExactly(
                        "name",
                        "what",
                        "formula",
                        "source",
                        "measured",
                        "reference",
                        "error",
                        "limit",
                        "limit_reason",
                        "limit_basis",
                        "limit_used",
                        "verdict");
        assertThat(json.get("sabotages").get(0).propertyNames())
                .containsExactly("name", "what", "families", "caught_by");
        assertThat(json.get("version").asInt()).isEqualTo(1);
    }

    @Test
    void theShareOfAFamilyIsNotOneThatIsByConstruction() {
        Check.Limit stated =
                new Check.Limit(1, "its own uncertainty", Check.Basis.STATED_UNCERTAINTY);
        Check covered = Check.absolute(claim("covered"), 0.97, 0, stated);
        Check margin = Check.absolute(claim("margin"), 0.25, 0, new Check.Limit(1, "theory"));
        CheckFamily family =
                new Planted(
                        "planted",
                        "A planted family",
                        () -> new Findings("found", List.of(covered, margin), List.of()));
        ValidationReport report =
                new ValidationReport(
                        ValidationRun.of(
                                List.of(family), Laboratory.honest(1), Effort.QUICK, _ -> {}),
                        Optional.empty(),
                        false,
                        new Provenance("commit", "today", "jdk", "cpu", "lanes", "command"));
        assertThat(report.markdown())
                .contains("| A planted family | found | 2 of 2 | 25 % | `margin` |");
        assertThat(report.html())
                .containsPattern("2 of 2</td>\\s*<td[^>]*>25 %</td>\\s*<td[^>]*>margin</td>");
    }

    private static Check.Claim claim(String name) {
        return new Check.Claim(name, "What " + name + " is.", "0", "");
    }

    @Test
    void thePaperIsNamedBeforeItsShortNameIsUsed() {
        String html = report("today", true).html();
        assertThat(html).contains(Page.PAPER);
        assertThat(html.indexOf("GLD")).isEqualTo(html.indexOf("(GLD)") + 1);
    }

    @Test
    void aPageWithoutSabotageDoesNotPointAtIt() {
        ValidationRun honest =
                ValidationRun.of(List.of(BROKEN), Laboratory.honest(1), Effort.QUICK, _ -> {});
        String html =
                new ValidationReport(
                                honest,
                                Optional.empty(),
                                false,
                                new Provenance("commit", "today", "jdk", "cpu", "lanes", "command"))
                        .html();
        assertThat(html).doesNotContain("under Sabotage").contains("./larmor validate");
        assertThat(report("today", false).html()).contains("under Sabotage");
    }

    @Test
    void aFamilyThatThrowsFailsByItselfAndTheOthersAreKept() {
        List<CheckFamily> families = List.of(BROKEN, SHORT.getFirst());
        ValidationRun run = ValidationRun.of(families, Laboratory.honest(2), Effort.QUICK, _ -> {});
        assertThat(run.sections()).hasSize(2);
        assertThat(run.failures()).hasSize(1);
        Check.Claim claim = run.failures().getFirst().claim();
        assertThat(claim.name()).isEqualTo("broken-completed");
        assertThat(claim.what()).contains("a family that breaks", "no such orbit");
        assertThat(run.sections().getLast().checks()).isNotEmpty().allMatch(Check::passed);
    }

    @Test
    void aSabotageThatBreaksAFamilyIsCaught() {
        Laboratory laboratory = Laboratory.honest(2);
        Sabotage breaking =
                new Sabotage(
                        "breaking",
                        "no coefficients",
                        List.of("kernels"),
                        lab ->
                                lab.withCoefficients(_ -> {
                                    throw new IllegalStateException("no coefficients");
                                }));
        ValidationRun run =
                ValidationRun.of(SHORT, laboratory, Effort.QUICK, _ -> {})
                        .withSabotages(List.of(breaking), laboratory, _ -> {});
        assertThat(run.trials().getFirst().caught())
                .extracting(check -> check.claim().name())
                .containsExactly("kernels-completed");
    }

    @Test
    void aSabotageThatSurvivesFailsTheRun() {
        Laboratory laboratory = Laboratory.honest(2);
        Sabotage harmless = new Sabotage("harmless", "nothing", List.of("kernels"), lab -> lab);
        ValidationRun run =
                ValidationRun.of(SHORT, laboratory, Effort.QUICK, _ -> {})
                        .withSabotages(List.of(harmless), laboratory, _ -> {});
        assertThat(run.failures())
                .extracting(Check::claim)
                .extracting(Check.Claim::name)
                .containsExactly("sabotage-survivors");
    }
}
