package larmor.observable;

import java.util.Optional;
import larmor.model.Coefficients;
import larmor.model.Magnetization;
import larmor.ode.LlgsEquation;

/** Finds the attracting state at rest next to a state, by Newton's method in the tangent plane. */
final class RestSearch {

    /** The step of the central differences: errs by its square, and by rounding over it. */
    private static final double DIFFERENCE = 1e-5;

    /** The differences err by 1e-10, so each step leaves 1e-10 of the last one: this many do. */
    private static final int STEPS = 8;

    /** A step of Newton's method longer than this leads somewhere else. */
    private static final double LONGEST_STEP = 0.5;

    /** Rounding of a rate, which is at most of order 1, over eigenvalues of that order. */
    private static final double ROUNDING = 1e-15;

    private final LlgsEquation equation;

    private RestSearch(Coefficients coefficients) {
        equation = new LlgsEquation(coefficients);
    }

    /**
     * The state at rest.
     *
     * @param coefficients the equation
     * @param start a unit vector near it
     * @param farthest how far from the start it may lie
     * @return empty if there is none so near, or if it does not attract
     */
    static Optional<Attractor.Rest> near(
            Coefficients coefficients, Magnetization start, double farthest) {
        RestSearch search = new RestSearch(coefficients);
        Magnetization m = start;
        double last = 0;
        for (int step = 0; step < STEPS; step++) {
            Plane plane = search.tangentPlane(m);
            double along = (plane.j12 * plane.f2 - plane.j22 * plane.f1) / plane.determinant();
            double across = (plane.j21 * plane.f1 - plane.j11 * plane.f2) / plane.determinant();
            last = Math.sqrt(along * along + across * across);
            // False for NaN.
            if (!(last <= LONGEST_STEP)) {
                return Optional.empty();
            }
            m = plane.moved(along, across);
        }
        boolean attracts = search.tangentPlane(m).attracts();
        return attracts && distance(m, start) <= farthest
                ? Optional.of(rest(m, last))
                : Optional.empty();
    }

    /** |dp| = ½ √(m_x²+m_y²) |dm| along a meridian. */
    private static Attractor.Rest rest(Magnetization m, double lastStep) {
        double amplitude = Math.sqrt(m.x() * m.x() + m.y() * m.y());
        double uncertainty = 0.5 * (amplitude + lastStep) * (lastStep + ROUNDING);
        return new Attractor.Rest(Power.of(m.x(), m.y(), m.z()), uncertainty);
    }

    private static double distance(Magnetization a, Magnetization b) {
        return new Magnetization(a.x() - b.x(), a.y() - b.y(), a.z() - b.z()).norm();
    }

    private Plane tangentPlane(Magnetization m) {
        // The axis that is farthest from m spans the plane with it best.
        boolean nearX = Math.abs(m.x()) > 0.5;
        Magnetization first =
                nearX
                        ? Magnetization.normalized("plane", -m.y(), m.x(), 0)
                        : Magnetization.normalized("plane", 0, -m.z(), m.y());
        Magnetization second =
                new Magnetization(
                        m.y() * first.z() - m.z() * first.y(),
                        m.z() * first.x() - m.x() * first.z(),
                        m.x() * first.y() - m.y() * first.x());
        double[] here = rate(m, first, 0);
        double[] alongPlus = rate(m, first, DIFFERENCE);
        double[] alongMinus = rate(m, first, -DIFFERENCE);
        double[] acrossPlus = rate(m, second, DIFFERENCE);
        double[] acrossMinus = rate(m, second, -DIFFERENCE);
        return new Plane(
                m,
                first,
                second,
                dot(here, first),
                dot(here, second),
                (dot(alongPlus, first) - dot(alongMinus, first)) / (2 * DIFFERENCE),
                (dot(acrossPlus, first) - dot(acrossMinus, first)) / (2 * DIFFERENCE),
                (dot(alongPlus, second) - dot(alongMinus, second)) / (2 * DIFFERENCE),
                (dot(acrossPlus, second) - dot(acrossMinus, second)) / (2 * DIFFERENCE));
    }

    private double[] rate(Magnetization m, Magnetization direction, double step) {
        double[] rate = new double[3];
        double[] place = {
            m.x() + step * direction.x(), m.y() + step * direction.y(), m.z() + step * direction.z()
        };
        equation.rate(place, rate);
        return rate;
    }

    private static double dot(double[] a, Magnetization b) {
        return a[0] * b.x() + a[1] * b.y() + a[2] * b.z();
    }

    /** ṁ in the plane that touches the sphere at m, and its derivatives there. */
    private record Plane(
            Magnetization m,
            Magnetization first,
            Magnetization second,
            double f1,
            double f2,
            double j11,
            double j12,
            double j21,
            double j22) {

        double determinant() {
            return j11 * j22 - j12 * j21;
        }

        boolean attracts() {
            return j11 + j22 < 0 && determinant() > 0;
        }

        Magnetization moved(double along, double across) {
            return Magnetization.normalized(
                    "plane",
                    m.x() + along * first.x() + across * second.x(),
                    m.y() + along * first.y() + across * second.y(),
                    m.z() + along * first.z() + across * second.z());
        }
    }
}
