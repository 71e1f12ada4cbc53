package larmor.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import larmor.model.DerivedNumbers;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.model.Junction;
import larmor.model.Magnet;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import larmor.model.Units;
import larmor.observable.Regime;
import larmor.orbit.Bifurcation;
import larmor.orbit.Branch;
import larmor.orbit.BranchDiagram;
import larmor.orbit.BranchPoint;
import larmor.orbit.DrivenOscillator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BranchTableTest {

    private static final OptionalDouble NONE = OptionalDouble.empty();

    private static final BranchPoint CYCLE =
            new BranchPoint(
                    1.2,
                    OptionalDouble.of(0.5),
                    0.25,
                    OptionalDouble.of(18.25),
                    OptionalDouble.of(0.75),
                    OptionalDouble.of(-1e-3),
                    Optional.of(true),
                    new Magnetization(0.6, 0, 0.8),
                    Optional.empty());

    private static final BranchPoint END =
            new BranchPoint(
                    1.5,
                    OptionalDouble.of(0),
                    1,
                    NONE,
                    NONE,
                    NONE,
                    Optional.empty(),
                    new Magnetization(0, 0, -1),
                    Optional.of(Bifurcation.HOMOCLINIC));

    private static final BranchPoint AT_REST =
            new BranchPoint(
                    1.2,
                    NONE,
                    0,
                    NONE,
                    NONE,
                    OptionalDouble.of(0.125),
                    Optional.of(false),
                    new Magnetization(0, 0, 1),
                    Optional.empty());

    private static BranchDiagram diagram(Device device, boolean selfTorque) {
        return new BranchDiagram(
                new DrivenOscillator(Oscillator.of(device), EquationForm.EXACT, selfTorque),
                1,
                2,
                List.of(
                        new Branch(Regime.PARALLEL, List.of(AT_REST)),
                        new Branch(Regime.IN_PLANE, List.of(CYCLE, END))),
                List.of());
    }

    @Test
    void csvHasALineForEachPointAndEmptyFieldsForWhatDoesNotExist() {
        String csv =
                BranchTable.csv(List.of(diagram(Device.PAPER, true), diagram(Device.PAPER, false)));
        assertThat(csv.lines())
                .containsExactly(
                        "self_torque,branch,regime,voltage,frequency,power,period,multiplier,"
                                + "growth_rate,stable,bifurcation,mx,my,mz",
                        "on,1,parallel,1.2,,0.0,,,0.125,false,,0.0,0.0,1.0",
                        "on,2,in-plane,1.2,0.5,0.25,18.25,0.75,-0.001,true,,0.6,0.0,0.8",
                        "on,2,in-plane,1.5,0.0,1.0,,,,,homoclinic,0.0,0.0,-1.0",
                        "off,1,parallel,1.2,,0.0,,,0.125,false,,0.0,0.0,1.0",
                        "off,2,in-plane,1.2,0.5,0.25,18.25,0.75,-0.001,true,,0.6,0.0,0.8",
                        "off,2,in-plane,1.5,0.0,1.0,,,,,homoclinic,0.0,0.0,-1.0");
    }

    @Test
    void jsonHasTheColumnsAsKeysAndNullForWhatDoesNotExist() {
        String json = BranchTable.json(List.of(diagram(Device.PAPER, true)));
        JsonNode rows = new JsonMapper().readTree(json);
        assertThat(rows).hasSize(3);
        for (JsonNode row : rows) {
            assertThat(row.propertyNames()).containsExactlyElementsOf(BranchTable.COLUMNS);
        }
        assertThat(rows.get(2).get("period").isNull()).isTrue();
        assertThat(rows.get(2).get("stable").isNull()).isTrue();
        assertThat(rows.get(1).get("stable").booleanValue()).isTrue();
        assertThat(json).doesNotContain("NaN");
    }

    @Test
    void deviceInSiUnitsHasVoltsAndHertzInTheLastColumns() {
        Device device = inSiUnits(1.8e-23);
        String csv = BranchTable.csv(List.of(diagram(device, true)));
        List<String> lines = csv.lines().toList();
        DerivedNumbers numbers = DerivedNumbers.of(Oscillator.of(device));
        assertThat(lines.getFirst()).endsWith(",mz,volts,hertz");
        assertThat(lines.get(1)).endsWith(",");
        String[] cycle = lines.get(2).split(",", -1);
        assertThat(Double.parseDouble(cycle[14]))
                .isCloseTo(1.2 * numbers.criticalVolts().orElseThrow(), withinPercentage(1e-12));
        assertThat(Double.parseDouble(cycle[15]))
                .isCloseTo(0.5 * numbers.fmrHertz().orElseThrow(), withinPercentage(1e-12));
    }

    @Test
    void whatNoNumberOfVoltsOrHertzHoldsIsAnEmptyField() {
        BranchPoint far =
                new BranchPoint(
                        5e306,
                        OptionalDouble.of(1e300),
                        0.25,
                        NONE,
                        NONE,
                        NONE,
                        Optional.empty(),
                        new Magnetization(0.6, 0, 0.8),
                        Optional.empty());
        BranchDiagram diagram =
                new BranchDiagram(
                        new DrivenOscillator(
                                Oscillator.of(inSiUnits(1e-20)), EquationForm.EXACT, true),
                        1,
                        2,
                        List.of(new Branch(Regime.IN_PLANE, List.of(far))),
                        List.of());
        assertThat(BranchTable.csv(List.of(diagram))).endsWith(",0.6,0.0,0.8,,\n");
        assertThat(BranchTable.json(List.of(diagram)))
                .endsWith(",\"volts\":null,\"hertz\":null}\n]\n");
    }

    private static Device inSiUnits(double volume) {
        return new Device(
                new Junction(9e-3, 4e-3, 9e-3, 0.4, true, true),
                new Magnet(
                        Device.PAPER.magnet().damping(), 0.35, Device.PAPER.magnet().anisotropy()),
                new Units.Si(8e5, volume, 1.76e11));
    }
}
