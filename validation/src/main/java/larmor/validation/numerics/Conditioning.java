package larmor.validation.numerics;

import java.util.Arrays;
import larmor.model.Magnetization;
import larmor.ode.Batch;
import larmor.ode.BatchSampleSink;
import larmor.ode.BatchSolution;
import larmor.ode.BatchSolver;
import larmor.ode.BatchSolvers;
import larmor.ode.Dop853;
import larmor.ode.Sampling;
import larmor.ode.Solution;

/**
 * How much a trajectory amplifies an error: κ, the largest |δm(T)|/|δm(s)| over the times s and the
 * directions of a small deviation δm(s).
 *
 * <p>κ belongs to the equation, not to a solver. If each of N steps errs by at most ε, the end errs
 * by at most κNε.
 */
final class Conditioning {

    /**
     * Far above the solver's errors; its square, where a deviation is no longer linear, below 1.
     */
    private static final double DEVIATION = 1e-5;

    private static final double TOLERANCE = 1e-8;

    /** The times s, equally spaced: κ is asked for to a digit. */
    private static final int TIMES = 20;

    /** Two tangents, to and fro. */
    private static final int NEIGHBOURS = 4;

    private Conditioning() {}

    /**
     * κ of several trajectories, to a digit.
     *
     * @param batch the trajectories. Not modified.
     * @param time T
     * @param threads how many threads share them; the result does not depend on it
     */
    static double[] of(Batch batch, double time, int threads) {
        BatchSolver solver = BatchSolvers.choose().of(Dop853.withTolerance(TOLERANCE));
        Magnetization[][] states = new Magnetization[batch.lanes()][TIMES + 1];
        solver.integrate(
                batch,
                time,
                Sampling.dividing(time, TIMES),
                (index, _, count, lanes, x, y, z) -> {
                    for (int i = 0; i < count; i++) {
                        states[lanes[i]][index] = new Magnetization(x[i], y[i], z[i]);
                    }
                },
                threads);
        double[] largest = new double[batch.lanes()];
        Arrays.fill(largest, 1);
        for (int s = 0; s < TIMES; s++) {
            Batch neighbours = new Batch(NEIGHBOURS * batch.lanes());
            for (int lane = 0; lane < batch.lanes(); lane++) {
                for (int i = 0; i < NEIGHBOURS; i++) {
                    neighbours.set(
                            NEIGHBOURS * lane + i,
                            batch.coefficients(lane),
                            neighbour(states[lane][s], i));
                }
            }
            BatchSolution ends =
                    solver.integrate(
                            neighbours,
                            time * (TIMES - s) / TIMES,
                            Sampling.NONE,
                            BatchSampleSink.IGNORE,
                            threads);
            for (int lane = 0; lane < batch.lanes(); lane++) {
                for (int i = 0; i < NEIGHBOURS; i += 2) {
                    double distance =
                            distance(
                                    ends.solution(NEIGHBOURS * lane + i),
                                    ends.solution(NEIGHBOURS * lane + i + 1));
                    largest[lane] = Math.max(largest[lane], distance / (2 * DEVIATION));
                }
            }
        }
        // The worst direction lies within 45 degrees of one of the two.
        return Arrays.stream(largest).map(one -> one * Math.sqrt(2)).toArray();
    }

    private static Magnetization neighbour(Magnetization m, int which) {
        double[] tangent = tangent(m, which / 2);
        double deviation = which % 2 == 0 ? DEVIATION : -DEVIATION;
        return Magnetization.normalized(
                "start",
                m.x() + deviation * tangent[0],
                m.y() + deviation * tangent[1],
                m.z() + deviation * tangent[2]);
    }

    private static double distance(Solution one, Solution other) {
        Magnetization a = end(one);
        Magnetization b = end(other);
        return new Magnetization(a.x() - b.x(), a.y() - b.y(), a.z() - b.z()).norm();
    }

    private static Magnetization end(Solution solution) {
        return switch (solution) {
            case Solution.Completed completed -> completed.end();
            case Solution.Failed failed ->
                    throw new IllegalStateException(failed.failure().message());
        };
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
}
