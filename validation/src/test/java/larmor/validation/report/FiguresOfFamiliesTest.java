package larmor.validation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import larmor.validation.SolverCatalogue;
import larmor.validation.Subject;
import larmor.validation.page.Drawing;
import larmor.validation.page.Figure;
import larmor.validation.page.HeatMap;
import larmor.validation.page.Hue;
import larmor.validation.page.Series;
import larmor.validation.page.SolverStyle;
import org.junit.jupiter.api.Test;

class FiguresOfFamiliesTest {

    static Stream<Drawing> drawings() {
        return HonestRun.RUN.sections().stream()
                .flatMap(section -> section.findings().blocks().stream())
                .filter(Drawing.class::isInstance)
                .map(Drawing.class::cast);
    }

    private static List<Figure> figures() {
        return drawings().filter(Figure.class::isInstance).map(Figure.class::cast).toList();
    }

    /** The solver whose curve a series is: its name begins with the id. */
    private static Optional<String> solver(Series series) {
        return SolverCatalogue.subjects().stream()
                .map(Subject::id)
                .filter(id -> series.name().equals(id) || series.name().startsWith(id + ","))
                .findFirst();
    }

    @Test
    void aSolverHasTheSameColourAndMarkInEveryFigureAndNothingElseHasThem() {
        List<Figure> ofSolvers =
                figures().stream()
                        .filter(figure ->
                                figure.series().stream().anyMatch(one -> solver(one).isPresent()))
                        .toList();
        assertThat(ofSolvers).hasSizeGreaterThan(4);
        for (Figure figure : ofSolvers) {
            assertThat(figure.series())
                    .as(figure.id())
                    .allSatisfy(series -> {
                        Optional<SolverStyle> style = solver(series).map(SolverStyle::of);
                        assertThat(series.hue())
                                .isEqualTo(style.map(SolverStyle::hue).orElse(Hue.GREY));
                        assertThat(series.mark())
                                .isEqualTo(style.map(SolverStyle::mark).orElse(Series.Mark.NONE));
                    });
        }
    }

    @Test
    void curvesOfOneSolverInOneFigureDifferInTheirLines() {
        for (Figure figure : figures()) {
            assertThat(figure.series())
                    .as(figure.id())
                    .extracting(series -> List.of(series.hue(), series.mark(), series.line()))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void theNameOfAnAxisBeginsWithACapital() {
        assertThat(figures())
                .flatExtracting(figure -> List.of(figure.x().name(), figure.y().name()))
                .allMatch(name -> Character.isUpperCase(name.charAt(0)));
    }

    @Test
    void aDistanceOfNothingIsNoLogarithmAndTheCaptionSaysWhatItIs() {
        HeatMap map =
                drawings()
                        .filter(HeatMap.class::isInstance)
                        .map(HeatMap.class::cast)
                        .findFirst()
                        .orElseThrow();
        assertThat(map.scale())
                .isInstanceOfSatisfying(
                        HeatMap.Scale.Logarithmic.class,
                        scale -> {
                            assertThat(scale.sign()).isEqualTo("=");
                            assertThat(map.caption()).contains(scale.sign() + ", without colour");
                        });
    }

    @Test
    void onlyAPageWithoutFigure2PointsToTheOneThatHasIt() {
        assertThat(familyAboutFigure2(false)).contains("./larmor report makes it");
        assertThat(familyAboutFigure2(true)).doesNotContain("./larmor report");
    }

    private static String familyAboutFigure2(boolean shown) {
        return new ValidationSections(HonestRun.RUN, shown)
                .families().stream()
                        .filter(section -> section.id().equals("figure-2-cycles"))
                        .findFirst()
                        .orElseThrow()
                        .blocks()
                        .toString();
    }
}
