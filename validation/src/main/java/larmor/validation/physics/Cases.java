package larmor.validation.physics;

import java.util.ArrayList;
import java.util.List;
import larmor.validation.Check;
import larmor.validation.ladder.Laboratory;

/** The cases of one claim, of which the worst becomes the check. */
final class Cases {

    private final Laboratory laboratory;
    private final Check.Claim claim;
    private final List<Check> cases = new ArrayList<>();

    /**
     * No cases yet.
     *
     * @param laboratory which hands out the references
     * @param claim what every case claims
     */
    Cases(Laboratory laboratory, Check.Claim claim) {
        this.laboratory = laboratory;
        this.claim = claim;
    }

    /** A case compared by the distance of the two numbers. */
    Cases absolute(String where, double measured, double reference, Check.Limit limit) {
        cases.add(Check.absolute(at(where), measured, reference(reference), limit));
        return this;
    }

    /** A case compared by the distance in units of the reference. */
    Cases relative(String where, double measured, double reference, Check.Limit limit) {
        cases.add(Check.relative(at(where), measured, reference(reference), limit));
        return this;
    }

    /** A case compared by a distance in units of something else. */
    Cases scaled(String where, double measured, double reference, double unit, Check.Limit limit) {
        double expected = reference(reference);
        cases.add(
                new Check(
                        at(where),
                        measured,
                        expected,
                        Math.abs(measured - expected) / unit,
                        limit));
        return this;
    }

    /** The case that uses most of its limit. */
    Check worst() {
        return Check.worst(cases);
    }

    private double reference(double value) {
        return laboratory.references().number(claim.name(), value);
    }

    private Check.Claim at(String where) {
        String what = where.isEmpty() ? claim.what() : claim.what() + " (" + where + ")";
        return new Check.Claim(claim.name(), what, claim.formula(), claim.source());
    }
}
