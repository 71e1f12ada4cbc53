package larmor.validation.physics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import larmor.model.Coefficients;
import larmor.observable.SampledWindow;
import larmor.observable.SteadyState;
import larmor.ode.Batch;
import larmor.ode.BatchSolution;
import larmor.ode.BatchSolver;
import larmor.ode.Solution;
import larmor.sweep.SweepProtocol;
import larmor.validation.ladder.Laboratory;

/** Runs by the protocol of GLD Appendix B: t' = 5×10⁴ from a tilt of a hundredth. */
final class PaperRuns {

    private PaperRuns() {}

    /**
     * RK4 in the widest lanes there are, which is what Fig. 2 is made with; its bits are those of
     * the scalar one.
     */
    static BatchSolver rk4(Laboratory laboratory, double step) {
        return laboratory.subjects().stream()
                .filter(subject -> subject.twin().equals("rk4"))
                .reduce((_, last) -> last)
                .map(subject -> subject.atStep(step))
                .orElseThrow();
    }

    /** What the last tenth of each run shows; empty for a run that failed. */
    static List<Optional<SteadyState>> of(
            Laboratory laboratory, double step, List<Coefficients> equations) {
        SweepProtocol protocol = SweepProtocol.paper(step);
        Batch batch = new Batch(equations.size());
        SampledWindow[] windows = new SampledWindow[equations.size()];
        for (int lane = 0; lane < equations.size(); lane++) {
            batch.set(lane, equations.get(lane), SweepProtocol.PAPER_INITIAL);
            windows[lane] = new SampledWindow(protocol.sampling());
        }
        BatchSolution solution =
                rk4(laboratory, step)
                        .integrate(
                                batch,
                                protocol.endTime(),
                                protocol.sampling(),
                                (index, time, count, lanes, x, y, z) -> {
                                    for (int i = 0; i < count; i++) {
                                        windows[lanes[i]].accept(index, time, x[i], y[i], z[i]);
                                    }
                                },
                                laboratory.threads());
        List<Optional<SteadyState>> states = new ArrayList<>();
        for (int lane = 0; lane < equations.size(); lane++) {
            states.add(
                    solution.solution(lane) instanceof Solution.Completed
                            ? Optional.of(SteadyState.of(windows[lane], equations.get(lane)))
                            : Optional.empty());
        }
        return List.copyOf(states);
    }
}
