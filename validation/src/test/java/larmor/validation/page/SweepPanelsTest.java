package larmor.validation.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import larmor.model.Device;
import larmor.model.DeviceKey;
import larmor.model.EquationForm;
import larmor.observable.Regime;
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
        return new SweepPlan(
                Device.PAPER,
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

    private static List<Block> figures(SweepPlan plan) {
        return new SweepPanels(plan).figures(rows(plan), List.of());
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
        assertThat(new SweepPanels(plan).overVoltageOnly()).isTrue();
        assertThat(new SweepPanels(map()).overVoltageOnly()).isFalse();
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
        SweepPanels panels = new SweepPanels(plan);
        long drawn = 0;
        for (long i = 0; i < plan.size(); i++) {
            drawn += panels.draws(plan.point(i)) ? 1 : 0;
        }
        // Every 13th voltage, every 4th field, the first damping.
        assertThat(drawn).isEqualTo(77 * 75);
        HeatMap map = (HeatMap) panels.figures(List.of(), List.of()).get(2);
        assertThat(map.notes())
                .contains(
                        "77 of 1000 values of V/V_c are drawn; all are in the data.",
                        "75 of 300 values of magnet.field are drawn; all are in the data.",
                        "At magnet.damping = 0.01; the other values are in the data.");
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
