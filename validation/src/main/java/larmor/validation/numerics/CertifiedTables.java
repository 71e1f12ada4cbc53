package larmor.validation.numerics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import larmor.model.EquationForm;
import larmor.model.Magnetization;
import larmor.validation.CertifiedEndStates;
import larmor.validation.Check;
import larmor.validation.certified.ReferenceEndStates;
import larmor.validation.certified.ReferenceEndStates.EndState;
import larmor.validation.ladder.CheckFamily;
import larmor.validation.ladder.Effort;
import larmor.validation.ladder.Findings;
import larmor.validation.ladder.Laboratory;
import larmor.validation.page.Numeral;

/** The tables that all solvers are held against, checked themselves. */
final class CertifiedTables implements CheckFamily {

    static final String NAME = "certified";

    private static final String SOURCE =
            "W. B. Gragg, SIAM J. Numer. Anal. 2, 384 (1965); Hipparchus' decimal arithmetic";

    /** How many of the entries at t' = 10 and at t' = 100 are made again in a full run. */
    private static final int REMADE = 4;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "The certified end states";
    }

    @Override
    public List<String> introduction() {
        return List.of(
                "Two committed tables hold where trajectories of the paper's device end. One varies"
                        + " form, torque, start and time, and takes the doubles that a solver reads as"
                        + " exact: Gragg's extrapolation of order 28 in arithmetic of 40 digits, twice"
                        + " with different steps; the difference of the two is its uncertainty."
                        + " The other has 64 voltages at t' = 1000 with exact decimal"
                        + " parameters, in quadruple precision, good to 10^{−18}. Neither has anything"
                        + " in common with a Runge–Kutta solver but the equation, which stands there as"
                        + " vector algebra.",
                "The exact form keeps |m|, so the norm of every entry shows an error in any of its"
                        + " digits. Some entries are made again here.");
    }

    @Override
    public Findings examine(Laboratory laboratory, Effort effort) {
        List<Check> checks = new ArrayList<>();
        List<EndState> table = laboratory.references().endStates();
        checks.add(
                Check.worst(
                        table.stream()
                                .filter(entry -> entry.form() == EquationForm.EXACT)
                                .map(CertifiedTables::norm)
                                .toList()));
        checks.add(
                Check.worst(
                        laboratory.references().certified().stream()
                                .map(CertifiedTables::norm)
                                .toList()));
        int remade = effort == Effort.QUICK ? 1 : REMADE;
        checks.add(Check.worst(again(table, 10, remade)));
        if (effort == Effort.FULL) {
            checks.add(Check.worst(again(table, 100, remade)));
        }
        return new Findings(
                "end states known to "
                        + Numeral.of(laboratory.references().uncertainty(), 1)
                        + ", norms to "
                        + Numeral.of(Findings.largestError(checks, "certified-norm"), 2)
                        + ", entries made again to "
                        + Numeral.of(Findings.largestError(checks, "certified-again"), 2),
                checks,
                List.of());
    }

    private static Check norm(EndState entry) {
        Magnetization start = entry.start();
        BigDecimal before =
                squared(
                        new BigDecimal(start.x()),
                        new BigDecimal(start.y()),
                        new BigDecimal(start.z()));
        BigDecimal after = squared(entry.x(), entry.y(), entry.z());
        return Check.absolute(
                claim(
                        "norm",
                        "change of |m|² along an entry in 25 decimals, the worst ("
                                + CertifiedRuns.label(entry)
                                + ")",
                        "d|m|²/dt' = 0"),
                after.subtract(before).doubleValue(),
                0,
                new Check.Limit(
                        6 * entry.uncertainty(),
                        "2|m_x|+2|m_y|+2|m_z| times the uncertainty of a component"));
    }

    private static Check norm(CertifiedEndStates.Row row) {
        Magnetization end = row.end();
        BigDecimal squared =
                squared(new BigDecimal(end.x()), new BigDecimal(end.y()), new BigDecimal(end.z()));
        return Check.absolute(
                claim(
                        "norm-64",
                        "distance of |m|² from 1 in the table of 64 voltages, the worst (v = "
                                + Numeral.of(row.voltage(), 4)
                                + ")",
                        "|m| = 1"),
                squared.subtract(BigDecimal.ONE).doubleValue(),
                0,
                new Check.Limit(
                        2 * Math.sqrt(3) * Rounding.UNIT,
                        "each component is rounded to a double, which moves |m|² by at most 2√3 u"));
    }

    private static BigDecimal squared(BigDecimal x, BigDecimal y, BigDecimal z) {
        return x.pow(2).add(y.pow(2)).add(z.pow(2));
    }

    private static List<Check> again(List<EndState> table, int time, int count) {
        return table.stream()
                .filter(entry ->
                        entry.time() == time && entry.start().equals(ReferenceEndStates.TILTED))
                .limit(count)
                .map(entry -> again(entry, time))
                .toList();
    }

    private static Check again(EndState entry, int time) {
        EndState made =
                ReferenceEndStates.certify(
                        entry.voltage(), entry.selfTorque(), entry.form(), entry.start(), time);
        BigDecimal distance =
                made.x()
                        .subtract(entry.x())
                        .abs()
                        .max(made.y().subtract(entry.y()).abs())
                        .max(made.z().subtract(entry.z()).abs());
        return Check.absolute(
                claim(
                        "again-" + time,
                        "distance of an entry at t' = "
                                + time
                                + " from the same made again, the worst ("
                                + CertifiedRuns.label(entry)
                                + ")",
                        "the same digits"),
                distance.doubleValue(),
                0,
                new Check.Limit(
                        entry.uncertainty(), "the uncertainty that the entry itself states"));
    }

    private static Check.Claim claim(String what, String sentence, String formula) {
        return new Check.Claim(NAME + "-" + what, sentence, formula, SOURCE);
    }
}
