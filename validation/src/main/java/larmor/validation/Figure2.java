package larmor.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.model.Oscillator;
import larmor.ode.BatchSolver;
import larmor.sweep.Sweep;
import larmor.sweep.SweepPlan;
import larmor.sweep.SweepProtocol;
import larmor.sweep.SweepRow;
import larmor.validation.exact.OrbitAveragedTheory;

/**
 * GLD Fig. 2: frequency and power against voltage, with and without the self-induced torque,
 * simulated by the protocol of Appendix B and next to it the orbit-averaged theory.
 *
 * @param sweep what was run
 * @param rows the simulation, in the order of the plan
 */
public record Figure2(Sweep sweep, List<SweepRow> rows) {

    /** From 0.9 to 2.2, as the paper's axis. */
    private static final int FIRST_PERCENT = 90;

    private static final int LAST_PERCENT = 220;

    /** Copies the list. */
    public Figure2 {
        rows = List.copyOf(rows);
    }

    /** How many voltages the figure has. */
    public enum Detail {
        /** 66 voltages in steps of 0.02 V_c. */
        FULL(2),
        /** 14 voltages in steps of 0.1 V_c. */
        QUICK(10);

        private final int percent;

        Detail(int percent) {
            this.percent = percent;
        }

        /** The voltages, from 0.9 to 2.2 V_c. */
        public List<Double> voltages() {
            List<Double> voltages = new ArrayList<>();
            for (int v = FIRST_PERCENT; v <= LAST_PERCENT; v += percent) {
                voltages.add(v / 100.0);
            }
            return List.copyOf(voltages);
        }
    }

    /**
     * What the figure runs: every voltage with the first setting of the self-induced torque, then
     * with the next.
     */
    public static SweepPlan plan(
            Device device, EquationForm form, Detail detail, List<Boolean> selfTorques) {
        return new SweepPlan(
                device, form, detail.voltages(), List.of(device.magnet().field()), selfTorques);
    }

    /**
     * Simulates the figure.
     *
     * @param plan what to run
     * @param protocol how each run goes
     * @param solver what integrates it
     * @param threads how many runs at once
     * @param progress told after each run
     */
    public static Figure2 run(
            SweepPlan plan,
            SweepProtocol protocol,
            BatchSolver solver,
            int threads,
            Sweep.Progress progress) {
        Sweep sweep = new Sweep(plan, protocol, solver);
        return new Figure2(sweep, sweep.run(threads, progress));
    }

    /** The theory with the torque or without; empty for a device that it does not cover. */
    public Optional<OrbitAveragedTheory> theory(boolean selfTorque) {
        return OrbitAveragedTheory.ifCovered(Oscillator.of(sweep.plan().device()), selfTorque);
    }
}
