package larmor.validation.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import larmor.model.Device;
import larmor.model.Magnetization;
import larmor.observable.Regime;
import larmor.ode.NumericalFailure;
import larmor.sweep.RunFailure;
import larmor.sweep.SweepPoint;
import larmor.sweep.SweepRow;
import org.junit.jupiter.api.Test;

class Figure2PanelsTest {

    private static final SweepRow SETTLED = oscillating(1.2, true, 0.56241, 0.618, true);
    private static final SweepRow UNSETTLED = oscillating(1.008, true, 0.9953, 0.0089, false);
    private static final SweepRow CONVENTIONAL = oscillating(2.0, false, 0.8333, 0.76181, true);
    private static final SweepRow STATIC =
            new SweepRow(
                    SweepPoint.of(Device.PAPER, 0.9, true),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.of(1e-39),
                    OptionalDouble.of(1e-39),
                    Optional.of(Regime.PARALLEL),
                    true,
                    Optional.empty());
    private static final SweepRow FAILED =
            SweepRow.failed(
                    SweepPoint.of(Device.PAPER, 1.4, false),
                    new RunFailure.Numerical(
                            new NumericalFailure(
                                    NumericalFailure.Kind.STEP_TOO_LARGE,
                                    3,
                                    new Magnetization(0, 0, 1))));

    private static final Figure2Panels FIGURE =
            new Figure2Panels(
                    List.of(STATIC, UNSETTLED, SETTLED, FAILED, CONVENTIONAL),
                    List.of(
                            new TheoryCurve(
                                    true,
                                    List.of(
                                            new TheoryCurve.Point(0.5, 1, 0),
                                            new TheoryCurve.Point(1, 1, 0),
                                            new TheoryCurve.Point(1.2, 0.5629, 0.6176),
                                            new TheoryCurve.Point(5, 2, 1)))));

    private static SweepRow oscillating(
            double voltage, boolean torque, double frequency, double power, boolean settled) {
        return oscillating(Device.PAPER, voltage, torque, frequency, power, settled);
    }

    private static SweepRow oscillating(
            Device device,
            double voltage,
            boolean torque,
            double frequency,
            double power,
            boolean settled) {
        return new SweepRow(
                SweepPoint.of(device, voltage, torque),
                OptionalDouble.of(frequency),
                OptionalDouble.of(settled ? 1e-9 : frequency),
                OptionalDouble.of(power),
                OptionalDouble.of(settled ? 1e-9 : 1),
                Optional.of(Regime.IN_PLANE),
                settled,
                Optional.empty());
    }

    private static List<Series.Point> drawn(Figure figure, Series.Fill fill) {
        return figure.series().stream()
                .filter(series -> series.fill() == fill && series.mark() != Series.Mark.NONE)
                .flatMap(series -> series.points().stream())
                .toList();
    }

    @Test
    void anUnsettledPointIsHollowAndNeverAmongTheSettled() {
        for (Figure figure : List.of(FIGURE.frequency(), FIGURE.power())) {
            assertThat(drawn(figure, Series.Fill.HOLLOW))
                    .extracting(Series.Point::x)
                    .containsExactly(1.008);
            assertThat(drawn(figure, Series.Fill.FILLED))
                    .extracting(Series.Point::x)
                    .doesNotContain(1.008);
            assertThat(figure.notes())
                    .anyMatch(note -> note.contains("not settled") && note.contains("1.008"));
        }
    }

    @Test
    void aStaticStateHasAPowerAndNoFrequency() {
        assertThat(drawn(FIGURE.frequency(), Series.Fill.FILLED))
                .extracting(Series.Point::x)
                .containsExactly(1.2, 2.0);
        assertThat(drawn(FIGURE.power(), Series.Fill.FILLED))
                .extracting(Series.Point::x)
                .containsExactly(0.9, 1.2, 2.0);
        assertThat(FIGURE.frequency().notes())
                .last()
                .asString()
                .contains("1 run ended in a static");
    }

    @Test
    void aFailedRunIsNotDrawnButNamed() {
        assertThat(FIGURE.power().series())
                .flatMap(Series::points)
                .extracting(Series.Point::x)
                .doesNotContain(1.4);
        assertThat(FIGURE.power().notes()).anyMatch(note -> note.contains("1.4 (step-too-large)"));
    }

    @Test
    void theTorqueIsSolidAndItsAbsenceDashed() {
        Figure2Panels both =
                new Figure2Panels(
                        List.of(SETTLED, CONVENTIONAL),
                        Stream.of(true, false)
                                .map(on ->
                                        new TheoryCurve(
                                                on, List.of(new TheoryCurve.Point(1.5, 0.4, 0.8))))
                                .toList());
        assertThat(both.frequency().series())
                .filteredOn(series -> series.name().endsWith("theory"))
                .extracting(Series::line)
                .containsExactly(Series.Line.SOLID, Series.Line.DASHED);
    }

    @Test
    void whereBothSettingsOfTheTorqueAgreeBothAreSeen() {
        assertThat(FIGURE.power().series())
                .filteredOn(series -> series.mark() != Series.Mark.NONE)
                .allSatisfy(series ->
                        assertThat(series.size())
                                .isEqualTo(
                                        series.mark() == Series.Mark.CIRCLE
                                                ? Series.Size.FULL
                                                : Series.Size.SMALL));
        assertThat(FIGURE.power().caption())
                .contains("finer marks without the torque", "Hollow marks: runs that");
    }

    @Test
    void aDeviceInSiUnitsIsDrawnInMillivoltsAndGigahertzWithItsTheory() {
        Figure frequency =
                new Figure2Panels(
                                List.of(oscillating(Nanopillar.DEVICE, 1.2, true, 0.5, 0.6, true)),
                                List.of(
                                        new TheoryCurve(
                                                true,
                                                List.of(new TheoryCurve.Point(1.2, 0.4, 0.6)))))
                        .frequency();
        assertThat(frequency.x().label()).isEqualTo("V (mV)");
        assertThat(frequency.y().label()).isEqualTo("f (GHz)");
        assertThat(frequency.notes()).containsExactly(Nanopillar.NOTE);
        assertThat(frequency.series())
                .extracting(series -> series.points().getFirst())
                .allSatisfy(point ->
                        assertThat(point.x())
                                .isCloseTo(1.2 * Nanopillar.MILLIVOLTS, Nanopillar.FIVE_DIGITS));
        assertThat(frequency.series().get(0).points().getFirst().y())
                .isCloseTo(0.4 * Nanopillar.GIGAHERTZ, Nanopillar.FIVE_DIGITS);
        assertThat(frequency.series().get(1).points().getFirst().y())
                .isCloseTo(0.5 * Nanopillar.GIGAHERTZ, Nanopillar.FIVE_DIGITS);
    }

    @Test
    void theTheoryEndsWhereTheSimulationDoes() {
        List<Series.Point> curve = FIGURE.frequency().series().getFirst().points();
        assertThat(curve.stream().filter(point -> !point.isGap()))
                .extracting(Series.Point::x)
                .containsExactly(1.0, 1.2);
        assertThat(curve.getLast().isGap()).isTrue();
    }

    @Test
    void thePointerIsToldEverythingAboutAPoint() {
        assertThat(drawn(FIGURE.frequency(), Series.Fill.FILLED).getFirst().facts())
                .containsExactly(
                        new Fact("V/V_c", "1.2"),
                        new Fact("ω/ω₀", "0.562410000 ± 10⁻⁹"),
                        new Fact("⟨p⟩", "0.618000000 ± 10⁻⁹"),
                        new Fact("regime", "in-plane"),
                        new Fact("settled", "yes"));
    }

    @Test
    void bothFiguresSpanTheSameVoltages() {
        Axis.Range range = FIGURE.frequency().x().range().orElseThrow();
        assertThat(range.low()).isEqualTo(0.8);
        assertThat(range.high()).isCloseTo(2.0, within(1e-12));
        assertThat(FIGURE.power().x()).isEqualTo(FIGURE.frequency().x());
    }
}
