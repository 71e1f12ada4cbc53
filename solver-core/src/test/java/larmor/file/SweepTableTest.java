package larmor.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import larmor.model.Device;
import larmor.model.Magnetization;
import larmor.observable.Regime;
import larmor.ode.NumericalFailure;
import larmor.sweep.SweepRow;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SweepTableTest {

    private static final OptionalDouble NONE = OptionalDouble.empty();

    private static final SweepRow PRECESSION =
            new SweepRow(
                    1.2,
                    0.35,
                    true,
                    OptionalDouble.of(1.0 / 3),
                    OptionalDouble.of(1e-7),
                    OptionalDouble.of(0.5),
                    OptionalDouble.of(Double.MIN_VALUE),
                    Optional.of(Regime.IN_PLANE),
                    true,
                    Optional.empty());

    private static final SweepRow STATIC =
            new SweepRow(
                    5,
                    0.35,
                    false,
                    NONE,
                    NONE,
                    OptionalDouble.of(0.675),
                    OptionalDouble.of(0),
                    Optional.of(Regime.STATIC),
                    false,
                    Optional.empty());

    private static final SweepRow FAILED =
            new SweepRow(
                    9,
                    0.35,
                    false,
                    NONE,
                    NONE,
                    NONE,
                    NONE,
                    Optional.empty(),
                    false,
                    Optional.of(
                            new NumericalFailure(
                                    NumericalFailure.Kind.NON_FINITE,
                                    1,
                                    new Magnetization(0, 0, 1))));

    private static final List<SweepRow> ROWS = List.of(PRECESSION, STATIC, FAILED);

    @Test
    void csvHasAnEmptyFieldForWhatDoesNotExist() throws IOException {
        StringBuilder text = new StringBuilder();
        SweepTable.writeCsv(ROWS, Device.PAPER, text);
        assertThat(text)
                .hasToString(
                        """
                        voltage,field,self_torque,frequency,frequency_uncertainty,power,\
                        power_uncertainty,regime,settled,failure
                        1.2,0.35,on,0.3333333333333333,1.0E-7,0.5,4.9E-324,in-plane,true,
                        5.0,0.35,off,,,0.675,0.0,static,false,
                        9.0,0.35,off,,,,,,false,non-finite
                        """);
    }

    @Test
    void jsonHasTheColumnsOfTheCsvAndNullForWhatDoesNotExist() throws IOException {
        StringBuilder text = new StringBuilder();
        SweepTable.writeJson(ROWS, Device.PAPER, text);
        JsonNode rows = new JsonMapper().readTree(text.toString());
        assertThat(rows).hasSize(3);
        for (JsonNode row : rows) {
            assertThat(row.propertyNames()).containsExactlyElementsOf(SweepTable.COLUMNS);
        }
        assertThat(rows.get(0).get("frequency").doubleValue()).isEqualTo(1.0 / 3);
        assertThat(rows.get(0).get("failure").isNull()).isTrue();
        assertThat(rows.get(1).get("frequency").isNull()).isTrue();
        assertThat(rows.get(2).get("power").isNull()).isTrue();
        assertThat(rows.get(2).get("failure").stringValue()).isEqualTo("non-finite");
    }

    @Test
    void aTableWithoutRowsIsValid() throws IOException {
        StringBuilder json = new StringBuilder();
        SweepTable.writeJson(List.of(), Device.PAPER, json);
        assertThat(new JsonMapper().readTree(json.toString())).isEmpty();
    }
}
