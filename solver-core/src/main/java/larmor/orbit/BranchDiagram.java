package larmor.orbit;

import java.util.ArrayList;
import java.util.List;
import larmor.model.InvalidInput;
import larmor.model.Rounded;
import larmor.observable.Regime;

/**
 * All states of an oscillator over a range of voltages: static ones and limit cycles, stable and
 * unstable, as branches.
 *
 * @param driven the oscillator
 * @param lowest the lowest voltage of the range
 * @param highest the highest voltage of the range
 * @param branches the static states, then the in-plane cycles, then the out-of-plane ones
 * @param unfinished the kinds of cycles of which the branches are not all there; usually none
 */
public record BranchDiagram(
        DrivenOscillator driven,
        double lowest,
        double highest,
        List<Branch> branches,
        List<UnfinishedSearch> unfinished) {

    /**
     * Steps of integration for one kind of cycles, some ten seconds. The paper's device takes
     * 211,000 at most, from 0.1 to 20 V_c, 2 million in a field of 0.001; of 30 devices drawn at
     * random the hardest takes 1.3 million.
     */
    public static final long MOST_STEPS = 10_000_000;

    /** Copies the lists. */
    public BranchDiagram {
        branches = List.copyOf(branches);
        unfinished = List.copyOf(unfinished);
    }

    /**
     * Computes the diagram. Branches are followed beyond the range, from where they begin to where
     * they end, and cut to it. A kind of cycles that takes more than {@link #MOST_STEPS} is given
     * up; what was found of it is kept. Not more than half of them are taken beyond the range, as
     * long as there is something to look for within.
     *
     * @param driven the oscillator
     * @param lowest the lowest voltage, at least 0
     * @param highest the highest voltage, above the lowest
     * @throws InvalidInput if the range is none or a voltage cannot be used
     */
    public static BranchDiagram of(DrivenOscillator driven, double lowest, double highest) {
        return of(driven, lowest, highest, MOST_STEPS);
    }

    /** The same with another limit of steps. */
    static BranchDiagram of(
            DrivenOscillator driven, double lowest, double highest, long mostSteps) {
        if (!(lowest >= 0 && lowest < highest && highest < Double.POSITIVE_INFINITY)) {
            throw new InvalidInput(
                    "--voltage",
                    "must be START:STOP with 0 <= START < STOP, not "
                            + Rounded.of(lowest)
                            + ":"
                            + Rounded.of(highest)
                            + " in V_c");
        }
        driven.coefficients(highest);
        List<Branch> branches =
                new ArrayList<>(
                        new StaticBranches(new StaticStates(driven), lowest, highest).branches());
        List<UnfinishedSearch> unfinished = new ArrayList<>();
        for (Family family : Family.values()) {
            ReturnMap map = new ReturnMap(driven, family, new StepBudget(mostSteps));
            CycleBranches cycles = new CycleBranches(map, lowest, highest);
            branches.addAll(cycles.branches());
            cycles.givenUpAt()
                    .ifPresent(voltage ->
                            unfinished.add(
                                    new UnfinishedSearch(family.regime(), voltage, mostSteps)));
        }
        return new BranchDiagram(driven, lowest, highest, branches, unfinished);
    }

    /** The branches of one kind of state. */
    public List<Branch> of(Regime regime) {
        return branches.stream().filter(branch -> branch.regime() == regime).toList();
    }

    /**
     * Where a branch of cycles stops within the range for no reason that was found: a result that
     * is not complete. None for the devices it is tested with. A kind of cycles that is {@link
     * #unfinished} is not looked at.
     */
    public List<BranchPoint> looseEnds() {
        List<BranchPoint> loose = new ArrayList<>();
        for (Branch branch : branches) {
            boolean finished =
                    unfinished.stream().noneMatch(kind -> kind.regime() == branch.regime());
            if (finished && branch.oscillates() && !branch.closed()) {
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
