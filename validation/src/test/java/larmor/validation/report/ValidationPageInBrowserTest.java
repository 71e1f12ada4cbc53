package larmor.validation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import larmor.validation.page.Browser;
import larmor.validation.page.Drawing;
import larmor.validation.page.Figure;
import larmor.validation.page.HeatMap;
import larmor.validation.page.Provenance;
import larmor.validation.page.Series;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.chrome.ChromeDriver;

class ValidationPageInBrowserTest {

    /** Of WCAG 2.1, for text at level AA. */
    private static final double CONTRAST_OF_TEXT = 4.5;

    /** More crowd an axis, fewer than two are no scale. */
    private static final int MOST_LABELS = 12;

    private static final double LESS_THAN_A_PIXEL = 0.5;

    @TempDir private static Path folder;

    @SuppressWarnings("NullAway.Init") // Set before the first test, or no test runs.
    private static ChromeDriver browser;

    @BeforeAll
    static void openTheBrowser() throws IOException {
        browser = Browser.start();
        ValidationReport report =
                new ValidationReport(
                        HonestRun.RUN,
                        Optional.empty(),
                        true,
                        new Provenance("commit", "today", "jdk", "cpu", "lanes", "command"));
        Files.writeString(folder.resolve("validation.html"), report.html());
    }

    @AfterAll
    @SuppressWarnings("NullAway") // Null where there is no browser.
    static void closeTheBrowser() {
        if (browser != null) {
            browser.quit();
        }
    }

    private static void open(String scheme, int width) {
        Browser.open(browser, folder.resolve("validation.html"), scheme, width);
    }

    private static List<Drawing> drawings() {
        return FiguresOfFamiliesTest.drawings().toList();
    }

    @ParameterizedTest
    @CsvSource({"light, 1280", "dark, 400"})
    void everyFigureIsDrawnAndAnswersThePointer(String scheme, int width) {
        open(scheme, width);
        for (Drawing drawing : drawings()) {
            String marks = "return document.querySelectorAll(arguments[0]).length";
            assertThat(Browser.number(browser, marks, "#" + drawing.id() + " .chart svg path"))
                    .as(drawing.id())
                    .isGreaterThan(10);
            List<String> series = series(drawing);
            String tip = Browser.hover(browser, drawing.id(), series.getLast(), 0);
            // Where curves cross, another one may lie on top.
            assertThat(series).as(drawing.id() + ": " + tip).anyMatch(tip::contains);
        }
        assertThat(Browser.complaints(browser)).isEmpty();
        assertThat(Browser.number(browser, "return document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(width);
    }

    /** The names of what answers the pointer. */
    private static List<String> series(Drawing drawing) {
        return switch (drawing) {
            case Figure figure -> figure.series().stream().map(Series::name).toList();
            case HeatMap map -> List.of(map.name());
        };
    }

    @ParameterizedTest
    @CsvSource({"light, 1280", "light, 400", "dark, 1280"})
    void theLabelsOfALogarithmicAxisAreEvenlySpaced(String scheme, int width) {
        open(scheme, width);
        Object axes =
                browser.executeScript(
                        """
                        return [...document.querySelectorAll('.diagram .chart')].flatMap((host) => {
                          const chart = echarts.getInstanceByDom(host);
                          return ['xAxis', 'yAxis'].map((name) => chart.getModel().getComponent(name).axis)
                            .filter((axis) => axis.type === 'log')
                            .map((axis) => axis.getViewLabels().map((label) =>
                              [label.formattedLabel, axis.toGlobalCoord(axis.dataToCoord(label.tickValue))])
                              // Rounding may set the last one twice.
                              .filter(([text], i, all) => i === 0 || text !== all[i - 1][0]));
                        });
                        """);
        assertThat(axes)
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSizeGreaterThan(10)
                .allSatisfy(axis -> {
                    List<?> labels = (List<?>) axis;
                    assertThat(labels).as("labels").hasSizeBetween(2, MOST_LABELS);
                    assertThat(labels)
                            .allMatch(label ->
                                    ((List<?>) label).getFirst().toString().contains("10"));
                    double first = place(labels.get(0));
                    double step = place(labels.get(1)) - first;
                    for (int i = 1; i < labels.size(); i++) {
                        assertThat(place(labels.get(i)) - first)
                                .isCloseTo(i * step, within(LESS_THAN_A_PIXEL));
                    }
                });
    }

    private static double place(Object label) {
        return ((Number) ((List<?>) label).get(1)).doubleValue();
    }

    @ParameterizedTest
    @CsvSource({"light", "dark"})
    void theNumbersInTheCellsOfAMapStandOutFromTheirColours(String scheme) {
        open(scheme, 1280);
        Object least =
                browser.executeScript(
                        """
                        const chart = echarts.getInstanceByDom(document.querySelector('.map .chart'));
                        const series = chart.getModel().getSeriesByIndex(0);
                        const canvas = document.createElement('canvas').getContext('2d');
                        const luminance = (colour) => {
                          canvas.fillStyle = colour;
                          canvas.fillRect(0, 0, 1, 1);
                          const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data]
                            .map((c) => c / 255)
                            .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
                          return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
                        };
                        return Math.min(...series.option.data.map((cell, i) => {
                          const text = luminance(cell.label.color);
                          const fill = luminance(series.getData().getItemVisual(i, 'style').fill);
                          return Math.max(text / fill, fill / text);
                        }));
                        """);
        assertThat(((Number) least).doubleValue()).isGreaterThan(CONTRAST_OF_TEXT);
    }

    @Test
    void checksUnfoldForTheReaderAndOnPaper() {
        open("light", 1280);
        String open = "return document.querySelectorAll('details.checks[open]').length";
        assertThat(Browser.number(browser, open)).isZero();
        browser.executeScript("window.dispatchEvent(new Event('beforeprint'))");
        assertThat(Browser.number(browser, open)).isEqualTo(HonestRun.RUN.sections().size());
    }
}
