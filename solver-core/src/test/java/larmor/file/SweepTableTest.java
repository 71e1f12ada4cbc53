package larmor.file;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import larmor.model.Device;
import larmor.model.DeviceKey;
import larmor.model.DeviceValue;
import larmor.model.EquationForm;
import larmor.model.Magnetization;
import larmor.model.Units;
import larmor.observable.Regime;
import larmor.ode.NumericalFailure;
import larmor.sweep.Direction;
import larmor.sweep.GridAxis;
import larmor.sweep.RunFailure;
import larmor.sweep.SweepPlan;
import larmor.sweep.SweepPoint;
import larmor.sweep.SweepRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SweepTableTest {

    private static final OptionalDouble NONE = OptionalDouble.empty();

    private static final SweepRow PRECESSION =
            new SweepRow(
                    SweepPoint.of(Device.PAPER, 1.2, true),
                    OptionalDouble.of(1.0 / 3),
                    OptionalDouble.of(1e-7),
                    OptionalDouble.of(0.5),
                    OptionalDouble.of(Double.MIN_VALUE),
                    Optional.of(Regime.IN_PLANE),
                    true,
                    Optional.empty());

    private static final SweepRow STATIC =
            new SweepRow(
                    SweepPoint.of(Device.PAPER, 5, false),
                    NONE,
                    NONE,
                    OptionalDouble.of(0.675),
                    OptionalDouble.of(0),
                    Optional.of(Regime.STATIC),
                    false,
                    Optional.empty());

    private static final SweepRow FAILED =
            SweepRow.failed(
                    SweepPoint.of(Device.PAPER, 9, false),
                    new RunFailure.Numerical(
                            new NumericalFailure(
                                    NumericalFailure.Kind.NON_FINITE,
                                    1,
                                    new Magnetization(0, 0, 1))));

    private static final SweepPlan PLAN =
            new SweepPlan(
                    Device.PAPER,
                    EquationForm.EXACT,
                    List.of(1.2, 5.0, 9.0),
                    List.of(0.35),
                    List.of(true));

    private static final List<SweepRow> ROWS = List.of(PRECESSION, STATIC, FAILED);

    private static final SweepTable TABLE = SweepTable.of(PLAN, SweepTable.Layout.JSON);

    @Test
    void csvHasAnEmptyFieldForWhatDoesNotExist() throws IOException {
        StringBuilder text = new StringBuilder();
        SweepTable.of(PLAN, SweepTable.Layout.CSV).write(ROWS, text);
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
        TABLE.write(ROWS, text);
        JsonNode rows = new JsonMapper().readTree(text.toString());
        assertThat(rows).hasSize(3);
        for (JsonNode row : rows) {
            assertThat(row.propertyNames()).containsExactlyElementsOf(TABLE.columns());
        }
        assertThat(rows.get(0).get("frequency").doubleValue()).isEqualTo(1.0 / 3);
        assertThat(rows.get(0).get("failure").isNull()).isTrue();
        assertThat(rows.get(1).get("frequency").isNull()).isTrue();
        assertThat(rows.get(2).get("power").isNull()).isTrue();
        assertThat(rows.get(2).get("failure").stringValue()).isEqualTo("non-finite");
    }

    @ParameterizedTest
    @EnumSource
    void rowsReadBackMakeTheSameTable(SweepTable.Layout layout) throws IOException {
        SweepFixture fixture = SweepFixture.of(layout);
        String whole = new String(fixture.wholeTable(), US_ASCII);
        List<SweepRow> rows =
                fixture.table()
                        .read(
                                new BufferedReader(new StringReader(whole)),
                                fixture.plan(),
                                _ -> true);
        StringBuilder again = new StringBuilder();
        fixture.table().write(rows, again);
        assertThat(again).hasToString(whole);
    }

    @Test
    void onlyTheRowsThatAreWantedAreRead() throws IOException {
        SweepFixture fixture = SweepFixture.of(SweepTable.Layout.CSV);
        String whole = new String(fixture.wholeTable(), US_ASCII);
        assertThat(
                        fixture.table()
                                .read(
                                        new BufferedReader(new StringReader(whole)),
                                        fixture.plan(),
                                        point -> point.index() % 100 == 7))
                .extracting(row -> row.point().index())
                .containsExactly(7L, 107L, 207L);
        String torn = whole.substring(0, whole.length() / 2);
        assertThatThrownBy(() ->
                        fixture.table()
                                .read(
                                        new BufferedReader(new StringReader(torn)),
                                        fixture.plan(),
                                        _ -> false))
                .isInstanceOf(EOFException.class);
    }

    @Test
    void aTableWithoutRowsIsValid() throws IOException {
        StringBuilder json = new StringBuilder();
        TABLE.write(List.of(), json);
        assertThat(new JsonMapper().readTree(json.toString())).isEmpty();
    }

    @Test
    void gridKeysDirectionAndMemberHaveColumnsWhereTheyAreUsed() throws IOException {
        Device device =
                new Device(
                        Device.PAPER.junction(),
                        Device.PAPER.magnet(),
                        new Units.Si(8e5, 1.8e-23, 1.76e11));
        SweepPlan plan =
                new SweepPlan(
                        device,
                        EquationForm.EXACT,
                        List.of(0.5),
                        List.of(0.35),
                        List.of(
                                GridAxis.of(DeviceKey.DAMPING, List.of(0.02)),
                                new GridAxis(
                                        DeviceKey.ANGULAR_TORQUE,
                                        List.of(new DeviceValue.Switch(false)))),
                        List.of(false),
                        List.of(Direction.DOWN),
                        OptionalInt.of(1));
        StringBuilder text = new StringBuilder();
        SweepRow row =
                SweepRow.failed(plan.point(0), new RunFailure.InvalidDevice("magnet.field is bad"));
        SweepTable table = SweepTable.of(plan, SweepTable.Layout.CSV);
        table.write(List.of(row), text);
        assertThat(text)
                .hasToString(
                        """
                        voltage,field,magnet.damping,junction.angular_torque,self_torque,\
                        direction,member,frequency,frequency_uncertainty,power,power_uncertainty,\
                        regime,settled,failure,volts,hertz,hertz_uncertainty
                        0.5,0.35,0.02,false,off,down,1,,,,,,false,invalid-device,,,
                        """);
        StringBuilder again = new StringBuilder();
        BufferedReader in = new BufferedReader(new StringReader(text.toString()));
        table.write(table.read(in, plan, _ -> true), again);
        assertThat(again).hasToString(text.toString());
    }
}
