package larmor.bench.choice;

import java.util.List;
import java.util.Optional;
import larmor.validation.Subject;

/**
 * What accuracy costs with one method.
 *
 * @param solver its name
 * @param control what is varied
 * @param kind who wrote it, and for how many trajectories at once
 * @param order of the method
 * @param points from the most accurate to the least
 * @param dropped why it did not come to the last comparison; empty where it did
 */
public record WorkPrecision(
        String solver,
        Control control,
        Subject.Kind kind,
        int order,
        List<Point> points,
        Optional<Dropped> dropped) {

    /**
     * One setting.
     *
     * @param value of the step or the tolerance
     * @param error as it is promised, estimated at the hardest voltages
     * @param evaluations of the right-hand side a trajectory, in the mean of those voltages
     * @param time seconds a trajectory: the evaluations times what one takes
     */
    public record Point(double value, double error, double evaluations, double time) {}

    /** Copies the list. */
    public WorkPrecision {
        points = List.copyOf(points);
    }

    /** What it costs with this method. */
    static WorkPrecision of(Method method, List<Point> points, Optional<Dropped> dropped) {
        return new WorkPrecision(
                method.solver(),
                method.control(),
                method.subject().kind(),
                method.subject().order(),
                points,
                dropped);
    }

    /** What it is called in a figure. */
    public String label() {
        return control.label(solver);
    }
}
