package larmor.validation.numerics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import larmor.ode.BatchSolver;
import larmor.validation.Check;
import larmor.validation.Subject;
import larmor.validation.ladder.CheckFamily;
import larmor.validation.ladder.Effort;
import larmor.validation.ladder.Findings;
import larmor.validation.ladder.Laboratory;
import larmor.validation.ladder.SolverRows;
import larmor.validation.page.HeatMap;
import larmor.validation.page.Numeral;
import larmor.validation.page.Table;

/** Every solver against every other and against the certified tables, at high accuracy. */
final class Agreement implements CheckFamily {

    static final String NAME = "agreement";

    private static final double TIME = 100;

    /**
     * Steps at which the methods of order 4 and 8 err by some 1e-10 and 1e-12 at t' = 100; powers
     * of two, since Hipparchus adds its steps up to know the time.
     */
    private static final double STEP_OF_ORDER_FOUR = 0x1p-8;

    private static final double STEP_OF_ORDER_EIGHT = 0.125;

    private static final double TOLERANCE = 1e-12;

    private static final double STEP_RATIO = 2;
    private static final double TOLERANCE_RATIO = 10;

    /** The next term of the error may be as large as the leading one. */
    private static final double MARGIN = 2;

    private static final String TABLE = "certified";

    private static final String SAME_BITS = "=";

    private static final String SOURCE =
            "Richardson extrapolation: E. Hairer, S. P. Nørsett, G. Wanner, Solving Ordinary"
                    + " Differential Equations I, Sec. II.4 and II.9";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "Agreement of the solvers";
    }

    @Override
    public List<String> introduction() {
        return List.of(
                "Every solver runs twice, at a fine and at a coarser setting, and the difference of"
                        + " its two results, over 2^p−1 for halved steps and over 9 for a tenth of the"
                        + " tolerance, is its own estimate of its error, made without any reference."
                        + " Two solvers agree if their results are no farther apart than twice the sum"
                        + " of their estimates and what rounding leaves. The certified tables take part"
                        + " as one more solver that does not err.",
                "Rounding leaves 4κu√N, with u = 2^{−53}, N the number of steps and κ the largest"
                        + " amplification of a small deviation along the trajectory. The table of many"
                        + " voltages has exact decimal parameters, a solver rounded ones: that is"
                        + " another 2κuT. Near the end of the in-plane orbit κ is large.");
    }

    @Override
    public Findings examine(Laboratory laboratory, Effort effort) {
        CertifiedRuns runs = CertifiedRuns.of(laboratory, TIME, effort);
        double[] amplifications = runs.amplifications();
        List<Contender> contenders = new ArrayList<>();
        for (Subject subject : laboratory.subjects()) {
            for (Setting setting : Setting.of(subject)) {
                contenders.add(Contender.run(setting, runs));
            }
        }
        Map<String, List<Check>> cases = new LinkedHashMap<>();
        for (Contender one : contenders) {
            List<Check> own = cases.computeIfAbsent(one.setting().solver(), _ -> new ArrayList<>());
            for (int lane = 0; lane < runs.entries().size(); lane++) {
                String where = CertifiedRuns.label(runs.entries().get(lane));
                double rounding = Rounding.ofSteps(amplifications[lane], one.steps(lane));
                own.add(one.against(TABLE, where, one.error(lane), 0, lane, rounding));
                for (Contender other : contenders) {
                    if (!other.equals(one)) {
                        own.add(
                                one.against(
                                        other.setting().name(),
                                        where,
                                        one.distance(other, lane),
                                        other.estimate(lane),
                                        lane,
                                        rounding
                                                + Rounding.ofSteps(
                                                        amplifications[lane], other.steps(lane))));
                    }
                }
            }
        }
        List<Check> checks = new ArrayList<>(cases.values().stream().map(Check::worst).toList());
        checks.addAll(manyVoltages(laboratory, effort));
        return new Findings(
                "largest distance of two solvers "
                        + Numeral.of(largestDistance(contenders), 2)
                        + ", from the table "
                        + Numeral.of(
                                contenders.stream()
                                        .mapToDouble(one -> one.outcome().largestError())
                                        .reduce(0, Math::max),
                                2),
                checks,
                List.of(
                        map(
                                contenders,
                                runs.entries().size(),
                                laboratory.references().uncertainty()),
                        table(contenders)));
    }

    private static double largestDistance(List<Contender> contenders) {
        double largest = 0;
        for (Contender one : contenders) {
            for (Contender other : contenders) {
                largest = Math.max(largest, one.largestDistance(other));
            }
        }
        return largest;
    }

    /** The table of 64 voltages at t' = 1000; a quick look is at eight, by methods of order 8. */
    private static List<Check> manyVoltages(Laboratory laboratory, Effort effort) {
        CertifiedRuns runs = CertifiedRuns.manyVoltages(laboratory, effort == Effort.QUICK ? 8 : 1);
        double[] amplifications = runs.amplifications();
        Map<String, List<Check>> cases = new LinkedHashMap<>();
        for (Subject subject : laboratory.subjects()) {
            boolean taken =
                    effort == Effort.FULL
                            || (subject.order() == 8 && subject.kind() != Subject.Kind.HIPPARCHUS);
            if (!taken) {
                continue;
            }
            for (Setting setting : Setting.of(subject)) {
                Contender contender = Contender.run(setting, runs);
                for (int lane = 0; lane < runs.entries().size(); lane++) {
                    double rounding =
                            Rounding.ofSteps(amplifications[lane], contender.steps(lane))
                                    + Rounding.ofCoefficients(amplifications[lane], runs.time());
                    cases.computeIfAbsent(setting.solver(), _ -> new ArrayList<>())
                            .add(
                                    contender.against(
                                            TABLE + "-64",
                                            CertifiedRuns.label(runs.entries().get(lane)),
                                            contender.error(lane),
                                            0,
                                            lane,
                                            rounding));
                }
            }
        }
        return cases.values().stream().map(Check::worst).toList();
    }

    private static HeatMap map(List<Contender> contenders, int runs, double uncertainty) {
        List<String> names = new ArrayList<>();
        contenders.forEach(contender -> names.add(contender.setting().name()));
        names.add(TABLE);
        List<List<HeatMap.Cell>> cells = new ArrayList<>();
        for (Contender one : contenders) {
            List<HeatMap.Cell> row = new ArrayList<>();
            contenders.forEach(other -> row.add(HeatMap.Cell.of(one.largestDistance(other))));
            row.add(HeatMap.Cell.of(one.outcome().largestError()));
            cells.add(row);
        }
        List<HeatMap.Cell> last = new ArrayList<>();
        contenders.forEach(one -> last.add(HeatMap.Cell.of(one.outcome().largestError())));
        last.add(HeatMap.Cell.of(0));
        cells.add(last);
        HeatMap.Side side = new HeatMap.Side("", names);
        return new HeatMap(
                "agreement-map",
                "Largest distance of two solvers at t' = 100",
                "Every solver against every other and against the certified table, over "
                        + runs
                        + " runs in both forms, with the torque and without. A solver in lanes has"
                        + " the bits of its scalar twin at every width. "
                        + SAME_BITS
                        + ", without colour: the same bits, a distance of 0. The numbers in the"
                        + " other cells are decimal logarithms; the table is known to "
                        + Numeral.of(uncertainty, 1)
                        + ".",
                "Largest distance of a component",
                side,
                side,
                cells,
                new HeatMap.Scale.Logarithmic(SAME_BITS, "the two have the same bits"),
                List.of());
    }

    private static Table table(List<Contender> contenders) {
        SolverRows rows = new SolverRows();
        for (Contender contender : contenders) {
            double estimate = 0;
            for (int lane = 0; lane < contender.lanes(); lane++) {
                estimate = Math.max(estimate, contender.estimate(lane));
            }
            Subject subject = contender.setting().subject();
            rows.add(
                    subject,
                    contender.setting().name().substring(subject.id().length()),
                    List.of(
                            Numeral.of(estimate, 2),
                            Numeral.of(contender.outcome().largestError(), 2)));
        }
        return new Table(
                "Each solver's own estimate of its error and its error, at the worst of all runs",
                List.of("solver", "own estimate", "error"),
                rows.rows());
    }

    /** A solver at two accuracies. */
    private record Setting(
            Subject subject,
            String name,
            DoubleFunction<BatchSolver> solverAt,
            double fine,
            double ratio,
            double gain) {

        /** At fixed step, with error control, or both. */
        static List<Setting> of(Subject subject) {
            List<Setting> settings = new ArrayList<>();
            if (subject.hasFixedStep()) {
                settings.add(
                        new Setting(
                                subject,
                                subject.id() + (subject.hasErrorControl() ? ", fixed step" : ""),
                                subject::atStep,
                                subject.order() > 4 ? STEP_OF_ORDER_EIGHT : STEP_OF_ORDER_FOUR,
                                STEP_RATIO,
                                StrictMath.pow(STEP_RATIO, subject.order()) - 1));
            }
            if (subject.hasErrorControl()) {
                settings.add(
                        new Setting(
                                subject,
                                subject.id(),
                                subject::withTolerance,
                                TOLERANCE,
                                TOLERANCE_RATIO,
                                TOLERANCE_RATIO - 1));
            }
            return settings;
        }

        String solver() {
            return subject.solver();
        }
    }

    /** The two runs of a setting. */
    private record Contender(
            Setting setting, CertifiedRuns.Outcome outcome, CertifiedRuns.Outcome coarse) {

        static Contender run(Setting setting, CertifiedRuns runs) {
            return new Contender(
                    setting,
                    runs.run(setting.solverAt().apply(setting.fine())),
                    runs.run(setting.solverAt().apply(setting.fine() * setting.ratio())));
        }

        int lanes() {
            return outcome.errors().length;
        }

        double error(int lane) {
            return outcome.errors()[lane];
        }

        double steps(int lane) {
            return outcome.steps()[lane];
        }

        double estimate(int lane) {
            return outcome.distance(coarse, lane) / setting.gain();
        }

        double distance(Contender other, int lane) {
            return outcome.distance(other.outcome, lane);
        }

        double largestDistance(Contender other) {
            double largest = 0;
            for (int lane = 0; lane < lanes(); lane++) {
                double distance = distance(other, lane);
                largest = distance <= largest ? largest : distance;
            }
            return largest;
        }

        Check against(
                String other,
                String where,
                double distance,
                double othersEstimate,
                int lane,
                double rounding) {
            double estimates = estimate(lane) + othersEstimate;
            boolean known = Double.isFinite(estimates);
            return Check.absolute(
                    new Check.Claim(
                            (other.endsWith("-64") ? NAME + "-64-voltages-" : NAME + "-")
                                    + setting.solver(),
                            "distance of "
                                    + setting.name()
                                    + " from "
                                    + (other.startsWith(TABLE) ? "the certified table" : other)
                                    + ", the worst of all pairs and runs ("
                                    + where
                                    + ")",
                            "|m_1 − m_2| ≤ 2(e_1 + e_2) + rounding",
                            SOURCE),
                    known ? distance : Double.NaN,
                    0,
                    new Check.Limit(
                            known ? MARGIN * estimates + rounding : 0,
                            "twice the sum of the two solvers' own estimates, "
                                    + Numeral.of(estimates, 2)
                                    + ", and rounding, "
                                    + Numeral.of(rounding, 2)));
        }
    }
}
