package larmor.validation.report;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.chrome.ChromeDriver;

class ValidationPageInBrowserTest {

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
        return HonestRun.RUN.sections().stream()
                .flatMap(section -> section.findings().blocks().stream())
                .filter(Drawing.class::isInstance)
                .map(Drawing.class::cast)
                .toList();
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

    @Test
    void checksUnfoldForTheReaderAndOnPaper() {
        open("light", 1280);
        String open = "return document.querySelectorAll('details.checks[open]').length";
        assertThat(Browser.number(browser, open)).isZero();
        browser.executeScript("window.dispatchEvent(new Event('beforeprint'))");
        assertThat(Browser.number(browser, open)).isEqualTo(HonestRun.RUN.sections().size());
    }
}
