package larmor.validation.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import larmor.file.DeviceFile;
import larmor.model.Device;
import larmor.model.DeviceKey;
import larmor.model.EquationForm;
import larmor.model.Oscillator;
import larmor.observable.Regime;
import larmor.orbit.BranchDiagram;
import larmor.orbit.DrivenOscillator;
import larmor.sweep.Direction;
import larmor.sweep.GridAxis;
import larmor.sweep.RunFailure;
import larmor.sweep.SweepPlan;
import larmor.sweep.SweepPoint;
import larmor.sweep.SweepRow;
import org.junit.jupiter.api.Test;

class SweepPanelsTest {

    private static final List<Double> VOLTAGES = List.of(1.0, 1.1, 1.2, 1.3);

    private static SweepPlan plan(
            List<Double> voltages,
            List<Double> fields,
            List<GridAxis> grid,
            List<Boolean> selfTorques,
            List<Direction> directions) {
        return plan(Device.PAPER, voltages, fields, grid, selfTorques, directions);
    }

    private static SweepPlan plan(
            Device device,
            List<Double> voltages,
            List<Double> fields,
            List<GridAxis> grid,
            List<Boolean> selfTorques,
            List<Direction> directions) {
        return new SweepPlan(
                device,
                EquationForm.EXACT,
                voltages,
                fields,
                grid,
                selfTorques,
                directions,
                OptionalInt.empty());
    }

    private static SweepPlan map() {
        return plan(VOLTAGES, List.of(0.3, 0.35, 0.4), List.of(), List.of(true), List.of());
    }

    /** The first point has failed, the second has not settled, the third is static. */
    private static List<SweepRow> rows(SweepPlan plan) {
        List<SweepRow> rows = new ArrayList<>();
        for (long i = 0; i < plan.size(); i++) {
            SweepPoint point = plan.point(i);
            rows.add(
                    i == 0
                            ? SweepRow.failed(point, new RunFailure.NoStart())
                            : new SweepRow(
                                    point,
                                    i == 2
                                            ? OptionalDouble.empty()
                                            : OptionalDouble.of(0.1 * point.voltage()),
                                    i == 2 ? OptionalDouble.empty() : OptionalDouble.of(0.01),
                                    OptionalDouble.of(point.field()),
                                    OptionalDouble.of(0.01),
                                    Optional.of(i == 2 ? Regime.STATIC : Regime.IN_PLANE),
                                    i != 1,
                                    Optional.empty()));
        }
        return rows;
    }

    private static SweepPanels panels(SweepPlan plan) {
        return new SweepPanels(plan, plan.device());
    }

    private static List<Block> figures(SweepPlan plan) {
        return panels(plan).figures(rows(plan), List.of());
    }

    @Test
    void twoSweptKeysMakeAMapOfFrequencyAndOneOfPower() {
        List<Block> figures = figures(map());
        assertThat(figures).hasSize(4);
        HeatMap frequency = (HeatMap) figures.get(2);
        assertThat(frequency.rows())
                .isEqualTo(new HeatMap.Side("magnet.field", List.of("0.3", "0.35", "0.4")));
        assertThat(frequency.columns())
                .isEqualTo(new HeatMap.Side("V/V_c", List.of("1", "1.1", "1.2", "1.3")));
        assertThat(frequency.cells().get(0))
                .extracting(HeatMap.Cell::isEmpty)
                .containsExactly(true, false, true, false);
        assertThat(frequency.cells().get(0).get(1).fill()).isEqualTo(Series.Fill.HOLLOW);
        assertThat(frequency.cells().get(1))
                .extracting(HeatMap.Cell::value)
                .containsExactly(0.1, 0.1 * 1.1, 0.1 * 1.2, 0.1 * 1.3);
        HeatMap power = (HeatMap) figures.get(3);
        assertThat(power.cells().get(2)).extracting(HeatMap.Cell::value).containsOnly(0.4);
        assertThat(power.cells().get(0).get(2).isEmpty()).isFalse();
        assertThat(power.cells().get(1).get(1).facts())
                .contains(
                        new Fact("V/V_c", "1.1"),
                        new Fact("magnet.field", "0.35"),
                        new Fact("⟨p⟩", "0.350 ± 0.01"),
                        new Fact("settled", "yes"));
    }

    @Test
    void whereEverythingRestsThereIsNoMapOfFrequencyWithoutAFrequency() {
        SweepPlan plan = map();
        List<SweepRow> resting =
                LongStream.range(0, plan.size()).mapToObj(i -> resting(plan.point(i))).toList();
        List<Block> figures = panels(plan).figures(resting, List.of());
        assertThat(figures)
                .filteredOn(HeatMap.class::isInstance)
                .singleElement()
                .satisfies(map -> assertThat(((HeatMap) map).name()).isEqualTo("⟨p⟩"));
        assertThat(((Figure) figures.getFirst()).notes())
                .contains("12 runs in a static state, which has no frequency.");
    }

    private static SweepRow resting(SweepPoint point) {
        return new SweepRow(
                point,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.of(0),
                OptionalDouble.of(0),
                Optional.of(Regime.STATIC),
                true,
                Optional.empty());
    }

    @Test
    void aCurveForEachValueOfTheSecondKeyWithItsUncertainty() {
        Figure frequency = (Figure) figures(map()).getFirst();
        assertThat(frequency.series())
                .extracting(Series::name)
                .containsExactly(
                        "magnet.field = 0.3: simulated",
                        "magnet.field = 0.3: not settled",
                        "magnet.field = 0.35: simulated",
                        "magnet.field = 0.4: simulated");
        assertThat(frequency.series())
                .filteredOn(series -> series.fill() == Series.Fill.FILLED)
                .extracting(Series::hue)
                .doesNotHaveDuplicates()
                .hasSize(3);
        assertThat(frequency.series().getLast().points())
                .allSatisfy(point -> assertThat(point.interval()).isPresent());
        assertThat(frequency.notes())
                .contains(
                        "1 run not settled at the end, drawn hollow.",
                        "1 run in a static state, which has no frequency.",
                        "1 run failed and not drawn: no-start.");
    }

    @Test
    void bothTorquesAndBothDirectionsAreToldApart() {
        SweepPlan plan =
                plan(
                        VOLTAGES,
                        List.of(0.35),
                        List.of(),
                        List.of(true, false),
                        List.of(Direction.UP, Direction.DOWN));
        List<Block> figures = figures(plan);
        assertThat(figures).hasSize(2);
        assertThat(((Figure) figures.get(1)).series())
                .filteredOn(series -> series.fill() == Series.Fill.FILLED)
                .extracting(Series::name, Series::hue, Series::mark)
                .doesNotHaveDuplicates()
                .hasSize(4);
        assertThat(panels(plan).overVoltageOnly()).isTrue();
        assertThat(panels(map()).overVoltageOnly()).isFalse();
    }

    @Test
    void aLargeSweepIsDrawnThinlyAndSaysSo() {
        List<Double> voltages = IntStream.range(0, 1000).mapToObj(i -> 1 + i / 1000.0).toList();
        List<Double> fields = IntStream.range(0, 300).mapToObj(i -> 0.3 + i / 1000.0).toList();
        SweepPlan plan =
                plan(
                        voltages,
                        fields,
                        List.of(GridAxis.of(DeviceKey.DAMPING, List.of(0.01, 0.02))),
                        List.of(true),
                        List.of());
        SweepPanels panels = panels(plan);
        long drawn = 0;
        for (long i = 0; i < plan.size(); i++) {
            drawn += panels.draws(plan.point(i)) ? 1 : 0;
        }
        // Every 13th voltage, every 4th field, the first damping.
        assertThat(drawn).isEqualTo(77 * 75);
        HeatMap map = (HeatMap) panels.figures(List.of(ringing(plan.point(0))), List.of()).get(2);
        assertThat(map.notes())
                .contains(
                        "77 of 1000 values of V/V_c are drawn; all are in the data.",
                        "75 of 300 values of magnet.field are drawn; all are in the data.",
                        "At magnet.damping = 0.01; the other values are in the data.");
    }

    @Test
    void aDeviceInSiUnitsIsDrawnInMillivoltsAndGigahertzAndToldInBoth() {
        SweepPlan plan =
                plan(
                        Nanopillar.DEVICE,
                        VOLTAGES,
                        List.of(0.35),
                        List.of(),
                        List.of(true),
                        List.of());
        Figure frequency = (Figure) figures(plan).getFirst();
        assertThat(frequency.x().label()).isEqualTo("V (mV)");
        assertThat(frequency.y().label()).isEqualTo("f (GHz)");
        Series.Point point = frequency.series().getFirst().points().getLast();
        assertThat(point.x()).isCloseTo(1.3 * Nanopillar.MILLIVOLTS, Nanopillar.FIVE_DIGITS);
        assertThat(point.y()).isCloseTo(0.1 * 1.3 * Nanopillar.GIGAHERTZ, Nanopillar.FIVE_DIGITS);
        Series.Interval bar = point.interval().orElseThrow();
        assertThat(bar.high() - bar.low())
                .isCloseTo(2 * 0.01 * Nanopillar.GIGAHERTZ, Nanopillar.FIVE_DIGITS);
        assertThat(point.facts())
                .contains(
                        new Fact("V (mV)", "155.201"),
                        new Fact("V/V_c", "1.3"),
                        new Fact("f (GHz)", "2.508 ± 0.2"),
                        new Fact("ω/ω₀", "0.130 ± 0.01"));
        assertThat(frequency.guides()).hasSize(1);
        assertThat(frequency.guides().getFirst().at())
                .isCloseTo(Nanopillar.MILLIVOLTS, Nanopillar.FIVE_DIGITS);
        assertThat(frequency.notes()).contains(Nanopillar.NOTE);
        Figure power = (Figure) figures(plan).getLast();
        assertThat(power.y().label()).isEqualTo("⟨p⟩");
        assertThat(power.series().getFirst().points().getFirst().y()).isEqualTo(0.35);
    }

    /** At rest by and by, but not yet. */
    private static SweepRow ringing(SweepPoint point) {
        return new SweepRow(
                point,
                OptionalDouble.of(0.9),
                OptionalDouble.of(0.01),
                OptionalDouble.of(0.2),
                OptionalDouble.of(0.01),
                Optional.of(Regime.IN_PLANE),
                false,
                Optional.empty());
    }

    @Test
    void aDeviceThatNoVoltageDrivesIsDrawnInItsOwnUnits() {
        Device undriven = DeviceFile.read(Nanopillar.FILE, List.of("junction.g_antiparallel=9e-3"));
        SweepPlan plan =
                plan(undriven, List.of(0.0), List.of(0.35), List.of(), List.of(true), List.of());
        SweepRow ringing = ringing(plan.point(0));
        Figure frequency = (Figure) panels(plan).figures(List.of(ringing), List.of()).getFirst();
        assertThat(frequency.x().label()).isEqualTo("V/V_c");
        assertThat(frequency.y().label()).isEqualTo("ω/ω₀");
        assertThat(frequency.caption()).doesNotContain("GHz");
        assertThat(frequency.notes()).noneMatch(note -> note.contains("mV"));
        Series.Point point = frequency.series().getFirst().points().getFirst();
        assertThat(point.x()).isZero();
        assertThat(point.y()).isEqualTo(0.9);
        assertThat(point.facts())
                .extracting(Fact::label)
                .containsExactly("V/V_c", "ω/ω₀", "⟨p⟩", "regime", "settled");
    }

    @Test
    void besideDrivenDevicesOneThatNoVoltageDrivesIsAtZeroMillivolts() {
        SweepPlan plan =
                plan(
                        Nanopillar.DEVICE,
                        List.of(0.0),
                        List.of(0.35),
                        List.of(GridAxis.of(DeviceKey.G_ANTIPARALLEL, List.of(4e-3, 9e-3))),
                        List.of(true),
                        List.of());
        SweepPoints points =
                new SweepPoints(
                        List.of(SweptKey.voltage(List.of(0.0))),
                        FigureUnits.of(Oscillator.of(Nanopillar.DEVICE)));
        SweepRow ringing = ringing(plan.point(1));
        Series.Point point = points.of(List.of(ringing), Observed.FREQUENCY, false).getFirst();
        assertThat(point.x()).isZero();
        // ω₀ does not depend on the junction.
        assertThat(point.y()).isCloseTo(0.9 * Nanopillar.GIGAHERTZ, Nanopillar.FIVE_DIGITS);
    }

    @Test
    void aLineIsBrokenWhereARunBetweenHasNotSettledOrHasNoValue() {
        SweepPlan plan =
                plan(
                        List.of(1.0, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6),
                        List.of(0.35, 0.4),
                        List.of(),
                        List.of(true),
                        List.of());
        List<SweepRow> rows = new ArrayList<>();
        for (long i = 0; i < plan.size(); i++) {
            SweepPoint point = plan.point(i);
            boolean settled = point.voltage() != 1.2;
            boolean still = point.voltage() == 1.5;
            rows.add(
                    point.voltage() == 1.0
                            ? SweepRow.failed(point, new RunFailure.NoStart())
                            : new SweepRow(
                                    point,
                                    still ? OptionalDouble.empty() : OptionalDouble.of(0.5),
                                    still ? OptionalDouble.empty() : OptionalDouble.of(1e-8),
                                    OptionalDouble.of(0.2),
                                    OptionalDouble.of(1e-8),
                                    Optional.of(still ? Regime.STATIC : Regime.IN_PLANE),
                                    settled,
                                    Optional.empty()));
        }
        List<Block> figures = panels(plan).figures(rows, List.of());
        assertThat(firstLine(figures.get(0)))
                .containsExactly(1.1, Double.NaN, 1.3, 1.4, Double.NaN, 1.6);
        assertThat(firstLine(figures.get(1))).containsExactly(1.1, Double.NaN, 1.3, 1.4, 1.5, 1.6);
    }

    private static List<Double> firstLine(Block figure) {
        return ((Figure) figure)
                .series().getFirst().points().stream().map(Series.Point::x).toList();
    }

    @Test
    void whereBothSettingsOfTheTorqueAgreeBothAreSeen() {
        SweepPlan plan = plan(VOLTAGES, List.of(0.35), List.of(), List.of(true, false), List.of());
        Figure power = (Figure) figures(plan).getLast();
        assertThat(power.series())
                .extracting(Series::name, Series::size)
                .containsExactly(
                        tuple("With self-induced torque: simulated", Series.Size.FULL),
                        tuple("With self-induced torque: not settled", Series.Size.FULL),
                        tuple("Without self-induced torque: simulated", Series.Size.SMALL));
        assertThat(power.caption()).contains("finer marks without the torque");
        SweepPlan alone = plan(VOLTAGES, List.of(0.35), List.of(), List.of(false), List.of());
        assertThat(((Figure) figures(alone).getLast()).caption()).doesNotContain("finer");
    }

    @Test
    void theCaptionOfThePowerSaysWhatTheLinesOfStaticStatesAre() {
        SweepPlan plan = plan(VOLTAGES, List.of(0.35), List.of(), List.of(true), List.of());
        BranchDiagram diagram =
                BranchDiagram.of(
                        new DrivenOscillator(
                                Oscillator.of(plan.device()), EquationForm.EXACT, true),
                        1,
                        1.3);
        List<Block> figures = panels(plan).figures(rows(plan), List.of(diagram));
        assertThat(((Figure) figures.get(0)).caption())
                .contains("Lines: limit cycles found directly")
                .doesNotContain("tatic");
        // The paper's film has one near its normal.
        assertThat(((Figure) figures.get(1)).caption())
                .contains("at 1 the antiparallel one, between them those that are tilted");
        assertThat(((Figure) figures(plan).get(1)).caption()).doesNotContain("antiparallel");
    }

    @Test
    void theCaptionSaysWhatAHollowMarkAndAMissingBarMean() {
        for (Block figure : figures(map()).subList(0, 2)) {
            assertThat(((Figure) figure).caption())
                    .contains("Hollow marks: runs that", "have not settled", "is left out");
        }
    }

    @Test
    void inSiUnitsEveryFieldHasItsOwnCriticalVoltage() {
        SweepPlan plan =
                plan(
                        Nanopillar.DEVICE,
                        VOLTAGES,
                        List.of(0.35, 0.7),
                        List.of(),
                        List.of(true),
                        List.of());
        List<Block> figures = figures(plan);
        Figure frequency = (Figure) figures.getFirst();
        double low = frequency.series().get(0).points().getLast().x();
        double high = frequency.series().getLast().points().getLast().x();
        // V_c is proportional to h₀ + ½, h₀ being the field over μ₀M_s = 1.0053 T.
        assertThat(high / low)
                .isCloseTo((0.7 / 1.0053 + 0.5) / (0.35 / 1.0053 + 0.5), Nanopillar.FIVE_DIGITS);
        assertThat(frequency.guides()).isEmpty();
        HeatMap map = (HeatMap) figures.get(2);
        assertThat(map.name()).isEqualTo("f (GHz)");
        assertThat(map.columns().title()).isEqualTo("V/V_c");
        assertThat(map.cells().get(0).get(3).value())
                .isCloseTo(0.1 * 1.3 * Nanopillar.GIGAHERTZ, Nanopillar.FIVE_DIGITS);
    }

    @Test
    void withOneVoltageTheAbscissaIsWhatIsSwept() {
        SweepPlan plan =
                plan(List.of(1.5), List.of(0.3, 0.4, 0.5), List.of(), List.of(true), List.of());
        Figure power = (Figure) figures(plan).getLast();
        assertThat(power.x().name()).isEqualTo("magnet.field");
        assertThat(power.series().getFirst().points())
                .extracting(Series.Point::x)
                .containsExactly(0.5);
    }
}
