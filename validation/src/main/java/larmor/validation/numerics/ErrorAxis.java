package larmor.validation.numerics;

import java.util.List;
import larmor.validation.ladder.References;
import larmor.validation.page.Axis;
import larmor.validation.page.Guide;
import larmor.validation.page.Numeral;

/** The axis of errors against the certified end states, and what lies below it. */
final class ErrorAxis {

    /** From below the rounding of a double to 1. */
    private static final Axis.Range DECADES = new Axis.Range(1e-18, 1, 2);

    private ErrorAxis() {}

    /** The axis. */
    static Axis of(String name) {
        return Axis.logarithmic(name, "|δm|").over(DECADES);
    }

    /** Below it a double says nothing. */
    static List<Guide> floor() {
        return List.of(Guide.atY(Rounding.UNIT, "rounding of a double"));
    }

    /**
     * How well the end states themselves are known: a note, since the axis would have to be half as
     * long again to reach it.
     */
    static List<String> notes(References references) {
        return List.of(
                "The end states are known to "
                        + Numeral.of(references.uncertainty(), 1)
                        + ", far below the axis.");
    }
}
