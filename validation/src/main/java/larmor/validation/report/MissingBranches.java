package larmor.validation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import larmor.model.Rounded;
import larmor.orbit.BranchDiagram;
import larmor.orbit.BranchPoint;
import larmor.orbit.UnfinishedSearch;
import larmor.validation.page.Paragraph;

/** What is missing of the branches of limit cycles, in words for a page and for a terminal. */
public final class MissingBranches {

    private static final String PLACE = " at V/V_c = ";

    private MissingBranches() {}

    /** A clause for each gap; none where everything was found. */
    public static List<String> of(List<BranchDiagram> diagrams) {
        List<String> clauses = new ArrayList<>();
        for (BranchDiagram diagram : diagrams) {
            for (BranchPoint end : diagram.looseEnds()) {
                clauses.add(
                        "a branch of limit cycles was lost"
                                + PLACE
                                + Rounded.of(end.voltage())
                                + ", before its end");
            }
        }
        for (BranchDiagram diagram : diagrams) {
            for (UnfinishedSearch kind : diagram.unfinished()) {
                clauses.add(givenUp(kind, diagram));
            }
        }
        return clauses;
    }

    private static String givenUp(UnfinishedSearch kind, BranchDiagram diagram) {
        boolean within = kind.voltage() >= diagram.lowest() && kind.voltage() <= diagram.highest();
        return "the "
                + kind.regime().id()
                + " branches "
                + RangeTable.torque(diagram.driven().selfTorque())
                + " the self-induced torque were given up"
                + PLACE
                + Rounded.of(kind.voltage())
                + (within ? "" : ", outside the range asked for")
                + ", after "
                + kind.steps()
                + " steps of integration: what was found of them is kept, more may be there within"
                + " the range";
    }

    /** The same below a figure. */
    static Optional<Paragraph> below(List<BranchDiagram> diagrams) {
        List<String> clauses = of(diagrams);
        return clauses.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Paragraph(
                                "Branches are missing here: " + String.join("; ", clauses) + "."));
    }

    /** The branches as the subject of a sentence that says how far they come. */
    static String asFarAsFollowed(List<BranchDiagram> diagrams) {
        return of(diagrams).isEmpty()
                ? "the branches"
                : "the branches, as far as they were followed,";
    }
}
