package larmor.validation.numerics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import larmor.model.Coefficients;
import larmor.model.Magnetization;
import larmor.ode.BatchSolver;
import larmor.ode.SampleSink;
import larmor.ode.Sampling;
import larmor.ode.ScalarBatch;
import larmor.ode.Solution;
import larmor.ode.Solver;
import larmor.ode.SolverDescription;
import larmor.validation.CertifiedEndStates;
import larmor.validation.Subject;
import larmor.validation.certified.ReferenceEndStates.EndState;
import larmor.validation.ladder.Laboratory;
import larmor.validation.ladder.Sabotage;

/** Mistakes that the families of this package are meant to notice. */
public final class NumericsSabotages {

    /** The mistake in a coefficient, relative or, where it is 0, absolute. */
    private static final double PART = 1e-9;

    /** The mistake in an entry of a tableau: its seventh decimal. */
    private static final double MISPRINT = 1e-7;

    private NumericsSabotages() {}

    /** All of them. */
    public static List<Sabotage> all() {
        List<Sabotage> all = new ArrayList<>(coefficients());
        all.addAll(tableaus());
        all.addAll(references());
        all.addAll(results());
        return List.copyOf(all);
    }

    private static List<Sabotage> coefficients() {
        return List.of(
                coefficient("field", "h₀", c -> with(c, 0)),
                coefficient("anisotropy", "N_x − N_y", c -> with(c, 1)),
                coefficient("second-anisotropy", "N_y − N_z", c -> with(c, 2)),
                coefficient("conductance", "the conductance at θ = π/2", c -> with(c, 3)),
                coefficient("conductance-slope", "the slope of the conductance", c -> with(c, 4)),
                coefficient("damping", "the damping at θ = π/2", c -> with(c, 5)),
                coefficient("damping-slope", "the slope of the damping", c -> with(c, 6)),
                coefficient("spin-torque", "the spin-transfer torque", c -> with(c, 7)),
                coefficient("self-torque", "the self-induced torque", c -> with(c, 8)),
                new Sabotage(
                        "form-mixed-up",
                        "the exact form is solved for the leading order and the other way round",
                        List.of(Agreement.NAME),
                        laboratory -> laboratory.withCoefficients(c -> withForm(c, 1 - c.chi()))),
                new Sabotage(
                        "self-torque-sign",
                        "the self-induced torque has the wrong sign",
                        List.of(Agreement.NAME),
                        laboratory -> laboratory.withCoefficients(c -> withSelfTorque(c, -c.b()))));
    }

    private static Sabotage coefficient(
            String name, String what, UnaryOperator<Coefficients> change) {
        return new Sabotage(
                "coefficient-" + name,
                what + " is off by 10^{−9} in the equation that the solvers read",
                List.of(Agreement.NAME),
                laboratory -> laboratory.withCoefficients(change));
    }

    private static Coefficients with(Coefficients c, int changed) {
        double[] values = {
            c.h0(), c.nxy(), c.nyz(), c.d0(), c.d1(), c.alpha0(), c.alpha1(), c.s(), c.b()
        };
        values[changed] += values[changed] == 0 && changed == 2 ? PART : PART * values[changed];
        return new Coefficients(
                values[0], values[1], values[2], values[3], values[4], values[5], values[6],
                values[7], values[8], c.chi());
    }

    private static Coefficients withForm(Coefficients c, double chi) {
        return new Coefficients(
                c.h0(),
                c.nxy(),
                c.nyz(),
                c.d0(),
                c.d1(),
                c.alpha0(),
                c.alpha1(),
                c.s(),
                c.b(),
                chi);
    }

    private static Coefficients withSelfTorque(Coefficients c, double b) {
        return new Coefficients(
                c.h0(),
                c.nxy(),
                c.nyz(),
                c.d0(),
                c.d1(),
                c.alpha0(),
                c.alpha1(),
                c.s(),
                b,
                c.chi());
    }

    private static List<Sabotage> tableaus() {
        List<String> step = List.of(Kernels.NAME, Convergence.NAME, Agreement.NAME);
        return List.of(
                standIn(
                        "tableau-rk4",
                        "rk4",
                        "the weight of the first stage in the second is off by 10^{−7}",
                        step,
                        () -> Tableau.rk4().withStageWeight(0, 0, MISPRINT)),
                standIn(
                        "tableau-dopri5",
                        "dopri5",
                        "the weight of the fourth stage in the sixth is off by 10^{−7}",
                        step,
                        () -> Tableau.dopri5().withStageWeight(4, 3, MISPRINT)),
                standIn(
                        "tableau-dop853",
                        "dop853",
                        "the weight of the eighth stage in the eleventh is off by 10^{−7}",
                        step,
                        () -> Tableau.dop853().withStageWeight(9, 7, MISPRINT)),
                standIn(
                        "tableau-verner9",
                        "verner9",
                        "the weight of the ninth stage in the twelfth is off by 10^{−7}",
                        step,
                        () -> Tableau.verner9().withStageWeight(10, 8, MISPRINT)),
                standIn(
                        "estimate-dopri5",
                        "dopri5",
                        "a weight of the error estimate is off by a hundredth",
                        List.of(ErrorPerTolerance.NAME),
                        () -> Tableau.dopri5().withEstimateWeight(6, 0.01)),
                standIn(
                        "estimate-dop853",
                        "dop853",
                        "a weight of the error estimate is off by a hundredth",
                        List.of(ErrorPerTolerance.NAME),
                        () -> Tableau.dop853().withEstimateWeight(6, 0.01)),
                new Sabotage(
                        "renormalisation-dropped",
                        "rk4 no longer scales m back to |m| = 1",
                        List.of(LongRuns.NAME),
                        laboratory ->
                                laboratory.withSubjects(subject ->
                                        subject.id().equals("rk4")
                                                ? standIn(subject, Tableau.rk4(), false)
                                                : subject)));
    }

    private static Sabotage standIn(
            String name, String id, String what, List<String> families, Supplier<Tableau> tableau) {
        return new Sabotage(
                name,
                id + " with a mistake in its table of coefficients: " + what,
                families,
                laboratory ->
                        laboratory.withSubjects(subject ->
                                subject.id().equals(id)
                                        ? standIn(subject, tableau.get(), true)
                                        : subject));
    }

    /** A laboratory in which stand-ins with the right tables take the place of the kernels. */
    static Laboratory withStandIns(Laboratory laboratory) {
        return laboratory.withSubjects(subject ->
                switch (subject.id()) {
                    case "rk4" -> standIn(subject, Tableau.rk4(), true);
                    case "dopri5" -> standIn(subject, Tableau.dopri5(), true);
                    case "dop853" -> standIn(subject, Tableau.dop853(), true);
                    case "verner9" -> standIn(subject, Tableau.verner9(), true);
                    default -> subject;
                });
    }

    /** The kernels have no place to put a mistake into, so a textbook's loops stand in for one. */
    private static Subject standIn(Subject subject, Tableau tableau, boolean renormalised) {
        return changed(
                subject,
                step ->
                        new ScalarBatch(
                                TableauSolver.atStep(
                                        subject.id(),
                                        tableau,
                                        step,
                                        renormalised && tableau.order() == 4)),
                tolerance ->
                        new ScalarBatch(
                                TableauSolver.withTolerance(subject.id(), tableau, tolerance)));
    }

    private static Subject changed(
            Subject subject,
            DoubleFunction<BatchSolver> fixedStep,
            DoubleFunction<BatchSolver> errorControl) {
        return new Subject(
                subject.id(),
                subject.kind(),
                subject.twin(),
                subject.order(),
                subject.hasFixedStep() ? Optional.of(fixedStep) : Optional.empty(),
                subject.hasErrorControl() ? Optional.of(errorControl) : Optional.empty());
    }

    private static List<Sabotage> references() {
        return List.of(
                new Sabotage(
                        "digit-of-an-end-state",
                        "the twentieth decimal of one certified end state is off by one",
                        List.of(CertifiedTables.NAME),
                        laboratory ->
                                laboratory.withReferences(references ->
                                        references.withEndStates(entry ->
                                                isMarked(entry) ? misprinted(entry) : entry))),
                new Sabotage(
                        "digit-of-the-64-voltages",
                        "one end state among the 64 is turned by 10^{−9}",
                        List.of(Agreement.NAME),
                        laboratory ->
                                laboratory.withReferences(references ->
                                        references.withCertified(
                                                row -> isMarked(row) ? misprinted(row) : row))),
                new Sabotage(
                        "wrong-order",
                        "the methods are taken for one order more",
                        List.of(Convergence.NAME),
                        laboratory ->
                                laboratory.withReferences(references ->
                                        references.withNumbers((check, value) ->
                                                check.startsWith(Convergence.NAME)
                                                        ? value + 1
                                                        : value))),
                new Sabotage(
                        "wrong-drift",
                        "the predicted phase error is a tenth too large",
                        List.of(LongRuns.NAME),
                        laboratory ->
                                laboratory.withReferences(references ->
                                        references.withNumbers((check, value) ->
                                                check.startsWith(LongRuns.NAME + "-phase")
                                                        ? 1.1 * value
                                                        : value))));
    }

    private static boolean isMarked(EndState entry) {
        return entry.voltage() == 1.5 && entry.time() == 1000 && entry.selfTorque();
    }

    /** An oscillation that has grown to 0.2, among those of a quick look. */
    private static boolean isMarked(CertifiedEndStates.Row row) {
        return row.voltage() > 1.35 && row.voltage() < 1.37;
    }

    private static EndState misprinted(EndState entry) {
        return new EndState(
                entry.voltage(),
                entry.selfTorque(),
                entry.form(),
                entry.start(),
                entry.time(),
                entry.x().add(BigDecimal.ONE.movePointLeft(20)),
                entry.y(),
                entry.z(),
                entry.uncertainty());
    }

    private static CertifiedEndStates.Row misprinted(CertifiedEndStates.Row row) {
        double angle = 1e-9;
        Magnetization m = row.end();
        return new CertifiedEndStates.Row(
                row.voltage(),
                new Magnetization(m.x() - angle * m.y(), m.y() + angle * m.x(), m.z()));
    }

    private static List<Sabotage> results() {
        return List.of(
                result(
                        "lanes-swapped",
                        "two lanes of a batch change places",
                        List.of(LaneIndependence.NAME),
                        Mistake.SWAPPED),
                result(
                        "last-bit",
                        "one component of one lane is moved by one unit in the last place",
                        List.of(LaneIndependence.NAME),
                        Mistake.LAST_PLACE),
                result(
                        "not-a-number",
                        "a lane that is not a number spills over into the next",
                        List.of(LaneIndependence.NAME),
                        Mistake.SPILL),
                new Sabotage(
                        "clock",
                        "dop853 stops later than asked for, by 10^{−10} of the time",
                        List.of(Agreement.NAME),
                        laboratory ->
                                laboratory.withSubjects(subject ->
                                        subject.id().equals("dop853")
                                                ? lateBy(subject, 1e-10)
                                                : subject)));
    }

    /** A mistake in the results of a solver in lanes at its greatest width. */
    private static Sabotage result(
            String name, String what, List<String> families, Mistake mistake) {
        return new Sabotage(
                name,
                what + ", in dop853-simd",
                families,
                laboratory ->
                        laboratory.withSubjects(subject ->
                                subject.solver().equals("dop853-simd")
                                        ? changed(
                                                subject,
                                                step ->
                                                        new MistakenBatch(
                                                                subject.atStep(step), mistake),
                                                tolerance ->
                                                        new MistakenBatch(
                                                                subject.withTolerance(tolerance),
                                                                mistake))
                                        : subject));
    }

    private static Subject lateBy(Subject subject, double share) {
        return changed(
                subject,
                step -> new ScalarBatch(new LateSolver(subject.singleAtStep(step), share)),
                tolerance ->
                        new ScalarBatch(
                                new LateSolver(subject.singleWithTolerance(tolerance), share)));
    }

    /** A solver whose clock is slow. */
    private record LateSolver(Solver solver, double share) implements Solver {

        @Override
        public SolverDescription description() {
            return solver.description();
        }

        @Override
        public void requireReachable(double endTime, Sampling sampling) {
            solver.requireReachable(late(endTime), sampling);
        }

        @Override
        public Solution integrate(
                Coefficients coefficients,
                Magnetization start,
                double endTime,
                Sampling sampling,
                SampleSink sink) {
            return solver.integrate(coefficients, start, late(endTime), sampling, sink);
        }

        private double late(double endTime) {
            return endTime * (1 + share);
        }
    }
}
