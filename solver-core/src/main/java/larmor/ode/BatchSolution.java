package larmor.ode;

import larmor.model.Magnetization;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of a batch, lane by lane: structure of arrays, at most 68 bytes a lane. Different
 * threads may set different lanes.
 */
public final class BatchSolution {

    private final double[] x;
    private final double[] y;
    private final double[] z;
    private final double[] time;
    private final double[] normError;
    private final long[] steps;
    private final long[] rejected;
    private final long[] evaluations;
    private final NumericalFailure.@Nullable Kind[] failure;

    /** Outcomes yet to be set, one for each lane. */
    public BatchSolution(int lanes) {
        x = new double[lanes];
        y = new double[lanes];
        z = new double[lanes];
        time = new double[lanes];
        normError = new double[lanes];
        steps = new long[lanes];
        rejected = new long[lanes];
        evaluations = new long[lanes];
        failure = new NumericalFailure.@Nullable Kind[lanes];
    }

    /** How many trajectories. */
    public int lanes() {
        return x.length;
    }

    /** Sets the outcome of one lane. */
    public void set(int lane, Solution solution) {
        Magnetization m =
                switch (solution) {
                    case Solution.Completed completed -> completed.end();
                    case Solution.Failed failed -> {
                        failure[lane] = failed.failure().kind();
                        time[lane] = failed.failure().time();
                        yield failed.failure().state();
                    }
                };
        x[lane] = m.x();
        y[lane] = m.y();
        z[lane] = m.z();
        Statistics statistics = solution.statistics();
        steps[lane] = statistics.steps();
        rejected[lane] = statistics.rejected();
        evaluations[lane] = statistics.evaluations();
        normError[lane] = statistics.normError();
    }

    /** The outcome of one lane, as a scalar solver would give it. */
    public Solution solution(int lane) {
        Magnetization m = new Magnetization(x[lane], y[lane], z[lane]);
        Statistics statistics =
                new Statistics(steps[lane], rejected[lane], evaluations[lane], normError[lane]);
        NumericalFailure.Kind kind = failure[lane];
        return kind == null
                ? new Solution.Completed(m, statistics)
                : new Solution.Failed(new NumericalFailure(kind, time[lane], m), statistics);
    }
}
