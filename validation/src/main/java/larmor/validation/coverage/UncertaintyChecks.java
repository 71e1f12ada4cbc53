package larmor.validation.coverage;

import java.util.ArrayList;
import java.util.List;
import larmor.validation.Check;
import larmor.validation.coverage.Coverage.Quantity;

/** Checks that the uncertainties of a sweep cover its errors, and are not much wider. */
public final class UncertaintyChecks {

    private static final String SOURCE =
            "limit cycles by brute force: runs of dop853 at 1e-14 until the crossings of a section"
                    + " stand still; exact for the axisymmetric magnet";

    private static final Check.Limit UNCOVERED_LIMIT =
            new Check.Limit(0.05, "what is promised: at least 95 % are covered");

    private static final Check.Limit WIDTH_LIMIT =
            new Check.Limit(
                    2,
                    "an uncertainty is the error and what is not known of the cycle, which is less"
                            + " than the error unless that is near rounding");

    private UncertaintyChecks() {}

    /**
     * Two checks for frequency and two for power, of all rows together that have an attractor near:
     * the uncertainty of the others is as large as the value can be wrong.
     */
    public static List<Check> of(List<Coverage> coverages) {
        List<Check> checks = new ArrayList<>();
        Coverage all = Coverage.joined(coverages).bounded();
        for (Quantity quantity : Quantity.values()) {
            checks.add(covered(quantity, all));
            checks.add(width(quantity, all));
        }
        return List.copyOf(checks);
    }

    private static Check covered(Quantity quantity, Coverage coverage) {
        return Check.absolute(
                new Check.Claim(
                        "uncertainty-covers-" + quantity.id(),
                        "part of "
                                + coverage.shares(quantity).length
                                + " uncertainties of the "
                                + quantity.id()
                                + " that cover the true error",
                        "|error| ≤ uncertainty",
                        SOURCE),
                coverage.covered(quantity, 1),
                1,
                UNCOVERED_LIMIT);
    }

    private static Check width(Quantity quantity, Coverage coverage) {
        double width = 1 / Coverage.quantile(coverage.shares(quantity), 0.5);
        return new Check(
                new Check.Claim(
                        "uncertainty-width-" + quantity.id(),
                        "uncertainty of the " + quantity.id() + " over the true error, median",
                        "uncertainty/|error|",
                        SOURCE),
                width,
                1,
                width,
                WIDTH_LIMIT);
    }
}
