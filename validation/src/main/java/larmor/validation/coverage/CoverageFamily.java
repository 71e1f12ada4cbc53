package larmor.validation.coverage;

import java.util.List;
import larmor.model.Device;
import larmor.ode.BatchSolver;
import larmor.sweep.SweepProtocol;

/**
 * One sweep of the study, with the self-induced torque on and off.
 *
 * @param name device, solver and times, for people
 * @param device what is swept
 * @param voltages in units of V_c
 * @param protocol how each run goes
 * @param solver what integrates it
 */
public record CoverageFamily(
        String name,
        Device device,
        List<Double> voltages,
        SweepProtocol protocol,
        BatchSolver solver) {

    /** Copies the list. */
    public CoverageFamily {
        voltages = List.copyOf(voltages);
    }
}
