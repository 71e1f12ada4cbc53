package larmor.validation.numerics;

import java.util.ArrayList;
import java.util.List;
import larmor.model.Coefficients;
import larmor.model.Magnetization;
import larmor.ode.Dop853;
import larmor.ode.Sampling;
import larmor.ode.Solution;
import larmor.ode.Solver;

/**
 * How much a trajectory amplifies an error: κ, the largest |δm(T)|/|δm(s)| over the times s and the
 * directions of a small deviation δm(s).
 *
 * <p>κ belongs to the equation, not to a solver. If each of N steps errs by at most ε, the end errs
 * by at most κNε.
 */
final class Conditioning {

    /** Far above the solver's errors; the square, where the deviation is no longer linear. */
    private static final double DEVIATION = 1e-6;

    private static final Solver SOLVER = Dop853.withTolerance(1e-10);

    /** The times s, equally spaced: the motion is smooth on a scale of some units of t'. */
    private static final int TIMES = 20;

    private Conditioning() {}

    /**
     * κ to within a few per cent.
     *
     * @param coefficients the equation
     * @param start m(0)
     * @param time T
     */
    static double of(Coefficients coefficients, Magnetization start, double time) {
        List<Magnetization> states = new ArrayList<>();
        SOLVER.integrate(
                coefficients,
                start,
                time,
                Sampling.dividing(time, TIMES),
                (_, _, x, y, z) -> states.add(new Magnetization(x, y, z)));
        double largest = 1;
        for (int i = 0; i < TIMES; i++) {
            Magnetization m = states.get(i);
            double left = time * (TIMES - i) / TIMES;
            for (int direction = 0; direction < 2; direction++) {
                double[] tangent = tangent(m, direction);
                double[] plus = end(coefficients, m, tangent, DEVIATION, left);
                double[] minus = end(coefficients, m, tangent, -DEVIATION, left);
                double distance = 0;
                for (int c = 0; c < 3; c++) {
                    distance += (plus[c] - minus[c]) * (plus[c] - minus[c]);
                }
                largest = Math.max(largest, Math.sqrt(distance) / (2 * DEVIATION));
            }
        }
        // The worst direction lies between the two by at most 45 degrees.
        return largest * Math.sqrt(2);
    }

    /** Two unit vectors that stand on m and on each other. */
    private static double[] tangent(Magnetization m, int direction) {
        // m × x̂ and m × (m × x̂), or with ŷ where m lies along x̂.
        boolean alongX = Math.abs(m.x()) > Math.sqrt(0.5);
        double[] axis = alongX ? new double[] {0, 1, 0} : new double[] {1, 0, 0};
        double[] first = cross(new double[] {m.x(), m.y(), m.z()}, axis);
        double[] chosen = direction == 0 ? first : cross(new double[] {m.x(), m.y(), m.z()}, first);
        double length =
                Math.sqrt(chosen[0] * chosen[0] + chosen[1] * chosen[1] + chosen[2] * chosen[2]);
        return new double[] {chosen[0] / length, chosen[1] / length, chosen[2] / length};
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {
            a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
        };
    }

    private static double[] end(
            Coefficients coefficients,
            Magnetization m,
            double[] tangent,
            double deviation,
            double time) {
        Magnetization start =
                Magnetization.normalized(
                        "start",
                        m.x() + deviation * tangent[0],
                        m.y() + deviation * tangent[1],
                        m.z() + deviation * tangent[2]);
        return switch (SOLVER.integrate(coefficients, start, time)) {
            case Solution.Completed completed ->
                    new double[] {completed.end().x(), completed.end().y(), completed.end().z()};
            case Solution.Failed failed ->
                    throw new IllegalStateException(failed.failure().message());
        };
    }
}
