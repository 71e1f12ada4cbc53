package larmor.validation.numerics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import larmor.validation.Check;
import larmor.validation.Subject;
import larmor.validation.ladder.CheckFamily;
import larmor.validation.ladder.Effort;
import larmor.validation.ladder.Findings;
import larmor.validation.ladder.Laboratory;
import larmor.validation.ladder.PowerLaw;
import larmor.validation.ladder.References;
import larmor.validation.ladder.SolverRows;
import larmor.validation.page.Axis;
import larmor.validation.page.Block;
import larmor.validation.page.Figure;
import larmor.validation.page.Numeral;
import larmor.validation.page.Series;
import larmor.validation.page.Table;

/** Observed orders of convergence, with standard errors and the knee where rounding takes over. */
final class Convergence implements CheckFamily {

    static final String NAME = "convergence";

    /** t' of the runs at fixed step: a tenth of 1/α. */
    private static final double SHORT = 10;

    /** t' of the runs with error control: hundreds of steps, so that one more is no matter. */
    private static final double LONG = 100;

    /** Errors below are too near to rounding to tell an order, errors above too near to 1. */
    private static final double LEAST_ERROR = 1e-11;

    private static final double MOST_ERROR = 1e-6;

    /** Rounding has taken over where the error is that many times what the fit says. */
    private static final double KNEE = 2;

    private static final Check.Limit LIMIT =
            new Check.Limit(
                    0.25,
                    "orders are whole numbers; half of one tells them apart, and half of that is for"
                            + " what is left of higher terms. With a next term the slope lies"
                            + " between p and p+1 and counts as p");

    private static final String SOURCE =
            "E. Hairer, S. P. Nørsett, G. Wanner, Solving Ordinary Differential Equations I, Sec."
                    + " II.3 and II.8";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "Order of convergence";
    }

    @Override
    public List<String> introduction() {
        return List.of(
                "The error of a method of order p is A h^p + B h^{p+1} + …. Each solver runs with"
                        + " smaller and smaller steps to an end state that is known to 25 decimals, in"
                        + " both forms of the equation, with the self-induced torque and without. The"
                        + " order is the slope of log error against log step, by least squares over the"
                        + " errors between 10^{−11} and 10^{−6}; its standard error comes from the"
                        + " scatter about the line.",
                "Damping turns an error of amplitude, which is of the next order, into a phase that"
                        + " grows up to 1/α times larger, and a good method has a small A. So a slope"
                        + " may lie anywhere from p to p+1; it comes nearest to p in short runs. Orders"
                        + " at fixed step are read off at t' = 10, a tenth of 1/α. Solvers that choose"
                        + " their steps have a mean step only, and take too few of them in that time:"
                        + " they run to t' = 100.");
    }

    @Override
    public Findings examine(Laboratory laboratory, Effort effort) {
        CertifiedRuns atFixedStep = CertifiedRuns.variants(laboratory, SHORT);
        CertifiedRuns adaptive = CertifiedRuns.variants(laboratory, LONG);
        Map<String, List<Check>> cases = new LinkedHashMap<>();
        SolverRows rows = new SolverRows();
        List<String> orders = new ArrayList<>();
        List<Series> series = new ArrayList<>();
        for (Subject subject : laboratory.subjects()) {
            CertifiedRuns runs = subject.hasFixedStep() ? atFixedStep : adaptive;
            Ladder ladder = Ladder.climb(subject, runs, effort);
            for (int lane = 0; lane < runs.entries().size(); lane++) {
                cases.computeIfAbsent(subject.solver(), _ -> new ArrayList<>())
                        .add(check(laboratory, subject, runs, ladder, lane));
            }
            rows.add(subject, ladder.cells(subject, runs.entries().size()));
            if (subject.kind() == Subject.Kind.SCALAR) {
                orders.add(subject.id() + " " + ladder.order(0));
            }
            if (subject.kind() != Subject.Kind.LANES) {
                series.add(
                        Palette.curve(
                                subject,
                                subject.id() + (subject.hasFixedStep() ? "" : ", mean step"),
                                ladder.points()));
            }
        }
        return new Findings(
                String.join(", ", orders),
                cases.values().stream().map(Check::worst).toList(),
                blocks(laboratory.references(), atFixedStep, rows.rows(), series));
    }

    private static Check check(
            Laboratory laboratory, Subject subject, CertifiedRuns runs, Ladder ladder, int lane) {
        String name = NAME + "-" + subject.solver();
        double slope = ladder.fit(lane).exponent();
        double order = laboratory.references().number(name, subject.order());
        double below = Math.max(0, order - slope);
        double above = Math.max(0, slope - order - 1);
        return new Check(
                new Check.Claim(
                        name,
                        "order of "
                                + subject.solver()
                                + (subject.hasFixedStep()
                                        ? " at fixed step"
                                        : " with its mean step")
                                + ", at the worst ("
                                + CertifiedRuns.label(runs.entries().get(lane))
                                + ")",
                        "error ∝ h^p to h^{p+1}",
                        SOURCE),
                slope,
                order,
                Double.isNaN(slope) ? Double.NaN : below + above,
                LIMIT);
    }

    private static List<Block> blocks(
            References references,
            CertifiedRuns runs,
            List<List<String>> rows,
            List<Series> series) {
        List<String> columns = new ArrayList<>(List.of("solver", "p"));
        runs.entries()
                .forEach(entry ->
                        columns.add(
                                entry.form().id() + ", " + (entry.selfTorque() ? "on" : "off")));
        columns.add("knee: step");
        columns.add("knee: error");
        return List.of(
                new Figure(
                        "convergence-figure",
                        "Error against step",
                        "The exact form with the torque, at v = 1.5. The solvers in lanes have the"
                                + " same bits as their scalar twins and are not drawn; the table has"
                                + " them. An error of h^p is a line that falls p decades for one of the"
                                + " step.",
                        Axis.logarithmic("Step, or mean step", "h")
                                .over(new Axis.Range(1e-4, 1, 1)),
                        ErrorAxis.of("Error of the end state"),
                        series,
                        ErrorAxis.floor(),
                        ErrorAxis.notes(references)),
                new Table(
                        "Fitted orders with their standard errors, for each form with the torque on"
                                + " and off, and where rounding takes over (the error is twice the fit);"
                                + " empty where it does not within the steps taken",
                        columns,
                        rows));
    }

    /** The runs of one solver with rising accuracy. */
    private record Ladder(List<Double> steps, List<double[]> errors) {

        static Ladder climb(Subject subject, CertifiedRuns runs, Effort effort) {
            List<Double> steps = new ArrayList<>();
            List<double[]> errors = new ArrayList<>();
            for (double rung : rungs(subject, effort)) {
                CertifiedRuns.Outcome outcome =
                        runs.run(
                                subject.hasFixedStep()
                                        ? subject.atStep(rung)
                                        : subject.withTolerance(rung));
                steps.add(runs.time() / outcome.steps()[0]);
                errors.add(outcome.errors());
            }
            return new Ladder(steps, errors);
        }

        /** Steps a factor √2 apart, or tolerances half a decade apart. */
        private static List<Double> rungs(Subject subject, Effort effort) {
            List<Double> rungs = new ArrayList<>();
            boolean quick = effort == Effort.QUICK;
            double ratio = subject.hasFixedStep() ? Math.sqrt(0.5) : Math.sqrt(0.1);
            double first = subject.hasFixedStep() ? (subject.order() > 4 ? 1 : 0.1) : 1e-8;
            int count;
            if (subject.hasFixedStep()) {
                count = subject.order() > 4 ? (quick ? 6 : 11) : (quick ? 8 : 16);
            } else {
                count = quick ? 12 : 16;
            }
            for (int i = 0; i < count; i++) {
                rungs.add(first);
                first *= ratio;
            }
            return rungs;
        }

        PowerLaw fit(int lane) {
            List<double[]> window = new ArrayList<>();
            for (int i = 0; i < steps.size(); i++) {
                double error = errors.get(i)[lane];
                if (!(error < LEAST_ERROR || error > MOST_ERROR)) {
                    window.add(new double[] {steps.get(i), error});
                }
            }
            return PowerLaw.fit(
                    window.stream().mapToDouble(point -> point[0]).toArray(),
                    window.stream().mapToDouble(point -> point[1]).toArray());
        }

        List<Series.Point> points() {
            List<Series.Point> points = new ArrayList<>();
            for (int i = 0; i < steps.size(); i++) {
                points.add(Series.Point.of(steps.get(i), errors.get(i)[0]));
            }
            return points;
        }

        /** The fitted order, with its standard error. */
        String order(int lane) {
            PowerLaw fit = fit(lane);
            return Numeral.uncertain(fit.exponent(), fit.standardError());
        }

        List<String> cells(Subject subject, int lanes) {
            List<String> row = new ArrayList<>();
            row.add(Integer.toString(subject.order()));
            for (int lane = 0; lane < lanes; lane++) {
                row.add(order(lane));
            }
            String step = "";
            String error = "";
            PowerLaw fit = fit(0);
            for (int i = steps.size() - 1; i >= 0; i--) {
                if (errors.get(i)[0] > KNEE * fit.at(steps.get(i))
                        && errors.get(i)[0] < LEAST_ERROR) {
                    step = Numeral.of(steps.get(i), 2);
                    error = Numeral.of(errors.get(i)[0], 2);
                }
            }
            row.add(step);
            row.add(error);
            return row;
        }
    }
}
