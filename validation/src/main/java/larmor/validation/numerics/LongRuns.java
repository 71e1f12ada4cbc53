package larmor.validation.numerics;

import static larmor.validation.numerics.ConservativeRuns.ENERGY;
import static larmor.validation.numerics.ConservativeRuns.NORM;
import static larmor.validation.numerics.ConservativeRuns.PERIOD;
import static larmor.validation.numerics.ConservativeRuns.PHASE;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import larmor.ode.Solver;
import larmor.validation.Check;
import larmor.validation.Subject;
import larmor.validation.ladder.CheckFamily;
import larmor.validation.ladder.Effort;
import larmor.validation.ladder.Findings;
import larmor.validation.ladder.Laboratory;
import larmor.validation.ladder.PowerLaw;
import larmor.validation.ladder.SolverRows;
import larmor.validation.page.Axis;
import larmor.validation.page.Figure;
import larmor.validation.page.Numeral;
import larmor.validation.page.Series;
import larmor.validation.page.Table;

/**
 * How errors of phase, energy and norm grow over hundreds of periods, and whether theory says so.
 */
final class LongRuns implements CheckFamily {

    static final String NAME = "growth";

    /** At these settings truncation outweighs rounding a thousand times. */
    private static final double STEP_OF_ORDER_FOUR = 0.05;

    private static final double STEP_OF_ORDER_EIGHT = 0.5;
    private static final double TOLERANCE = 1e-8;

    /** Exponents are fitted from here on: errors of the first periods are not yet proportional. */
    private static final int FIRST_FITTED = 16;

    private static final Check.Limit EXPONENT_LIMIT =
            new Check.Limit(
                    0.25,
                    "exponents are whole numbers; half of one tells them apart, and half of that is"
                            + " room for the periods that do not repeat exactly");

    private static final Check.Limit CURVATURE_LIMIT =
            new Check.Limit(
                    0.05,
                    "the drift is taken as uniform; its own growth shows in the exponents of energy"
                            + " and norm, which miss 1 by less than this");

    private static final Check.Limit UNIT_NORM_LIMIT =
            new Check.Limit(
                    4 * Rounding.UNIT,
                    "each step is scaled back to |m| = 1: three products and a sum are rounded");

    private static final String SOURCE =
            "E. Hairer, C. Lubich, G. Wanner, Geometric Numerical Integration, 2nd ed., Sec. IX.8"
                    + " and XII.2; period by elliptic integrals";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "Long runs";
    }

    @Override
    public List<String> introduction() {
        return List.of(
                "Without damping and torque m returns to its start after each period, which elliptic"
                        + " integrals give. What is missing after n periods is the error: of the phase"
                        + " along the orbit, of the energy ½m·Nm − h_0 m_z across it, of the norm |m|. No"
                        + " Runge–Kutta method keeps the energy, so its error grows as n; so does that"
                        + " of the norm where m is not scaled back. Both change the period, hence the"
                        + " phase error grows as n². How fast is no guess: the period of the orbit that"
                        + " the run has come to is known too, and twice the phase error at n less than"
                        + " the one at 2n must be what that drift of the period adds up to.",
                "On a limit cycle damping and torque hold the energy. With |m| scaled back the phase"
                        + " error then grows as n only. Without, the norm still drifts, since the"
                        + " equation keeps any norm, and takes the frequency along: the exponent goes"
                        + " from 1 to 2. So, for steps of equal accuracy, scaling |m|"
                        + " back keeps the phase longest.");
    }

    @Override
    public Findings examine(Laboratory laboratory, Effort effort) {
        int doublings = effort == Effort.QUICK ? 8 : 10;
        ConservativeRuns orbit = new ConservativeRuns(laboratory);
        LimitCycleRuns cycle = new LimitCycleRuns(laboratory, doublings);
        Map<String, List<Check>> cases = new LinkedHashMap<>();
        List<Series> phases = new ArrayList<>();
        List<Series> energies = new ArrayList<>();
        List<Series> cycles = new ArrayList<>();
        SolverRows rows = new SolverRows();
        DoubleSummaryStatistics drifts = new DoubleSummaryStatistics();
        for (Subject subject : laboratory.subjects()) {
            for (Mode mode : Mode.of(subject)) {
                Growth conservative = orbit.grow(mode.solver(), doublings);
                Growth damped = cycle.grow(mode.solver());
                checks(laboratory, mode, orbit, conservative, damped)
                        .forEach(check ->
                                cases.computeIfAbsent(check.claim().name(), _ -> new ArrayList<>())
                                        .add(check));
                rows.add(
                        subject,
                        mode.name().substring(subject.id().length()),
                        cells(mode, orbit, conservative, damped));
                drifts.accept(driftOverPrediction(orbit, conservative));
                if (subject.kind() != Subject.Kind.LANES) {
                    phases.add(mode.curve(conservative.points(PHASE)));
                    energies.add(mode.curve(conservative.points(ENERGY)));
                    cycles.add(mode.curve(damped.points(LimitCycleRuns.DELAY)));
                }
            }
        }
        return new Findings(
                "drift of the period "
                        + Numeral.of(drifts.getMin(), 4)
                        + " to "
                        + Numeral.of(drifts.getMax(), 4)
                        + " of what the errors of energy and norm make",
                cases.values().stream().map(Check::worst).toList(),
                List.of(
                        figure("phase", "Phase error without damping", "Phase error", phases),
                        figure("energy", "Energy error without damping", "Energy error", energies),
                        figure("cycle", "Phase error on a limit cycle", "Phase error", cycles),
                        new Table(
                                "Fitted exponents, with their standard errors; phase: drift of the"
                                        + " period over what is predicted from energy and norm",
                                List.of(
                                        "solver",
                                        "energy",
                                        "norm",
                                        "phase, measured/predicted",
                                        "phase on the limit cycle"),
                                rows.rows())));
    }

    private static List<Check> checks(
            Laboratory laboratory,
            Mode mode,
            ConservativeRuns orbit,
            Growth conservative,
            Growth damped) {
        List<Check> checks = new ArrayList<>();
        checks.add(
                exponent(
                        laboratory,
                        mode,
                        "energy",
                        "exponent of the energy error against time, without damping",
                        conservative.fit(ENERGY, FIRST_FITTED).exponent(),
                        1,
                        1));
        if (mode.renormalised()) {
            checks.add(
                    Check.absolute(
                            claim(
                                    mode,
                                    "norm",
                                    "largest norm error at the end of a run",
                                    "|m| = 1"),
                            conservative.largest(NORM),
                            0,
                            UNIT_NORM_LIMIT));
        } else {
            checks.add(
                    exponent(
                            laboratory,
                            mode,
                            "norm",
                            "exponent of the norm error against time, without damping",
                            conservative.fit(NORM, FIRST_FITTED).exponent(),
                            1,
                            1));
        }
        Check.Claim phase =
                claim(
                        mode,
                        "phase",
                        "phase error that the drift of the period makes, over n = "
                                + conservative.last(),
                        "φ(2n) − 2φ(n) = −2πΣ(P_k − P)/P");
        checks.add(
                Check.relative(
                        phase,
                        measuredCurvature(conservative),
                        laboratory
                                .references()
                                .number(phase.name(), predictedCurvature(orbit, conservative)),
                        CURVATURE_LIMIT));
        checks.add(
                exponent(
                        laboratory,
                        mode,
                        "cycle",
                        "exponent of the phase error against time, on the limit cycle",
                        damped.fit(LimitCycleRuns.DELAY, FIRST_FITTED).exponent(),
                        1,
                        mode.renormalised() ? 1 : 2));
        return checks;
    }

    /** What is left of the phase error at the end when twice that at half the time is taken off. */
    private static double measuredCurvature(Growth growth) {
        int end = growth.doublings();
        return growth.at(end, PHASE) - 2 * growth.at(end - 1, PHASE);
    }

    /** With a period that drifts uniformly, φ = −2πΣ(P_k − P)/P = −πn(P_n − P)/P. */
    private static double predictedCurvature(ConservativeRuns orbit, Growth growth) {
        int end = growth.doublings();
        double n = growth.last();
        return -Math.PI
                / orbit.period()
                * n
                * (growth.at(end, PERIOD) - growth.at(end - 1, PERIOD));
    }

    private static double driftOverPrediction(ConservativeRuns orbit, Growth growth) {
        return measuredCurvature(growth) / predictedCurvature(orbit, growth);
    }

    private static Check.Claim claim(Mode mode, String what, String sentence, String formula) {
        return new Check.Claim(
                NAME + "-" + what + "-" + mode.subject().solver(),
                sentence + ": " + mode.name(),
                formula,
                SOURCE);
    }

    private static Check exponent(
            Laboratory laboratory,
            Mode mode,
            String what,
            String sentence,
            double exponent,
            double least,
            double most) {
        Check.Claim claim =
                claim(
                        mode,
                        what,
                        sentence,
                        least == most
                                ? "error ∝ t^" + (long) least
                                : "error ∝ t^" + (long) least + " to t^" + (long) most);
        double expected = laboratory.references().number(claim.name(), least);
        double distance =
                Math.max(0, Math.max(expected - exponent, exponent - most - (expected - least)));
        return new Check(
                claim,
                exponent,
                expected,
                Double.isFinite(exponent) ? distance : Double.NaN,
                EXPONENT_LIMIT);
    }

    private static List<String> cells(
            Mode mode, ConservativeRuns orbit, Growth conservative, Growth damped) {
        return List.of(
                printed(conservative.fit(ENERGY, FIRST_FITTED)),
                mode.renormalised()
                        ? "none: at most " + Numeral.of(conservative.largest(NORM), 2)
                        : printed(conservative.fit(NORM, FIRST_FITTED)),
                Numeral.of(driftOverPrediction(orbit, conservative), 4),
                printed(damped.fit(LimitCycleRuns.DELAY, FIRST_FITTED)));
    }

    private static String printed(PowerLaw fit) {
        return Numeral.uncertain(fit.exponent(), fit.standardError());
    }

    private static Figure figure(String id, String title, String y, List<Series> series) {
        boolean cycle = id.equals("cycle");
        return new Figure(
                NAME + "-" + id,
                title,
                (cycle
                                ? "v = 1.5, exact form, with the torque; against the method of order"
                                        + " 8 with a step of 0.1."
                                : "From m ∝ (0.6, 0.2, 0.7); the period is exact.")
                        + " Steps of 0.05 (order 4) and 0.5 (orders 8 and 9), or a tolerance of 10^{−8}."
                        + " The absolute value is drawn; a dip is a change of sign.",
                cycle
                        ? Axis.logarithmic("Time", "t'")
                        : Axis.logarithmic("Time", "n").in("periods"),
                cycle
                        ? Axis.logarithmic("Time by which m is late", "|δt'|")
                        : Axis.logarithmic(y, id.equals("phase") ? "|δφ|" : "|δE|"),
                series,
                List.of(),
                List.of());
    }

    /** A solver at the setting of this family. */
    private record Mode(Subject subject, String name, Solver solver) {

        static List<Mode> of(Subject subject) {
            List<Mode> modes = new ArrayList<>();
            if (subject.hasFixedStep()) {
                modes.add(
                        new Mode(
                                subject,
                                subject.id() + (subject.hasErrorControl() ? ", fixed step" : ""),
                                subject.singleAtStep(
                                        subject.order() > 4
                                                ? STEP_OF_ORDER_EIGHT
                                                : STEP_OF_ORDER_FOUR)));
            }
            if (subject.hasErrorControl()) {
                modes.add(new Mode(subject, subject.id(), subject.singleWithTolerance(TOLERANCE)));
            }
            return modes;
        }

        Series curve(List<Series.Point> points) {
            return name.equals(subject.id())
                    ? Palette.curve(subject, name, points)
                    : Palette.secondCurve(subject, name, points);
        }

        /** Ours of order 4 scale m back after each step. */
        boolean renormalised() {
            return subject.order() == 4 && subject.kind() != Subject.Kind.HIPPARCHUS;
        }
    }
}
