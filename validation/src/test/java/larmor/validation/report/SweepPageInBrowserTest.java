package larmor.validation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.ode.BatchSolvers;
import larmor.ode.Rk4;
import larmor.sweep.Direction;
import larmor.sweep.Sweep;
import larmor.sweep.SweepPlan;
import larmor.sweep.SweepProtocol;
import larmor.sweep.SweepRow;
import larmor.sweep.SweepTally;
import larmor.validation.page.Browser;
import larmor.validation.page.Nanopillar;
import larmor.validation.page.Provenance;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.chrome.ChromeDriver;

class SweepPageInBrowserTest {

    private static final double STEP = 0.05;
    private static final List<Double> VOLTAGES = List.of(1.02, 1.3, 1.6, 1.9);

    @TempDir private static Path folder;

    @SuppressWarnings("NullAway.Init") // Set before the first test, or no test runs.
    private static ChromeDriver browser;

    @BeforeAll
    static void openTheBrowser() throws IOException {
        browser = Browser.start();
        write("map", Device.PAPER, List.of(0.3, 0.35, 0.4), List.of(true));
        write("curves", Device.PAPER, List.of(0.35), List.of(true, false));
        write("nanopillar", Nanopillar.DEVICE, List.of(0.35), List.of(true));
        write(
                "directions",
                new SweepPlan(
                        Device.PAPER,
                        EquationForm.EXACT,
                        VOLTAGES,
                        List.of(0.35),
                        List.of(),
                        List.of(true, false),
                        List.of(Direction.UP, Direction.DOWN),
                        OptionalInt.empty()),
                Device.PAPER);
    }

    @AfterAll
    @SuppressWarnings("NullAway") // Null where there is no browser.
    static void closeTheBrowser() {
        if (browser != null) {
            browser.quit();
        }
    }

    /** A short sweep: below 1.6 V_c the oscillation still grows when it ends. */
    private static void write(
            String name, Device device, List<Double> fields, List<Boolean> selfTorques)
            throws IOException {
        write(
                name,
                new SweepPlan(device, EquationForm.EXACT, VOLTAGES, fields, selfTorques),
                device);
    }

    private static void write(String name, SweepPlan plan, Device device) throws IOException {
        Sweep sweep =
                new Sweep(
                        plan,
                        new SweepProtocol(SweepProtocol.PAPER_INITIAL, 3000, 300, 5 * STEP),
                        BatchSolvers.choose().of(new Rk4(STEP)));
        List<SweepRow> rows = sweep.run(2, Sweep.Progress.NONE);
        SweepReport report =
                new SweepReport(
                        sweep,
                        device,
                        "sweep.csv",
                        new Provenance("commit", "today", "jdk", "cpu", "lanes", "command"));
        String html = report.html(rows, SweepTally.of(rows), report.branches());
        Files.writeString(folder.resolve(name + ".html"), html);
    }

    private static void open(String page, String scheme, int width) {
        Browser.open(browser, folder.resolve(page), scheme, width);
    }

    @ParameterizedTest
    @CsvSource({
        "map.html, light, 1280",
        "map.html, dark, 400",
        "curves.html, light, 400",
        "curves.html, dark, 1280",
        "nanopillar.html, light, 400"
    })
    void everyFigureIsDrawnAndNothingOverflows(String page, String scheme, int width) {
        open(page, scheme, width);
        String figures = "return document.querySelectorAll('.chart').length";
        assertThat(Browser.number(browser, figures)).isEqualTo(page.startsWith("map") ? 4 : 2);
        String least =
                "return Math.min(...[...document.querySelectorAll('.chart')]"
                        + ".map((c) => c.querySelectorAll('svg path').length))";
        assertThat(Browser.number(browser, least)).isGreaterThan(10);
        assertThat(Browser.number(browser, "return document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(width);
        assertThat(Browser.complaints(browser)).isEmpty();
    }

    @Test
    void aCellShowsItsValueWithItsUncertaintyAndWhetherItHasSettled() {
        open("map.html", "light", 1280);
        // Row by row from the lowest field: voltages 1.02, 1.3, 1.6, 1.9.
        assertThat(Browser.hover(browser, "sweep-frequency-map-on", "ω/ω₀", 6))
                .contains("V/Vc\n1.6", "magnet.field\n0.35", "±", "in-plane", "settled\nyes");
        assertThat(Browser.hover(browser, "sweep-power-map-on", "⟨p⟩", 4))
                .contains("V/Vc\n1.02", "no, still changing");
        assertThat(
                        browser.executeScript(
                                "return document.querySelector('#sweep-power-map-on .chart svg')"
                                        + ".textContent"))
                .asString()
                .contains("○", "magnet.field", "⟨p⟩");
    }

    @Test
    void plotsAreLevelAndNoEntryOfALegendTakesTwoLines() {
        open("directions.html", "light", 1280);
        String heights =
                "return new Set([...document.querySelectorAll('.legend button span')]"
                        + ".map((s) => Math.round(s.getBoundingClientRect().height))).size";
        assertThat(Browser.number(browser, heights)).isEqualTo(1);
        String tops =
                """
                return new Set([...document.querySelectorAll('.chart')].map((chart) => {
                  const grid = echarts.getInstanceByDom(chart).getModel().getComponent('grid');
                  return chart.getBoundingClientRect().top + grid.coordinateSystem.getRect().y;
                })).size;
                """;
        assertThat(Browser.number(browser, tops)).isEqualTo(1);
        String legends =
                "return new Set([...document.querySelectorAll('.legend')]"
                        + ".map((l) => l.children.length)).size";
        assertThat(Browser.number(browser, legends)).isEqualTo(2);
    }

    /** Where both settings agree one dashed line would hide the other. */
    @Test
    void dashesOfTheFinerLineLieInTheGapsOfTheWiderOne() {
        open("curves.html", "light", 1280);
        assertThat(
                        linesOfPower(
                                """
                                .filter((s) => Array.isArray(s.lineStyle.type) && s.data.length > 0)
                                .map((s) => [...s.lineStyle.type, s.lineStyle.dashOffset])
                                """))
                .isEqualTo(List.of(List.of(7L, 5L, 0L), List.of(7L, 5L, 6L)));
    }

    @Test
    void aLineKeepsItsWidthUnderThePointer() {
        open("curves.html", "light", 1280);
        // Wide ones with the torque, fine ones without it.
        assertThat(
                        linesOfPower(
                                """
                                .filter((s) => s.data.some((d) => d.point))
                                .map((s) => [s.lineStyle.width, s.emphasis.lineStyle.width])
                                """))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSizeGreaterThan(2)
                .allSatisfy(widths ->
                        assertThat((List<?>) widths)
                                .element(1)
                                .isEqualTo(((List<?>) widths).getFirst()));
    }

    /** What a script makes of the lines of the figure of the power. */
    private static Object linesOfPower(String steps) {
        return browser.executeScript(
                """
                const chart = document.querySelector('#sweep-power .chart');
                return echarts.getInstanceByDom(chart).getOption().series
                  .filter((s) => s.type === 'line')
                """
                        + steps);
    }

    private static String tipOfTheFirstSettledRun() {
        return Browser.hover(browser, "sweep-frequency", "With self-induced torque: simulated", 0);
    }

    @Test
    void aDeviceInSiUnitsIsShownInMillivoltsAndGigahertz() {
        open("nanopillar.html", "light", 1280);
        assertThat(tipOfTheFirstSettledRun()).contains("V (mV)\n", "V/Vc\n", "f (GHz)\n", "ω/ω₀\n");
        assertThat(
                        browser.executeScript(
                                "return document.querySelector('#sweep-frequency .chart')"
                                        + ".textContent"))
                .asString()
                .contains("(mV)", "(GHz)", "160");
    }

    @Test
    void simulationBranchesAndTheoryStandSideBySide() {
        open("curves.html", "light", 1280);
        assertThat(browser.executeScript("return document.getElementById('range').innerText"))
                .asString()
                .contains("with, simulation\t–\t–\t1.6 … 1.9")
                // The ends of the in-plane orbit at the damping of the device and without.
                .contains("with, branches", "1.66210424", "with, theory", "1.66286857")
                .contains("A dash: the settled runs do not enclose it")
                .contains("without, simulation\t–\t–\t1.3 … 1.6", "1.54358946", "1.54423650");
        assertThat(tipOfTheFirstSettledRun()).contains("1.6", "±", "settled\nyes");
    }
}
