package larmor.validation.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.ode.Rk4;
import larmor.ode.ScalarBatch;
import larmor.sweep.Sweep;
import larmor.sweep.SweepPlan;
import larmor.sweep.SweepProtocol;
import larmor.sweep.SweepRow;
import larmor.validation.Check;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.w3c.dom.Element;

class PageInBrowserTest {

    private static final Duration PATIENCE = Browser.PATIENCE;

    @TempDir private static Path folder;

    @SuppressWarnings("NullAway.Init") // Set before the first test, or no test runs.
    private static ChromeDriver browser;

    @BeforeAll
    static void openTheBrowser() throws IOException {
        browser = Browser.start();
        Files.writeString(folder.resolve("page.html"), page().html());
        Files.writeString(folder.resolve("hostile.html"), hostile().html());
    }

    @AfterAll
    @SuppressWarnings("NullAway") // Null where there is no browser.
    static void closeTheBrowser() {
        if (browser != null) {
            browser.quit();
        }
    }

    /** A real page in small: the paper's protocol, whose run at 1.008 does not settle. */
    private static Page page() {
        List<SweepRow> rows =
                new Sweep(
                                new SweepPlan(
                                        Device.PAPER,
                                        EquationForm.EXACT,
                                        List.of(0.9, 1.008, 1.2, 1.4, 1.6, 1.8, 2.0),
                                        List.of(Device.PAPER.magnet().field()),
                                        List.of(true, false)),
                                SweepProtocol.paper(0.05),
                                new ScalarBatch(new Rk4(0.05)))
                        .run(2, Sweep.Progress.NONE);
        List<Series.Point> work = new ArrayList<>();
        for (int digits = 3; digits < 17; digits++) {
            double error = StrictMath.pow(10, -digits);
            double time = 0.1 * StrictMath.pow(error, -0.2);
            work.add(Series.Point.of(error, time, new Series.Interval(0.8 * time, 1.3 * time)));
        }
        Figure logarithmic =
                new Figure(
                        "work",
                        "Work",
                        "Time against error.",
                        Axis.logarithmic("Error", "|δm|"),
                        Axis.logarithmic("Time", "").in("ms"),
                        List.of(Series.joined("rk4", Hue.GREEN, Series.Mark.TRIANGLE, work)),
                        List.of(Guide.atX(1e-11, "floor")),
                        List.of());
        List<TheoryCurve> tangent =
                List.of(
                        new TheoryCurve(
                                true,
                                List.of(
                                        new TheoryCurve.Point(1, 1, 0),
                                        new TheoryCurve.Point(1.05, 0.9624, 0.072))));
        Check check =
                Check.absolute(
                        new Check.Claim(
                                "a-name-that-is-long-and-has-no-place-to-break".repeat(2),
                                "What is claimed.",
                                "λ = tr/2 ± i√(det − tr²/4)",
                                "GLD Eq. (8)"),
                        0.123456789012,
                        0.123456789,
                        new Check.Limit(1e-9, "the error of the reference"));
        return new Page(
                "Fig. 2",
                "A page for the tests.",
                new Provenance(
                        "0123456789abcdef0123456789abcdef01234567",
                        "today",
                        "25",
                        "a processor",
                        "8 lanes",
                        "./larmor report --out a-folder-with-a-long-name/inside-another-one"),
                List.of(
                        new Section(
                                "figure-2", "Figures", new Figure2Panels(rows, tangent).figures()),
                        new Section(
                                "problem",
                                "Problem",
                                List.of(Problem.of(Device.PAPER, EquationForm.EXACT))),
                        new Section(
                                "evidence",
                                "Evidence",
                                List.of(new Evidence(List.of(check)), logarithmic))));
    }

    private static final String MARKUP =
            "</title></script><script>document.title='broken in'</script>"
                    + "<img src=x onerror=\"document.title='broken in'\">'\u2028<!--";

    /** A page on which everything is called so. */
    private static Page hostile() {
        return new Page(
                MARKUP,
                MARKUP,
                new Provenance(MARKUP, MARKUP, MARKUP, MARKUP, MARKUP, MARKUP),
                List.of(
                        new Section(
                                "all",
                                MARKUP,
                                List.of(
                                        new Figure(
                                                "figure",
                                                MARKUP,
                                                MARKUP,
                                                Axis.linear(MARKUP, MARKUP),
                                                Axis.linear(MARKUP, MARKUP).in(MARKUP),
                                                List.of(
                                                        Series.points(
                                                                MARKUP,
                                                                Hue.BLUE,
                                                                Series.Mark.CIRCLE,
                                                                List.of(
                                                                        Series.Point.of(1, 2),
                                                                        Series.Point.of(2, 1)))),
                                                List.of(Guide.atX(1, MARKUP)),
                                                List.of(MARKUP)),
                                        new Table(
                                                MARKUP,
                                                List.of(MARKUP),
                                                List.of(List.of(MARKUP)))))));
    }

    private static void open(String scheme, int width) {
        Browser.open(browser, folder.resolve("page.html"), scheme, width);
    }

    private static List<LogEntry> complaints() {
        return Browser.complaints(browser);
    }

    private static long number(String script, Object... arguments) {
        return Browser.number(browser, script, arguments);
    }

    private static String hover(String figure, String series, int index) {
        return Browser.hover(browser, figure, series, index);
    }

    @ParameterizedTest
    @CsvSource({"light, 1280", "light, 400", "dark, 1280", "dark, 400"})
    void everyFigureIsDrawnAndNothingOverflows(String scheme, int width) {
        open(scheme, width);
        assertThat(complaints()).isEmpty();
        assertThat(number("return document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(width);
        for (String figure : List.of("figure-2a", "figure-2b", "work")) {
            String script = "return document.querySelectorAll(arguments[0]).length";
            assertThat(number(script, "#" + figure + " .chart svg path")).isGreaterThan(20);
        }
    }

    @ParameterizedTest
    @CsvSource({"light, 1280", "light, 400", "dark, 1280"})
    void thePointerShowsTheValuesOfAPoint(String scheme, int width) {
        open(scheme, width);
        // With the torque 1.2, 1.4 and 1.6 settle to precession about ẑ.
        assertThat(hover("figure-2a", "With self-induced torque: simulated", 2))
                .contains("With self-induced torque: simulated", "V/Vc", "ω/ω₀", "⟨p⟩", "±")
                .contains("in-plane", "settled\nyes");
        assertThat(hover("figure-2a", "With self-induced torque: not settled", 0))
                .contains("1.008", "no, still changing");
        assertThat(hover("figure-2b", "Without self-induced torque: simulated", 0))
                .contains("regime\nparallel", "ω/ω₀\nnone");
        assertThat(hover("work", "rk4", 4)).contains("10⁻⁷");
        assertThat(complaints()).isEmpty();
    }

    @Test
    void aLogarithmicAxisOverManyDecadesHasLabelsAtEvenDistances() {
        open("light", 1280);
        assertThat(
                        browser.executeScript(
                                """
                                const chart = document.querySelector('#work .chart');
                                const model = echarts.getInstanceByDom(chart).getModel();
                                const labels = model.getComponent('xAxis').axis.getViewLabels();
                                // Rounding may set the last one twice.
                                return [...new Set(labels.map((label) => label.formattedLabel))];
                                """))
                .isEqualTo(
                        List.of(
                                "10⁻¹⁶", "10⁻¹⁴", "10⁻¹²", "10⁻¹⁰", "10⁻⁸", "10⁻⁶", "10⁻⁴",
                                "10⁻²"));
    }

    @Test
    void theDarkPageIsDarkAndItsChartsFollow() {
        open("dark", 1280);
        assertThat(browser.executeScript("return getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(21, 24, 29)");
        String script =
                "return [...document.querySelectorAll('#figure-2a path')]"
                        + ".some((p) => p.getAttribute('stroke') === arguments[0])";
        assertThat(browser.executeScript(script, Hue.BLUE.dark())).isEqualTo(true);
        assertThat(browser.executeScript(script, Hue.BLUE.light())).isEqualTo(false);
    }

    @Test
    void theLegendHidesASeriesAndShowsItAgain() {
        open("light", 1280);
        String marks =
                "return [...document.querySelectorAll('#figure-2b .chart path')]"
                        + ".filter((p) => p.getAttribute('fill') === arguments[0]).length";
        long before = number(marks, Hue.BLUE.light());
        WebElement entry =
                browser.findElement(
                        By.cssSelector(
                                "#figure-2b [data-series='With self-induced torque: simulated']"));
        entry.click();
        assertThat(entry.getDomAttribute("aria-pressed")).isEqualTo("false");
        // A chart draws with the next frame of the browser.
        WebDriverWait drawing = new WebDriverWait(browser, PATIENCE);
        drawing.until(_ -> number(marks, Hue.BLUE.light()) < before);
        entry.click();
        drawing.until(_ -> number(marks, Hue.BLUE.light()) == before);
    }

    private static long fewestLabels(WebElement chart) {
        return number(
                "const model = echarts.getInstanceByDom(arguments[0]).getModel();"
                        + "return Math.min(...['xAxis', 'yAxis'].map((name) =>"
                        + " model.getComponent(name).axis.getViewLabels().slice(1, -1)"
                        + ".filter((label) => label.formattedLabel).length))",
                chart);
    }

    private static String left(WebElement chart) {
        return String.valueOf(
                browser.executeScript(
                        "return echarts.getInstanceByDom(arguments[0])"
                                + ".convertFromPixel({xAxisIndex: 0}, 300)",
                        chart));
    }

    /** Draws a frame about the middle of a chart. */
    private static void zoom(WebElement chart, int width, int height) {
        String before = left(chart);
        browser.executeScript("arguments[0].scrollIntoView({block: 'center'})", chart);
        new Actions(browser)
                .moveToElement(chart, -width / 2, -height / 2)
                .clickAndHold()
                .moveByOffset(width, height)
                .release()
                .perform();
        new WebDriverWait(browser, PATIENCE).until(_ -> !left(chart).equals(before));
    }

    @Test
    void aDragZoomsAndResetShowsEverythingAgain() {
        open("light", 1280);
        WebElement chart = browser.findElement(By.cssSelector("#figure-2a .chart"));
        String before = left(chart);
        browser.findElement(By.cssSelector("#figure-2a [data-action=zoom]")).click();
        zoom(chart, 100, 80);
        assertThat(fewestLabels(chart)).isGreaterThanOrEqualTo(2);
        browser.findElement(By.cssSelector("#figure-2a [data-action=reset]")).click();
        new WebDriverWait(browser, PATIENCE).until(_ -> left(chart).equals(before));
        assertThat(complaints()).isEmpty();
    }

    /** Of a decade: five pixels of the whole figure, which shows fourteen on some 580. */
    private static final double POINTING = 0.13;

    /** Of a decade: the labels have two digits, and one of 1.05 may be 1.0 or 1.1. */
    private static final double TWO_DIGITS = StrictMath.log10(1.05);

    @ParameterizedTest
    @CsvSource({"300, 200", "100, 100", "30, 30", "10, 10"})
    void aZoomedLogarithmicAxisShowsTheFrameAndSaysWhatIsSeen(int width, int height) {
        open("light", 1280);
        WebElement chart = browser.findElement(By.cssSelector("#work .chart"));
        browser.findElement(By.cssSelector("#work [data-action=zoom]")).click();
        for (int times = 0; times < 2; times++) {
            List<Double> frame = numbers(chart, FRAME, width);
            zoom(chart, width, height);
            List<Double> seen = numbers(chart, SEEN);
            assertThat(seen.get(0)).isCloseTo(frame.get(0), offset(POINTING));
            assertThat(seen.get(1)).isCloseTo(frame.get(1), offset(POINTING));
            for (String axis : List.of("xAxis", "yAxis")) {
                assertThat(numbers(chart, LABELS, axis))
                        .hasSizeGreaterThanOrEqualTo(2)
                        .allSatisfy(slip -> assertThat(slip).isCloseTo(0, offset(TWO_DIGITS)));
            }
            assertThat(numbers(chart, CROWDED)).isEmpty();
        }
        assertThat(complaints()).isEmpty();
    }

    /** The ends of a frame of this width about the middle. */
    private static final String FRAME =
            """
            const middle = host.clientWidth / 2;
            return [-0.5, 0.5].map((share) => Math.log10(
                chart.convertFromPixel({ xAxisIndex: 0 }, middle + share * argument)));
            """;

    private static final String SEEN =
            "return chart.getModel().getComponent('xAxis').axis.scale.getExtent().map(Math.log10)";

    /** How far the labels that are drawn on an axis are from what they name. */
    private static final String LABELS =
            """
            const named = (label) => {
              const [, mantissa, power] = label.match(/^(?:(.+)×)?10(.+)$/);
              const digits = power.replace('⁻', '-').replace(/[^-]/g, (c) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(c));
              return Math.log10(Number(mantissa || 1)) + Number(digits);
            };
            const drawn = texts.map((text) => text.textContent);
            return chart.getModel().getComponent(argument).axis.getViewLabels()
                .filter((label) => drawn.includes(label.formattedLabel))
                .map((label) => named(label.formattedLabel) - Math.log10(label.tickValue));
            """;

    /** Labels that lie on one another; the first ones of both axes may touch with their corners. */
    private static final String CROWDED =
            """
            const corner = 4;
            const boxes = texts.map((text) => text.getBoundingClientRect());
            const common = (a, b, from, to) => Math.min(a[to], b[to]) - Math.max(a[from], b[from]);
            return boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) =>
                common(a, b, 'left', 'right') > corner && common(a, b, 'top', 'bottom') > corner))
                .map((box) => box.top);
            """;

    private static List<Double> numbers(WebElement host, String script, Object... argument) {
        List<Object> arguments = new ArrayList<>(List.of(host));
        arguments.addAll(List.of(argument));
        Object found =
                browser.executeScript(
                        """
                        const [host, argument] = arguments;
                        const chart = echarts.getInstanceByDom(host);
                        const texts = [...host.querySelectorAll('text')]
                            .filter((text) => /10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+$/.test(text.textContent));
                        """
                                + script,
                        arguments.toArray());
        return ((List<?>) found).stream().map(number -> ((Number) number).doubleValue()).toList();
    }

    @Test
    void aFigureIsSavedAsAWholeSvgWithItsLegend() throws Exception {
        browser.executeCdpCommand(
                "Browser.setDownloadBehavior",
                Map.of("behavior", "allow", "downloadPath", folder.toString()));
        open("dark", 1280);
        browser.findElement(By.cssSelector("#figure-2a [data-action=save]")).click();
        Path saved = folder.resolve("figure-2a.svg");
        new WebDriverWait(browser, PATIENCE).until(_ -> Files.exists(saved));
        Element svg =
                DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(saved.toFile())
                        .getDocumentElement();
        assertThat(svg.getTagName()).isEqualTo("svg");
        assertThat(svg.getTextContent()).contains("With self-induced torque: theory", "Voltage");
        assertThat(saved).content().contains(Hue.BLUE.light()).doesNotContain(Hue.BLUE.dark());
        assertThat(complaints()).isEmpty();
    }

    @Test
    void aNameLikeMarkupIsTextEverywhere() {
        Browser.open(browser, folder.resolve("hostile.html"), "light", 1280);
        assertThat(hover("figure", MARKUP, 1)).contains("<img src=x");
        assertThat(browser.getTitle()).startsWith("</title></script>");
        assertThat(number("return document.scripts.length")).isEqualTo(3);
        assertThat(number("return document.images.length")).isZero();
        assertThat(browser.findElement(By.cssSelector("code")).getText())
                .contains("<script>document.title='broken in'</script>");
        assertThat(complaints()).isEmpty();
    }

    /** The second line of defence, should a name ever break out. */
    @Test
    void aScriptThatIsNotOursDoesNotRun() throws IOException {
        String html = Files.readString(folder.resolve("page.html"));
        Path broken = folder.resolve("broken.html");
        Files.writeString(
                broken,
                html.replace(
                        "</header>",
                        "</header><script>document.title='broken in'</script><img src='data:,'"
                                + " onerror=\"document.title='broken in'\">"));
        Browser.open(browser, broken, "light", 1280);
        assertThat(number("return document.scripts.length")).isEqualTo(4);
        assertThat(number("return document.querySelectorAll('#work svg path').length"))
                .isGreaterThan(20);
        assertThat(complaints())
                .hasSize(2)
                .allMatch(entry -> entry.getMessage().contains("Content Security Policy"));
        assertThat(browser.getTitle()).isEqualTo("Fig. 2");
    }

    @Test
    void aPrintOfTheDarkPageIsLight() {
        open("dark", 1280);
        browser.executeScript("window.dispatchEvent(new Event('beforeprint'))");
        String script = "return document.querySelector('#figure-2a .chart svg').outerHTML";
        assertThat(browser.executeScript(script))
                .asString()
                .contains(Hue.BLUE.light(), "width=\"660\"");
        browser.executeScript("window.dispatchEvent(new Event('afterprint'))");
        assertThat(browser.executeScript(script)).asString().contains(Hue.BLUE.dark());
    }
}
