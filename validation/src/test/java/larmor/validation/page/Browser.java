package larmor.validation.page;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Opens pages in Chromium and looks at them. */
public final class Browser {

    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    private static final int HEIGHT = 900;

    /** How long a browser may take to draw, on a busy machine. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    private Browser() {}

    /** Starts a browser; the test is skipped where there is none. */
    public static ChromeDriver start() {
        assumeTrue(
                Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER),
                "no browser to test pages with: install chromium and chromium-driver");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(BROWSER.toFile());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage");
        options.setCapability("goog:loggingPrefs", logs);
        // With its path given, nothing looks for a driver elsewhere.
        ChromeDriverService service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .usingAnyFreePort()
                        .build();
        return new ChromeDriver(service, options);
    }

    /** Opens a file on light or dark paper of a width. */
    public static void open(ChromeDriver browser, Path file, String scheme, int width) {
        // The page before must not draw itself again in the new scheme while its pointer rests.
        browser.get("about:blank");
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", HEIGHT, "deviceScaleFactor", 1, "mobile", false));
        browser.get(file.toUri().toString());
    }

    /** What the console of the page says. */
    public static List<LogEntry> complaints(ChromeDriver browser) {
        return browser.manage().logs().get(LogType.BROWSER).getAll();
    }

    /** The number that a script returns. */
    public static long number(ChromeDriver browser, String script, Object... arguments) {
        return ((Number) browser.executeScript(script, arguments)).longValue();
    }

    /** Moves the pointer to a point of a series and returns what is then shown. */
    public static String hover(ChromeDriver browser, String figure, String series, int index) {
        WebElement chart = browser.findElement(By.cssSelector("#" + figure + " .chart"));
        browser.executeScript("arguments[0].scrollIntoView({block: 'center'})", chart);
        List<?> place =
                (List<?>)
                        browser.executeScript(
                                """
                                const chart = echarts.getInstanceByDom(arguments[0]);
                                const all = chart.getOption().series;
                                const seriesIndex = all.findIndex((s) => s.name === arguments[1]);
                                const value = all[seriesIndex].data[arguments[2]].value;
                                return chart.convertToPixel({ seriesIndex }, value).map(Math.round);
                                """,
                                chart,
                                series,
                                index);
        int dx = ((Number) place.get(0)).intValue() - chart.getSize().width / 2;
        int dy = ((Number) place.get(1)).intValue() - chart.getSize().height / 2;
        new Actions(browser).moveToElement(chart, dx, dy).perform();
        return new WebDriverWait(browser, PATIENCE)
                .until(_ -> {
                    List<WebElement> tips =
                            browser.findElements(By.cssSelector("#" + figure + " .tip"));
                    String text = tips.isEmpty() ? "" : tips.getFirst().getText();
                    return text.isBlank() ? null : text;
                });
    }
}
