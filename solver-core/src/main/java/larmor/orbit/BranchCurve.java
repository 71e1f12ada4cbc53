package larmor.orbit;

import java.util.Optional;

/**
 * The cycles of a family as a curve in the plane of the amplitude s and of ln v, on which
 *
 * <pre>
 *   G(s, v) = ln [tan(P(s, v)/2) / tan(s/2)]
 * </pre>
 *
 * <p>vanishes. The static states at s = 0 and, for precession about ẑ, at s = π stay where they are
 * at every voltage. They are no part of this curve: towards them G tends to the growth of small
 * deviations, and the curve meets them at the voltages of Hopf bifurcations only.
 */
final class BranchCurve {

    /** The Newton step that leaves an error of rounding only, the next being its square. */
    private static final double CONVERGED = 1e-12;

    /** A Newton step that is below this and shrinks no more is rounding error. */
    private static final double ROUNDING = 1e-8;

    /** Newton's method starts near the curve; a longer step leads away from it. */
    private static final double LONGEST_NEWTON_STEP = 0.2;

    private static final int MOST_NEWTON_STEPS = 12;

    private final ReturnMap map;

    BranchCurve(ReturnMap map) {
        this.map = map;
    }

    ReturnMap map() {
        return map;
    }

    /** Where a point of the curve is sought. */
    record Guess(double amplitude, double voltage) {

        /** The place at this distance in a direction. */
        Guess shifted(Direction direction, double distance) {
            return new Guess(
                    amplitude + distance * direction.amplitude(),
                    voltage * StrictMath.exp(distance * direction.logVoltage()));
        }
    }

    /**
     * A point of the curve.
     *
     * @param cycle the cycle
     * @param byAmplitude ∂G/∂s, which changes its sign at a fold
     * @param byLogVoltage ∂G/∂ln v
     */
    record Point(LimitCycle cycle, double byAmplitude, double byLogVoltage) {

        Guess place() {
            return new Guess(cycle.amplitude(), cycle.voltage());
        }

        /** The tangent of the curve, either way. */
        Direction tangent() {
            double length = Math.sqrt(byAmplitude * byAmplitude + byLogVoltage * byLogVoltage);
            return new Direction(byLogVoltage / length, -byAmplitude / length);
        }
    }

    /**
     * A direction in the plane of s and ln v, of length 1.
     *
     * @param amplitude component along s
     * @param logVoltage component along ln v
     */
    record Direction(double amplitude, double logVoltage) {

        static final Direction AMPLITUDE = new Direction(1, 0);
        static final Direction VOLTAGE = new Direction(0, 1);

        Direction reversed() {
            return new Direction(-amplitude, -logVoltage);
        }

        /** This or the opposite direction, whichever is nearer to the other. */
        Direction likewise(Direction other) {
            double product = amplitude * other.amplitude + logVoltage * other.logVoltage;
            return product < 0 ? reversed() : this;
        }
    }

    /** What m does from a point of the section, as if it were a cycle. */
    Optional<LimitCycle> cycleAt(double amplitude, double voltage) {
        return map.at(amplitude, voltage).map(once -> LimitCycle.of(map, voltage, amplitude, once));
    }

    /** G for a start at s and an arrival at P. */
    static double growth(double s, double arrival) {
        double difference = StrictMath.sin(0.5 * (arrival - s));
        double mean = StrictMath.cos(0.5 * arrival) * StrictMath.sin(0.5 * s);
        // tan x / tan y = 1 + sin(x−y)/(cos x sin y), without the cancellation of nearly equal
        // ones.
        return StrictMath.log1p(difference / mean);
    }

    /**
     * The point of the curve on the line through a guess at right angles to a direction, by
     * Newton's method.
     *
     * @return empty where the method does not converge or m does not return
     */
    Optional<Point> near(Guess guess, Direction direction) {
        double s = guess.amplitude();
        double v = guess.voltage();
        double lastLength = Double.POSITIVE_INFINITY;
        for (int i = 0; i < MOST_NEWTON_STEPS; i++) {
            Optional<ReturnMap.Arrival> arrival = map.at(s, v);
            if (arrival.isEmpty()) {
                return Optional.empty();
            }
            ReturnMap.Arrival once = arrival.get();
            double residual = growth(s, once.amplitude());
            double sine = StrictMath.sin(once.amplitude());
            double byAmplitude = once.byAmplitude() / sine - 1 / StrictMath.sin(s);
            double byLogVoltage = v * once.byVoltage() / sine;
            double offset =
                    direction.amplitude() * (s - guess.amplitude())
                            + direction.logVoltage() * StrictMath.log(v / guess.voltage());
            double determinant =
                    byAmplitude * direction.logVoltage() - byLogVoltage * direction.amplitude();
            double alongAmplitude =
                    (byLogVoltage * offset - residual * direction.logVoltage()) / determinant;
            double alongLogVoltage =
                    (residual * direction.amplitude() - byAmplitude * offset) / determinant;
            double length = Math.abs(alongAmplitude) + Math.abs(alongLogVoltage);
            boolean atRounding = length <= ROUNDING && length > 0.5 * lastLength;
            if (length <= CONVERGED || atRounding) {
                return Optional.of(
                        new Point(LimitCycle.of(map, v, s, once), byAmplitude, byLogVoltage));
            }
            if (!(length < LONGEST_NEWTON_STEP)) {
                return Optional.empty();
            }
            s += alongAmplitude;
            v *= StrictMath.exp(alongLogVoltage);
            lastLength = length;
        }
        return Optional.empty();
    }
}
