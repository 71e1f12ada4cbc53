package larmor.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportChecksTest {

    private Figure2 figure;

    @BeforeAll
    void simulate() {
        figure =
                Figure2.run(
                        Figure2.plan(Device.PAPER, EquationForm.EXACT, Figure2.Detail.FULL),
                        SweepProtocol.paper(0.05),
                        new ScalarBatch(new Rk4(0.05)),
                        Runtime.getRuntime().availableProcessors(),
                        Sweep.Progress.NONE);
    }

    static Stream<Check> stability() {
        return StabilityChecks.all().stream();
    }

    @ParameterizedTest
    @MethodSource("stability")
    void smallDeviationsFollowTheExactEigenvalues(Check check) {
        assertThat(check.passed()).as(check.message()).isTrue();
    }

    @Test
    void everySettledPointOfFigure2LiesOnTheTheory() {
        assertThat(Figure2Checks.of(figure))
                .extracting(check -> check.claim().name())
                .contains("figure2-frequency-with", "figure2-power-without");
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
    void pointOffTheTheoryIsCaught() {
        List<SweepRow> rows = new ArrayList<>(figure.rows());
        int index = Figure2.Detail.FULL.voltages().indexOf(1.2);
        SweepRow row = rows.get(index);
        double beyond = row.frequency().getAsDouble() + 6e-3;
        rows.set(
                index,
                new SweepRow(
                        row.voltage(),
                        row.field(),
                        row.selfTorque(),
                        OptionalDouble.of(beyond),
                        row.frequencyUncertainty(),
                        row.power(),
                        row.powerUncertainty(),
                        row.regime(),
                        row.settled(),
                        row.failure()));
        assertThat(Figure2Checks.of(new Figure2(figure.sweep(), rows)))
                .filteredOn(check -> !check.passed())
                .extracting(check -> check.claim().name())
                .containsExactly("figure2-frequency-with");
    }
}
