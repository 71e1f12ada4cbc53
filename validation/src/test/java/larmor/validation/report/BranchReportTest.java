package larmor.validation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import larmor.file.BranchTable;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.model.Oscillator;
import larmor.observable.Regime;
import larmor.orbit.BranchDiagram;
import larmor.orbit.DrivenOscillator;
import larmor.orbit.UnfinishedSearch;
import larmor.validation.page.FigureUnits;
import larmor.validation.page.Nanopillar;
import larmor.validation.page.Provenance;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BranchReportTest {

    private static final Provenance PROVENANCE =
            new Provenance("commit", "date", "jdk", "cpu", "lanes", "<command>");

    private BranchReport report = new BranchReport(List.of(), List.of(), PROVENANCE);

    @BeforeAll
    void followBranches() {
        Oscillator oscillator = Oscillator.of(Device.PAPER);
        List<BranchDiagram> diagrams =
                Stream.of(true, false)
                        .map(torque ->
                                BranchDiagram.of(
                                        new DrivenOscillator(
                                                oscillator, EquationForm.EXACT, torque),
                                        0.9,
                                        2))
                        .toList();
        report = new BranchReport(diagrams, List.of(), PROVENANCE);
    }

    @Test
    void jsonHasTheRangesOfBranchesAndTheorySideBySideAndAllRows() {
        JsonNode json = new JsonMapper().readTree(report.json());
        assertThat(json.get("version").intValue()).isEqualTo(1);
        assertThat(json.get("range")).hasSize(4);
        // The ends at the damping of the device, and in the limit of small damping.
        double[] ends = {1.662104, 1.66286856516, 1.543589, 1.54423649722};
        for (int i = 0; i < 4; i++) {
            JsonNode range = json.get("range").get(i);
            assertThat(range.get("self_torque").asString()).isEqualTo(i < 2 ? "on" : "off");
            assertThat(range.get("source").asString())
                    .isEqualTo(i % 2 == 0 ? "branches" : "theory");
            assertThat(range.get("in_plane_end").doubleValue()).isCloseTo(ends[i], within(6e-7));
            // Beyond the voltages that were asked for the branches claim nothing.
            assertThat(range.get("out_of_plane_end").isNull()).isEqualTo(i % 2 == 0);
        }
        assertThat(json.get("rows")).hasSize((int) report.csv().lines().count() - 1);
        assertThat(json.get("rows").get(0).propertyNames())
                .containsExactlyElementsOf(BranchTable.COLUMNS);
    }

    @Test
    void pageSaysByHowMuchTheSelfInducedTorqueExtendsTheRange() {
        // 1.662104 − 1.543589.
        assertThat(report.html()).contains("+0.118515", "end of the in-plane precession");
    }

    @Test
    void aShiftOfTheEndThatNobodyCouldMeasureIsSaidToBeNone() {
        BranchDiagram with = report.diagrams().getFirst();
        BranchDiagram without = report.diagrams().getLast();
        BranchDiagram unmoved =
                new BranchDiagram(
                        with.driven(),
                        without.lowest(),
                        without.highest(),
                        without.branches(),
                        List.of());
        assertThat(new BranchReport(List.of(unmoved, without), List.of(), PROVENANCE).html())
                .contains("no measurable effect on the end of the in-plane precession")
                .doesNotContain("moves the end");
        assertThat(BranchReport.shift(1.4 + 2e-8, 1.4, FigureUnits.RELATIVE))
                .contains("no measurable effect", "less than 10⁻⁶ V_c");
        assertThat(BranchReport.shift(1.4 - 2e-6, 1.4, FigureUnits.RELATIVE))
                .endsWith("by −0.000002 V_c, −1.4×10⁻⁴ %.");
        FigureUnits nanopillar = FigureUnits.of(Oscillator.of(Nanopillar.DEVICE));
        // A V_c of 119.385 mV.
        assertThat(BranchReport.shift(1.4 - 2e-6, 1.4, nanopillar))
                .endsWith("by −2.388×10⁻⁴ mV, −0.000002 V_c, −1.4×10⁻⁴ %.");
        assertThat(BranchReport.shift(1.5, 1.25, nanopillar))
                .endsWith("by +29.85 mV, +0.250000 V_c, +20 %.");
        assertThat(BranchReport.shift(2.5, 1, FigureUnits.RELATIVE))
                .endsWith("by +1.500000 V_c, +150 %.");
    }

    @Test
    void thePaperIsNamedBeforeItsShortNameIsUsed() {
        assertThat(report.html().indexOf("GLD")).isEqualTo(report.html().indexOf("(GLD)") + 1);
    }

    @Test
    void pageEscapesWhatWasTyped() {
        assertThat(report.html()).contains("&lt;command&gt;").doesNotContain("<command>");
    }

    @Test
    void aPageWithoutChecksHasNoBannerOfThem() {
        assertThat(report.html()).doesNotContain("id=\"verdict\"", "checks were run");
    }

    @Test
    void theCaptionOfTheRangeSaysWhatADashIs() {
        assertThat(report.html())
                .contains("A dash: the branches do not come to it, or the theory has none.");
    }

    @Test
    void aPageOfBranchesThatWereGivenUpSaysSoAndDrawsNoConclusionFromTheirEnds() {
        List<BranchDiagram> givenUp =
                report.diagrams().stream()
                        .map(whole ->
                                new BranchDiagram(
                                        whole.driven(),
                                        whole.lowest(),
                                        whole.highest(),
                                        whole.branches(),
                                        List.of(
                                                new UnfinishedSearch(
                                                        Regime.IN_PLANE, 1.23456789, 1000))))
                        .toList();
        assertThat(new BranchReport(givenUp, List.of(), PROVENANCE).html())
                .contains(
                        "Branches are missing here: the in-plane branches with the self-induced"
                                + " torque were given up at ",
                        " = 1.23457, after 1000 steps",
                        "; the in-plane branches without",
                        "A dash: the branches, as far as they were followed, do not come to it")
                .doesNotContain("outside the range", "end of the in-plane precession by");
        assertThat(report.html()).doesNotContain("Branches are missing", "as far as");
    }

    @Test
    void branchesThatWereGivenUpOutsideTheRangeSaySo() {
        BranchDiagram whole = report.diagrams().getFirst();
        BranchDiagram givenUp =
                new BranchDiagram(
                        whole.driven(),
                        whole.lowest(),
                        whole.highest(),
                        whole.branches(),
                        List.of(new UnfinishedSearch(Regime.IN_PLANE, 2.5, 1000)));
        assertThat(MissingBranches.of(List.of(givenUp)))
                .singleElement()
                .asString()
                .contains("at V/V_c = 2.5, outside the range asked for, after");
    }

    @Test
    void aDeviceInSiUnitsHasMillivoltsAndGigahertzOnItsPage() {
        DrivenOscillator driven =
                new DrivenOscillator(Oscillator.of(Nanopillar.DEVICE), EquationForm.EXACT, true);
        String html =
                new BranchReport(List.of(BranchDiagram.of(driven, 0.9, 1.1)), List.of(), PROVENANCE)
                        .html();
        // V_c and the frequency there, which is ω₀ up to the damping squared; docs/conventions.md.
        assertThat(html)
                .contains("<i>V</i> (mV)", "<i>f</i> (GHz)", "1.00000000 (119.385 mV)")
                .containsPattern(
                        "hopf</td><td class=\"short\">119\\.385\\d+</td>"
                                + "<td class=\"short\">19\\.29\\d+</td>"
                                + "<td class=\"short\">1\\.00000000</td>");
    }
}
