package larmor.validation.physics;

import larmor.model.Magnetization;
import larmor.ode.Solution;

/** Where runs end. */
final class EndState {

    private static final Magnetization NONE = new Magnetization(Double.NaN, Double.NaN, Double.NaN);

    private EndState() {}

    /** m at the end; NaN if the run failed, which no check passes. */
    static Magnetization of(Solution solution) {
        return switch (solution) {
            case Solution.Completed completed -> completed.end();
            case Solution.Failed _ -> NONE;
        };
    }

    /** |a − b|. */
    static double distance(Magnetization a, Magnetization b) {
        return new Magnetization(a.x() - b.x(), a.y() - b.y(), a.z() - b.z()).norm();
    }
}
