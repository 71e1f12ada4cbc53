package larmor.orbit;

import java.util.List;
import larmor.observable.Regime;

/**
 * States that go over into each other as the voltage changes.
 *
 * @param regime their kind; the same along a branch
 * @param points in the order along the branch; the voltage need not be monotonic
 */
public record Branch(Regime regime, List<BranchPoint> points) {

    /** Neighbours on a branch are at most this far apart in voltage and power. */
    private static final double CLOSING_DISTANCE = 0.02;

    /** Copies the list. */
    public Branch {
        points = List.copyOf(points);
    }

    /** Whether it consists of limit cycles. */
    public boolean oscillates() {
        return regime == Regime.IN_PLANE || regime == Regime.OUT_OF_PLANE;
    }

    /** Whether it comes back to where it begins. */
    public boolean closed() {
        BranchPoint first = points.getFirst();
        BranchPoint last = points.getLast();
        return points.size() > 2
                && Math.abs(last.voltage() - first.voltage()) < CLOSING_DISTANCE
                && Math.abs(last.power() - first.power()) < CLOSING_DISTANCE;
    }

    /** Where it turns or ends in a known way, in the order along the branch. */
    public List<BranchPoint> bifurcations() {
        return points.stream().filter(point -> point.bifurcation().isPresent()).toList();
    }
}
