package larmor.observable;

import java.util.Optional;
import larmor.model.Coefficients;
import larmor.model.Magnetization;
import larmor.ode.Dop853;
import larmor.ode.ErrorControl;
import larmor.ode.ErrorNorm;
import larmor.ode.LlgsEquation;
import larmor.ode.Sampling;
import larmor.ode.Solution;

/**
 * One turn of the equation of motion around an orbit, seen on the Poincaré section through its
 * start m(0) across the flow. With d = m(τ) − m(0) and e = m×ṁ/|ṁ|, both at the start, the turn
 *
 * <pre>
 *   passes the section a time d·ṁ/|ṁ|² before τ, displaced along it by d·e,
 * </pre>
 *
 * <p>both up to the square of that time.
 *
 * @param start m(0), a unit vector
 * @param across e
 * @param time τ
 * @param lateness d·ṁ/|ṁ|²
 * @param displacement d·e
 * @param distance |d|
 * @param power ⟨p⟩ over the turn, from the section to the section
 * @param speed |ṁ| at the start
 * @param error a bound of the error of d and of the power
 */
record PoincareReturn(
        Magnetization start,
        Magnetization across,
        double time,
        double lateness,
        double displacement,
        double distance,
        double power,
        double speed,
        double error) {

    /** Two orders above the rounding of a step. */
    private static final double TOLERANCE = 1e-14;

    private static final long MOST_STEPS = 100_000;

    private static final Dop853 SOLVER =
            new Dop853(new ErrorControl(TOLERANCE, ErrorNorm.AMPLITUDE_RELATIVE, MOST_STEPS));

    /** Points of the trapezoidal rule in a turn, at least. */
    private static final int FEWEST_POINTS = 64;

    /**
     * Points for each unit of speed times time. An orbit that rests at a saddle of rate λ, which is
     * below its greatest speed, moves as sech λt: the rule errs by exp(−π²n/λτ), exp(−39) here.
     */
    private static final double POINTS_PER_LENGTH = 4;

    /**
     * A turn.
     *
     * @param coefficients the equation
     * @param start m(0), a unit vector
     * @param time τ, above 0
     * @return empty if m does not move there, or if the turn cannot be integrated
     */
    static Optional<PoincareReturn> of(
            Coefficients coefficients, Magnetization start, double time) {
        double[] rate = new double[3];
        new LlgsEquation(coefficients).rate(new double[] {start.x(), start.y(), start.z()}, rate);
        Magnetization flow = new Magnetization(rate[0], rate[1], rate[2]);
        double speed = flow.norm();
        if (!(speed > 0)) {
            return Optional.empty();
        }
        int points = (int) Math.max(FEWEST_POINTS, Math.ceil(POINTS_PER_LENGTH * speed * time));
        Mean mean = new Mean(points);
        Solution solution =
                SOLVER.integrate(
                        coefficients, start, time, Sampling.dividing(time, points), mean::see);
        if (!(solution instanceof Solution.Completed completed)) {
            return Optional.empty();
        }
        Magnetization end = completed.end();
        Magnetization d =
                new Magnetization(end.x() - start.x(), end.y() - start.y(), end.z() - start.z());
        Magnetization across =
                new Magnetization(
                        (start.y() * flow.z() - start.z() * flow.y()) / speed,
                        (start.z() * flow.x() - start.x() * flow.z()) / speed,
                        (start.x() * flow.y() - start.y() * flow.x()) / speed);
        double lateness = dot(d, flow) / (speed * speed);
        // What lies beyond the section was averaged as well, at the power of the start.
        double beyond = mean.power() - Power.of(start.x(), start.y(), start.z());
        double error =
                TOLERANCE
                        * completed.statistics().steps()
                        * Math.sqrt(
                                ErrorNorm.AMPLITUDE_RELATIVE.scaleSquared(mean.mostAmplitude, 0));
        return Optional.of(
                new PoincareReturn(
                        start,
                        across,
                        time,
                        lateness,
                        dot(d, across),
                        d.norm(),
                        mean.power() + lateness / time * beyond,
                        speed,
                        error));
    }

    /** The turn from the section itself, at a place displaced along it. */
    Optional<PoincareReturn> beside(Coefficients coefficients, double along, double time) {
        Magnetization moved =
                Magnetization.normalized(
                        "section",
                        start.x() + along * across.x(),
                        start.y() + along * across.y(),
                        start.z() + along * across.z());
        return of(coefficients, moved, time);
    }

    /** When the turn passes the section, after its start. */
    double returnTime() {
        return time - lateness;
    }

    private static double dot(Magnetization a, Magnetization b) {
        return a.x() * b.x() + a.y() * b.y() + a.z() * b.z();
    }

    /** The trapezoidal rule for ⟨p⟩, and the largest √(m_x²+m_y²). */
    private static final class Mean {

        private final int points;
        private double sum;
        private double mostAmplitude;

        Mean(int points) {
            this.points = points;
        }

        void see(int index, double time, double x, double y, double z) {
            double p = Power.of(x, y, z);
            sum += index % points == 0 ? 0.5 * p : p;
            mostAmplitude = Math.max(mostAmplitude, Math.sqrt(x * x + y * y));
        }

        double power() {
            return sum / points;
        }
    }
}
