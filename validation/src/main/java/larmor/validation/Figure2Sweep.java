package larmor.validation;

import java.util.ArrayList;
import java.util.List;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.ode.Rk4;
import larmor.sweep.Sweep;
import larmor.sweep.SweepPlan;
import larmor.sweep.SweepProtocol;

/**
 * The runs behind GLD Fig. 2: voltages from 0.9 to 2.2 V_c, with and without the self-induced
 * torque, by the protocol of GLD Appendix B.
 */
public final class Figure2Sweep {

    /** An orbit takes at least 9 in t': at 180 steps RK4 errs by (ωh)⁴/120, 1e-8 of ω. */
    private static final double STEP = 0.05;

    private static final int VOLTAGES = 65;
    private static final double LOWEST = 0.9;
    private static final double HIGHEST = 2.2;

    private Figure2Sweep() {}

    /** The sweep for a device, which is the paper's in the figure. */
    public static Sweep of(Device device, EquationForm form) {
        List<Double> voltages = new ArrayList<>();
        int intervals = VOLTAGES - 1;
        for (int i = 0; i <= intervals; i++) {
            voltages.add((LOWEST * (intervals - i) + HIGHEST * i) / intervals);
        }
        SweepPlan plan =
                new SweepPlan(
                        device,
                        form,
                        voltages,
                        List.of(device.magnet().field()),
                        List.of(true, false));
        return new Sweep(plan, SweepProtocol.paper(STEP), new Rk4(STEP));
    }
}
