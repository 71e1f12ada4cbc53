package larmor.validation.physics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import larmor.model.Coefficients;
import larmor.model.EquationForm;
import larmor.model.Magnetization;
import larmor.observable.Regime;
import larmor.ode.Batch;
import larmor.ode.BatchSolver;
import larmor.orbit.DrivenOscillator;
import larmor.orbit.LimitCycle;
import larmor.orbit.LimitCycles;
import larmor.validation.Check;
import larmor.validation.Subject;
import larmor.validation.exact.OrbitAveragedTheory.Branch;
import larmor.validation.ladder.Laboratory;
import larmor.validation.page.Numeral;

/**
 * Whether the limit cycles that are held against the theory are limit cycles: found in another way,
 * and by every solver.
 */
final class CycleClosure {

    /** Two ways to find a cycle, each good to 1e-12, agree to this. */
    private static final double CYCLE_ACCURACY = 1e-11;

    private static final Check.Limit SHOOTING_LIMIT =
            new Check.Limit(CYCLE_ACCURACY, "both are good to 1e-12 away from the end of a branch");

    private static final int PERIODS = 3;

    private static final double STEP = 0.015;
    private static final double STEP_RATIO = 2;

    private static final double TOLERANCE = 1e-13;
    private static final double TOLERANCE_RATIO = 10;

    /** The next term of the error may be as large as the leading one. */
    private static final double MARGIN = 2;

    private CycleClosure() {}

    /** The cycles that {@code larmor.orbit} finds by Newton's method against those found here. */
    static List<Check> shooting(Laboratory laboratory) {
        List<Check> checks = new ArrayList<>();
        for (OrbitQuantity quantity : OrbitQuantity.values()) {
            Cases cases =
                    new Cases(
                            laboratory,
                            new Check.Claim(
                                    "orbit-theory-shooting-" + quantity.id(),
                                    quantity.symbol()
                                            + " of the stable limit cycle found by bracketing with"
                                            + " runs of dop853",
                                    "the same by Newton's method with the variational equations",
                                    "larmor.orbit"));
            for (OrbitPlace place : OrbitPlace.FEW) {
                for (EquationForm form : EquationForm.values()) {
                    cases.absolute(
                            place.where() + ", " + form.id() + " form",
                            place.cycle(laboratory, form, 1).map(quantity::of).orElse(Double.NaN),
                            shot(form, place).map(quantity::of).orElse(Double.NaN),
                            SHOOTING_LIMIT);
                }
            }
            checks.add(cases.worst());
        }
        return checks;
    }

    private static Optional<LimitCycle> shot(EquationForm form, OrbitPlace place) {
        Regime regime = place.branch() == Branch.IN_PLANE ? Regime.IN_PLANE : Regime.OUT_OF_PLANE;
        DrivenOscillator driven = new DrivenOscillator(place.device(), form, place.selfTorque());
        return new LimitCycles(driven)
                .at(place.voltage()).cycles().stream()
                        .filter(cycle -> cycle.stable() && cycle.regime() == regime)
                        .findFirst();
    }

    /**
     * After whole periods of the cycles that dop853 found every solver is back at the start, as far
     * as its own error allows: that is estimated from a second run, coarser by a factor.
     */
    static Check closure(Laboratory laboratory, Subject subject) {
        boolean adaptive = subject.hasErrorControl();
        BatchSolver fine = adaptive ? subject.withTolerance(TOLERANCE) : subject.atStep(STEP);
        BatchSolver coarse =
                adaptive
                        ? subject.withTolerance(TOLERANCE_RATIO * TOLERANCE)
                        : subject.atStep(STEP_RATIO * STEP);
        double gain =
                (adaptive ? TOLERANCE_RATIO : StrictMath.pow(STEP_RATIO, subject.order())) - 1;
        Cases cases =
                new Cases(
                        laboratory,
                        new Check.Claim(
                                "orbit-theory-closure-" + subject.id(),
                                "distance from the start after three periods of the limit cycle by "
                                        + subject.id()
                                        + ", in units of the way gone meanwhile",
                                "m(3T) = m(0) on the fixed point of the return map",
                                "GLD Eq. (8)"));
        for (OrbitPlace place : OrbitPlace.FEW) {
            for (EquationForm form : EquationForm.values()) {
                Coefficients equation =
                        laboratory.coefficients(
                                place.device(), place.voltage(), form, place.selfTorque());
                String where = place.where() + ", " + form.id() + " form";
                Optional<SectionMap.Cycle> cycle = place.cycle(laboratory, form, 1);
                if (cycle.isEmpty()) {
                    cases.absolute(where, Double.NaN, 0, closureLimit(0));
                    continue;
                }
                Magnetization end = end(fine, equation, cycle.get());
                double way = way(cycle.get());
                double estimate =
                        EndState.distance(end, end(coarse, equation, cycle.get())) / gain / way;
                cases.scaled(
                        where,
                        EndState.distance(end, cycle.get().waveform().getFirst()),
                        0,
                        way,
                        closureLimit(estimate));
            }
        }
        return cases.worst();
    }

    private static Check.Limit closureLimit(double estimate) {
        return new Check.Limit(
                // A run that failed has no estimate, and must not pass.
                Double.isFinite(estimate) ? MARGIN * estimate + CYCLE_ACCURACY : 0,
                "twice the solver's own estimate of its error, "
                        + Numeral.of(estimate, 2)
                        + " from a coarser run, since the next term may be as large as the first; and"
                        + " 1e-11 for the cycle itself, as between the two ways to find it");
    }

    private static Magnetization end(
            BatchSolver solver, Coefficients equation, SectionMap.Cycle cycle) {
        Batch batch = new Batch(1);
        batch.set(0, equation, cycle.waveform().getFirst());
        return EndState.of(solver.integrate(batch, PERIODS * cycle.period()).solution(0));
    }

    /** The length of the orbit times the number of periods. */
    private static double way(SectionMap.Cycle cycle) {
        double length = 0;
        Magnetization last = cycle.waveform().getLast();
        for (Magnetization m : cycle.waveform()) {
            length += EndState.distance(last, m);
            last = m;
        }
        return PERIODS * length;
    }
}
