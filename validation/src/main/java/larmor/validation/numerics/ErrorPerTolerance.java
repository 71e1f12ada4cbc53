package larmor.validation.numerics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
import larmor.validation.page.Figure;
import larmor.validation.page.Numeral;
import larmor.validation.page.Series;
import larmor.validation.page.Table;

/** What a tolerance buys, from 1e-3 to 1e-12. */
final class ErrorPerTolerance implements CheckFamily {

    static final String NAME = "tolerance";

    private static final double TIME = 100;

    private static final int FIRST_DECADE = 3;
    private static final int LAST_DECADE = 12;

    /** From here on steps are short enough for the leading term of the error. */
    private static final int FIRST_FITTED_DECADE = 8;

    private static final String SOURCE =
            "E. Hairer, S. P. Nørsett, G. Wanner, Solving Ordinary Differential Equations I, Sec."
                    + " II.3 and II.4";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "Error for a tolerance";
    }

    @Override
    public List<String> introduction() {
        return List.of(
                "A tolerance ε bounds the estimated error of a step, not the error at the end. With"
                        + " N steps, each off by at most √3 ε (three components, root mean square), the"
                        + " end is off by at most κN√3 ε, where κ is the largest amplification of a"
                        + " small deviation along the trajectory. κ is measured by integrating"
                        + " neighbours of the trajectory, and belongs to the equation, not to a solver.",
                "An estimate that goes as h^p makes the error at the end go as ε, or as"
                        + " ε^{(p+1)/p} where the next term leads. Another exponent would betray an"
                        + " estimate of the wrong order. All solvers with error control run to t' = 100"
                        + " in both forms, with the torque and without, at four voltages from two"
                        + " starts, and are compared with end states known to 25 decimals.");
    }

    @Override
    public Findings examine(Laboratory laboratory, Effort effort) {
        CertifiedRuns runs = CertifiedRuns.of(laboratory, TIME, effort);
        List<Double> tolerances = tolerances(effort);
        double[] amplification = runs.amplifications();
        Map<String, List<Check>> exponents = new LinkedHashMap<>();
        Map<String, List<Check>> bounds = new LinkedHashMap<>();
        List<Series> series = new ArrayList<>();
        SolverRows errors = new SolverRows();
        List<String> found = new ArrayList<>();
        for (Subject subject : laboratory.subjects()) {
            if (!subject.hasErrorControl()) {
                continue;
            }
            List<CertifiedRuns.Outcome> outcomes =
                    tolerances.stream()
                            .map(tolerance -> runs.run(subject.withTolerance(tolerance)))
                            .toList();
            Check exponent = exponent(laboratory, subject, tolerances, outcomes);
            exponents.computeIfAbsent(subject.solver(), _ -> new ArrayList<>()).add(exponent);
            if (subject.kind() == Subject.Kind.SCALAR) {
                found.add(Numeral.of(exponent.measured(), 3) + " for " + subject.id());
            }
            for (int i = 0; i < tolerances.size(); i++) {
                bounds.computeIfAbsent(subject.solver(), _ -> new ArrayList<>())
                        .add(
                                bound(
                                        subject,
                                        runs,
                                        amplification,
                                        tolerances.get(i),
                                        outcomes.get(i)));
            }
            if (subject.kind() != Subject.Kind.LANES) {
                series.add(Palette.curve(subject, subject.id(), points(tolerances, outcomes)));
            }
            errors.add(
                    subject,
                    outcomes.stream()
                            .map(outcome -> Numeral.of(outcome.largestError(), 2))
                            .toList());
        }
        List<Check> checks = new ArrayList<>();
        exponents.values().forEach(cases -> checks.add(Check.worst(cases)));
        bounds.values().forEach(cases -> checks.add(Check.worst(meaningful(cases))));
        return new Findings(
                "error ∝ ε^n, n = " + String.join(", ", found),
                checks,
                List.of(figure(laboratory.references(), series), table(tolerances, errors.rows())));
    }

    /** A column for each solver, so that errors for one tolerance stand side by side. */
    private static Table table(List<Double> tolerances, List<List<String>> errors) {
        List<String> columns = new ArrayList<>(List.of("tolerance"));
        errors.forEach(solver -> columns.add(solver.getFirst()));
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < tolerances.size(); i++) {
            List<String> row = new ArrayList<>(List.of(Numeral.of(tolerances.get(i), 2)));
            for (List<String> solver : errors) {
                row.add(solver.get(i + 1));
            }
            rows.add(row);
        }
        return new Table("Largest error for each tolerance", columns, rows);
    }

    /** Two directions are never farther apart than 2; a bound beyond 1 says little. */
    private static List<Check> meaningful(List<Check> bounds) {
        return bounds.stream().filter(bound -> !(bound.limit().value() > 1)).toList();
    }

    private static List<Double> tolerances(Effort effort) {
        int perDecade = effort == Effort.QUICK ? 1 : 2;
        return IntStream.rangeClosed(FIRST_DECADE * perDecade, LAST_DECADE * perDecade)
                .mapToObj(i -> StrictMath.pow(10, -(double) i / perDecade))
                .toList();
    }

    private static Check exponent(
            Laboratory laboratory,
            Subject subject,
            List<Double> tolerances,
            List<CertifiedRuns.Outcome> outcomes) {
        String name = NAME + "-exponent-" + subject.solver();
        int[] fitted =
                IntStream.range(0, tolerances.size())
                        .filter(i -> tolerances.get(i) < 2 * decade(FIRST_FITTED_DECADE))
                        .toArray();
        double exponent =
                PowerLaw.fit(
                                IntStream.of(fitted).mapToDouble(tolerances::get).toArray(),
                                IntStream.of(fitted)
                                        .mapToDouble(i -> outcomes.get(i).largestError())
                                        .toArray())
                        .exponent();
        double expected = laboratory.references().number(name, 1);
        double most = expected + 1.0 / subject.order();
        double distance = Math.max(0, Math.max(expected - exponent, exponent - most));
        return new Check(
                new Check.Claim(
                        name,
                        "exponent of the largest error of "
                                + subject.solver()
                                + " against the tolerance, from 10^{−8} to 10^{−12}",
                        "error ∝ ε to ε^{(p+1)/p}",
                        SOURCE),
                exponent,
                expected,
                Double.isFinite(exponent) ? distance : Double.NaN,
                new Check.Limit(
                        0.5 / subject.order(),
                        "an estimate of the next order up or down would change the exponent by"
                                + " 1/p; half of that tells them apart"));
    }

    private static double decade(int digits) {
        return StrictMath.pow(10, -digits);
    }

    /** The lane that comes nearest to its bound. */
    private static Check bound(
            Subject subject,
            CertifiedRuns runs,
            double[] amplification,
            double tolerance,
            CertifiedRuns.Outcome outcome) {
        return Check.worst(
                IntStream.range(0, runs.entries().size())
                        .mapToObj(lane ->
                                Check.absolute(
                                        new Check.Claim(
                                                NAME + "-bound-" + subject.solver(),
                                                "error of "
                                                        + subject.solver()
                                                        + " next to its bound, at the worst"
                                                        + " (ε = "
                                                        + Numeral.of(tolerance, 2)
                                                        + ", "
                                                        + CertifiedRuns.label(
                                                                runs.entries().get(lane))
                                                        + ")",
                                                "|δm| ≤ κN√3 ε",
                                                SOURCE),
                                        outcome.errors()[lane],
                                        0,
                                        new Check.Limit(
                                                Math.sqrt(3)
                                                        * amplification[lane]
                                                        * outcome.steps()[lane]
                                                        * tolerance,
                                                "N = "
                                                        + (long) outcome.steps()[lane]
                                                        + " steps, each amplified by at"
                                                        + " most κ = "
                                                        + Numeral.of(amplification[lane], 2))))
                        .toList());
    }

    private static List<Series.Point> points(
            List<Double> tolerances, List<CertifiedRuns.Outcome> outcomes) {
        return IntStream.range(0, tolerances.size())
                .mapToObj(i -> Series.Point.of(tolerances.get(i), outcomes.get(i).largestError()))
                .toList();
    }

    private static Figure figure(References references, List<Series> series) {
        return new Figure(
                "tolerance-figure",
                "Error against tolerance",
                "The largest error at t' = 100, over both forms, with the torque and without.",
                Axis.logarithmic("Tolerance", "ε").over(new Axis.Range(1e-12, 1e-2, 2)),
                ErrorAxis.of("Largest error"),
                series,
                ErrorAxis.floor(),
                ErrorAxis.notes(references));
    }
}
