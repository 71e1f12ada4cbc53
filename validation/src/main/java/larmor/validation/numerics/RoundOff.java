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
import larmor.validation.ladder.SolverRows;
import larmor.validation.page.Axis;
import larmor.validation.page.Figure;
import larmor.validation.page.Hue;
import larmor.validation.page.Numeral;
import larmor.validation.page.Series;
import larmor.validation.page.Table;

/** What is left when steps are so short that only rounding errs. */
final class RoundOff implements CheckFamily {

    static final String NAME = "rounding";

    private static final double TIME = 100;

    /** Truncation is below 1e-13 from here on: 2^−9 for order 4 gives 3e-12, 2^−10 0.2e-12. */
    private static final int FIRST_OF_ORDER_FOUR = 10;

    /** 2^−4 gives 1e-14. */
    private static final int FIRST_OF_ORDER_EIGHT = 4;

    private static final int QUICK_RUNGS = 2;
    private static final int RUNGS = 4;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "Rounding";
    }

    @Override
    public List<String> introduction() {
        return List.of(
                "With steps so short that the method itself errs by less than 10^{−12}, what is left"
                        + " is rounding. Each of N steps leaves an error of a few u = 2^{−53} in each"
                        + " component, of no preferred sign; the trajectory amplifies it by at most κ."
                        + " So the end should be off by at most 4κu√N, four standard deviations. An"
                        + " arithmetic with a bias, such as a sum that always rounds down, would grow"
                        + " as N and cross that line. All steps are powers of two, so that a clock that"
                        + " adds them up is exact.");
    }

    @Override
    public Findings examine(Laboratory laboratory, Effort effort) {
        CertifiedRuns runs = CertifiedRuns.variants(laboratory, TIME);
        double[] amplifications = runs.amplifications();
        int rungs = effort == Effort.QUICK ? QUICK_RUNGS : RUNGS;
        Map<String, List<Check>> cases = new LinkedHashMap<>();
        List<Series> series = new ArrayList<>();
        SolverRows rows = new SolverRows();
        for (Subject subject : laboratory.subjects()) {
            if (!subject.hasFixedStep()) {
                continue;
            }
            List<Series.Point> points = new ArrayList<>();
            int first = subject.order() > 4 ? FIRST_OF_ORDER_EIGHT : FIRST_OF_ORDER_FOUR;
            for (int power = first; power < first + rungs; power++) {
                CertifiedRuns.Outcome outcome =
                        runs.run(subject.atStep(StrictMath.scalb(1, -power)));
                List<Check> lanes = new ArrayList<>();
                for (int lane = 0; lane < amplifications.length; lane++) {
                    lanes.add(check(subject, runs, outcome, lane, amplifications[lane]));
                }
                Check worst = Check.worst(lanes);
                cases.computeIfAbsent(subject.solver(), _ -> new ArrayList<>()).add(worst);
                points.add(Series.Point.of(outcome.meanSteps(), outcome.largestError()));
                rows.add(
                        subject,
                        List.of(
                                Numeral.of(outcome.meanSteps(), 6),
                                Numeral.of(outcome.largestError(), 2),
                                Numeral.percent(worst.limitUsed())));
            }
            if (subject.kind() != Subject.Kind.LANES) {
                series.add(Palette.curve(subject, subject.id(), points));
            }
        }
        double largest = 0;
        for (double amplification : amplifications) {
            largest = Math.max(largest, amplification);
        }
        series.add(bound(largest));
        List<Check> checks = cases.values().stream().map(Check::worst).toList();
        return new Findings(
                "at most "
                        + Numeral.percent(Check.worst(checks).limitUsed())
                        + " of what rounding without a preferred sign may leave",
                checks,
                List.of(
                        new Figure(
                                "rounding-figure",
                                "Error by rounding alone",
                                "The largest error at t' = 100 of the two forms with the torque on"
                                        + " and off, v = 1.5. The line is 4κu√N for the largest κ of"
                                        + " the four.",
                                Axis.logarithmic("Steps", "N"),
                                ErrorAxis.of("Largest error"),
                                series,
                                ErrorAxis.floor(),
                                ErrorAxis.notes(laboratory.references())),
                        new Table(
                                "Largest error by rounding",
                                List.of("solver", "steps", "error", "share of 4κu√N"),
                                rows.rows())));
    }

    private static Series bound(double amplification) {
        List<Series.Point> line = new ArrayList<>();
        for (double steps = 1e3; steps < 2e6; steps *= 10) {
            line.add(Series.Point.of(steps, Rounding.ofSteps(amplification, steps)));
        }
        return Series.dashed("4κu√N", Hue.GREY, line);
    }

    private static Check check(
            Subject subject,
            CertifiedRuns runs,
            CertifiedRuns.Outcome outcome,
            int lane,
            double amplification) {
        return Check.absolute(
                new Check.Claim(
                        NAME + "-" + subject.solver(),
                        "error of "
                                + subject.solver()
                                + " by rounding, at the worst (N = "
                                + (long) outcome.steps()[lane]
                                + ", "
                                + CertifiedRuns.label(runs.entries().get(lane))
                                + ")",
                        "|δm| ≤ 4κu√N",
                        "N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed.,"
                                + " Sec. 2.8"),
                outcome.errors()[lane],
                0,
                new Check.Limit(
                        Rounding.ofSteps(amplification, outcome.steps()[lane]),
                        "four standard deviations of independent errors, amplified by at most κ = "
                                + Numeral.of(amplification, 2)));
    }
}
