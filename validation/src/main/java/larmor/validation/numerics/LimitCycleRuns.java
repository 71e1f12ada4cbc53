package larmor.validation.numerics;

import larmor.model.Coefficients;
import larmor.model.EquationForm;
import larmor.model.Magnetization;
import larmor.ode.Dop853;
import larmor.ode.LlgsEquation;
import larmor.ode.Sampling;
import larmor.ode.Solution;
import larmor.ode.Solver;
import larmor.validation.certified.ReferenceEndStates;
import larmor.validation.ladder.Laboratory;

/** Runs on the limit cycle at v = 1.5, held against the method of order 8 with a small step. */
final class LimitCycleRuns {

    /** The time by which m is late or early. */
    static final int DELAY = 0;

    private static final double VOLTAGE = 1.5;

    /** t' of one unit: a period is about 10. */
    private static final double UNIT = 10;

    /** From a far start the limit cycle is reached to 1e-12. */
    private static final double APPROACH = 5000;

    /** At this step the method of order 8 errs by 1e-14 in a period. */
    private static final Solver REFERENCE = Dop853.withStep(0.1);

    private final Coefficients coefficients;
    private final Magnetization start;
    private final Magnetization[] expected;
    private final double[][] rates;

    /**
     * @param doublings how often the first unit of time is doubled
     */
    LimitCycleRuns(Laboratory laboratory, int doublings) {
        coefficients =
                laboratory.coefficients(CertifiedRuns.PAPER, VOLTAGE, EquationForm.EXACT, true);
        Coefficients honest = CertifiedRuns.PAPER.coefficients(VOLTAGE, EquationForm.EXACT, true);
        Magnetization[] samples = new Magnetization[(1 << doublings) + 1];
        REFERENCE.integrate(
                honest,
                ReferenceEndStates.TILTED,
                APPROACH + UNIT * (1 << doublings),
                new Sampling(APPROACH, UNIT, samples.length),
                (index, _, x, y, z) -> samples[index] = new Magnetization(x, y, z));
        start = samples[0];
        expected = new Magnetization[doublings + 1];
        rates = new double[doublings + 1][3];
        LlgsEquation equation = new LlgsEquation(honest);
        for (int k = 0; k <= doublings; k++) {
            Magnetization m = samples[1 << k];
            expected[k] = m;
            equation.rate(new double[] {m.x(), m.y(), m.z()}, rates[k]);
        }
    }

    /** The errors after 1, 2, 4, … units of time. */
    Growth grow(Solver solver) {
        Growth growth = new Growth(UNIT);
        for (int k = 0; k < expected.length; k++) {
            Solution solution = solver.integrate(coefficients, start, UNIT * (1 << k));
            growth.add(
                    solution instanceof Solution.Completed completed
                            ? delay(completed.end(), k)
                            : Double.NaN);
        }
        return growth;
    }

    private double delay(Magnetization m, int k) {
        double[] moved = {
            m.x() - expected[k].x(), m.y() - expected[k].y(), m.z() - expected[k].z()
        };
        double along = 0;
        double squared = 0;
        for (int c = 0; c < 3; c++) {
            along += moved[c] * rates[k][c];
            squared += rates[k][c] * rates[k][c];
        }
        return -along / squared;
    }
}
