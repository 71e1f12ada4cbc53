package larmor.validation.physics;

import java.util.ArrayList;
import java.util.List;
import larmor.model.Coefficients;
import larmor.model.Magnetization;
import larmor.ode.Batch;
import larmor.ode.BatchSolution;
import larmor.ode.BatchSolver;
import larmor.ode.Solution;
import larmor.validation.Subject;
import larmor.validation.exact.LinearStability;
import org.hipparchus.complex.Complex;

/** How a solver lets a small deviation from m = ẑ grow or decay, and turn. */
final class RingDown {

    /** The deviation leaves the linear range by its square, 1e-10. */
    private static final double TILT = 1e-5;

    private static final Magnetization START = Magnetization.normalized("tilt", TILT, 0, 1);

    /** Distance of the samples in t': less than half a period of a device with ω &lt; 3. */
    private static final double INTERVAL = 1;

    /** RK4 errs by ω(ωh)⁴/120: 3e-11 at ω = 1.4. */
    private static final double STEP = 0.005;

    /** Hipparchus takes it for absolute; 1e-15 is 1e-10 of the tilt. */
    private static final double TOLERANCE = 1e-15;

    /** What the two above and the tilt make of an eigenvalue. */
    static final double ACCURACY = 2.5e-10;

    /** Why {@link #ACCURACY}. */
    static final String REASON =
            "the ring-down is linear to tilt² = 1e-10, RK4 at h = 0.005 errs by ω(ωh)⁴/120 = 3e-11,"
                    + " an adaptive solver by up to 1e-10 of the tilt in a step; their sum, rounded"
                    + " up";

    private RingDown() {}

    /**
     * The eigenvalues λ that runs of a solver show, one for each equation. The two later samples
     * are the ends of two runs, so that no interpolation comes in.
     *
     * @return NaN for a run that failed
     */
    static List<Complex> eigenvalues(Subject subject, List<Coefficients> equations) {
        BatchSolver solver = accurate(subject);
        Batch batch = new Batch(equations.size());
        for (int lane = 0; lane < equations.size(); lane++) {
            batch.set(lane, equations.get(lane), START);
        }
        BatchSolution second = solver.integrate(batch, INTERVAL);
        BatchSolution third = solver.integrate(batch, 2 * INTERVAL);
        List<Complex> eigenvalues = new ArrayList<>();
        for (int lane = 0; lane < equations.size(); lane++) {
            eigenvalues.add(eigenvalue(second.solution(lane), third.solution(lane)));
        }
        return eigenvalues;
    }

    private static BatchSolver accurate(Subject subject) {
        return subject.hasErrorControl() ? subject.withTolerance(TOLERANCE) : subject.atStep(STEP);
    }

    private static Complex eigenvalue(Solution second, Solution third) {
        return second instanceof Solution.Completed one && third instanceof Solution.Completed two
                ? LinearStability.observedEigenvalue(START, one.end(), two.end(), INTERVAL)
                : Complex.NaN;
    }
}
