package larmor.validation;

import java.util.ArrayList;
import java.util.List;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.model.Oscillator;
import larmor.ode.Solver;
import larmor.sweep.Sweep;
import larmor.sweep.SweepPlan;
import larmor.sweep.SweepProtocol;
import larmor.sweep.SweepRow;
import larmor.validation.exact.OrbitAveragedTheory;

/**
 * GLD Fig. 2: frequency and power against voltage, with and without the self-induced torque,
 * simulated by the protocol of Appendix B and next to it the orbit-averaged theory.
 *
 * @param rows the simulation, first with the torque, then without, each in the order of voltage
 * @param withTorque theory with the self-induced torque
 * @param withoutTorque theory without
 */
public record Figure2(
        List<SweepRow> rows, OrbitAveragedTheory withTorque, OrbitAveragedTheory withoutTorque) {

    /** From 0.9 to 2.2 in hundredths, as the paper's axis. */
    private static final int FIRST_PERCENT = 90;

    private static final int LAST_PERCENT = 220;
    private static final int STEP_PERCENT = 2;

    /** Copies the list. */
    public Figure2 {
        rows = List.copyOf(rows);
    }

    /** The voltages of the figure: 66 from 0.9 to 2.2 V_c. */
    public static List<Double> voltages() {
        List<Double> voltages = new ArrayList<>();
        for (int percent = FIRST_PERCENT; percent <= LAST_PERCENT; percent += STEP_PERCENT) {
            voltages.add(percent / 100.0);
        }
        return List.copyOf(voltages);
    }

    /** What the figure runs: the paper's device in exact form. */
    public static SweepPlan plan() {
        return plan(Device.PAPER, EquationForm.EXACT);
    }

    /** The same runs for another device or form of the equation. */
    public static SweepPlan plan(Device device, EquationForm form) {
        return new SweepPlan(
                device, form, voltages(), List.of(device.magnet().field()), List.of(true, false));
    }

    /**
     * Simulates the figure.
     *
     * @param protocol how each run goes
     * @param solver what integrates it
     * @param threads how many runs at once
     * @param progress told after each run
     */
    public static Figure2 run(
            SweepProtocol protocol, Solver solver, int threads, Sweep.Progress progress)
            throws InterruptedException {
        return of(new Sweep(plan(), protocol, solver).run(threads, progress));
    }

    /** The figure of these rows of the paper's device. */
    static Figure2 of(List<SweepRow> rows) {
        Oscillator oscillator = Oscillator.of(Device.PAPER);
        return new Figure2(
                rows,
                OrbitAveragedTheory.of(oscillator, true),
                OrbitAveragedTheory.of(oscillator, false));
    }

    /** The theory with the torque or without. */
    public OrbitAveragedTheory theory(boolean selfTorque) {
        return selfTorque ? withTorque : withoutTorque;
    }
}
