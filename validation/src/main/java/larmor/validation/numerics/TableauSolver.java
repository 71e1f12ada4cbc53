package larmor.validation.numerics;

import larmor.model.Coefficients;
import larmor.model.Magnetization;
import larmor.ode.EqualSteps;
import larmor.ode.ErrorControl;
import larmor.ode.FirstStep;
import larmor.ode.LlgsEquation;
import larmor.ode.NormRange;
import larmor.ode.NumericalFailure;
import larmor.ode.SampleSink;
import larmor.ode.Sampling;
import larmor.ode.Solution;
import larmor.ode.Solver;
import larmor.ode.SolverDescription;
import larmor.ode.Statistics;
import larmor.ode.StepControl;

/**
 * An explicit Runge–Kutta method written as the textbook has it: loops over a {@link Tableau}. One
 * step of it is what a step of a kernel must equal, but for rounding. With a wrong entry in its
 * tableau it is what that kernel would be with the same mistake.
 */
final class TableauSolver implements Solver {

    /** A wrong estimate may ask for ever shorter steps. */
    private static final long MOST_STEPS = 20_000;

    private final String id;
    private final Tableau tableau;
    private final Steps steps;

    /** How long the steps are. */
    private sealed interface Steps {}

    private record Fixed(double longest, boolean renormalised) implements Steps {}

    private record Adaptive(ErrorControl control) implements Steps {}

    private TableauSolver(String id, Tableau tableau, Steps steps) {
        this.id = id;
        this.tableau = tableau;
        this.steps = steps;
    }

    /** At fixed step, m scaled back to |m| = 1 after each or not. */
    static TableauSolver atStep(String id, Tableau tableau, double step, boolean renormalised) {
        return new TableauSolver(id, tableau, new Fixed(step, renormalised));
    }

    /** With error control. */
    static TableauSolver withTolerance(String id, Tableau tableau, double tolerance) {
        return new TableauSolver(id, tableau, new Adaptive(ErrorControl.of(tolerance)));
    }

    @Override
    public SolverDescription description() {
        return new SolverDescription(
                id, tableau.order(), steps instanceof Adaptive, 1, "a stand-in for checks");
    }

    @Override
    public void requireReachable(double endTime, Sampling sampling) {
        if (steps instanceof Fixed fixed) {
            EqualSteps.requireDividing(endTime, sampling, fixed.longest());
        }
    }

    @Override
    public Solution integrate(
            Coefficients coefficients,
            Magnetization start,
            double endTime,
            Sampling sampling,
            SampleSink sink) {
        Run run = new Run(coefficients, start);
        for (int index = 0; index < sampling.count(); index++) {
            double time = sampling.time(index);
            if (!run.advanceTo(time)) {
                return run.failed();
            }
            sink.accept(index, time, run.m[0], run.m[1], run.m[2]);
        }
        return run.advanceTo(endTime) ? run.completed() : run.failed();
    }

    /** The state of one integration. */
    private final class Run {

        private final LlgsEquation equation;
        private final double[][] k = new double[tableau.stages()][3];
        private double[] m;
        private double[] next = new double[3];
        private double time;
        private double length;
        private double inverseLastErrorSquared = 1;
        private long accepted;
        private long rejected;
        private double least = 1;
        private double most = 1;

        Run(Coefficients coefficients, Magnetization start) {
            equation = new LlgsEquation(coefficients);
            m = new double[] {start.x(), start.y(), start.z()};
            if (steps instanceof Adaptive adaptive) {
                length = FirstStep.choose(coefficients, start, adaptive.control(), tableau.order());
            }
        }

        boolean advanceTo(double target) {
            return !(target > time)
                    || switch (steps) {
                        case Fixed fixed -> equalSteps(fixed, target);
                        case Adaptive adaptive -> chosenSteps(adaptive.control(), target);
                    };
        }

        private boolean equalSteps(Fixed fixed, double target) {
            EqualSteps equal = EqualSteps.dividing(target - time, fixed.longest());
            for (long i = 0; i < equal.count(); i++) {
                attempt(equal.size());
                if (!accept(fixed.renormalised())) {
                    return false;
                }
            }
            time = target;
            return true;
        }

        private boolean chosenSteps(ErrorControl control, double target) {
            while (time < target) {
                boolean last = length * StepControl.LAST_STEP_STRETCH >= target - time;
                double end = last ? target : time + length;
                if (accepted + rejected >= MOST_STEPS || !(end > time)) {
                    return false;
                }
                double h = end - time;
                attempt(h);
                double errorSquared =
                        tableau.errorSquared(k)
                                * control.inverseToleranceSquared()
                                / control.norm().scaleSquared(m[0], m[1]);
                double limited = StepControl.limited(errorSquared);
                length = h * tableau.stepControl().factor(limited, inverseLastErrorSquared);
                if (errorSquared <= 1) {
                    if (!accept(false)) {
                        return false;
                    }
                    time = end;
                    inverseLastErrorSquared = 1 / limited;
                } else {
                    rejected++;
                }
            }
            return true;
        }

        private void attempt(double h) {
            double[] argument = new double[3];
            for (int i = 0; i < k.length; i++) {
                for (int c = 0; c < 3; c++) {
                    argument[c] = m[c];
                    for (int j = 0; j < i; j++) {
                        argument[c] += tableau.stageWeight(i, j) * k[j][c];
                    }
                }
                equation.rate(argument, k[i]);
                for (int c = 0; c < 3; c++) {
                    k[i][c] *= h;
                }
            }
            for (int c = 0; c < 3; c++) {
                double increment = 0;
                for (int i = 0; i < k.length; i++) {
                    increment += tableau.weight(i) * k[i][c];
                }
                next[c] = m[c] + increment;
            }
        }

        private boolean accept(boolean renormalised) {
            double squared = next[0] * next[0] + next[1] * next[1] + next[2] * next[2];
            if (!NormRange.contains(squared)) {
                return false;
            }
            least = Math.min(least, squared);
            most = Math.max(most, squared);
            if (renormalised) {
                double norm = Math.sqrt(squared);
                for (int c = 0; c < 3; c++) {
                    next[c] /= norm;
                }
            }
            double[] before = m;
            m = next;
            next = before;
            accepted++;
            return true;
        }

        Solution completed() {
            return new Solution.Completed(state(), statistics());
        }

        Solution failed() {
            return new Solution.Failed(
                    new NumericalFailure(NumericalFailure.Kind.STEP_TOO_LARGE, time, state()),
                    statistics());
        }

        private Magnetization state() {
            return new Magnetization(m[0], m[1], m[2]);
        }

        private Statistics statistics() {
            return Statistics.of(
                    accepted, rejected, (accepted + rejected) * tableau.stages(), least, most);
        }
    }
}
