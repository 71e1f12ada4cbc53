package larmor.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.ode.Rk4;
import larmor.ode.ScalarBatch;
import larmor.sweep.Sweep;
import larmor.sweep.SweepProtocol;
import larmor.sweep.SweepRow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportChecksTest {

    private Figure2 figure;

    @BeforeAll
    void simulate() {
        figure =
                Figure2.run(
                        Figure2.plan(
                                Device.PAPER,
                                EquationForm.EXACT,
                                Figure2.Detail.FULL,
                                List.of(true, false)),
                        SweepProtocol.paper(0.05),
                        new ScalarBatch(new Rk4(0.05)),
                        Runtime.getRuntime().availableProcessors(),
                        Sweep.Progress.NONE);
    }

    @Test
    void everySettledPointOfFigure2LiesOnTheTheory() {
        assertThat(Figure2Checks.of(figure))
                .extracting(check -> check.claim().name())
                .contains(
                        "figure2-coverage-with", "figure2-frequency-with", "figure2-power-without");
        for (Check check : Figure2Checks.of(figure)) {
            assertThat(check.passed()).as(check.message()).isTrue();
        }
    }

    @Test
    void figureCoversThePapersAxisWithAndWithoutTheTorque() {
        assertThat(Figure2.Detail.FULL.voltages())
                .hasSizeGreaterThanOrEqualTo(60)
                .startsWith(0.9)
                .endsWith(2.2);
        assertThat(figure.rows()).hasSize(2 * Figure2.Detail.FULL.voltages().size());
    }

    @Test
    void everyVoltageOfFigure2FromTwoHundredthsAboveThresholdOnIsCovered() {
        assertThat(Figure2Checks.of(figure))
                .filteredOn(check -> check.claim().name().startsWith("figure2-coverage-"))
                .extracting(Check::reference)
                .containsExactly(60.0, 60.0);
    }

    @Test
    void pointOffTheTheoryIsCaught() {
        Figure2 altered =
                altered(
                        row -> row.voltage() == 1.2 && row.selfTorque(),
                        row -> row.frequency().getAsDouble() + 6e-3,
                        SweepRow::settled);
        assertThat(failing(altered)).containsExactly("figure2-frequency-with");
    }

    @Test
    void runThatHasNotSettledIsCaught() {
        Figure2 altered =
                altered(
                        row -> row.voltage() == 1.2 && !row.selfTorque(),
                        row -> row.frequency().getAsDouble(),
                        _ -> false);
        assertThat(failing(altered)).containsExactly("figure2-coverage-without");
    }

    @Test
    void figureOfAlmostNothingSettledIsCaught() {
        Figure2 altered =
                altered(
                        row -> row.voltage() > 1.1 && row.frequency().isPresent(),
                        row -> row.frequency().getAsDouble(),
                        _ -> false);
        assertThat(failing(altered))
                .containsExactly("figure2-coverage-with", "figure2-coverage-without");
    }

    private static List<String> failing(Figure2 figure) {
        return Figure2Checks.of(figure).stream()
                .filter(check -> !check.passed())
                .map(check -> check.claim().name())
                .toList();
    }

    /** The figure with another frequency and flag in some of its rows. */
    private Figure2 altered(
            Predicate<SweepRow> which,
            ToDoubleFunction<SweepRow> frequency,
            Predicate<SweepRow> settled) {
        List<SweepRow> rows = new ArrayList<>();
        for (SweepRow row : figure.rows()) {
            rows.add(
                    which.test(row)
                            ? altered(row, frequency.applyAsDouble(row), settled.test(row))
                            : row);
        }
        return new Figure2(figure.sweep(), rows);
    }

    private static SweepRow altered(SweepRow row, double frequency, boolean settled) {
        return new SweepRow(
                row.point(),
                OptionalDouble.of(frequency),
                row.frequencyUncertainty(),
                row.power(),
                row.powerUncertainty(),
                row.regime(),
                settled,
                row.failure());
    }
}
