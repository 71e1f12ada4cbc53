package larmor.bench;

import java.util.List;
import larmor.model.Device;
import larmor.model.EquationForm;
import larmor.model.Magnetization;
import larmor.model.Oscillator;
import larmor.ode.Batch;
import larmor.ode.BatchSolvers;
import larmor.ode.Dop853;
import larmor.ode.Dopri5;
import larmor.ode.Rk4;
import larmor.ode.ScalarBatch;
import larmor.ode.Solver;
import larmor.ode.Verner9;

/** What has run in a JVM before a benchmark: its profiles could mislead the compiler. */
final class EarlierRuns {

    /** Nothing. */
    static final String NONE = "fresh";

    /** Every solver on both forms of the equation. */
    static final String ALL_SOLVERS = "after-all-solvers";

    private static final int LANES = 512;
    private static final double END_TIME = 100;

    /** Long enough that the compiler has done with each. */
    private static final int RUNS = 20;

    private static final List<Solver> SOLVERS =
            List.of(
                    new Rk4(0.05),
                    new Dopri5(1e-8),
                    Dop853.withTolerance(1e-10),
                    Dop853.withStep(0.25),
                    new Verner9(0.4));

    private EarlierRuns() {}

    /**
     * Runs what is asked for.
     *
     * @throws IllegalArgumentException if it is none of the two
     */
    static void run(String history) {
        switch (history) {
            case NONE -> {}
            case ALL_SOLVERS -> runAllSolvers();
            default -> throw new IllegalArgumentException(history);
        }
    }

    private static void runAllSolvers() {
        Oscillator oscillator = Oscillator.of(Device.PAPER);
        Magnetization start = Magnetization.normalized("start", 0.01, 0, 1);
        BatchSolvers lanes = BatchSolvers.choose();
        for (EquationForm form : EquationForm.values()) {
            Batch batch = new Batch(LANES);
            for (int lane = 0; lane < LANES; lane++) {
                batch.set(lane, oscillator.coefficients(1.5, form, lane % 2 == 0), start);
            }
            for (Solver solver : SOLVERS) {
                for (int run = 0; run < RUNS; run++) {
                    lanes.of(solver).integrate(batch, END_TIME);
                }
                new ScalarBatch(solver).integrate(batch, END_TIME);
            }
        }
    }
}
