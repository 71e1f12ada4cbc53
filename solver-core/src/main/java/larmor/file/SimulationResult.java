package larmor.file;

import java.util.Optional;
import java.util.OptionalDouble;
import larmor.model.EquationForm;
import larmor.model.Magnetization;
import larmor.ode.Statistics;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one run came to.
 *
 * @param solver the id of the solver
 * @param form of the equation
 * @param selfTorque whether the self-induced torque acted
 * @param voltage v = V/V_c
 * @param time t' at the end
 * @param end the state there
 * @param statistics what it cost
 * @param si the voltage in volts and the time in seconds, for a device in SI units
 */
public record SimulationResult(
        String solver,
        EquationForm form,
        boolean selfTorque,
        double voltage,
        double time,
        Magnetization end,
        Statistics statistics,
        Optional<Si> si) {

    /**
     * The same in SI units.
     *
     * @param volts the voltage; empty where V_c has no number of volts
     * @param seconds the time; empty where it is beyond the largest double
     */
    public record Si(OptionalDouble volts, OptionalDouble seconds) {}

    private static final JsonMapper JSON = new JsonMapper();

    /** One object on several lines. */
    public String json() {
        ObjectNode object =
                common(solver, form, selfTorque, voltage, time, end, statistics.normError());
        object.put("steps", statistics.steps());
        object.put("rejected", statistics.rejected());
        object.put("evaluations", statistics.evaluations());
        si.ifPresent(values -> {
            object.set("volts", OptionalNumber.node(values.volts()));
            object.set("seconds", OptionalNumber.node(values.seconds()));
        });
        return object.toPrettyString() + "\n";
    }

    /** The keys that every kind of run has, in an object to which others can be added. */
    public static ObjectNode common(
            String solver,
            EquationForm form,
            boolean selfTorque,
            double voltage,
            double time,
            Magnetization end,
            double normError) {
        ObjectNode object = JSON.createObjectNode();
        object.put("solver", solver);
        object.put("form", form.id());
        object.put("self_torque", selfTorque ? "on" : "off");
        object.put("voltage", voltage);
        object.put("time", time);
        object.putArray("m").add(end.x()).add(end.y()).add(end.z());
        object.put("norm_error", normError);
        return object;
    }
}
