package larmor.validation.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.validation.Check;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PageTest {

    private static final String HOSTILE = "</script><script>alert(\"1\")</script>&<b>'";

    private static final Check PASSING = check("frequency", 1.25);
    private static final Check EASY = check("period", 1.025);
    private static final Check FAILING = check("power", 3);

    private static Check check(String name, double measured) {
        return Check.absolute(
                new Check.Claim(name, "What " + name + " is.", "f = 1", "GLD"),
                measured,
                1,
                new Check.Limit(0.5, "for the test"));
    }

    private static Page page(Block... blocks) {
        return page("A title", blocks);
    }

    private static Page page(String title, Block... blocks) {
        return new Page(
                title,
                "What it shows.",
                new Provenance(
                        "c0ffee", "today", "25", "a processor", "8 lanes", "./larmor report"),
                List.of(new Section("all", "Everything", List.of(blocks))));
    }

    private static Figure figure(String name, Axis y, Series.Point... points) {
        return new Figure(
                "a-figure",
                name,
                name,
                Axis.linear(name, ""),
                y,
                List.of(Series.points(name, Hue.BLUE, Series.Mark.CIRCLE, List.of(points))),
                List.of(Guide.atX(1, name)),
                List.of(name));
    }

    private static JsonNode data(String html) {
        Matcher script =
                Pattern.compile("id=\"page-data\">(.*?)</script>", Pattern.DOTALL).matcher(html);
        assertThat(script.find()).isTrue();
        return JsonMapper.shared().readTree(script.group(1));
    }

    @Test
    void equalPagesRenderToEqualText() {
        Page page =
                page(Problem.of(Device.PAPER, EquationForm.EXACT), new Evidence(List.of(PASSING)));
        assertThat(page.html()).isEqualTo(page.html());
    }

    @Test
    void nothingThatAUserTypedBreaksOutOfThePage() {
        Check hostile =
                Check.absolute(
                        new Check.Claim(HOSTILE, HOSTILE, HOSTILE, HOSTILE),
                        1,
                        1,
                        new Check.Limit(1, HOSTILE));
        Series.Point point =
                new Series.Point(1, 1, Optional.empty(), List.of(new Fact(HOSTILE, HOSTILE)));
        String html =
                page(
                                HOSTILE,
                                new Paragraph(HOSTILE),
                                figure(HOSTILE, Axis.linear(HOSTILE, HOSTILE), point),
                                new Table(HOSTILE, List.of(HOSTILE), List.of(List.of(HOSTILE))),
                                new Evidence(List.of(hostile)),
                                new Downloads(
                                        List.of(
                                                new Downloads.File(
                                                        HOSTILE, "text/plain", HOSTILE, HOSTILE))))
                        .html();
        assertThat(html).doesNotContain("<script>alert").doesNotContain("&<b>");
        JsonNode figure = data(html).get("figures").get(0);
        assertThat(figure.get("series").get(0).get("name").asString()).isEqualTo(HOSTILE);
    }

    @Test
    void thePageLoadsNothing() {
        String html = page(figure("f", Axis.linear("y", ""), Series.Point.of(1, 1))).html();
        String own = html.replaceAll("(?s)<script>.*?</script>", "");
        assertThat(own).doesNotContain("http:", "https:", "src=").contains("default-src 'none'");
    }

    @Test
    void failuresStandFirstAndMakeTheVerdict() {
        Page page = page(new Evidence(List.of(PASSING, FAILING, PASSING)));
        assertThat(page.checks()).first().isEqualTo(FAILING);
        assertThat(page.html())
                .contains(
                        "class=\"verdict failed\"",
                        "1 of 3 checks failed. The worst, power, uses 400 % of its limit.");
    }

    @Test
    void theVerdictOfACleanRunNamesTheWorstShare() {
        assertThat(page(new Evidence(List.of(PASSING))).html())
                .contains(
                        "class=\"verdict passed\"",
                        "1 of 1 checks passed. The worst, frequency, uses 50 % of its limit.");
    }

    @Test
    void theVerdictOfManyChecksNamesTheUsualShare() {
        assertThat(page(new Evidence(List.of(EASY, PASSING, EASY))).html())
                .contains(
                        "3 of 3 checks passed, half of them with at most 5 % of their limit. The"
                                + " worst, frequency, uses 50 % of its limit.");
    }

    @Test
    void theVerdictOfComparedBitsNamesNoUsualShare() {
        Check exact = check("bits", 1);
        assertThat(page(new Evidence(List.of(exact, PASSING, exact))).html())
                .contains("3 of 3 checks passed. The worst, frequency,")
                .doesNotContain("half of");
    }

    @Test
    void aShareThatIsByConstructionIsSaidToBeSoAndIsNotTheWorst() {
        Check covered =
                Check.absolute(
                        new Check.Claim("run", "What run is.", "f = 1", "GLD"),
                        1.499,
                        1,
                        new Check.Limit(0.5, "its own", Check.Basis.STATED_UNCERTAINTY));
        assertThat(page(new Evidence(List.of(PASSING, covered))).html())
                .contains(
                        "2 of 2 checks passed. The worst, frequency, uses 50 % of its limit. For 1"
                                + " check the limit is the uncertainty that the number itself states:"
                                + " a share near 100 % is by construction, and is no margin.")
                .containsOnlyOnce("<span class=\"reason\">no margin</span>");
        assertThat(page(new Evidence(List.of(covered, covered))).html())
                .contains("2 of 2 checks passed. For 2 checks the limit is")
                .doesNotContain("The worst");
        assertThat(page(new Evidence(List.of(covered, PASSING, EASY, covered))).html())
                .contains(
                        "4 of 4 checks passed, half of those that have a margin with at most 5 % of"
                                + " their limit. The worst, frequency,");
    }

    @Test
    void aPageWithoutChecksHasNoBannerOfChecks() {
        String html = page(new Paragraph("Text.")).html();
        assertThat(html).contains("What it shows.").doesNotContain("id=\"verdict\"", "were run");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Evidence(List.of()))
                .withMessageContaining("without checks");
    }

    @Test
    void aPointWithoutAPlaceOnALogarithmicAxisIsReportedNotDrawn() {
        Figure figure =
                figure(
                        "errors",
                        Axis.logarithmic("Error", ""),
                        Series.Point.of(1, 0),
                        Series.Point.of(2, 1e-9),
                        Series.Point.GAP);
        assertThat(figure.notes()).last().asString().contains("1 point has no place on the axes");
        JsonNode points =
                data(page(figure).html()).get("figures").get(0).get("series").get(0).get("points");
        assertThat(points.size()).isEqualTo(2);
        assertThat(points.get(0).get("y").asDouble()).isEqualTo(1e-9);
        assertThat(points.get(1).isNull()).isTrue();
        assertThat(figure.csv()).contains("errors,1.0,0.0,,\n", "errors,2.0,1.0E-9,,\n");
    }

    @Test
    void aFigureIsToldInWordsForThoseWhoDoNotSeeIt() {
        Figure figure =
                figure(
                        "errors",
                        Axis.logarithmic("Error", ""),
                        Series.Point.of(1, 1e-5),
                        Series.Point.of(2, 1e-9));
        assertThat(figure.summary())
                .isEqualTo(
                        "Error against errors. errors: 2 points from (1, 10⁻⁵) to (2, 10⁻⁹);"
                                + " lowest (2, 10⁻⁹), highest (1, 10⁻⁵).");
        assertThat(page(figure).html()).contains("aria-label=\"" + figure.summary() + "\"");
    }

    @Test
    void theCsvOfAFigureQuotesWhatNeedsIt() {
        Figure figure = figure("a, \"b\"", Axis.linear("y", "").in("ms"), Series.Point.of(1, 2));
        assertThat(figure.csv())
                .isEqualTo("series,\"a, \"\"b\"\"\",y (ms),low,high\n\"a, \"\"b\"\"\",1.0,2.0,,\n");
    }

    @Test
    void twoPartsOfOneNameAreRefused() {
        Figure figure = figure("f", Axis.linear("y", ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> page(figure, figure))
                .withMessageContaining("a-figure");
    }

    @Test
    void theProblemShowsTheFormThatIsSolvedAndTheNegativeIntrinsicDamping() {
        String exact = page(Problem.of(Device.PAPER, EquationForm.EXACT)).html();
        assertThat(exact).contains("Solved exactly", "−0.00352817").doesNotContain("leading order");
        assertThat(page(Problem.of(Device.PAPER, EquationForm.LEADING_ORDER)).html())
                .contains("To leading order");
    }
}
