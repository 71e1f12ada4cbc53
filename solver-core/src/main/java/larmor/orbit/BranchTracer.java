package larmor.orbit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import larmor.orbit.BranchCurve.Direction;
import larmor.orbit.BranchCurve.Guess;
import larmor.orbit.BranchCurve.Point;
import org.hipparchus.analysis.UnivariateFunction;

/**
 * Follows a branch of cycles by pseudo-arclength continuation: from one cycle along the tangent of
 * the curve in (s, ln v), then back to the curve by Newton's method at right angles to it (H. B.
 * Keller, in Applications of Bifurcation Theory, ed. P. H. Rabinowitz, Academic Press 1977, p.
 * 359). The voltage may turn.
 *
 * <p>A step that fails, or that changes frequency or power too much, is halved. Where steps have
 * become as short as rounding allows, the branch ends in a homoclinic orbit; where the amplitude
 * goes to zero, in a static state.
 */
final class BranchTracer {

    /** A branch that starts at a static state has this amplitude at its first cycle. */
    static final double FIRST_AMPLITUDE = 0.01;

    private static final double FIRST_STEP = 0.005;
    private static final double LONGEST_STEP = 0.02;

    /** Frequency and power change by less than this from point to point: a line to draw. */
    private static final double RESOLUTION = 0.01;

    /** Next to a homoclinic orbit cycles are followed until steps are this short. */
    private static final double SHORTEST_STEP = 1e-9;

    private static final double GROWTH = 1.5;

    /** A fold is placed to this in (s, ln v), and in v, which is flat there, to rounding. */
    private static final double FOLD_ACCURACY = 1e-10;

    /**
     * The static state in which a branch ends has a voltage this close to that of its last cycle.
     */
    private static final double HOPF_RANGE = 0.05;

    /** Points of a branch that goes through the range shown, at least. */
    private static final int FEWEST_POINTS = 50;

    private final BranchCurve curve;
    private final ReturnMap map;
    private final Voltages followed;
    private final Voltages shown;

    /** A range of voltages. */
    record Voltages(double lowest, double highest) {

        boolean holds(double voltage) {
            return voltage >= lowest && voltage <= highest;
        }
    }

    /**
     * What was found of a branch.
     *
     * @param points along it; none if it was not found
     * @param reached the voltage at which it was last looked at
     */
    record Trace(List<TracedPoint> points, double reached) {}

    /**
     * @param curve of the family
     * @param followed where branches are followed, above 0
     * @param shown where their points have to make a smooth line
     */
    BranchTracer(BranchCurve curve, Voltages followed, Voltages shown) {
        this.curve = curve;
        this.followed = followed;
        this.shown = shown;
        map = curve.map();
    }

    /** The branch that is born at a Hopf bifurcation of the centre. */
    Trace from(StaticState hopf) {
        Optional<Point> first =
                curve.near(new Guess(FIRST_AMPLITUDE, hopf.voltage()), Direction.AMPLITUDE);
        if (first.isEmpty()) {
            return new Trace(List.of(), hopf.voltage());
        }
        List<TracedPoint> points = new ArrayList<>();
        points.add(TracedPoint.hopf(hopf, map));
        points.add(TracedPoint.of(first.get().cycle()));
        follow(first.get(), first.get().tangent().likewise(Direction.AMPLITUDE), points);
        return new Trace(points, points.getLast().point().voltage());
    }

    /** The branch through a cycle, both ways. */
    Trace through(LimitCycle cycle) {
        Optional<Point> seed =
                curve.near(new Guess(cycle.amplitude(), cycle.voltage()), Direction.VOLTAGE);
        if (seed.isEmpty()) {
            return new Trace(List.of(), cycle.voltage());
        }
        Direction up = seed.get().tangent().likewise(Direction.AMPLITUDE);
        List<TracedPoint> down = new ArrayList<>();
        boolean closed = follow(seed.get(), up.reversed(), down);
        List<TracedPoint> points = new ArrayList<>(down.reversed());
        points.add(TracedPoint.of(cycle));
        if (!closed && !map.budget().spent()) {
            follow(seed.get(), up, points);
            return new Trace(points, points.getLast().point().voltage());
        }
        return new Trace(points, points.getFirst().point().voltage());
    }

    /** Whether the branch came back to its start. */
    private boolean follow(Point start, Direction heading, List<TracedPoint> points) {
        Point here = start;
        Direction along = heading;
        double step = FIRST_STEP;
        // Ends: each point takes steps out of the budget of the map.
        for (int count = 0; true; count++) {
            Optional<Point> next = Optional.empty();
            while (next.isEmpty() && step > SHORTEST_STEP) {
                next = advanced(here, along, step);
                if (next.isEmpty()) {
                    step *= 0.5;
                }
            }
            if (next.isEmpty()) {
                new HomoclinicOrbit(map)
                        .after(here.cycle())
                        .map(end -> TracedPoint.homoclinic(end.saddle()))
                        .ifPresent(points::add);
                return false;
            }
            Point there = next.get();
            fold(here, along, step, there).ifPresent(points::add);
            points.add(TracedPoint.of(there.cycle()));
            if (!followed.holds(there.cycle().voltage()) || strays(there)) {
                return false;
            }
            along = there.tangent().likewise(along);
            here = there;
            if (shrinks(here, along) || opens(here, along)) {
                staticEnd(here, along).ifPresent(points::add);
                return false;
            }
            if (count > 2 && distance(here, start) < 0.5 * step) {
                return true;
            }
            step = Math.min(LONGEST_STEP, GROWTH * step);
        }
    }

    /**
     * Whether a branch that has left the range shown goes on at the expense of that range. Where it
     * comes back, the cycles at the end of the range tell.
     */
    private boolean strays(Point there) {
        return !shown.holds(there.cycle().voltage()) && map.budget().halfSpent();
    }

    private static double distance(Point a, Point b) {
        double amplitude = a.cycle().amplitude() - b.cycle().amplitude();
        double logVoltage = StrictMath.log(a.cycle().voltage() / b.cycle().voltage());
        return Math.sqrt(amplitude * amplitude + logVoltage * logVoltage);
    }

    private Optional<Point> advanced(Point here, Direction along, double step) {
        return curve.near(here.place().shifted(along, step), along)
                .filter(there -> resolved(here.cycle(), there.cycle()));
    }

    private boolean resolved(LimitCycle from, LimitCycle to) {
        boolean seen = shown.holds(from.voltage()) || shown.holds(to.voltage());
        double widest = (shown.highest() - shown.lowest()) / FEWEST_POINTS;
        if (seen && Math.abs(to.voltage() - from.voltage()) > widest) {
            return false;
        }
        return Math.abs(to.frequency() - from.frequency()) < RESOLUTION
                && Math.abs(to.power() - from.power()) < RESOLUTION;
    }

    /** The fold between two cycles, where ∂G/∂s vanishes. */
    private Optional<TracedPoint> fold(Point here, Direction along, double step, Point there) {
        if (here.byAmplitude() < 0 == there.byAmplitude() < 0) {
            return Optional.empty();
        }
        UnivariateFunction turning =
                length ->
                        length <= 0
                                ? here.byAmplitude()
                                : curve.near(here.place().shifted(along, length), along)
                                        .map(Point::byAmplitude)
                                        .orElse(Double.NaN);
        OptionalDouble length = BracketedRoot.of(turning, 0, step, FOLD_ACCURACY);
        return length.isEmpty()
                ? Optional.empty()
                : curve.near(here.place().shifted(along, length.getAsDouble()), along)
                        .map(point -> TracedPoint.fold(point.cycle()));
    }

    private boolean shrinks(Point last, Direction along) {
        return last.cycle().amplitude() < FIRST_AMPLITUDE && along.amplitude() < 0;
    }

    /** Whether the cycle about ẑ has become a small one about −ẑ. */
    private boolean opens(Point last, Direction along) {
        return map.family() == Family.IN_PLANE
                && last.cycle().amplitude() > Math.PI - FIRST_AMPLITUDE
                && along.amplitude() > 0;
    }

    /** The static state to which the last cycle shrinks. */
    private Optional<TracedPoint> staticEnd(Point last, Direction along) {
        double voltage = last.cycle().voltage();
        boolean opens = opens(last, along);
        return HopfPoints.between(
                        v ->
                                opens
                                        ? Optional.of(map.states().antiparallel(v))
                                        : map.family().centre(map.states(), v),
                        voltage * (1 - HOPF_RANGE),
                        voltage * (1 + HOPF_RANGE))
                .stream()
                .min((a, b) ->
                        Double.compare(
                                Math.abs(a.voltage() - voltage), Math.abs(b.voltage() - voltage)))
                .map(state -> TracedPoint.hopf(state, map));
    }
}
