package larmor.orbit;

import java.util.ArrayList;
import java.util.List;
import larmor.model.InvalidInput;
import larmor.observable.Regime;

/**
 * All states of an oscillator over a range of voltages: static ones and limit cycles, stable and
 * unstable, as branches.
 *
 * @param driven the oscillator
 * @param lowest the lowest voltage of the range
 * @param highest the highest voltage of the range
 * @param branches the static states, then the in-plane cycles, then the out-of-plane ones
 */
public record BranchDiagram(
        DrivenOscillator driven, double lowest, double highest, List<Branch> branches) {

    /** Copies the list. */
    public BranchDiagram {
        branches = List.copyOf(branches);
    }

    /**
     * Computes the diagram. Branches are followed beyond the range, from where they begin to where
     * they end, and cut to it.
     *
     * @param driven the oscillator
     * @param lowest the lowest voltage, at least 0
     * @param highest the highest voltage, above the lowest
     * @throws InvalidInput if the range is none or a voltage cannot be used
     */
    public static BranchDiagram of(DrivenOscillator driven, double lowest, double highest) {
        if (!(lowest >= 0 && lowest < highest && highest < Double.POSITIVE_INFINITY)) {
            throw new InvalidInput(
                    "--voltage",
                    "must be START:STOP with 0 <= START < STOP, not " + lowest + ":" + highest);
        }
        driven.coefficients(highest);
        List<Branch> branches =
                new ArrayList<>(
                        new StaticBranches(new StaticStates(driven), lowest, highest).branches());
        for (Family family : Family.values()) {
            ReturnMap map = new ReturnMap(driven, family);
            branches.addAll(new CycleBranches(map, lowest, highest).withinRange());
        }
        return new BranchDiagram(driven, lowest, highest, branches);
    }

    /** The branches of one kind of state. */
    public List<Branch> of(Regime regime) {
        return branches.stream().filter(branch -> branch.regime() == regime).toList();
    }

    /**
     * Where a branch of cycles stops within the range for no reason that was found: a result that
     * is not complete. None for the devices it is tested with.
     */
    public List<BranchPoint> looseEnds() {
        List<BranchPoint> loose = new ArrayList<>();
        for (Branch branch : branches) {
            if (branch.oscillates() && !branch.closed()) {
                for (BranchPoint end :
                        List.of(branch.points().getFirst(), branch.points().getLast())) {
                    boolean atBound = end.voltage() <= lowest || end.voltage() >= highest;
                    if (end.bifurcation().isEmpty() && !atBound) {
                        loose.add(end);
                    }
                }
            }
        }
        return loose;
    }
}
