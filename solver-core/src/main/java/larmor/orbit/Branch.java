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

    /** Copies the list. */
    public Branch {
        points = List.copyOf(points);
    }

    /** Whether it consists of limit cycles. */
    public boolean oscillates() {
        return regime == Regime.IN_PLANE || regime == Regime.OUT_OF_PLANE;
    }

    /** Where it turns or ends in a known way, in the order along the branch. */
    public List<BranchPoint> bifurcations() {
        return points.stream().filter(point -> point.bifurcation().isPresent()).toList();
    }
}
