package larmor.cli;

import java.util.List;
import larmor.file.SimulationResult;
import larmor.model.EquationForm;
import larmor.validation.charge.ChargeDynamics;
import tools.jackson.databind.node.ObjectNode;

/**
 * The end of a run that follows the charge of the nanomagnet.
 *
 * @param voltage v = V/V_c
 * @param relaxationTime RC time in t'
 * @param end the state there
 */
record ChargeResult(double voltage, double relaxationTime, ChargeDynamics.State end) {

    private static final String SOLVER = "hipparchus-dop853";

    /** One object: the keys of a simulation, then those of the charge. */
    String json() {
        ObjectNode object =
                SimulationResult.common(
                        SOLVER,
                        EquationForm.EXACT,
                        true,
                        voltage,
                        end.time(),
                        end.m(),
                        normError());
        object.put("charge_relaxation_time", relaxationTime);
        object.put("left_voltage", end.leftVoltage());
        object.put("pumping_current", end.pumpingCurrent());
        object.put("chemical_potential", end.chemicalPotential());
        return object.toPrettyString() + "\n";
    }

    /** For people. */
    String text() {
        TextColumns columns = new TextColumns();
        columns.add(List.of("solver", SOLVER));
        columns.add(List.of("voltage", voltage + " V_c"));
        columns.add(List.of("time", "t' = " + end.time()));
        columns.add(List.of("RC time", "t' = " + relaxationTime));
        columns.add(List.of("m_x", Double.toString(end.m().x())));
        columns.add(List.of("m_y", Double.toString(end.m().y())));
        columns.add(List.of("m_z", Double.toString(end.m().z())));
        columns.add(List.of("V_l", end.leftVoltage() + " V_c"));
        columns.add(List.of("pumping current", end.pumpingCurrent() + " G_0 V_c"));
        columns.add(List.of("mu_m - mu_r", end.chemicalPotential() + " e V_c"));
        columns.add(List.of("norm error", Double.toString(normError())));
        return columns.text();
    }

    private double normError() {
        return Math.abs(end.m().norm() - 1);
    }
}
