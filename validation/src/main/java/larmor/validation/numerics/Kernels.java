package larmor.validation.numerics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import larmor.model.EquationForm;
import larmor.model.Magnetization;
import larmor.ode.Batch;
import larmor.ode.BatchSolution;
import larmor.ode.BatchSolver;
import larmor.ode.ScalarBatch;
import larmor.ode.Solution;
import larmor.validation.Check;
import larmor.validation.Subject;
import larmor.validation.ladder.CheckFamily;
import larmor.validation.ladder.Effort;
import larmor.validation.ladder.Findings;
import larmor.validation.ladder.Laboratory;
import larmor.validation.page.Numeral;

/** One step of a kernel is one step of the method in the books. */
final class Kernels implements CheckFamily {

    static final String NAME = "kernels";

    private static final long SEED = 1901;

    private static final double VOLTAGE = 1.5;

    /** Short enough for every kernel to keep the norm, long enough for every stage to matter. */
    private static final double STEP = 0.25;

    /** At this tolerance the first step of a solver with error control is that long. */
    private static final double TOLERANCE = 1;

    /** A bound of |ṁ| and of its change with m: the field h₀ + N_x and the torques. */
    private static final double RATE = 1.5;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "One step of each kernel";
    }

    @Override
    public List<String> introduction() {
        return List.of(
                "The kernels have their coefficients written out, one fused operation each. Here one"
                        + " step of each, from random directions in both forms with the torque on and"
                        + " off, is compared with the textbook's loops over the table of coefficients"
                        + " that comes with Hipparchus, or, for Verner's method, which it lacks, over ours, whose"
                        + " order conditions are tested elsewhere. The two may differ by rounding only, at most by"
                        + " u for every operation and the weights it passes through.");
    }

    @Override
    public Findings examine(Laboratory laboratory, Effort effort) {
        int lanes = effort == Effort.QUICK ? 67 : 1001;
        Batch batch = batch(laboratory, lanes);
        Map<String, List<Check>> cases = new LinkedHashMap<>();
        for (Subject subject : laboratory.subjects()) {
            if (subject.kind() == Subject.Kind.HIPPARCHUS) {
                continue;
            }
            Tableau tableau = tableau(subject.order());
            boolean renormalised = subject.order() == 4;
            BatchSolution expected =
                    new ScalarBatch(TableauSolver.atStep(subject.id(), tableau, STEP, renormalised))
                            .integrate(batch, STEP);
            if (subject.hasFixedStep()) {
                cases.computeIfAbsent(subject.solver(), _ -> new ArrayList<>())
                        .add(check(subject, subject.atStep(STEP), tableau, batch, expected));
            }
            if (subject.hasErrorControl()) {
                cases.computeIfAbsent(subject.solver(), _ -> new ArrayList<>())
                        .add(
                                check(
                                        subject,
                                        subject.withTolerance(TOLERANCE),
                                        tableau,
                                        batch,
                                        expected));
            }
        }
        List<Check> checks = cases.values().stream().map(Check::worst).toList();
        return new Findings(
                "one step within "
                        + Numeral.of(Findings.largestError(checks, NAME), 2)
                        + " of the textbook's",
                checks,
                List.of());
    }

    private static Tableau tableau(int order) {
        return switch (order) {
            case 4 -> Tableau.rk4();
            case 5 -> Tableau.dopri5();
            case 8 -> Tableau.dop853();
            default -> Tableau.verner9();
        };
    }

    private static Batch batch(Laboratory laboratory, int lanes) {
        SplittableRandom random = new SplittableRandom(SEED);
        Batch batch = new Batch(lanes);
        for (int lane = 0; lane < lanes; lane++) {
            EquationForm form =
                    random.nextBoolean() ? EquationForm.EXACT : EquationForm.LEADING_ORDER;
            batch.set(
                    lane,
                    laboratory.coefficients(
                            CertifiedRuns.PAPER, VOLTAGE, form, random.nextBoolean()),
                    Magnetization.normalized(
                            "start",
                            random.nextDouble(-1, 1),
                            random.nextDouble(-1, 1),
                            random.nextDouble(-1, 1)));
        }
        return batch;
    }

    private static Check check(
            Subject subject,
            BatchSolver solver,
            Tableau tableau,
            Batch batch,
            BatchSolution expected) {
        BatchSolution found = solver.integrate(batch, STEP);
        double largest = 0;
        for (int lane = 0; lane < batch.lanes(); lane++) {
            double distance = distance(found.solution(lane), expected.solution(lane));
            // Keeps NaN.
            largest = distance <= largest ? largest : distance;
        }
        return Check.absolute(
                new Check.Claim(
                        NAME + "-" + subject.solver(),
                        "largest distance of one step of "
                                + subject.id()
                                + " from the table of its method, over "
                                + batch.lanes()
                                + " directions",
                        "m + hΣ b_i k_i,  k_i = ṁ(m + hΣ a_{ij} k_j)",
                        subject.order() == 9
                                ? "J. H. Verner, Numerical Algorithms 53, 383 (2010)"
                                : "the table of coefficients in Hipparchus 4.0.3"),
                largest,
                0,
                new Check.Limit(
                        tableau.roundingOfAStep(STEP, RATE),
                        "u for each operation, times the weights it passes through, for a step of"
                                + " 0.25 and rates up to 1.5"));
    }

    /** The largest distance of a component; NaN where more than one step was taken. */
    private static double distance(Solution found, Solution expected) {
        if (found instanceof Solution.Completed one
                && expected instanceof Solution.Completed other
                && one.statistics().steps() == 1) {
            return Math.max(
                    Math.abs(one.end().x() - other.end().x()),
                    Math.max(
                            Math.abs(one.end().y() - other.end().y()),
                            Math.abs(one.end().z() - other.end().z())));
        }
        return Double.NaN;
    }
}
